"""What presenters need of the screen and the machine, said without Qt so that they run without it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from beroepentaal.classroom.ports import Utterance
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


class Speaker(Protocol):
    @property
    def is_available(self) -> bool:
        """Whether this PC can make sound at all."""

    def say(self, *utterances: Utterance) -> None:
        """Says them one after the other, at once; what was being said stops."""

    def prepare(self, *utterances: Utterance) -> None:
        """Makes the sounds ready, so that saying them starts without delay."""

    def stop(self) -> None: ...


Notify = Callable[[str], None]
"""Shows one sentence on top of any page until it is put away."""
