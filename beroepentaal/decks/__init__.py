"""What is learned: terms, decks and the checks that keep them right."""

from beroepentaal.decks.deck import About, Deck, Step
from beroepentaal.decks.term import Kind, Term

__all__ = ["About", "Deck", "Kind", "Step", "Term"]
