"""Reads a deck from its folder: deck.toml says what it is, terms.csv holds its terms."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from beroepentaal.decks.checks import COLUMNS, LANGUAGES, Finding, Row, check_rows
from beroepentaal.decks.deck import About, Deck, Step
from beroepentaal.decks.term import Kind, Term
from beroepentaal.refusal import Refusal

Value = TypeVar("Value")

MOST_BYTES = 16_000_000
MOST_TERMS = 20_000


class DeckRefused(Refusal):
    """A deck that cannot be used; findings tells everything that is wrong, the message the first of it."""

    def __init__(self, folder: Path, findings: list[Finding]) -> None:
        self.findings = findings
        super().__init__(f"Het pakket '{folder.name}' kan niet open: {findings[0]}.")


def read_deck(folder: Path, pictures: Path | None = None) -> Deck:
    """The deck in a folder; its pictures stand in `pictures`, else beside it. Raises DeckRefused."""
    about = read_about(folder)
    rows, findings = read_rows(folder)
    findings += _check(folder, about, rows, pictures)
    if findings:
        raise DeckRefused(folder, findings)
    return Deck(about, tuple(_term(row.cells) for row in rows))


def check_folder(folder: Path, pictures: Path | None = None) -> list[Finding]:
    """Everything that is wrong with the deck in a folder; empty when it can be used."""
    try:
        about = read_about(folder)
        rows, findings = read_rows(folder)
    except DeckRefused as refused:
        return refused.findings
    return findings + _check(folder, about, rows, pictures)


def read_about(folder: Path) -> About:
    file = folder / "deck.toml"
    text = read_text(file)
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # besides TOMLDecodeError: numbers and lists that no deck can mean
        # Before Python 3.14 only the message says where.
        place = re.search(r"at line (\d+)", str(error))
        line = int(place[1]) if place else max(1, len(text.splitlines()))
        raise _refused(file, line, "", "dit is geen geldig TOML-bestand") from error
    try:
        return _about(data)
    except _AboutError as wrong:
        raise _refused(file, 1, wrong.key, wrong.message) from wrong


class _AboutError(Exception):
    def __init__(self, key: str, message: str) -> None:
        self.key, self.message = key, message


def _about(data: Mapping[str, Any]) -> About:
    def value(table: Any, key: str, kind: type[Value]) -> Value:
        if not isinstance(table, dict) or key not in table:
            raise _AboutError(key, f"'{key}' ontbreekt")
        if not isinstance(table[key], kind) or table[key] == "":
            raise _AboutError(key, f"'{key}' heeft geen goede waarde")
        found: Value = table[key]
        return found

    steps = tuple(Step(value(step, "id", str), value(step, "title", str)) for step in value(data, "steps", list))
    languages = {
        code: value(table, "checked", bool)
        for code, table in value(data, "languages", dict).items()
        if code in LANGUAGES and isinstance(table, dict)
    }
    deck_id = value(data, "id", str)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", deck_id):
        raise _AboutError("id", "'id' mag alleen kleine letters, cijfers en streepjes hebben")
    return About(
        id=deck_id,
        title=value(data, "title", str),
        trade=value(data, "trade", str),
        version=value(data, "version", int),
        authors=tuple(str(author) for author in value(data, "authors", list)),
        licence=value(data, "licence", str),
        picture=value(data, "picture", str) if data.get("picture") else "",
        languages=languages,
        steps=steps,
    )


def _check(folder: Path, about: About, rows: list[Row], pictures: Path | None) -> list[Finding]:
    pictures = pictures or folder / "pictures"
    names = [picture.name for picture in pictures.iterdir()] if pictures.is_dir() else []
    found = check_rows(rows, (step.id for step in about.steps), names, str(folder / "terms.csv"))
    if about.picture and about.picture not in names:
        found.append(Finding(str(folder / "deck.toml"), 1, "picture", f"het plaatje '{about.picture}' is er niet"))
    return found


def read_rows(folder: Path) -> tuple[list[Row], list[Finding]]:
    """The rows of terms.csv, and the lines that are none. Raises DeckRefused if it cannot be read as a table."""
    file = folder / "terms.csv"
    lines = _lines(file)
    _, columns = next(lines, (1, []))
    if missing := [column for column in COLUMNS if column not in columns]:
        raise _refused(file, 1, missing[0], f"de kolom '{missing[0]}' ontbreekt")
    rows: list[Row] = []
    findings: list[Finding] = []
    for line, cells in lines:
        if len(cells) != len(columns):
            message = f"deze regel heeft {len(cells)} kolommen in plaats van {len(columns)}"
            findings.append(Finding(str(file), line, "", message))
        else:
            named = dict(zip(columns, cells, strict=True))
            rows.append(Row(line, {column: named[column] for column in COLUMNS}))
        if len(rows) + len(findings) > MOST_TERMS:
            raise _refused(file, line, "", f"een pakket heeft hoogstens {MOST_TERMS} termen")
    if not rows and not findings:
        raise _refused(file, 1, "", "er staan geen termen in")
    return rows, findings


def _lines(file: Path) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line that is not empty, with the number of the line on which they begin."""
    text = read_text(file)
    # A Dutch Excel writes semicolons where the format's name says commas.
    header = text.split("\n", 1)[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if any(cells):
                yield line, cells
            line = reader.line_num + 1  # where it begins; a forgotten quote lets it end far below
    except csv.Error as error:
        raise _refused(file, line, "", "deze regel is beschadigd") from error


def read_text(file: Path) -> str:
    """A file of a deck. Raises DeckRefused if it is not there, too big or not UTF-8."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise _refused(file, 1, "", f"het bestand is groter dan {MOST_BYTES // 1_000_000} MB")
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise _refused(file, 1, "", "het bestand is er niet") from error
    except OSError as error:
        raise _refused(file, 1, "", "het bestand kan niet gelezen worden") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "het bestand is niet bewaard als UTF-8; kies in Excel bij Opslaan als voor 'CSV UTF-8'"
        raise _refused(file, line, "", message) from error


def _refused(file: Path, line: int, column: str, message: str) -> DeckRefused:
    return DeckRefused(file.parent, [Finding(str(file), line, column, message)])


def _term(cells: Mapping[str, str]) -> Term:
    return Term(
        id=cells["id"],
        term=cells["term"],
        article=cells["article"],
        plural=cells["plural"],
        kind=Kind(cells["kind"]),
        step=cells["step"],
        safety=cells["safety"] == "yes",
        core=int(cells["core"]) if cells["core"] else None,
        meaning=cells["meaning"],
        sentence=cells["sentence"],
        chunk=cells["chunk"],
        spoken_as=cells["spoken_as"],
        picture=cells["picture"],
        glosses={language: cells[language] for language in LANGUAGES if cells[language]},
    )
