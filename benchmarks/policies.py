"""What decides which exercise comes next in a simulated course, and three well-known ways to decide it.

In a lesson the three first meet the new terms of their even pace, then ask what is due, then what they want to see again on
the same day. Minutes between steps only set the order of the last: nobody sits and waits. Anki asks such steps before what
is due. That was tried: in 12 weeks with 400 terms sm2 then knows 195 instead of 241 in ActR, where who forgets fast never
gets past the steps, and 296 instead of 290 in Dash; fsrs90 183 instead of 228, and 307 instead of 295.
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
    """New terms at the even pace, and a time at which each term met is due; subclasses say when, and what is urgent."""

    PART_OF_COURSE = 0.7
    """All terms are met in this part of the lessons."""

    def __init__(self, n_terms: int, lessons: int) -> None:
        self._n_terms = n_terms
        self._lessons = lessons
        self._met = 0
        self._to_meet = 0  # terms that are to be met by the end of this lesson
        self._day = 0
        self._due: dict[int, float] = {}  # days since the course began
        self._queue: list[tuple[bool, float, int]] = []  # a heap: asked already on this day, urgency, term

    def start_lesson(self, day: int, lessons_left: int) -> None:
        lesson = self._lessons - lessons_left + 1
        self._to_meet = min(self._n_terms, math.ceil(self._n_terms * lesson / (self.PART_OF_COURSE * self._lessons)))
        self._day = day
        self._queue = [(False, self._urgency(term), term) for term, due in self._due.items() if due <= day]
        heapq.heapify(self._queue)

    def next(self, seconds_left: float, now: float) -> Ask | None:
        if self._met < self._to_meet:
            return Ask(self._met, new=True)
        return Ask(self._queue[0][2], new=False) if self._queue else None

    def answered(self, term: int, right: bool, now: float) -> None:
        if term == self._met:
            self._met += 1
            due = self._introduced(term, now)
        else:
            heapq.heappop(self._queue)
            due = self._asked(term, right, now)
        self._due[term] = due
        if due < self._day + 1:
            heapq.heappush(self._queue, (True, due, term))

    def _urgency(self, term: int) -> float:
        """Of the terms due the one with the least comes first; here the one that is due longest."""
        return self._due[term]

    def _introduced(self, term: int, now: float) -> float:
        """When the term is due for the first time."""
        raise NotImplementedError

    def _asked(self, term: int, right: bool, now: float) -> float:
        """When the term is due again."""
        raise NotImplementedError


class Leitner(EvenPace):
    """Five boxes: a right answer moves a term to the next, a wrong one back to the first."""

    DAYS = (1, 2, 4, 8, 16)

    def __init__(self, n_terms: int, lessons: int) -> None:
        super().__init__(n_terms, lessons)
        self._box = [0] * n_terms

    def _introduced(self, term: int, now: float) -> float:
        return self._day + self.DAYS[0]

    def _asked(self, term: int, right: bool, now: float) -> float:
        self._box[term] = min(self._box[term] + 1, len(self.DAYS) - 1) if right else 0
        return self._day + self.DAYS[self._box[term]]


class MinuteSteps(EvenPace):
    """New and forgotten terms come back after each of STEPS; who is right at every step has (again) learned the term."""

    STEPS = (1 * MINUTE, 10 * MINUTE)

    def __init__(self, n_terms: int, lessons: int) -> None:
        super().__init__(n_terms, lessons)
        self._step: dict[int, int] = {}

    def _introduced(self, term: int, now: float) -> float:
        return self._at_step(0, term, now)

    def _asked(self, term: int, right: bool, now: float) -> float:
        step = self._step.pop(term, None)
        if not right:
            if step is None:
                self._forgotten(term)
            return self._at_step(0, term, now)
        if step is None:
            return self._day + self._days_when_recalled(term)
        if step + 1 < len(self.STEPS):
            return self._at_step(step + 1, term, now)
        return self._day + self._days_when_learned(term)

    def _at_step(self, step: int, term: int, now: float) -> float:
        self._step[term] = step
        return now + self.STEPS[step]

    def _forgotten(self, term: int) -> None:
        """A learned term was answered wrong."""

    def _days_when_learned(self, term: int) -> int:
        raise NotImplementedError

    def _days_when_recalled(self, term: int) -> int:
        raise NotImplementedError


class Sm2(MinuteSteps):
    """SM-2 as Anki had it before FSRS: an ease for each term, by which its interval grows.

    Source: the second version of Anki's scheduler (_nextRevIvl, _rescheduleLapse) with its default options, without
    fuzz; the steps of a forgotten term are those of a new one.
    """

    EASE, LEAST_EASE, EASE_LOST = 2.5, 1.3, 0.2
    HARD = 1.2

    def __init__(self, n_terms: int, lessons: int) -> None:
        super().__init__(n_terms, lessons)
        self._ease = [self.EASE] * n_terms
        self._interval = [1] * n_terms

    def _forgotten(self, term: int) -> None:
        self._ease[term] = max(self._ease[term] - self.EASE_LOST, self.LEAST_EASE)

    def _days_when_learned(self, term: int) -> int:
        self._interval[term] = 1
        return 1

    def _days_when_recalled(self, term: int) -> int:
        days, late = self._interval[term], self._day - int(self._due[term])
        when_hard = max(int(days * self.HARD), days + 1)
        self._interval[term] = max(int((days + late // 2) * self._ease[term]), when_hard + 1)
        return self._interval[term]


class Fsrs90(MinuteSteps):
    """FSRS-6 with a desired retention of 0.9, the lowest recall first; the introduction counts as a wrong answer."""

    RETENTION = 0.9

    def __init__(self, n_terms: int, lessons: int) -> None:
        super().__init__(n_terms, lessons)
        self._memory: dict[int, Memory] = {}
        self._last: dict[int, int] = {}  # day of the last answer

    def _urgency(self, term: int) -> float:
        return retrievability(self._memory[term], self._day - self._last[term])

    def _introduced(self, term: int, now: float) -> float:
        self._remember(term, right=False)
        return super()._introduced(term, now)

    def _asked(self, term: int, right: bool, now: float) -> float:
        self._remember(term, right)
        return super()._asked(term, right, now)

    def _days_when_learned(self, term: int) -> int:
        return interval(self._memory[term], self.RETENTION)

    _days_when_recalled = _days_when_learned

    def _remember(self, term: int, right: bool) -> None:
        days = self._day - self._last.get(term, self._day)
        self._memory[term] = review(self._memory.get(term), days, Rating.GOOD if right else Rating.AGAIN)
        self._last[term] = self._day
