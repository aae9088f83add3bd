"""An instructor gives a deck its voice: which of its texts have a clip, whose voice it is, and what could make a better one."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum, auto
from pathlib import Path
from typing import Protocol

from beroepentaal.classroom.ports import Part, Sound, Utterance, said
from beroepentaal.decks import Deck, Term

RECORDED = "opname"
"""The voice of a clip that a person spoke."""


class Quality(IntEnum):
    COMPUTER = 1
    NATURAL = 2
    """Made by a machine, and hard to tell from a person."""
    RECORDED = 3


def quality(voice: str) -> Quality:
    """By the name that clips keep of a voice: `espeak`, `gtts`, `piper:nl_NL-mls-medium`, RECORDED."""
    if voice == "espeak":
        return Quality.COMPUTER
    return Quality.NATURAL if voice == "gtts" or voice.startswith("piper:") else Quality.RECORDED


def utterances(deck: Deck) -> Iterator[Utterance]:
    """All that a deck says, what is needed most first: the core before the rest, words before sentences."""
    for terms in (deck.core, [term for term in deck.terms if not term.core]):
        for part in Part:
            yield from (utterance for term in terms if (utterance := said(deck.id, term, part)).text)


def of_core(deck: Deck) -> Iterator[Utterance]:
    return utterances(Deck(deck.about, deck.core))


class Clips(Protocol):
    """The clips of the decks on this PC."""

    def voice(self, utterance: Utterance) -> str | None:
        """Whose clip would be played; None when there is none that says the text."""

    def is_stale(self, utterance: Utterance) -> bool:
        """Whether there are clips of this part of the term, and none says what the deck says now."""

    def keep(self, utterance: Utterance, sound: Sound, voice: str) -> None:
        """Raises Refusal, with everything as it was, if it cannot be written."""

    def discard(self, utterance: Utterance) -> None:
        """Deletes the clip that this PC made of it, if there is one; one that came with the program stays. Raises Refusal."""

    def unused(self, deck: Deck) -> Collection[Path]:
        """The clips of this PC that say nothing that the deck says now."""

    def clear(self, deck: Deck) -> int:
        """Deletes the unused ones; how many there were. Raises Refusal."""


class State(Enum):
    HAS_CLIP = auto()
    STALE = auto()
    """There is a clip, of an older text; the computer says the new one live."""
    LIVE = auto()
    """There is none; the computer says it live."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text of a deck and how it sounds."""

    term: Term
    utterance: Utterance
    state: State
    voice: str
    """As clips name it; empty without a clip."""

    @property
    def is_recorded(self) -> bool:
        """Whether a person spoke it."""
        return bool(self.voice) and quality(self.voice) is Quality.RECORDED


def lines(deck: Deck, clips: Clips) -> list[Line]:
    """In the order of utterances(); takes some tenths of a second for a deck of 400 terms."""
    return [line(deck.by_id[utterance.term], utterance, clips) for utterance in utterances(deck)]


def line(term: Term, utterance: Utterance, clips: Clips) -> Line:
    voice = clips.voice(utterance)
    state = State.HAS_CLIP if voice is not None else State.STALE if clips.is_stale(utterance) else State.LIVE
    return Line(term, utterance, state, voice or "")


class Only(StrEnum):
    """What rendering leaves out."""

    CORE = "core"
    """All that is not of the core."""
    MISSING = "missing"
    """What has a clip, whatever its voice."""
    WORSE = "worse"
    """What has a clip in a voice that is as good."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """How far it is with the clips of a deck."""

    wanted: int
    made: int = 0
    kept: int = 0
    """Clips that were good already."""
    failed: tuple[str, ...] = ()
    """Why, one sentence for each clip that could not be made."""
    stopped: str = ""
    """Why the voice cannot go on now; the same rendering begun later takes up where this one stopped."""

    @property
    def done(self) -> int:
        return self.made + self.kept + len(self.failed)


@dataclass(frozen=True, slots=True)
class Engine:
    """A voice that can render a deck."""

    name: str
    title: str
    why_not: str = ""
    """Why it does not work here; empty where it does, as far as can be told without asking it to speak."""


class Studio(Protocol):
    """Makes clips."""

    def engines(self) -> list[Engine]:
        """The best first."""

    def render(self, deck: Deck, engine: str, only: Collection[Only]) -> Iterator[Rendering]:
        """Makes one clip each time the next value is asked for, in some tens of milliseconds to a minute.

        Never replaces a clip of a better voice, and a person's by nobody's. Raises Refusal if the engine is not there.
        """

    def close(self) -> None:
        """A rendering that waits for a voice stops waiting."""
