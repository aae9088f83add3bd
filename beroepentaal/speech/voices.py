"""The ladder of voices: a clip where there is one that fits, else the computer's voice, live."""

from functools import cached_property

import numpy as np

from beroepentaal.classroom.ports import Sound, Utterance
from beroepentaal.speech.clips import ClipLibrary
from beroepentaal.speech.espeak import Espeak
from beroepentaal.speech.loudness import Samples, levelled


class Ladder:
    """Implements the classroom's Voices."""

    def __init__(self, clips: ClipLibrary) -> None:
        self._clips = clips

    def sound(self, utterance: Utterance) -> Sound:
        return self._clips.sound(utterance) or self._live(utterance)

    def _live(self, utterance: Utterance) -> Sound:
        sound = self._espeak.speak(utterance.text, utterance.language)
        return to_sound(levelled(to_samples(sound), sound.rate), sound.rate)

    @cached_property
    def _espeak(self) -> Espeak:
        return Espeak()


def to_samples(sound: Sound) -> Samples:
    return np.frombuffer(sound.samples, np.int16).astype(np.float32) / np.float32(32768)


def to_sound(samples: Samples, rate: int) -> Sound:
    return Sound((np.clip(samples, -1, 1) * 32767).astype(np.int16).tobytes(), rate)
