"""Finds terms for someone who half knows how a word is spelled, in Dutch or in an own language."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from beroepentaal.decks.deck import Deck
from beroepentaal.decks.term import Term

_ARTICLE = re.compile(r"^\s*(?:(?:de|het|een|'t)\s+(?=\w)|ال(?=\w\w))", re.IGNORECASE)
_HEARD_ALIKE = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (r"(.)\1+", r"\1"),
        ("ei|ey|y", "ij"),
        ("ou", "au"),
        ("oe", "u"),
        ("ie", "i"),
        ("ch", "g"),
        ("c(?=[eij])", "s"),
        ("c|q", "k"),
        ("x", "ks"),
        ("d(?![aeiou])", "t"),
        ("v", "f"),
        ("z", "s"),
        (r"(.)\1+", r"\1"),
    )
)
"""What newcomers write in each other's place: a pattern and the sign that both spellings become, one after the other."""

_SERIES = ((0x1210, 0x1200), (0x1280, 0x1200), (0x1220, 0x1230), (0x12D0, 0x12A0), (0x1340, 0x1338))
"""Ethiopic letters that are written for each other, with the vowel signs that follow each."""
_SAME_LETTER = {
    **str.maketrans("ىیې" + "ةەہھ" + "کٱ", "ييي" + "هههه" + "كا", "ءـ"),
    **str.maketrans("ıґ", "iг"),
    **{rare + sign: common + sign for rare, common in _SERIES for sign in range(7)},
}

# Of two terms the one that costs less to reach from what was typed comes first. A slip of the pen costs 1.
_PLURAL = 0.05
_MISSPELLED = 0.1
"""The whole word, as it may sound."""
_PART_MISSPELLED = 0.6
_GLOSS = 0.2
_BEGINNING = 0.4
"""Only the first letters were typed."""
_LATER_WORD = 0.6
_INSIDE = 0.8
"""In the middle of a compound, which is where Dutch hides its nouns: paneel in zonnepaneel."""
_MISSING = 0.02
"""For each letter that was not typed: shorter words come first."""
_MEANING = 1.5
_FEWEST = 4
"""Letters typed from which there may be a slip in the beginning of a word, or from which meanings are searched."""


class TermSearch:
    """The terms of one deck; building it takes about a tenth of a second, finding some milliseconds."""

    def __init__(self, deck: Deck) -> None:
        self._all = in_order(deck)
        places = list(enumerate(self._all))
        names = ((place, term.term, 0.0) for place, term in places)
        plurals = ((place, term.plural, _PLURAL) for place, term in places if term.plural)
        self._names = _Lexicon((*names, *plurals), _heard)
        self._glosses = {
            language: _Lexicon(
                [(place, term.glosses[language], _GLOSS) for place, term in places if language in term.glosses], _as_written
            )
            for language in {language for term in self._all for language in term.glosses}
        }
        self._meanings = [f" {_words(term.meaning)}" for term in self._all]

    def find(self, text: str, language: str = "") -> list[Term]:
        """The terms that may be meant, best first; glosses are searched in that language only. Without text: all."""
        words = _words(_ARTICLE.sub("", text))
        if not words:
            return list(self._all)
        costs: dict[int, float] = {}
        for place, cost in self._costs(words, language):
            costs[place] = min(cost, costs.get(place, math.inf))
        typed = " ".join(unicodedata.normalize("NFC", text).casefold().split())
        best_first = sorted(costs, key=lambda place: (self._is_not(typed, place), costs[place], place))
        return [self._all[place] for place in best_first]

    def _costs(self, words: str, language: str) -> Iterator[tuple[int, float]]:
        letters = words.replace(" ", "")
        yield from self._names.costs(letters)
        if language in self._glosses:
            yield from self._glosses[language].costs(letters)
        if len(letters) >= _FEWEST:
            yield from ((place, _MEANING) for place, meaning in enumerate(self._meanings) if f" {words}" in meaning)

    def _is_not(self, typed: str, place: int) -> bool:
        """False, and so first, for the very term: accents or spaces may make another one of it."""
        term = self._all[place]
        return typed not in (term.term.casefold(), term.with_article.casefold())


