"""What decides which exercise comes next in a simulated course, and three well-known ways to decide it.

The three meet new terms at the same even pace, before anything else in a lesson, so that all terms are met when the lessons
are long enough to do so. Then come the minute steps whose time has come, then the terms due that day, then the steps still
to come (nobody sits and waits for them).
"""

import heapq
import math
from typing import NamedTuple, Protocol

from beroepentaal.learning.memory import Memory, Rating, interval, retrievability, review

MINUTE = 1 / 1440
"""In days."""


class Ask(NamedTuple):
    term: int
    new: bool
    """The term is introduced, not asked."""


class Policy(Protocol):
    def start_lesson(self, day: int, lessons_left: int) -> None:
        """day: whole days since the course began; lessons_left counts this one."""

    def next(self, seconds_left: float, now: float) -> Ask | None:
        """now: days since the course began, with the time in the lesson. None: this lesson has nothing more to ask."""

    def answered(self, term: int, right: bool, now: float) -> None:
        """What came of the last Ask; after an introduction right is False. now is when the exercise ended."""


class EvenPace:
    """New terms at the even pace, and a day on which each term met is due; subclasses say when and in what order."""

    PART_OF_COURSE = 0.7
    """All terms are met in this part of the lessons."""

    def __init__(self, n_terms: int, lessons: int) -> None:
        self._n_terms = n_terms
        self._lessons = lessons
        self._met = 0
        self._to_meet = 0  # terms that are to be met by the end of this lesson
        self._day = 0
        self._due: dict[int, int] = {}
        self._due_today: list[int] = []  # the last comes first

    def start_lesson(self, day: int, lessons_left: int) -> None:
        lesson = self._lessons - lessons_left + 1
        self._to_meet = min(self._n_terms, math.ceil(self._n_terms * lesson / (self.PART_OF_COURSE * self._lessons)))
        self._day = day
        due = [term for term, its_day in self._due.items() if its_day <= day]
        self._due_today = sorted(due, key=self._urgency, reverse=True)

    def next(self, seconds_left: float, now: float) -> Ask | None:
        if self._met < self._to_meet:
            return Ask(self._met, new=True)
        return Ask(self._due_today[-1], new=False) if self._due_today else None

    def answered(self, term: int, right: bool, now: float) -> None:
        if term == self._met:
            self._met += 1
            self._introduced(term, now)
        else:
            self._due_today.pop()
            self._reviewed(term, right, now)

    def _urgency(self, term: int) -> float:
        """Of the terms due the one with the least comes first."""
        return self._due[term]

    def _introduced(self, term: int, now: float) -> None:
        raise NotImplementedError

    def _reviewed(self, term: int, right: bool, now: float) -> None:
        raise NotImplementedError


class Leitner(EvenPace):
    """Five boxes: a right answer moves a term to the next, a wrong one back to the first."""

    DAYS = (1, 2, 4, 8, 16)

    def __init__(self, n_terms: int, lessons: int) -> None:
        super().__init__(n_terms, lessons)
        self._box = [0] * n_terms

    def _introduced(self, term: int, now: float) -> None:
        self._due[term] = self._day + self.DAYS[0]

    def _reviewed(self, term: int, right: bool, now: float) -> None:
        self._box[term] = min(self._box[term] + 1, len(self.DAYS) - 1) if right else 0
        self._due[term] = self._day + self.DAYS[self._box[term]]


class MinuteSteps(EvenPace):
    """New and forgotten terms come back after each of STEPS; who is right at every step has (again) learned the term."""

    STEPS = (1 * MINUTE, 10 * MINUTE)

    def __init__(self, n_terms: int, lessons: int) -> None:
        super().__init__(n_terms, lessons)
        self._step: dict[int, int] = {}
        self._waiting: list[tuple[float, int]] = []  # a heap of the terms in _step by the time they come back

    def next(self, seconds_left: float, now: float) -> Ask | None:
        step = Ask(self._waiting[0][1], new=False) if self._waiting else None
        if step and self._met >= self._to_meet and self._waiting[0][0] <= now:
            return step
        return super().next(seconds_left, now) or step

    def answered(self, term: int, right: bool, now: float) -> None:
        if term not in self._step:
            return super().answered(term, right, now)
        heapq.heappop(self._waiting)
        step = self._step.pop(term) + 1 if right else 0
        self._stepped(term, right)
        if step < len(self.STEPS):
            self._wait(term, step, now)
        else:
            self._learned(term)
        return None

    def _wait(self, term: int, step: int, now: float) -> None:
        self._due.pop(term, None)
        self._step[term] = step
        heapq.heappush(self._waiting, (now + self.STEPS[step], term))

    def _introduced(self, term: int, now: float) -> None:
        self._wait(term, 0, now)

    def _stepped(self, term: int, right: bool) -> None:
        """An answer that is part of the steps; not every policy looks at it."""

    def _learned(self, term: int) -> None:
        raise NotImplementedError


class Sm2(MinuteSteps):
    """SM-2 as Anki had it before FSRS: an ease for each term, by which its interval grows.

    Source: nextRevIvl and rescheduleLapse of Anki's scheduler version 2, default options, without fuzz; the steps of
    a forgotten term are those of a new one.
    """

    EASE, LEAST_EASE, EASE_LOST = 2.5, 1.3, 0.2
    HARD = 1.2

    def __init__(self, n_terms: int, lessons: int) -> None:
        super().__init__(n_terms, lessons)
        self._ease = [self.EASE] * n_terms
        self._interval = [1] * n_terms

    def _reviewed(self, term: int, right: bool, now: float) -> None:
        if right:
            days, late = self._interval[term], self._day - self._due[term]
            hard = max(int(days * self.HARD), days + 1)
            self._interval[term] = max(int((days + late // 2) * self._ease[term]), hard + 1)
            self._due[term] = self._day + self._interval[term]
        else:
            self._ease[term] = max(self._ease[term] - self.EASE_LOST, self.LEAST_EASE)
            self._wait(term, 0, now)

    def _learned(self, term: int) -> None:
        self._interval[term] = 1
        self._due[term] = self._day + 1


class Fsrs90(MinuteSteps):
    """FSRS-6 with a desired retention of 0.9, the lowest recall first; the introduction counts as a wrong answer."""

    RETENTION = 0.9

    def __init__(self, n_terms: int, lessons: int) -> None:
        super().__init__(n_terms, lessons)
        self._memory: list[Memory | None] = [None] * n_terms
        self._last = [0] * n_terms  # day of the last answer

    def _urgency(self, term: int) -> float:
        memory = self._memory[term]
        assert memory
        return retrievability(memory, self._day - self._last[term])

    def _introduced(self, term: int, now: float) -> None:
        self._remember(term, right=False)
        super()._introduced(term, now)

    def _stepped(self, term: int, right: bool) -> None:
        self._remember(term, right)

    def _reviewed(self, term: int, right: bool, now: float) -> None:
        self._remember(term, right)
        if right:
            self._learned(term)
        else:
            self._wait(term, 0, now)

    def _learned(self, term: int) -> None:
        memory = self._memory[term]
        assert memory
        self._due[term] = self._day + interval(memory, self.RETENTION)

    def _remember(self, term: int, right: bool) -> None:
        rating = Rating.GOOD if right else Rating.AGAIN
        self._memory[term] = review(self._memory[term], self._day - self._last[term], rating)
        self._last[term] = self._day
