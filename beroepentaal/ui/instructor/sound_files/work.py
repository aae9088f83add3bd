"""Slow work of one part of the page: one piece at a time, with a line that tells how far it is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from beroepentaal.refusal import Refusal
from beroepentaal.ui.ports import Background, Notify

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Busy:
    """How far it is."""

    sentence: str
    done: int = 0
    wanted: int = 0
    """0 where nobody knows."""


class Work:
    def __init__(self, background: Background, show: Callable[[Busy | None], None], notify: Notify) -> None:
        self._background = background
        self._show = show
        self._notify = notify
        self._turn = 0
        """Counts what was put aside, so that nothing that comes of it is taken for something newer."""
        self.is_busy = False

    def run(self, busy: Busy | None, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Nothing, where something is under way. A refusal is told; then is not called. busy: None where it is soon done."""
        if self.is_busy:
            return
        turn = self._turn

        def ended(result: Result) -> None:
            if turn == self._turn:
                self.put_aside()
                then(result)

        def refused(refusal: Refusal) -> None:
            if turn == self._turn:
                self.put_aside()
            self._notify(str(refusal))

        self.is_busy = True
        if busy:
            self._show(busy)
        self._background.run(work, ended, refused)

    def tell(self, busy: Busy) -> None:
        """How far it is; away from the screen."""
        turn = self._turn
        self._background.to_screen(lambda: self._show(busy) if turn == self._turn else None)

    def put_aside(self) -> None:
        """Nothing more comes of what is under way."""
        self._turn += 1
        self.is_busy = False
        self._show(None)
