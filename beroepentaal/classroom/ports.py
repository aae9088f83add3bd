"""What the use cases need from outside: remembering and speaking."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
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


class Part(StrEnum):
    """Of a term, what is said."""

    TERM = "term"
    """With its article."""
    SENTENCE = "sentence"
    CHUNK = "chunk"


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something to be said."""

    text: str
    language: str = "nl"
    deck: str = ""
    """With term: what a clip may hold; empty where there can be none."""
    term: str = ""
    part: Part = Part.TERM
    spoken_as: str = ""
    """The text as a machine's voice must be given it, where that is not as it is written."""
    slow: bool = False

    @property
    def for_voice(self) -> str:
        return self.spoken_as or self.text


def said(deck: str, term: Term, part: Part = Part.TERM, *, slow: bool = False) -> Utterance:
    text = {Part.TERM: term.with_article, Part.SENTENCE: term.sentence, Part.CHUNK: term.chunk}[part]
    spoken_as = term.spoken if part is Part.TERM and term.spoken_as else ""
    return Utterance(text, deck=deck, term=term.id, part=part, spoken_as=spoken_as, slow=slow)


class Voices(Protocol):
    """How an utterance sounds; each takes some tens of milliseconds."""

    def clip(self, utterance: Utterance) -> Sound | None:
        """The best clip of it; None when there is none that is whole and says the text."""

    def live(self, utterance: Utterance) -> Sound:
        """In the computer's voice. Raises Refusal if it cannot say it."""

    def wording(self, utterance: Utterance) -> str:
        """What a voice must be given to read it well: units and abbreviations written out."""


class Trouble(Enum):
    """Why a recording is no use."""

    NOTHING_HEARD = auto()
    TOO_QUIET = auto()
    TOO_LOUD = auto()
    """Clipped."""


@dataclass(frozen=True, slots=True)
class Take:
    """What a microphone or a voice gave, ready to be heard and seen."""

    sound: Sound
    """Trimmed and levelled."""
    outline: tuple[float, ...]
    """Loudness to draw, 0 to 1, each 10 ms."""
    pitch: tuple[float | None, ...]
    """Hz, each 10 ms; None where there is no voice."""
    trouble: Trouble | None


class Ear(Protocol):
    """Listens along while someone says one word."""

    has_begun: bool
    has_ended: bool
    """Something was said, and then it was quiet."""

    def hear(self, samples: bytes) -> None:
        """The next chunk: mono, signed 16 bits, 24 kHz."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is made of what a microphone gives."""

    new_ear: Callable[[], Ear]
    take_of: Callable[[Sound], Take]
    """Some tens of milliseconds."""
    level: Callable[[Sound], float]
    """How loud the last moment is, for a meter: 0 to 1."""
