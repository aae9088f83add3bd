"""Reads and writes clips: Ogg/Opus, 24 kHz, mono; each knows what it says and in whose voice."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from beroepentaal.classroom.ports import Sound
from beroepentaal.refusal import Refusal
from beroepentaal.speech.ogg import is_whole

RATE = 24_000
LONGEST_SECONDS = 30
_FORMAT = {"format": "OGG", "subtype": "OPUS", "compression_level": 0.92}
"""About 26 kbit/s, at which speech of one person has all that the ear needs; the library's own choice takes half more."""


class ClipRefused(Refusal):
    """A sound file that is damaged or is no sound."""


@dataclass(frozen=True, slots=True)
class Tags:
    says: str
    voice: str


@dataclass(frozen=True, slots=True)
class Clip:
    sound: Sound
    tags: Tags


def read_clip(path: Path) -> Clip:
    """Raises ClipRefused; FileNotFoundError where there is no such file."""
    import soundfile

    if not path.exists():
        raise FileNotFoundError(path)
    try:
        if not is_whole(path.read_bytes()):
            raise ClipRefused(f"Het geluid '{path.name}' is beschadigd.")
        with soundfile.SoundFile(path) as file:
            if file.channels != 1 or not 0 < file.frames <= LONGEST_SECONDS * file.samplerate:
                raise ClipRefused(f"Het geluid '{path.name}' heeft niet de goede vorm.")
            samples = bytes(file.buffer_read(dtype="int16"))
            return Clip(Sound(samples, file.samplerate), Tags(file.title, file.artist))
    except (soundfile.SoundFileError, OSError) as error:
        raise ClipRefused(f"Het geluid '{path.name}' is beschadigd.") from error


def read_tags(path: Path) -> Tags:
    """Without listening whether the rest is whole. Raises ClipRefused; FileNotFoundError where there is no such file."""
    import soundfile

    if not path.exists():
        raise FileNotFoundError(path)
    try:
        with soundfile.SoundFile(path) as file:
            return Tags(file.title, file.artist)
    except (soundfile.SoundFileError, OSError) as error:
        raise ClipRefused(f"Het geluid '{path.name}' is beschadigd.") from error


def write_clip(path: Path, sound: Sound, says: str, voice: str) -> None:
    """Writes a sound of RATE; the file is there whole or not at all. Raises ClipRefused."""
    import soundfile

    half = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with soundfile.SoundFile(half, "w", sound.rate, 1, **_FORMAT) as file:
            file.title, file.artist = says, voice
            file.buffer_write(sound.samples, "int16")
        half.replace(path)
    except (soundfile.SoundFileError, OSError) as error:
        with suppress(OSError):
            half.unlink()
        raise ClipRefused(f"Het geluid '{path.name}' kan niet bewaard worden; is de schijf vol of alleen-lezen?") from error