def in_order(deck: Deck) -> tuple[Term, ...]:
    """The core in its order of learning, then the others by the steps of the job."""
    place = {step.id: number for number, step in enumerate(deck.about.steps)}
    others = (term for term in deck.terms if not term.core)
    return (*deck.core, *sorted(others, key=lambda term: place.get(term.step, len(place))))


class _Start(NamedTuple):
    """What is written from the beginning of one word of a form to its end."""

    form: int
    is_later: bool
    letters: str
    heard: str


class _Lexicon:
    """Forms in which terms are written, each with the place of its term and what it costs more than the term's own name."""

    def __init__(self, forms: Iterable[tuple[int, str, float]], hear: Callable[[str], str]) -> None:
        """hear spells letters so that what sounds the same is the same."""
        from rapidfuzz import process  # not at the top: 33 ms of the start
        from rapidfuzz.distance import OSA

        self._extract, self._slips, self._hear = process.extract, OSA.distance, hear
        self._places: list[int] = []
        self._extra: list[float] = []
        self._letters: list[str] = []
        self._starts: list[_Start] = []
        for place, text, extra in forms:
            words = _words(text).split()
            for later in range(len(words)):
                rest = "".join(words[later:])
                self._starts.append(_Start(len(self._places), later > 0, rest, hear(rest)))
            self._places.append(place)
            self._extra.append(extra)
            self._letters.append("".join(words))
        self._heard = [hear(letters) for letters in self._letters]

    def costs(self, letters: str) -> Iterator[tuple[int, float]]:
        """The place of each term that may be meant, perhaps more than once, with what it costs to reach it."""
        heard = self._hear(letters)
        found = chain(
            self._inside(letters, heard),
            self._beginning(letters, heard),
            self._with_slips(letters, self._letters, 0.0),
            self._with_slips(heard, self._heard, _MISSPELLED),
            self._beginning_with_slips(heard),
        )
        return ((self._places[form], cost + self._extra[form]) for form, cost in found)

    def _inside(self, letters: str, heard: str) -> Iterator[tuple[int, float]]:
        for form, (whole, sounds) in enumerate(zip(self._letters, self._heard, strict=True)):
            cost = _INSIDE + _MISSING * abs(len(whole) - len(letters))
            if letters in whole:
                yield form, cost
            elif heard in sounds:
                yield form, cost + _PART_MISSPELLED

    def _beginning(self, letters: str, heard: str) -> Iterator[tuple[int, float]]:
        for form, is_later, whole, sounds in self._starts:
            cost = (_LATER_WORD if is_later else _BEGINNING) + _MISSING * abs(len(whole) - len(letters))
            if whole.startswith(letters):
                yield form, cost
            elif sounds.startswith(heard):
                yield form, cost + _PART_MISSPELLED

    def _with_slips(self, typed: str, forms: list[str], cost: float) -> Iterator[tuple[int, float]]:
        most = _most_slips(len(typed))
        for _, slips, form in self._extract(typed, forms, scorer=self._slips, score_cutoff=most, limit=None):
            yield form, slips + cost

    def _beginning_with_slips(self, heard: str) -> Iterator[tuple[int, float]]:
        if len(heard) < _FEWEST:
            return
        for length in (len(heard) - 1, len(heard), len(heard) + 1):
            beginnings = [start.heard[:length] for start in self._starts]
            for place, slips in self._with_slips(heard, beginnings, 0.0):
                form, is_later, _, whole = self._starts[place]
                yield form, slips + (_LATER_WORD if is_later else _BEGINNING) + _MISSING * abs(len(whole) - len(heard))


def _most_slips(letters: int) -> int:
    return 0 if letters <= 2 else 1 if letters <= 5 else 2 if letters <= 9 else 3


def _words(text: str) -> str:
    """Letters and digits without capitals, accents and vowel points, with one space between words."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_SAME_LETTER)
    words = ("".join(char for char in word if char.isalnum()) for word in re.split(r"[\s/-]+", plain))
    return " ".join(word for word in words if word)


def _heard(letters: str) -> str:
    for pattern, sign in _HEARD_ALIKE:
        letters = pattern.sub(sign, letters)
    return letters


def _as_written(letters: str) -> str:
    """Of other languages it is not known what sounds the same."""
    return letters
