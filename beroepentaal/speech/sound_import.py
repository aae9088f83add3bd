"""Reads the recordings that an instructor brings, of any common kind, and trusts nothing that a file says of itself."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from beroepentaal.refusal import Refusal
from beroepentaal.speech.ogg import is_whole
from beroepentaal.speech.samples import Samples
from beroepentaal.speech.sound_files import RATE

if TYPE_CHECKING:
    from soundfile import SoundFile

SUFFIXES = (".wav", ".mp3", ".flac", ".opus", ".ogg", ".aif", ".aiff")
MOST_BYTES = 600_000_000
"""Half an hour of the most that recorders write, 24 bits of stereo at 48 kHz, fits in."""
MOST_CHANNELS = 8
RATES = range(4_000, 192_001)

_FORMATS = ("WAV", "WAVEX", "FLAC", "OGG", "MP3", "AIFF")
_BLOCK = 1 << 18
"""Frames decoded at once: 8 MB at MOST_CHANNELS."""
_LOUDEST = 32_768.0
"""Samples of floats may exceed 1, also by all of 16 bits in programs that forget to scale; past this they are rubbish."""
_MOST_MISSING = 0.1
"""Seconds by which headers may be off, as encoders round."""
_LONGEST_UNKNOWN = 2**63 - 1
"""What libsndfile gives for the frames of a file that does not tell."""


class SoundFileRefused(Refusal):
    """A recording that cannot be used, by its name."""

    def __init__(self, path: Path, trouble: str) -> None:
        name = path.name.encode(errors="replace").decode()  # Linux lets names be no text
        super().__init__(f"'{name}' {trouble}.")


def read_sound(path: Path, longest_seconds: float) -> Samples:
    """All of a recording at RATE, its channels mixed, scaled down where it exceeds 1. Raises SoundFileRefused."""
    import soundfile

    _check_file(path)
    try:
        file = soundfile.SoundFile(path)
    except soundfile.SoundFileError as error:
        raise _unknown(path) from error
    except UnicodeEncodeError as error:
        raise SoundFileRefused(path, "heeft een vreemd teken in zijn naam; geef het een andere naam") from error
    with file:
        _check_shape(path, file, longest_seconds)
        try:
            if file.format == "OGG" and not is_whole(path.read_bytes()):
                raise _broken(path)
            samples = np.concatenate(list(_resampled(path, file, longest_seconds)))
        except soundfile.SoundFileError as error:
            raise _broken(path) from error
        except OSError as error:
            raise _unreachable(path) from error
    samples /= max(1.0, float(np.abs(samples).max(initial=0.0)))
    return samples


def _check_file(path: Path) -> None:
    """Before libsndfile sees it, which takes a .raw for sound and waits at a pipe."""
    if path.is_dir():
        raise SoundFileRefused(path, "is geen geluid maar een map")
    if path.suffix.casefold() not in SUFFIXES:
        raise _unknown(path)
    try:
        if not path.is_file():
            raise _unreachable(path)
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
    except OSError as error:
        raise _unreachable(path) from error
    if not size:
        raise SoundFileRefused(path, "is leeg")
    if size > MOST_BYTES:
        raise SoundFileRefused(path, f"is te groot: hoogstens {MOST_BYTES // 1_000_000} MB")


def _check_shape(path: Path, file: "SoundFile", longest_seconds: float) -> None:
    if file.format not in _FORMATS:
        raise _unknown(path)
    if file.channels > MOST_CHANNELS or file.samplerate not in RATES:
        raise SoundFileRefused(path, "heeft een vreemde vorm; bewaar het opnieuw als gewone WAV")
    if file.frames == _LONGEST_UNKNOWN:
        raise SoundFileRefused(path, "zegt niet hoe lang het duurt; bewaar het opnieuw als WAV")
    if file.frames > longest_seconds * file.samplerate:
        raise _too_long(path, longest_seconds)
    if file.frames <= 0:
        raise SoundFileRefused(path, "is leeg")


def _resampled(path: Path, file: "SoundFile", longest_seconds: float) -> Iterator[Samples]:
    import soxr

    stream = soxr.ResampleStream(file.samplerate, RATE, 1)
    mix = np.full(file.channels, 1 / file.channels, np.float32)  # ten times as fast as mean()
    read = 0
    while len(block := file.read(_BLOCK, dtype="float32", always_2d=True)):
        read += len(block)
        if read > longest_seconds * file.samplerate:
            raise _too_long(path, longest_seconds)
        if not np.all(np.abs(block) <= _LOUDEST):  # so written that it holds for no NaN
            raise _broken(path)
        yield stream.resample_chunk(block @ mix)
    if read < _promised(file) - _MOST_MISSING * file.samplerate:
        raise _broken(path)
    yield stream.resample_chunk(np.empty(0, np.float32), last=True)


def _promised(file: "SoundFile") -> int:
    """The frames that the header tells of; libsndfile counts what is left of a torn WAV or AIFF, and notes that in its log."""
    found = re.search(r"^ ?(?:data|SSND) : (\d+) \(should be (\d+)\)", file.extra_info, re.MULTILINE)
    told, left = (int(found[1]), int(found[2])) if found else (0, 0)
    if not left or told > MOST_BYTES:  # a recorder that cannot go back to the header writes a length that nothing has
        return int(file.frames)
    return int(file.frames) * told // left


def _unknown(path: Path) -> SoundFileRefused:
    return SoundFileRefused(path, "is geen geluid dat BeroepenTaal kent; gebruik WAV, MP3, FLAC of Opus")


def _broken(path: Path) -> SoundFileRefused:
    return SoundFileRefused(path, "is beschadigd of niet heel; kopieer of bewaar het opnieuw")


def _unreachable(path: Path) -> SoundFileRefused:
    return SoundFileRefused(path, "kan niet gelezen worden; kijk of het er nog is en of u het mag openen")


def _too_long(path: Path, longest_seconds: float) -> SoundFileRefused:
    minutes, seconds = divmod(longest_seconds, 60)
    longest = f"{minutes:g} minuten" if minutes > 1 and not seconds else f"{longest_seconds:g} seconden"
    return SoundFileRefused(path, f"duurt te lang: hoogstens {longest}")
