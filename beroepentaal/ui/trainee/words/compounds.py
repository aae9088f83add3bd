"""Finds where a long Dutch compound may be broken, so that no word is cut off or set too small to read."""

import re
from collections.abc import Iterable

from beroepentaal.decks import Term

SOFT_HYPHEN = "\u00ad"
SHORTEST = 4
"""Letters of a part of a word."""


def vocabulary(terms: Iterable[Term]) -> frozenset[str]:
    """The words that a deck uses; those that another word ends in are parts of it."""
    texts = (text for term in terms for text in (term.term, term.plural, term.meaning, term.sentence))
    return frozenset(word for text in texts for word in re.findall(r"\w+", text.casefold()) if len(word) >= SHORTEST)


def breakable(text: str, words: frozenset[str]) -> str:
    """The text with a soft hyphen, which is seen only at the end of a line, before each word that another one ends in."""
    return re.sub(r"\w+", lambda found: _broken(found[0], words), text)


def _broken(word: str, words: frozenset[str]) -> str:
    borders = (place for place in range(SHORTEST, len(word) - SHORTEST + 1) if word[place:].casefold() in words)
    border = next(borders, None)
    if border is None:
        return word
    return f"{_broken(word[:border], words)}{SOFT_HYPHEN}{_broken(word[border:], words)}"
