"""Listens to the clips of a deck and tells what is wrong with them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from beroepentaal.classroom.ports import Sound
from beroepentaal.classroom.voicing import of_core
from beroepentaal.decks import Deck
from beroepentaal.speech.clips import ClipLibrary
from beroepentaal.speech.loudness import TARGET_LUFS, loudness
from beroepentaal.speech.samples import samples_of
from beroepentaal.speech.sound_files import ClipRefused, read_clip

SHORTEST_SECONDS, LONGEST_SECONDS = 0.3, 8.0
LUFS_TOLERANCE = 2.0
HIGHEST_PEAK_DBFS = -1.0
SILENCE_LUFS = -50.0


@dataclass(frozen=True, slots=True)
class ClipFinding:
    clip: str
    message: str

    def __str__(self) -> str:
        return f"{self.clip}: {self.message}"


@dataclass(frozen=True, slots=True)
class ClipReport:
    findings: tuple[ClipFinding, ...]
    voices: Mapping[str, int]
    """How many clips each voice has."""
    without: int
    """Texts of the core without a clip: the computer's voice says them live."""
    unused: int


def check_clips(deck: Deck, clips: ClipLibrary) -> ClipReport:
    findings: list[ClipFinding] = []
    voices: Counter[str] = Counter()
    for path in clips.files(deck):
        try:
            clip = read_clip(path)
        except ClipRefused:
            wrong = ["het geluid is beschadigd"]
        else:
            voices[clip.tags.voice] += 1
            wrong = list(_wrong(clip.sound))
        findings += (ClipFinding(f"{deck.id}/{path.name}", message) for message in wrong)
    without = sum(clips.voice(utterance) is None for utterance in of_core(deck))
    return ClipReport(tuple(findings), dict(voices), without, len(clips.unused(deck)))


def _wrong(sound: Sound) -> Iterator[str]:
    samples = samples_of(sound)
    seconds, loud = len(samples) / sound.rate, loudness(samples, sound.rate)
    peak = 20 * np.log10(float(np.abs(samples).max()) + 1e-9)
    if not SHORTEST_SECONDS <= seconds <= LONGEST_SECONDS:
        yield f"het duurt {_dutch(seconds)} seconden; goed is {_dutch(SHORTEST_SECONDS)} tot {_dutch(LONGEST_SECONDS)}"
    if loud < SILENCE_LUFS:
        yield "er is niets te horen"
    elif abs(loud - TARGET_LUFS) > LUFS_TOLERANCE:
        yield f"het is te {'hard' if loud > TARGET_LUFS else 'zacht'}: {_dutch(loud)} LUFS; goed is {_dutch(TARGET_LUFS)}"
    if peak > HIGHEST_PEAK_DBFS:
        yield f"de pieken zijn te hoog: {_dutch(peak)} dBFS; hoogstens {_dutch(HIGHEST_PEAK_DBFS)}"


def _dutch(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
