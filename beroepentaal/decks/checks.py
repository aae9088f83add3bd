"""Finds what is wrong in a deck's rows before a trainee does, and says where: file, line and column."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from beroepentaal.decks.inflection import mentions
from beroepentaal.decks.term import Kind

LANGUAGES = ("en", "ar", "ti", "fa", "tr", "uk")
COLUMNS = (
    *("id", "core", "term", "article", "plural", "kind", "step", "safety", "meaning", "sentence", "chunk"),
    *("spoken_as", "picture", *LANGUAGES),
)
CORE_SIZE = 50
LONGEST_MEANING = 18
"""Words; past this a sentence is no longer A2."""

_UNSEEN = ("Cc", "Cf")
_JOINERS = "\u200c\u200d\u200e\u200f"
"""Invisible, but Arabic and Persian are not spelled right without them."""
_NOT_NOUNS = frozenset(Kind) - {Kind.NOUN}
_SCRIPTS = {"en": "LATIN", "tr": "LATIN", "ar": "ARABIC", "fa": "ARABIC", "ti": "ETHIOPIC", "uk": "CYRILLIC"}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in a deck file; line counts from 1, and an empty column means the whole line or file."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        column = f", kolom {self.column}" if self.column else ""
        return f"{self.file}, regel {self.line}{column}: {self.message}"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of terms.csv as it was read: every column, with the text as it stands."""

    line: int
    cells: Mapping[str, str]


def check_rows(rows: Sequence[Row], steps: Iterable[str], pictures: Iterable[str], file: str) -> list[Finding]:
    """Everything wrong in the rows, in the order of the file.

    steps are the ids of the deck's job steps; pictures the names of the picture files that exist.
    """
    known_steps, known_pictures = frozenset(steps), frozenset(pictures)
    findings: list[Finding] = []
    for row in rows:
        found = (*_check_cells(row), *_check_step(row, known_steps), *_check_picture(row, known_pictures))
        findings += (Finding(file, row.line, column, message) for column, message in found)
    for column, message in (
        ("id", "de id '{}' staat ook op regel {}; elke id mag één keer voorkomen"),
        ("term", "de term '{}' staat ook op regel {}"),
        ("core", "kernnummer {} staat ook op regel {}; elk nummer mag één keer voorkomen"),
    ):
        findings += (Finding(file, line, column, message.format(*what)) for line, *what in repeated(rows, column))
    return sorted(findings, key=lambda finding: (finding.line, finding.column))


def repeated(rows: Iterable[Row], column: str) -> Iterator[tuple[int, str, int]]:
    """Each later line with the same text in a column, whatever its capitals: the line, the text, the first line."""
    first: dict[str, int] = {}
    for row in rows:
        value = row.cells[column].strip().casefold()
        if value in first:
            yield row.line, row.cells[column], first[value]
        elif value:
            first[value] = row.line


def _check_cells(row: Row) -> Iterator[tuple[str, str]]:
    for column, text in row.cells.items():
        if text != text.strip():
            yield column, "er staat een spatie voor of achter de tekst"
        elif text != unicodedata.normalize("NFC", text) or _has_unseen(text, column):
            yield column, "er staat een onzichtbaar teken in de tekst"
        elif message := _CELL_CHECKS.get(column, _accept)(text, row.cells):
            yield column, message
    for language in LANGUAGES:
        if message := _wrong_script(row.cells[language], language):
            yield language, message


def _has_unseen(text: str, column: str) -> bool:
    allowed = _JOINERS if column in LANGUAGES else ""
    return not text.isprintable() and any(unicodedata.category(char) in _UNSEEN and char not in allowed for char in text)


def _check_step(row: Row, steps: frozenset[str]) -> Iterator[tuple[str, str]]:
    if row.cells["step"] not in steps:
        yield "step", f"de stap '{row.cells['step']}' staat niet in deck.toml"


