"""What rendering asks of a voice, and the two ways in which a voice refuses: this text, or all of them for now."""

from typing import Protocol

from beroepentaal.classroom.ports import Sound
from beroepentaal.refusal import Refusal


class Voice(Protocol):
    @property
    def name(self) -> str: ...

    def speak(self, text: str, language: str) -> Sound:
        """Raises CannotSay, VoiceStopped."""


class CannotSay(Refusal):
    """This text cannot be said; others may."""


class VoiceStopped(Refusal):
    """The voice cannot go on now: stop here and go on later."""
