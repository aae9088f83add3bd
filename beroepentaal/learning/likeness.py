"""Which terms are easily mixed up: learned on one day they disturb each other, and as wrong choices they test best."""

import re
from functools import lru_cache

from beroepentaal.decks import Term
from beroepentaal.learning.answers import SPELLED_ALIKE

ALIKE = 0.7
"""Likeness from which two terms are not met on one day: storing and string."""
SAME_END = 4
"""Letters at the end of both terms that make them two of a kind: minpool and pluspool, striptang and kniptang."""


def likeness(one: Term, other: Term) -> float:
    """How much two terms sound or look alike in Dutch, 0 to 1."""
    return _likeness(*sorted((one.term, other.term)))


def are_alike(one: Term, other: Term) -> bool:
    """By spelling, sound or picture."""
    same_picture = bool(one.picture) and one.picture == other.picture
    same_end = one.term[-SAME_END:].casefold() == other.term[-SAME_END:].casefold()
    return same_picture or same_end or likeness(one, other) >= ALIKE


def could_pass_for(other: Term, term: Term) -> bool:
    """Whether the other would be a right answer too: the same word, picture or gloss, or a wider or narrower word.

    Whoever is shown a solar cable and chooses cable is right.
    """
    one, two = term.term.casefold(), other.term.casefold()
    if one == two or (term.picture and term.picture == other.picture):
        return True
    shared = [language for language, gloss in term.glosses.items() if other.glosses.get(language) == gloss]
    return bool(shared) or one.endswith(two) or two.endswith(one)


@lru_cache(maxsize=100_000)
def _likeness(one: str, other: str) -> float:
    from rapidfuzz.distance import OSA  # not at the top: 33 ms of the start

    by_letter = OSA.normalized_similarity(one.casefold(), other.casefold())
    return max(by_letter, OSA.normalized_similarity(_heard(one), _heard(other)))


@lru_cache(maxsize=4096)
def _heard(term: str) -> str:
    """Spelled so that what sounds the same is the same."""
    text = term.casefold()
    for pattern, sign in SPELLED_ALIKE.values():
        text = re.sub(pattern, sign, text)
    return text
