"""An instructor gives a term a photo of his own in the place of its drawing: what that needs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from beroepentaal.decks import Term


@dataclass(frozen=True, slots=True)
class Card:
    """A term and how it is pictured."""

    deck: str
    term: Term
    """As the deck has it, with the drawing if there is one."""
    photo: Path | None
    """The instructor's own."""


@dataclass(frozen=True, slots=True)
class Crop:
    """The square of a photo that becomes the picture, in pixels of the photo; it is white where it reaches outside."""

    left: int
    top: int
    side: int


class Photo(Protocol):
    """A photo that was opened; only the page and Photos look inside."""

    @property
    def can_be_lighter(self) -> bool:
        """Whether it would look clearly better for it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to become the picture of a term."""

    photo: Photo
    crop: Crop
    lighter: bool


Before = bytes | None
"""The photo that stood there, to be put back as it was; None for the drawing."""


class Photos(Protocol):
    """The own photos of this PC. All of it takes some tens of milliseconds, opening up to a second."""

    def path(self, deck: str, term: str) -> Path | None:
        """None when the term has none."""

    def open(self, source: object) -> Photo:
        """source: a file, or what a page found on the clipboard. Raises Refusal if it is no photo that can be used."""

    def keep(self, deck: str, term: str, draft: Draft) -> Before:
        """Raises Refusal, with everything as it was, if it cannot be written."""

    def remove(self, deck: str, term: str) -> Before:
        """Raises Refusal if the photo stays."""

    def put_back(self, deck: str, term: str, before: Before) -> None:
        """Undoes what gave this Before. Raises Refusal, with everything as it was."""
