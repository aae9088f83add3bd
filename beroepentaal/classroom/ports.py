"""What the use cases need from outside: remembering and speaking."""

from dataclasses import dataclass
from typing import Protocol

from beroepentaal.decks import Term
from beroepentaal.learning.exercises import Review


@dataclass(frozen=True, slots=True)
class Trainee:
    """Someone who practises on this PC; no name, by design."""

    id: str
    picture: str
    """Name of one of the trainee pictures."""
    colour: int
    """Which of the theme's backgrounds the picture stands on, from 0; tells apart two who chose the same picture."""
    language: str
    """Own language by code, for glosses on this screen only: it never leaves this PC."""
    deck: str


class Roster(Protocol):
    """The trainees of this PC."""

    def trainees(self) -> list[Trainee]: ...

    def add(self, trainee: Trainee) -> None:
        """Raises Refusal, with nothing stored, if it cannot be kept."""


class ReviewLog(Protocol):
    """Every answer ever given; it only grows."""

    def append(self, trainee: Trainee, deck: str, review: Review) -> None:
        """On disk when it returns. Raises Refusal, with nothing stored, if it cannot be kept."""

    def reviews(self, trainee: Trainee, deck: str) -> list[Review]:
        """In the order in which they were given."""

    def newest_day(self) -> int | None:
        """The latest school day on which anyone answered, as an ordinal."""


@dataclass(frozen=True, slots=True)
class Sound:
    samples: bytes
    """Mono, signed 16 bits, native byte order."""
    rate: int
    """Samples a second."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something to be said."""

    text: str
    language: str = "nl"
    clip: str = ""
    """Name of the clip that may hold it, as deck/term or deck/term.sentence; empty where there can be none."""


def term_said(deck: str, term: Term) -> Utterance:
    """The term with its article."""
    return Utterance(term.spoken, clip=f"{deck}/{term.id}")


def sentence_said(deck: str, term: Term) -> Utterance:
    return Utterance(term.sentence, clip=f"{deck}/{term.id}.sentence")


class Voices(Protocol):
    def sound(self, utterance: Utterance) -> Sound:
        """In the best voice there is; takes some tens of milliseconds. Raises Refusal if nothing can say it."""
