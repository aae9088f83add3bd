"""Renders the clips of a deck with one voice, once, so that any PC can play them without that voice."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import soxr

from beroepentaal.classroom.ports import Sound
from beroepentaal.decks import Deck
from beroepentaal.refusal import Refusal
from beroepentaal.speech.clips import ClipLibrary, wanted
from beroepentaal.speech.loudness import QUIETEST_SPEECH_LUFS, levelled, loudness, trimmed
from beroepentaal.speech.sound_files import RATE, ClipRefused, read_clip, write_clip

SHORTEST_SECONDS = 0.2


class Voice(Protocol):
    @property
    def name(self) -> str: ...

    def speak(self, text: str, language: str) -> Sound: ...


@dataclass(frozen=True, slots=True)
class Rendered:
    made: int
    kept: int
    """Clips that already said the right text in this voice."""
    failed: tuple[str, ...]
    """Why, one sentence for each clip that could not be made."""


def render(deck: Deck, voice: Voice, clips: ClipLibrary, report: Callable[[int, int], None]) -> Rendered:
    """A clip for each term with its article and each sentence of the core; report gets (done, all) after each."""
    utterances = list(wanted(deck))
    made = kept = 0
    failed: list[str] = []
    for done, utterance in enumerate(utterances, 1):
        path = clips.path(utterance)
        if _is_current(path, utterance.text, voice.name):
            kept += 1
        else:
            try:
                _make(path, utterance.text, voice)
                made += 1
            except Refusal as refusal:
                failed.append(str(refusal))
        report(done, len(utterances))
    return Rendered(made, kept, tuple(failed))


def _is_current(path: Path, text: str, voice: str) -> bool:
    try:
        clip = read_clip(path)
    except (FileNotFoundError, ClipRefused):
        return False
    return clip.says == text and clip.voice == voice


def _make(path: Path, text: str, voice: Voice) -> None:
    sound = voice.speak(text, "nl")
    samples = np.frombuffer(sound.samples, np.int16).astype(np.float32) / np.float32(32768)
    samples = trimmed(soxr.resample(samples, sound.rate, RATE), RATE)
    if len(samples) < SHORTEST_SECONDS * RATE or loudness(samples, RATE) < QUIETEST_SPEECH_LUFS:
        raise ClipRefused(f"De stem gaf geen geluid voor '{text}'.")
    write_clip(path, levelled(samples, RATE), text, voice.name)
