"""Decks made for a test, and a simulated trainee who takes lessons with them."""

import random
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from beroepentaal.decks import About, Deck, Kind, Step, Term
from beroepentaal.learning.exercises import Exercise, Form, Means, Review
from beroepentaal.learning.memory import Rating
from beroepentaal.learning.planning import Plan, plan, rolling
from beroepentaal.learning.progress import Progress
from beroepentaal.learning.session import Session, next_exercise

MONDAY = 739_005
"""A school day on which courses begin here."""

_ABOUT = About("dak", "Dak", "dak", 1, (), "GPL-3.0-or-later", "", {}, (Step("dak", "Het dak"),))


def a_name(number: int) -> str:
    """Of a term; no two of them are alike, so that they may be met on one day."""
    return "".join(random.Random(number).choices(string.ascii_lowercase, k=9))


def a_term(number: int, **changed: Any) -> Term:
    name = a_name(number)
    values: dict[str, Any] = {
        "id": name,
        "term": name,
        "article": "de",
        "plural": "",
        "kind": Kind.NOUN,
        "step": "dak",
        "safety": False,
        "core": number,
        "meaning": "Iets op het dak.",
        "sentence": f"Pak de {name}.",
        "chunk": "",
        "spoken_as": "",
        "picture": f"{name}.svg",
        "glosses": {},
    }
    return Term(**{**values, **changed})


def terms_of(size: int, **changed: Any) -> tuple[Term, ...]:
    return tuple(a_term(number, **changed) for number in range(1, size + 1))


def a_deck(*terms: Term) -> Deck:
    return Deck(_ABOUT, terms)


def a_review(form: Form, right: bool | None, day: int = MONDAY, term: str = a_name(1), seconds: float = 10.0) -> Review:
    rating = None if right is None else Rating.GOOD if right else Rating.AGAIN
    return Review(term, form, rating, day, seconds)


def a_first_lesson(terms: Iterable[Term], day: int = MONDAY, right: bool = True) -> list[Review]:
    """Every term is met, heard and said."""
    log = []
    for term in terms:
        log.append(a_review(Form.MEET, None, day, term.id))
        log += [a_review(form, right, day, term.id) for form in (Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_SAY)]
    return log


@dataclass(frozen=True, slots=True)
class Asked:
    exercise: Exercise
    review: Review
    session: Session
    """Before it was asked."""
    met: frozenset[str]
    """Terms met before it was asked."""
    plan: Plan

    @property
    def term(self) -> str:
        return self.review.term


class Trainee:
    """Someone with one chance of answering right, and all that he answered so far."""

    def __init__(self, terms: Sequence[Term], accuracy: float = 1.0, seed: int = 0, means: Means | None = None) -> None:
        self.terms = terms
        self.log: list[Review] = []
        self._accuracy = accuracy
        self._rng = random.Random(seed)
        self._means = means

    def progress(self) -> Progress:
        return Progress(self.terms, self.log, self._means)

    def lesson(self, day: int, cut_off_after: int = 1000) -> list[Asked]:
        """A new session, to its end or until the trainee walks away; a thousand exercises are more than any has."""
        session, progress, asked = Session(day), self.progress(), list[Asked]()
        the_plan = plan(progress, rolling(day, progress.seconds_on(day)))
        while len(asked) < cut_off_after:
            exercise = next_exercise(progress, the_plan, session, self._rng)
            if exercise is None:
                break
            review = self._answer(exercise, day)
            asked.append(Asked(exercise, review, session, frozenset(progress.by_term), the_plan))
            self.log.append(review)
            progress.learn(review)
            session = session.after(review)
        return asked

    def _answer(self, exercise: Exercise, day: int) -> Review:
        if exercise.form is Form.MEET:
            return Review(exercise.term.id, exercise.form, None, day, self._rng.uniform(8, 30))
        right = self._rng.random() < self._accuracy
        seconds = self._rng.uniform(4, 16) if right else self._rng.uniform(6, 60)
        return Review(exercise.term.id, exercise.form, Rating.GOOD if right else Rating.AGAIN, day, seconds)


def half_learned(reviews: Iterable[Review], day: int, recalls: int) -> set[str]:
    """The terms met on that day that were not answered right so many times in a row since."""
    right = dict[str, int]()
    for review in reviews:
        if review.day == day and review.form is Form.MEET:
            right[review.term] = 0
        elif review.day == day and review.term in right:
            right[review.term] = right[review.term] + 1 if review.rating is Rating.GOOD else 0
    return {term for term, times in right.items() if times < recalls}
