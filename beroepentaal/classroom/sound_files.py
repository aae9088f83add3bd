"""What bringing in recordings from elsewhere needs: files named after terms, and one long recording of a whole list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from beroepentaal.classroom.ports import Part, Take
from beroepentaal.decks import Term


@dataclass(frozen=True, slots=True)
class Match:
    """What the name of a file tells of what is said in it."""

    name: str
    part: Part
    term: Term | None
    """None where no term fits the name, or more than one."""
    sure: bool
    """Otherwise someone has to confirm it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a recording."""

    start: int
    end: int
    """In samples; the end is the first that no longer belongs to it."""


def joined(one: Piece, other: Piece) -> Piece:
    """With all that lies between."""
    return Piece(min(one.start, other.start), max(one.end, other.end))


class Recording(Protocol):
    """A list that someone spoke in one go."""

    @property
    def seconds(self) -> float: ...

    def cut(self, expected: int) -> list[Piece]:
        """What was said, in order; as many pieces as expected if the pauses allow it. Up to two seconds for half an hour."""

    def split(self, piece: Piece) -> tuple[Piece, Piece]:
        """At the longest pause inside, or else at the softest moment."""

    def take(self, piece: Piece) -> Take:
        """Some tens of milliseconds."""

    def outline(self, piece: Piece) -> Sequence[float]:
        """Loudness to draw, 0 to 1, each 10 ms; at once."""


class SoundFiles(Protocol):
    """The recordings that an instructor brings."""

    @property
    def suffixes(self) -> Sequence[str]:
        """Of the kinds of file that can be read: `.wav`."""

    def found(self, paths: Sequence[Path]) -> list[Path]:
        """With the sound files in a folder in the place of the folder. Raises Refusal."""

    def match(self, names: Sequence[str], terms: Iterable[Term]) -> list[Match]:
        """One for each name, in their order; of two that say the same, the second is not sure."""

    def take(self, path: Path) -> Take:
        """Of a file in which one word or sentence is said; some tens of milliseconds. Raises Refusal."""

    def recording(self, path: Path) -> Recording:
        """Of a file in which a list is said; some seconds. Raises Refusal."""
