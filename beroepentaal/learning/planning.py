"""Plans a lesson: of all that could be studied until the day it counts, what adds the most recall for the time there is.

Every memory could be studied no more times, or some number of times spread over the lessons that are left; each way has
a gain (recall on the day it counts, above what it would be without) and a price in seconds. With a price put on each
second, every memory takes its best way; the plan is the price at which all of them together just fit in the lessons left.
So the pace of new terms follows from the same sum: a new term is met if its recall is worth more than what its time would add
elsewhere. Which of the planned memories are studied today is decided by what each loses by waiting for the next lesson.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from beroepentaal.decks import Term
from beroepentaal.learning.exercises import MEET_SECONDS, Form, Skill
from beroepentaal.learning.forecast import Places
from beroepentaal.learning.progress import Progress
from beroepentaal.learning.theories import Floats

ROLLING_DAYS = 28
"""How far ahead it counts when a course has no end."""
LESSONS_A_WEEK = 5
LESSON_SECONDS = 900.0
SESSION_SECONDS = 600
MOST_NEW = 7
"""New terms in a session, unless the course is too short for that."""
NEW_BY = 0.3
"""The part of a course by which all new terms should have been met."""
STUDIES = (1, 2, 4, 8)
"""Numbers of spaced studies that are weighed against each other."""
FIRST_RECALLS = (0, 1, 2)
"""Recalls of a new term in its first lesson that are weighed against each other."""
MINUTES_APART = 4 / 1440
"""Days between the recalls of the first lesson."""
TOP_PRICE = 0.5
"""Recall a second; no study of a term brings so much."""
LEAST_RECALL = 0.15
"""Expected on the day it counts, below which a new term is not worth meeting: many words half known help nobody at work."""
SAFETY_WEIGHT = 2.0
TYPICAL = {
    Skill.UNDERSTAND: Form.PICTURE_CHOOSE_WORD,
    Skill.SAY: Form.PICTURE_SAY,
    Skill.WRITE: Form.DICTATION_TYPE,
}
"""The form by whose time a study in a skill is priced."""
WORTHLESS = 1e-6
"""Recall a second below which time has no price: there is room for everything."""


@dataclass(frozen=True, slots=True)
class Course:
    """What is left of a course, from today."""

    lessons: tuple[int, ...]
    """School days with a lesson, today first."""
    counts_on: int
    """The day on which it counts what is known."""
    began: int
    """School day of the first lesson."""
    lesson_seconds: float = LESSON_SECONDS
    seconds_today: float = LESSON_SECONDS
    """What is left of today's lesson."""

    @property
    def seconds(self) -> float:
        return self.seconds_today + self.lesson_seconds * (len(self.lessons) - 1)

    @property
    def last_week(self) -> int:
        """Its first day."""
        return self.lessons[-1] - 6

    @property
    def is_last_week(self) -> bool:
        return self.lessons[0] >= self.last_week

    @property
    def new_by(self) -> float:
        """The day by which all new terms should have been met."""
        return self.began + NEW_BY * (self.lessons[-1] + 1 - self.began)


def rolling(today: int, seconds_used: float = 0.0) -> Course:
    """The course of someone of whom nobody said when it ends: it always counts four weeks from today.

    seconds_used is what was practised today already.
    """
    lessons = tuple(day for day in range(today, today + ROLLING_DAYS) if (day - today) % 7 < LESSONS_A_WEEK)
    return Course(lessons, today + ROLLING_DAYS, today, seconds_today=max(0.0, LESSON_SECONDS - seconds_used))


@dataclass(frozen=True, slots=True)
class Plan:
    """What one school day should bring, as far as its time goes."""

    day: int
    due: tuple[tuple[Term, Skill], ...]
    """Those first that lose most by waiting."""
    new: int
    """New terms that are worth meeting today."""
    new_a_session: int
    first_recalls: int
    """Of a new term in its first lesson."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to study each of n memories: rows are ways, of which the first is not to study it at all."""

    gain: Floats
    seconds: Floats

    def best(self, price: float) -> NDArray[np.intp]:
        """The way of each memory that brings most when a second costs so much recall."""
        return np.asarray(np.argmax(self.gain - price * self.seconds, axis=0))

    def value(self, price: float) -> Floats:
        return np.asarray((self.gain - price * self.seconds).max(axis=0))

    def value_begun(self, price: float) -> Floats:
        """Of the best way that studies at all."""
        return np.asarray((self.gain - price * self.seconds)[1:].max(axis=0))

    def taken(self, price: float) -> Floats:
        """The seconds of each memory's best way."""
        return np.asarray(np.take_along_axis(self.seconds, self.best(price)[None], axis=0)[0])


