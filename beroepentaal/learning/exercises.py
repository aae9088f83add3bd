"""The exercises as values: what is asked, what may be answered, what an answer proves, how long it takes."""

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from beroepentaal.decks import Term
from beroepentaal.learning.memory import Rating


class Skill(StrEnum):
    UNDERSTAND = "understand"
    SAY = "say"


class Form(StrEnum):
    """What is shown or heard, and how it is answered."""

    MEET = "meet"
    HEAR_CHOOSE_PICTURE = "hear-choose-picture"
    PICTURE_CHOOSE_WORD = "picture-choose-word"
    PICTURE_SAY = "picture-say"

    @property
    def skill(self) -> Skill:
        return Skill.SAY if self is Form.PICTURE_SAY else Skill.UNDERSTAND

    @property
    def has_choices(self) -> bool:
        return self in (Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_CHOOSE_WORD)


@dataclass(frozen=True, slots=True)
class Exercise:
    form: Form
    term: Term
    choices: tuple[Term, ...] = ()
    """In the order shown, the right one among them; empty where the form has no choices."""


@dataclass(frozen=True, slots=True)
class Review:
    """What happened in one exercise, as the review log keeps it."""

    term: str
    form: Form
    rating: Rating | None
    """None when the term was shown and not asked."""
    day: int
    """School day as a proleptic ordinal (date.toordinal)."""
    seconds: float

    @property
    def skill(self) -> Skill:
        return self.form.skill


def compose(form: Form, term: Term, pool: Sequence[Term], met: Collection[str], size: int, rng: random.Random) -> Exercise:
    """The exercise for a term, with size choices where the form has them.

    pool is where wrong choices come from; terms already met (by id) and of the same kind come first, and nothing that
    could be taken for a second right answer is among them.
    """
    if not form.has_choices:
        return Exercise(form, term)
    candidates = [other for other in pool if _is_wrong_answer(other, term)]
    rng.shuffle(candidates)
    candidates.sort(key=lambda other: (other.id not in met, other.kind != term.kind))
    choices = [term, *candidates[: size - 1]]
    rng.shuffle(choices)
    return Exercise(form, term, tuple(choices))


def _is_wrong_answer(other: Term, term: Term) -> bool:
    same_picture = bool(term.picture) and other.picture == term.picture
    return other.id != term.id and other.term.casefold() != term.term.casefold() and not same_picture
