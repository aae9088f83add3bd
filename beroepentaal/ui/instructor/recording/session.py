"""Where an instructor is in a row of texts to record: what is done, what comes next, and how long the rest will take."""

from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise
from statistics import median

from beroepentaal.classroom.voicing import Line

WORDS_FOR_A_PACE = 5


class Mark(Enum):
    TO_DO = auto()
    BEFORE = auto()
    """A person spoke it before this session."""
    RECORDED = auto()
    SKIPPED = auto()


class Session:
    def __init__(self, lines: Sequence[Line]) -> None:
        """lines: at least one."""
        self.lines = lines
        self.marks = [Mark.BEFORE if line.is_recorded else Mark.TO_DO for line in lines]
        self.index = 0
        self._recorded_at: list[float] = []

    @property
    def line(self) -> Line:
        return self.lines[self.index]

    @property
    def mark(self) -> Mark:
        return self.marks[self.index]

    @property
    def recorded(self) -> int:
        return self.marks.count(Mark.RECORDED)

    @property
    def rest(self) -> list[int]:
        """Places of the lines that this session has not recorded."""
        return [place for place, mark in enumerate(self.marks) if mark is not Mark.RECORDED]

    @property
    def next(self) -> int | None:
        """The next place where there is something to record."""
        return next((place for place in self.rest if place > self.index), None)

    def record(self, now: float) -> None:
        """now: in seconds, of any clock."""
        if self.mark is not Mark.RECORDED:
            self._recorded_at.append(now)
        self.marks[self.index] = Mark.RECORDED

    def skip(self) -> None:
        if self.mark is not Mark.RECORDED:
            self.marks[self.index] = Mark.SKIPPED

    def seconds_left(self) -> float | None:
        """By the median time from one recording to the next, which bears a pause for coffee; None until there is a pace."""
        times = self._recorded_at
        if len(times) < WORDS_FOR_A_PACE:
            return None
        pace = median(later - earlier for earlier, later in pairwise(times))
        return pace * sum(place > self.index for place in self.rest)