def plan(progress: Progress, course: Course) -> Plan:
    """The plan for today, the first of the course's lessons. What was tested today is not due again today."""
    skills = [_Skill(progress, skill, course) for skill in progress.forecasts]
    unmet = [place for place, term in enumerate(progress.terms) if term.id not in progress.by_term]
    new = _ways_to_meet(progress, skills, course, unmet[:1])

    def spent(price: float) -> float:
        return sum(skill.spent(price) for skill in skills) + len(unmet) * float(new.taken(price).sum())

    low, high = 0.0, TOP_PRICE if spent(0.0) > course.seconds else 0.0
    while high - low > WORTHLESS:
        middle = (low + high) / 2
        low, high = (middle, high) if spent(middle) > course.seconds else (low, middle)
    due = sorted(chain.from_iterable(skill.due(high) for skill in skills), key=lambda each: (not each[0], -each[1]))
    way = int(new.best(low)[0]) if unmet else 0
    left = course.seconds - sum(skill.spent(high) for skill in skills)
    to_meet = min(len(unmet), left / float(new.seconds[way, 0])) if way else 0.0
    share = to_meet / max(1, sum(day < course.new_by for day in course.lessons))
    if high == 0:  # there is time for everything, so no reason to wait
        share = min(to_meet, max(share, MOST_NEW))
    return Plan(
        day=course.lessons[0],
        due=tuple((term, skill) for *_, term, skill in due),
        new=math.ceil(share),
        new_a_session=max(MOST_NEW, math.ceil(share / max(1.0, course.lesson_seconds / SESSION_SECONDS))),
        first_recalls=FIRST_RECALLS[(way - 1) // len(_possible(course))] if way else FIRST_RECALLS[-1],
    )


class _Skill:
    """The ways to study, in one skill, the terms that were met."""

    def __init__(self, progress: Progress, skill: Skill, course: Course) -> None:
        self._progress = progress
        self._skill = skill
        self._course = course
        self._forecast = progress.forecasts[skill]
        self._places = np.flatnonzero(self._forecast.is_studied & np.array(progress.askable[skill]))
        self._weights = np.array([SAFETY_WEIGHT if progress.terms[place].safety else 1.0 for place in self._places])
        self._ways = self._ways_from(float(course.lessons[0]))

    def spent(self, price: float) -> float:
        return float(self._ways.taken(price).sum())

    def due(self, price: float) -> Iterator[tuple[bool, float, Term, Skill]]:
        """The terms worth studying today at that price of a second, with what a second of it saves from being lost.

        In the last week there is a pass over all; those of which the first value is false then come after the others.
        """
        today, *later = self._course.lessons
        value = self._ways.value_begun(price)
        loss = value - np.maximum(self._ways_from(float(later[0])).value(price), 0) if later else value
        # Where waiting gains, a safety term waits the shorter.
        loss = np.where(loss < 0, loss / self._weights**2, loss) / self._ways.seconds[1]
        for place, worth, lost in zip(self._places.tolist(), value.tolist(), loss.tolist(), strict=True):
            term = self._progress.terms[place]
            tested = self._progress.by_term[term.id].tested.get(self._skill)
            is_in_pass = self._course.is_last_week and (tested is None or tested < self._course.last_week)
            if tested != today and (worth >= 0 or is_in_pass):
                yield worth >= 0, lost, term, self._skill

    def to_meet(self, times: Sequence[float], place: Places) -> tuple[Floats, Floats]:
        """Gain and seconds of studies of new terms at these times; showing them is the first and not counted here."""
        (_, after), right = self._forecast.project(times, self._course.counts_on, place)
        return after, self._seconds(right[1:])

    def _ways_from(self, begin: float) -> Ways:
        gains: list[Floats] = [np.zeros(len(self._places))]
        seconds: list[Floats] = [np.zeros(len(self._places))]
        for studies in _possible(self._course):
            times = _spread(begin, studies, self._course)
            (before, after), right = self._forecast.project(times, self._course.counts_on, self._places)
            gains.append((after - before) * self._weights)
            seconds.append(self._seconds(right))
        return Ways(np.array(gains), np.array(seconds))

    def _seconds(self, right: Floats) -> Floats:
        """Of studies with these chances of a right answer (k, n), together (n)."""
        easy = TYPICAL[self._skill].traits
        return np.asarray((easy.wrong_seconds - right * (easy.wrong_seconds - easy.right_seconds)).sum(axis=0))


def _ways_to_meet(progress: Progress, skills: Sequence[_Skill], course: Course, unmet: Sequence[int]) -> Ways:
    """Of a new term (or none): in all skills, with so many recalls in its first lesson, and so many later ones."""
    place, begin = np.array(unmet, dtype=np.intp), float(course.lessons[0])
    weights = np.array([SAFETY_WEIGHT if progress.terms[each].safety else 1.0 for each in unmet])
    gains: list[Floats] = [np.zeros(len(place))]
    seconds: list[Floats] = [np.zeros(len(place))]
    for recalls in FIRST_RECALLS:
        for studies in _possible(course):
            first = [begin + MINUTES_APART * number for number in range(recalls + 1)]
            rested = MINUTES_APART * (recalls + 2)
            times = [*first, *(time + rested for time in _spread(begin, studies, course))]
            gain: Floats = np.zeros(len(place))
            price: Floats = np.full(len(place), MEET_SECONDS)
            for skill in skills:
                more, longer = skill.to_meet(times, place)
                gain, price = gain + np.where(more >= LEAST_RECALL, more, 0.0) * weights, price + longer
            gains.append(gain)
            seconds.append(price)
    return Ways(np.array(gains), np.array(seconds))


def _possible(course: Course) -> list[int]:
    return [studies for studies in STUDIES if studies <= len(course.lessons)]


def _spread(begin: float, studies: int, course: Course) -> list[float]:
    """So many days from begin on, evenly spread over what is left of the lessons."""
    days = course.lessons[-1] + 1 - begin
    return [begin + math.floor(number * days / studies) for number in range(studies)]
