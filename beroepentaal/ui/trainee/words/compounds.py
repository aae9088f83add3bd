"""Finds where a long Dutch compound may be broken, so that no word is cut off or set too small to read."""

import re
from collections.abc import Iterable

from beroepentaal.decks import Term

SOFT_HYPHEN = "\u00ad"
SHORTEST = 4
"""Letters of a part of a word."""
_VOWEL = re.compile("[aeiouy]")


def vocabulary(terms: Iterable[Term]) -> frozenset[str]:
    """The words that a deck uses; those that another word ends in are parts of it."""
    texts = (text for term in terms for text in (term.term, term.plural, term.meaning, term.sentence))
    return frozenset(word for text in texts for word in re.findall(r"\w+", text.casefold()) if len(word) >= SHORTEST)


def breakable(text: str, words: frozenset[str]) -> str:
    """The text with a soft hyphen, which is seen only at the end of a line, before each word that another one ends in."""
    return re.sub(r"\w+", lambda found: _broken(found[0], words), text)


def _broken(word: str, words: frozenset[str]) -> str:
    places = range(SHORTEST, len(word) - SHORTEST + 1)
    plain = word.casefold()
    border = next((place for place in places if _is_border(plain[:place], plain[place:], words)), None)
    if border is None:
        return word
    return f"{_broken(word[:border], words)}{SOFT_HYPHEN}{word[border:]}"


def _is_border(left: str, right: str, words: frozenset[str]) -> bool:
    """A vowel belongs to the consonant before it, unless that ends a word: accu-boormachine, but draag-vermogen."""
    return right in words and (left in words or not _VOWEL.match(right))
