"""The program's own way to decide, driven by the very code that the app runs: learning.planning and learning.session."""

import random
import string

from benchmarks.policies import Ask
from beroepentaal.decks import Kind, Term
from beroepentaal.learning.exercises import Exercise, Form, Means, Review
from beroepentaal.learning.memory import Rating
from beroepentaal.learning.planning import Course, plan
from beroepentaal.learning.progress import Progress
from beroepentaal.learning.session import Session, next_exercise

FIRST_DAY = 738_000
"""Of the course, as an ordinal; any will do."""


class Beroepentaal:
    """Implements Policy. A lesson is as many sessions as fit in it, one after the other, as the app offers them.

    The simulated terms have no picture and the PC no sound, so that each question is a recall as the worlds have it.
    """

    def __init__(self, n_terms: int, days: list[int], lesson_seconds: float, exam: int) -> None:
        self._days = [FIRST_DAY + day for day in days]
        self._lesson_seconds = lesson_seconds
        self._exam = FIRST_DAY + exam
        means = Means(sound=False, forms=frozenset({Form.MEET, Form.PICTURE_SAY}))
        self._progress = Progress([simulated_term(number) for number in range(1, n_terms + 1)], means=means)
        self._rng = random.Random(1)
        self._asked: Exercise
        self._asked_at = 0.0

    def start_lesson(self, day: int, lessons_left: int) -> None:
        today = FIRST_DAY + day
        course = Course(
            lessons=tuple(each for each in self._days if each >= today),
            counts_on=self._exam,
            began=self._days[0],
            lesson_seconds=self._lesson_seconds,
            seconds_today=self._lesson_seconds,
        )
        self._plan = plan(self._progress, course)
        self._session = Session(today)

    def next(self, seconds_left: float, now: float) -> Ask | None:
        exercise = next_exercise(self._progress, self._plan, self._session, self._rng)
        if exercise is None:
            self._session = Session(self._session.day)
            exercise = next_exercise(self._progress, self._plan, self._session, self._rng)
        if exercise is None:
            return None
        self._asked, self._asked_at = exercise, now
        return Ask(self._progress.place[exercise.term.id], exercise.form is Form.MEET)

    def answered(self, term: int, right: bool, now: float) -> None:
        form = self._asked.form
        rating = None if form is Form.MEET else Rating.GOOD if right else Rating.AGAIN
        review = Review(self._asked.term.id, form, rating, self._session.day, (now - self._asked_at) * 86_400)
        self._progress.learn(review)
        self._session = self._session.after(review)


def simulated_term(number: int) -> Term:
    """Named so that no two are alike: those would not be met on one day."""
    name = "".join(random.Random(number).choices(string.ascii_lowercase, k=9))
    return Term(name, name, "de", "", Kind.NOUN, "step", False, number, "", "", "", "", "", {})
