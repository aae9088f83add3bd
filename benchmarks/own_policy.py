"""The program's own way to decide, driven by the very code that the app runs: learning.session and learning.progress."""

import random

from benchmarks.policies import Ask
from beroepentaal.decks import About, Deck, Kind, Step, Term
from beroepentaal.learning.exercises import Exercise, Form, Review
from beroepentaal.learning.memory import Rating
from beroepentaal.learning.progress import TermProgress, after
from beroepentaal.learning.session import Session, next_exercise

FIRST_DAY = 738_000
"""Of the course, as an ordinal; any will do."""


class Beroepentaal:
    """Implements Policy. A lesson is as many sessions as fit in it, one after the other, as the app offers them."""

    def __init__(self, n_terms: int, lessons: int) -> None:
        self._deck = _deck(n_terms)
        self._place = {term.id: place for place, term in enumerate(self._deck.core)}
        self._progress: dict[str, TermProgress] = {}
        self._rng = random.Random(1)
        self._session = Session(FIRST_DAY)
        self._asked: Exercise
        self._asked_at = 0.0

    def start_lesson(self, day: int, lessons_left: int) -> None:
        self._session = Session(FIRST_DAY + day)

    def next(self, seconds_left: float, now: float) -> Ask | None:
        exercise = next_exercise(self._deck, self._progress, self._session, self._rng)
        if exercise is None:
            self._session = Session(self._session.day)
            exercise = next_exercise(self._deck, self._progress, self._session, self._rng)
        if exercise is None:
            return None
        self._asked, self._asked_at = exercise, now
        return Ask(self._place[exercise.term.id], exercise.form is Form.MEET)

    def answered(self, term: int, right: bool, now: float) -> None:
        form = self._asked.form
        rating = None if form is Form.MEET else Rating.GOOD if right else Rating.AGAIN
        review = Review(self._asked.term.id, form, rating, self._session.day, (now - self._asked_at) * 86_400)
        self._progress[review.term] = after(self._progress.get(review.term), review)
        self._session = self._session.after(review)


def _deck(n_terms: int) -> Deck:
    about = About("simulated", "Simulated", "simulated", 1, (), "", "", {}, (Step("step", "Step"),))
    return Deck(about, tuple(_term(number) for number in range(1, n_terms + 1)))


def _term(number: int) -> Term:
    name = f"term{number}"
    return Term(name, name, "de", "", Kind.NOUN, "step", False, number, "", "", "", "", f"{name}.svg", {})
