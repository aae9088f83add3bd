"""Decks made for a test, and a simulated trainee who takes lessons with them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from beroepentaal.decks import About, Deck, Kind, Step, Term
from beroepentaal.learning.exercises import Exercise, Form, Review
from beroepentaal.learning.memory import Rating
from beroepentaal.learning.progress import Progress, after, progress_after
from beroepentaal.learning.session import Session, next_exercise

MONDAY = 739_005
"""A school day on which courses begin here."""

_ABOUT = About("dak", "Dak", "dak", 1, (), "GPL-3.0-or-later", "", {}, (Step("dak", "Het dak"),))


def a_term(number: int, **changed: Any) -> Term:
    name = f"woord{number}"
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


def a_deck(*terms: Term) -> Deck:
    return Deck(_ABOUT, terms)


def a_deck_of(size: int) -> Deck:
    return a_deck(*(a_term(number) for number in range(1, size + 1)))


def a_review(form: Form, right: bool | None, day: int = MONDAY, term: str = "woord1") -> Review:
    rating = None if right is None else Rating.GOOD if right else Rating.AGAIN
    return Review(term, form, rating, day, 10.0)


@dataclass(frozen=True, slots=True)
class Asked:
    exercise: Exercise
    review: Review
    session: Session
    """Before it was asked."""
    progress: Progress
    """Before it was asked."""

    @property
    def term(self) -> str:
        return self.review.term


class Course:
    """A trainee with one chance of answering right, and all that he answered so far."""

    def __init__(self, deck: Deck, accuracy: float = 1.0, seed: int = 0) -> None:
        self.deck = deck
        self.log: list[Review] = []
        self._accuracy = accuracy
        self._rng = random.Random(seed)

    def lesson(self, day: int, cut_off_after: int = 1000) -> list[Asked]:
        """A new session, to its end or until the trainee walks away; a thousand exercises are more than any has."""
        session, progress, asked = Session(day), progress_after(self.log), list[Asked]()
        while len(asked) < cut_off_after:
            exercise = next_exercise(self.deck, progress, session, self._rng)
            if exercise is None:
                break
            review = self._answer(exercise, day)
            asked.append(Asked(exercise, review, session, progress))
            self.log.append(review)
            progress = {**progress, review.term: after(progress.get(review.term), review)}
            session = session.after(review)
        return asked

    def _answer(self, exercise: Exercise, day: int) -> Review:
        if exercise.form is Form.MEET:
            return Review(exercise.term.id, exercise.form, None, day, self._rng.uniform(8, 30))
        right = self._rng.random() < self._accuracy
        seconds = self._rng.uniform(4, 16) if right else self._rng.uniform(6, 60)
        return Review(exercise.term.id, exercise.form, Rating.GOOD if right else Rating.AGAIN, day, seconds)


def unfinished(reviews: Sequence[Review], day: int) -> set[str]:
    """The terms that were met or missed on that day and not said right since."""
    terms = set[str]()
    for review in reviews:
        if review.day == day and (review.form is Form.MEET or review.rating is Rating.AGAIN):
            terms.add(review.term)
        elif review.day == day and review.form is Form.PICTURE_SAY:
            terms.discard(review.term)
    return terms
