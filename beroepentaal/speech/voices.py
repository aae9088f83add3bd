"""The ladder of voices: a clip where there is one that fits, else the computer's voice, live."""

from functools import cached_property

from beroepentaal.classroom.ports import Sound, Utterance
from beroepentaal.speech.clips import ClipLibrary
from beroepentaal.speech.espeak import Espeak
from beroepentaal.speech.reading import read_out


class Ladder:
    """Implements the classroom's Voices. Imports no numpy, which every start of the program would pay for."""

    def __init__(self, clips: ClipLibrary) -> None:
        self._clips = clips

    def clip(self, utterance: Utterance) -> Sound | None:
        sound = self._clips.sound(utterance)
        return _at_pace(sound, utterance) if sound else None

    def live(self, utterance: Utterance) -> Sound:
        return _at_pace(self._espeak.speak(self.wording(utterance), utterance.language), utterance)

    def wording(self, utterance: Utterance) -> str:
        return read_out(utterance.for_voice) if utterance.language == "nl" else utterance.text

    @cached_property
    def _espeak(self) -> Espeak:
        return Espeak()


def _at_pace(sound: Sound, utterance: Utterance) -> Sound:
    if not utterance.slow:
        return sound
    from beroepentaal.speech.stretching import slow  # brings numpy

    return slow(sound)
