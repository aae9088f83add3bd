"""The ladder of voices: a clip where there is one that fits, else the computer's voice, live."""

from functools import cached_property

from beroepentaal.classroom.ports import Sound, Utterance
from beroepentaal.speech.clips import ClipLibrary
from beroepentaal.speech.espeak import Espeak


class Ladder:
    """Implements the classroom's Voices. Imports no numpy, which every start of the program would pay for."""

    def __init__(self, clips: ClipLibrary) -> None:
        self._clips = clips

    def sound(self, utterance: Utterance) -> Sound:
        return self._clips.sound(utterance) or self._espeak.speak(utterance.text, utterance.language)

    @cached_property
    def _espeak(self) -> Espeak:
        return Espeak()