def _check_picture(row: Row, pictures: frozenset[str]) -> Iterator[tuple[str, str]]:
    name = row.cells["picture"]
    if name and not re.fullmatch(r"[\w-]+\.(svg|png|jpg|jpeg)", name):
        yield "picture", f"'{name}' is geen naam van een plaatje (svg, png of jpg)"
    elif name and name not in pictures:
        yield "picture", f"het plaatje '{name}' is er niet"


def _accept(_text: str, _cells: Mapping[str, str]) -> str:
    return ""


def _check_id(text: str, _cells: Mapping[str, str]) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        return f"de id '{text}' mag alleen kleine letters, cijfers en streepjes hebben"
    return ""


def _check_core(text: str, _cells: Mapping[str, str]) -> str:
    if text and not (re.fullmatch("[1-9][0-9]?", text) and int(text) <= CORE_SIZE):
        return f"'{text}' is geen heel getal van 1 tot en met {CORE_SIZE}"
    return ""


def _check_term(text: str, cells: Mapping[str, str]) -> str:
    if not text:
        return "de term is leeg"
    if cells["kind"] == Kind.NOUN and text.casefold().startswith(("de ", "het ", "een ")):
        return "schrijf de term zonder lidwoord; dat hoort in de kolom article"
    return ""


def _check_article(text: str, cells: Mapping[str, str]) -> str:
    if text not in ("", "de", "het"):
        return f"'{text}' is geen lidwoord; schrijf de, het of niets"
    if cells["kind"] == Kind.NOUN and not text:
        return "een zelfstandig naamwoord heeft een lidwoord nodig: de of het"
    if cells["kind"] in _NOT_NOUNS and text:
        return "alleen een zelfstandig naamwoord heeft een lidwoord"
    return ""


def _check_plural(text: str, cells: Mapping[str, str]) -> str:
    if text and cells["kind"] in _NOT_NOUNS:
        return "alleen een zelfstandig naamwoord heeft een meervoud"
    return ""


def _check_kind(text: str, _cells: Mapping[str, str]) -> str:
    if text not in list(Kind):
        return f"de soort '{text}' bestaat niet; kies uit {', '.join(Kind)}"
    return ""


def _check_safety(text: str, _cells: Mapping[str, str]) -> str:
    return "" if text in ("", "yes") else f"schrijf yes of niets, geen '{text}'"


def _check_meaning(text: str, cells: Mapping[str, str]) -> str:
    if not text:
        return "de betekenis is leeg"
    if not text.endswith((".", "!", "?")) or re.search(r"[.!?]\s+\S", text):
        return "schrijf de betekenis als één zin met een punt"
    if len(text.split()) > LONGEST_MEANING:
        return f"de betekenis is te lang voor A2: hoogstens {LONGEST_MEANING} woorden"
    if cells["term"] and re.search(rf"\b{re.escape(cells['term'].casefold())}\b", text.casefold()):
        return "de betekenis gebruikt het woord zelf"
    return ""


def _check_sentence(text: str, cells: Mapping[str, str]) -> str:
    if not text:
        return "de zin is leeg"
    if cells["term"] and not mentions(text, cells["term"], cells["plural"], cells["kind"]):
        return f"de term '{cells['term']}' staat niet in de zin"
    return ""


_CELL_CHECKS: Mapping[str, Callable[[str, Mapping[str, str]], str]] = {
    "id": _check_id,
    "core": _check_core,
    "term": _check_term,
    "article": _check_article,
    "plural": _check_plural,
    "kind": _check_kind,
    "safety": _check_safety,
    "meaning": _check_meaning,
    "sentence": _check_sentence,
}


def _wrong_script(text: str, language: str) -> str:
    script = _SCRIPTS[language]
    # Latin names of things (PV, MC4) stand in any script; a gloss needs at least one letter of its own. Without any, it is
    # often what a wrong encoding made of it: ????
    if text and not any(char.isalpha() and unicodedata.name(char, "").startswith(script) for char in text):
        return f"de vertaling '{text}' staat niet in het schrift van deze taal"
    return ""
