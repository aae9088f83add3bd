"""Judges a typed answer: kind to slips of the pen, strict where another word, digit or prefix would mean something else."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from beroepentaal.decks import Kind, Term
from beroepentaal.decks.inflection import SEPARABLE


class Outcome(StrEnum):
    RIGHT = "right"
    OTHER_TERM = "other-term"
    WRONG = "wrong"
    EMPTY = "empty"
    """Nothing but an article, spaces or signs."""


class ArticleUse(StrEnum):
    RIGHT = "right"
    """Also where the term has no article and none was typed."""
    MISSING = "missing"
    WRONG = "wrong"


class Note(StrEnum):
    """How an answer differs from the term; none of these makes it wrong."""

    PLURAL = "plural"
    ACCENTS = "accents"
    SPLIT = "split"
    """A space or hyphen that does not belong there: meter kast."""
    JOINED = "joined"
    """A space or hyphen is missing: pasop."""
    SLIP = "slip"


class Confusion(StrEnum):
    """What Dutch spells in two ways and learners mix up."""

    FINAL_D_T = "final-d-t"
    """At the end of a word or of a part of it: hantschoen."""
    IJ_EI = "ij-ei"
    AU_OU = "au-ou"
    G_CH = "g-ch"
    Z_S = "z-s"
    V_F = "v-f"
    DOUBLED = "doubled"


class SpanKind(StrEnum):
    SAME = "same"
    """But for capitals and punctuation."""
    WRONG = "wrong"
    MISSING = "missing"
    EXTRA = "extra"


_SPAN_KINDS = {"equal": SpanKind.SAME, "replace": SpanKind.WRONG, "insert": SpanKind.MISSING, "delete": SpanKind.EXTRA}
"""By the name that rapidfuzz has for it."""


class Span(NamedTuple):
    kind: SpanKind
    typed: str
    right: str


@dataclass(frozen=True, slots=True)
class Verdict:
    outcome: Outcome
    article: ArticleUse
    """As right needs it; of no interest when the answer is another term."""
    notes: frozenset[Note]
    """Empty unless the answer is right."""
    confusion: Confusion | None
    """The one kind of slip that explains every wrong letter, if there is one; also of an answer that is not right."""
    other: Term | None
    """The term of the deck that was typed instead."""
    typed: str
    """The answer without its article, and without the spaces and signs around it."""
    right: str
    """The form of the term that the answer was compared with: the term itself, or its plural where that is nearer."""
    spans: tuple[Span, ...]
    """Their typed parts together are typed, their right parts right."""

    @property
    def is_right(self) -> bool:
        return self.outcome is Outcome.RIGHT


class _Cost(NamedTuple):
    """How far an answer is from a form of a term; of two costs the lower is the nearer."""

    slips: int
    misspaced: bool
    accents: bool
    plural: bool


class _Reading(NamedTuple):
    cost: _Cost
    typed: str
    right: str
    article: str
    """As typed, in full; empty for none and for een."""


_DASHES = "\u2010-\u2015\u2212-"
_UNIT = re.compile(rf"(?:^[\W_]+)?[^\W_][^\w\s{_DASHES}]*|[\s_{_DASHES}][\W_]*|.", re.DOTALL)
"""A letter with the signs behind it, or all that stands between two words."""
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_ARTICLE = re.compile(r"[^\w']*'*?('t|'n|de|het|een|één|hte|the|die|dat|dit|deze)(?:[\W_]+|$)", re.IGNORECASE)
"""With what learners put in its place, which is not a wrong word either."""
_ARTICLE_MEANT = {"'t": "het", "'n": "", "een": "", "één": ""}
_SAME_SIGN = str.maketrans({"ĳ": "ij", "Ĳ": "IJ", "\u2019": "'", "\u2018": "'", "`": "'"})
_TOGETHER = str.maketrans("", "", " -")
_SOUNDS = (("ij", "\ue000"), ("ei", "\ue001"), ("au", "\ue002"), ("ou", "\ue003"), ("ch", "\ue004"))
"""Two letters that are one choice, and so one slip; the signs are private to this module."""
_PREFIXES = ("", *SEPARABLE, "be", "ge", "her", "ont", "ver")
SPELLED_ALIKE = {
    Confusion.FINAL_D_T: (r"dt$|[dt](?![aeiouyr])", "t"),
    Confusion.IJ_EI: (r"ei|y", "ij"),
    Confusion.AU_OU: (r"ou", "au"),
    Confusion.G_CH: (r"ch", "g"),
    Confusion.Z_S: (r"z", "s"),
    Confusion.V_F: (r"v", "f"),
    Confusion.DOUBLED: (r"(.)\1+", r"\1"),
}
"""What sounds the same: a pattern, and how to spell it so that both spellings become one."""


def judge(typed: str, term: Term, deck: Iterable[Term]) -> Verdict:
    """The verdict on a typed answer, whatever the text; deck may contain the term itself.

    Small slips are right (OSA distance 0 up to 3 letters, 1 up to 7, 2 above; ij for ei is one), unless the answer is
    another term of the deck or nearer to one.
    """
    text = " ".join(unicodedata.normalize("NFC", typed.translate(_SAME_SIGN)).split())
    mine = _read(text, term)
    rivals = ((_read(text, other).cost, other) for other in deck if other.id != term.id)
    theirs, other = min(rivals, key=lambda rival: rival[0], default=(None, None))
    outcome = _outcome(mine, theirs)
    return Verdict(
        outcome=outcome,
        article=_article_use(mine, term),
        notes=frozenset(_notes(mine)) if outcome is Outcome.RIGHT else frozenset(),
        confusion=_confusion(_letters(mine.typed), _letters(mine.right)),
        other=other if outcome is Outcome.OTHER_TERM else None,
        typed=mine.typed,
        right=mine.right,
        spans=tuple(_spans(mine.typed, mine.right)),
    )


def _read(text: str, term: Term) -> _Reading:
    """The answer as the form of the term it is nearest to."""
    return min(_readings(text, term), key=lambda reading: reading.cost)


def _readings(text: str, term: Term) -> Iterator[_Reading]:
    for form in dict.fromkeys((term.term, term.plural or term.term)):
        right = unicodedata.normalize("NFC", form)
        article = None if _ARTICLE.match(right) else _ARTICLE.match(text)
        rest = text[article.end() :] if article else text
        typed = _EDGES.sub("", rest) or rest
        said = article[1].casefold() if article else ""
        slips = _distance(_letters(typed), _letters(right))
        spaced = len(_plain(typed) + _plain(right)) > len(_letters(typed) + _letters(right))
        misspaced = spaced and _distance(_plain(typed), _plain(right)) > slips
        accents = slips == 0 and _accented(typed).translate(_TOGETHER) != _accented(right).translate(_TOGETHER)
        yield _Reading(_Cost(slips, misspaced, accents, form != term.term), typed, right, _ARTICLE_MEANT.get(said, said))


def _outcome(mine: _Reading, theirs: _Cost | None) -> Outcome:
    slips, typed, right = mine.cost.slips, _letters(mine.typed), _letters(mine.right)
    if slips and not any(char.isalnum() for char in typed):
        return Outcome.EMPTY
    if theirs and theirs.slips == 0 and theirs < mine.cost:
        return Outcome.OTHER_TERM
    if slips > _allowed_slips(len(right)) or (theirs and theirs.slips < slips) or _means_something_else(typed, right):
        return Outcome.WRONG
    return Outcome.RIGHT


def _allowed_slips(letters: int) -> int:
    return 0 if letters <= 3 else 1 if letters <= 7 else 2


def _means_something_else(typed: str, right: str) -> bool:
    """Whether few letters make it another thing: m6 for m8, inschakelen for uitschakelen, veilig for onveilig."""
    if re.findall(r"\d", typed) != re.findall(r"\d", right):
        return True
    if typed == f"on{right}" or right == f"on{typed}":
        return True
    rests = {right.removeprefix(prefix): prefix for prefix in _PREFIXES if right.startswith(prefix)}
    heads = ((typed.removeprefix(prefix), prefix) for prefix in _PREFIXES if typed.startswith(prefix))
    return any(rests.get(rest, prefix) != prefix for rest, prefix in heads)


def _article_use(reading: _Reading, term: Term) -> ArticleUse:
    right = "de" if reading.cost.plural else term.article
    if reading.article == right or (term.kind is Kind.VERB and reading.article == "het"):  # het vastdraaien is Dutch
        return ArticleUse.RIGHT
    return ArticleUse.WRONG if reading.article else ArticleUse.MISSING


def _notes(reading: _Reading) -> Iterator[Note]:
    cost, typed, right = reading.cost, _plain(reading.typed), _plain(reading.right)
    if cost.plural:
        yield Note.PLURAL
    if cost.accents:
        yield Note.ACCENTS
    if cost.misspaced:
        yield Note.JOINED if len(re.findall("[ -]", typed)) < len(re.findall("[ -]", right)) else Note.SPLIT
    if cost.slips:
        yield Note.SLIP


def _confusion(typed: str, right: str) -> Confusion | None:
    if typed == right:
        return None
    for kind, (pattern, one) in SPELLED_ALIKE.items():
        if re.sub(pattern, one, typed) == re.sub(pattern, one, right):
            return kind
    return None


def _distance(typed: str, right: str) -> int:
    from rapidfuzz.distance import OSA  # not at the top: 33 ms of the start

    return min(OSA.distance(typed, right), OSA.distance(_sounds(typed), _sounds(right))) if typed != right else 0


@lru_cache(maxsize=4096)
def _sounds(text: str) -> str:
    for letters, sign in _SOUNDS:
        text = text.replace(letters, sign)
    return text


def _spans(typed: str, right: str) -> Iterator[Span]:
    """The difference letter by letter, with what is wrong in one place as one span: hlem for helm is le for el."""
    from rapidfuzz.distance import Levenshtein

    units, right_units = _units(typed), _units(right)
    ends: list[tuple[str, int, int]] = []
    for code in Levenshtein.opcodes([*map(_key, units)], [*map(_key, right_units)]):
        tag = code.tag
        if ends and "equal" not in (tag, ends[-1][0]):
            del ends[-1:]
            tag = "replace"
        elif len(ends) > 1 and {tag, ends[-2][0]} == {"insert", "delete"} and code.src_start - ends[-2][1] == 1:
            del ends[-2:]
            tag = "replace"
        ends.append((tag, code.src_end, code.dest_end))
    for (_, start, right_start), (tag, end, right_end) in pairwise([("", 0, 0), *ends]):
        yield Span(_SPAN_KINDS[tag], "".join(units[start:end]), "".join(right_units[right_start:right_end]))


@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    return _plain(text).translate(_TOGETHER)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Letters without capitals, accents and signs; a space or a hyphen between words."""
    split = unicodedata.normalize("NFKD", _accented(text))
    return "".join(char for char in split if not unicodedata.combining(char)).replace("ı", "i")


def _accented(text: str) -> str:
    return "".join(map(_key, _units(text)))


def _units(text: str) -> list[str]:
    return _UNIT.findall(text)


def _key(unit: str) -> str:
    """What a unit is compared by."""
    if letters := "".join(char for char in unit if char.isalnum()):
        return unicodedata.normalize("NFKC", letters).casefold()
    return "-" if re.search(f"[{_DASHES}]", unit) else " " if re.search(r"[\s_]", unit) else unit
