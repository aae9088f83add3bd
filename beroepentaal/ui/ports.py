"""What presenters need of the screen and the machine, said without Qt so that they run without it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from beroepentaal.classroom.ports import Sound, Utterance
from beroepentaal.refusal import Refusal

Result = TypeVar("Result")


class Background(Protocol):
    """Slow work, one piece after the other, away from the screen."""

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        """Does the work elsewhere; then or refused is called on the screen's thread. Work never touches a widget."""

    def to_screen(self, call: Callable[[], None]) -> None:
        """Calls it on the screen's thread, in turn; for work that tells how far it is."""


class Speaker(Protocol):
    @property
    def is_available(self) -> bool:
        """Whether this PC can make sound at all."""

    def say(self, *utterances: Utterance) -> None:
        """Says them one after the other, at once; what was being said stops."""

    def prepare(self, *utterances: Utterance) -> None:
        """Makes the sounds ready, so that saying them starts without delay."""

    def play(self, *sounds: Sound) -> None:
        """Plays them one after the other, at once."""

    def stop(self) -> None: ...

    def forget(self) -> None:
        """Makes every sound anew: clips have changed."""


class Microphone(Protocol):
    @property
    def is_available(self) -> bool:
        """Whether this PC has one."""

    def record(
        self,
        ready: Callable[[], None],
        level: Callable[[float], None],
        done: Callable[[Sound], None],
        failed: Callable[[str], None],
    ) -> None:
        """Records one word or sentence, in memory only.

        ready when the device hears, up to a second later; level some thirty times a second, 0 to 1; done when it is quiet
        after speech, after stop(), or after some seconds in which nobody spoke; failed with a sentence to show.
        """

    def stop(self) -> None:
        """Ends the recording: done gets what was heard."""

    def cancel(self) -> None:
        """Ends the recording, forgets it, and lets go of the device."""


Notify = Callable[[str], None]
"""Shows one sentence on top of any page until it is put away."""
