"""A deck: the terms of one trade, ordered by the steps of its job."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from beroepentaal.decks.term import Term


@dataclass(frozen=True, slots=True)
class Step:
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class About:
    """What deck.toml says of a deck."""

    id: str
    title: str
    trade: str
    version: int
    authors: tuple[str, ...]
    licence: str
    picture: str
    """File name, in the deck's pictures, of the one that stands for the trade; may be empty."""
    languages: Mapping[str, bool]
    """Gloss languages by code; true when a native speaker checked the glosses."""
    steps: tuple[Step, ...]
    """Of the job, in its order."""


@dataclass(frozen=True)
class Deck:
    about: About
    terms: tuple[Term, ...]

    @property
    def id(self) -> str:
        return self.about.id

    @cached_property
    def core(self) -> tuple[Term, ...]:
        """The terms that everyone must know, in the order of learning."""
        return tuple(sorted((term for term in self.terms if term.core), key=lambda term: term.core or 0))

    @cached_property
    def by_id(self) -> Mapping[str, Term]:
        return {term.id: term for term in self.terms}
