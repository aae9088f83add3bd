"""Tells from the names of sound files which term each of them says, however an instructor names his files."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from beroepentaal.classroom.ports import Part, said
from beroepentaal.classroom.sound_files import Match
from beroepentaal.decks import Term
from beroepentaal.speech.sound_import import SUFFIXES

LEAST_LIKENESS = 75.0
"""Of 100, as RapidFuzz counts: in a word of four letters one may be wrong."""
LEAST_LEAD = 5.0
"""Of the likest term on the next, or there is no telling which is meant."""
MOST_LEFT_OUT = 6
"""Words of a name, from its ends: a date of three, a number, an article and the name of a part."""

_PARTS = {"zin": Part.SENTENCE, "sentence": Part.SENTENCE, "chunk": Part.CHUNK, "opdracht": Part.CHUNK}
_ARTICLES = ("de", "het", "een")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a name."""

    words: tuple[str, ...]
    """Letters and digits apart; what is left of the name."""
    part: Part = Part.TERM
    doubtful: bool = False
    """Something was left out that may matter."""

    @property
    def key(self) -> str:
        return "".join(self.words)


_Terms = Mapping[str, Mapping[str, Term]]
"""By the key of a way to write them, then by id."""


def match(names: Sequence[str], terms: Iterable[Term]) -> list[Match]:
    """One for each file name, in their order; of two files that say the same, the second is not sure."""
    by_key = _by_key(terms)
    taken: set[tuple[str, Part]] = set()
    matches: list[Match] = []
    for name in names:
        found = _match(name, by_key)
        if found.term and found.sure:
            utterance = (found.term.id, found.part)
            found = replace(found, sure=utterance not in taken)
            taken.add(utterance)
        matches.append(found)
    return matches


def _by_key(terms: Iterable[Term]) -> _Terms:
    found: dict[str, dict[str, Term]] = {}
    for term in terms:
        for text in (term.id, term.term, term.with_article, f"{term.article} {term.id}"):
            found.setdefault("".join(_words(text)), {})[term.id] = term
    return found


def _match(name: str, by_key: _Terms) -> Match:
    """The less is left out of a name to find a term, the better: 'opdracht' or '3 fasen' may be one."""
    read: list[_Reading] = []
    readings = [_Reading(_words(_stem(name)))]
    for _ in range(MOST_LEFT_OUT + 1):
        read += readings
        hits = {
            (term.id, reading.part): Match(name, reading.part, term, not reading.doubtful)
            for reading in readings
            for term in by_key.get(reading.key, {}).values()
            if _is_said(term, reading.part)
        }
        if hits:
            return _only(hits.values(), name, read)
        readings = list(dict.fromkeys(simpler for reading in readings for simpler in _simpler(reading)))
    return _only(_likest(name, read, by_key), name, read)


def _only(matches: Iterable[Match], name: str, read: Sequence[_Reading]) -> Match:
    """The match, if it is the only one."""
    found = tuple(matches)
    return found[0] if len(found) == 1 else Match(name, read[-1].part, None, sure=False)


def _simpler(reading: _Reading) -> Iterator[_Reading]:
    """Without a number, the name of a part or an article at either end."""
    if len(reading.words) < 2:
        return
    first, *_, last = reading.words
    headless, tailless = replace(reading, words=reading.words[1:]), replace(reading, words=reading.words[:-1])
    if first.isdigit():
        yield headless
    if last.isdigit():  # the second take, or a copy
        yield replace(tailless, doubtful=True)
    if first in _ARTICLES:  # not the term's own, which is one of its keys
        yield replace(headless, doubtful=True)
    if reading.part is Part.TERM and first in _PARTS:
        yield replace(headless, part=_PARTS[first])
    if reading.part is Part.TERM and last in _PARTS:
        yield replace(tailless, part=_PARTS[last])


def _likest(name: str, read: Sequence[_Reading], by_key: _Terms) -> Iterator[Match]:
    """What may be meant where the name has a slip; more than one where the lead of the first is too small."""
    from rapidfuzz import fuzz, process

    found: dict[tuple[str, Part], tuple[float, Match]] = {}
    for reading in [reading for reading in read if reading.part is not Part.TERM] or read:
        for key, likeness, _ in process.extract(
            reading.key, list(by_key), scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=20
        ):
            for term in by_key[key].values():
                before, _ = found.get((term.id, reading.part), (0.0, None))
                if likeness > before and _is_said(term, reading.part):
                    found[term.id, reading.part] = likeness, Match(name, reading.part, term, sure=False)
    highest = max((likeness for likeness, _ in found.values()), default=0.0)
    return (likely for likeness, likely in found.values() if likeness > highest - LEAST_LEAD)


def _is_said(term: Term, part: Part) -> bool:
    return bool(said("", term, part).text)


def _stem(name: str) -> str:
    stem, _, suffix = name.rpartition(".")
    return stem if f".{suffix.casefold()}" in SUFFIXES else name


def _words(text: str) -> tuple[str, ...]:
    """Without capitals, accents and signs."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return tuple(re.findall(r"[^\W\d_]+|\d+", "".join(letter for letter in letters if not unicodedata.combining(letter))))
