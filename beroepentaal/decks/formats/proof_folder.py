"""Proofreads decks in their folders, beside each other; the program itself never does."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from beroepentaal.decks.checks import Finding, Row
from beroepentaal.decks.formats.csv_folder import DeckRefused, read_rows, read_text
from beroepentaal.decks.proofreading import compare, proofread
from beroepentaal.decks.spelling import check_spelling, unknown_words


def proofread_folders(folders: Iterable[Path]) -> list[Finding]:
    """What a proofreader would mend in these decks, and where they disagree with each other.

    A folder without rows is passed over: check_folder says why. Spelling is checked where spelling.tsv stands.
    """
    decks: dict[Path, list[Row]] = {}
    for folder in folders:
        with suppress(DeckRefused):
            decks[folder], _ = read_rows(folder)
    findings = [finding for folder, rows in decks.items() for finding in proofread(rows, str(folder / "terms.csv"))]
    findings += _check_spelling({folder: rows for folder, rows in decks.items() if (folder / "spelling.tsv").exists()})
    if len(decks) > 1:
        findings += compare({str(folder / "terms.csv"): rows for folder, rows in decks.items()})
    return findings


def _check_spelling(decks: dict[Path, list[Row]]) -> list[Finding]:
    findings: list[Finding] = []
    # Once for all decks: the dictionary takes longer to load than the words to find.
    unknown = unknown_words(row for rows in decks.values() for row in rows) if decks else None
    for folder, rows in decks.items():
        file = folder / "spelling.tsv"
        try:
            listed, wrong = _read_spelling(file)
        except DeckRefused as refused:
            findings += refused.findings
        else:
            findings += wrong + check_spelling(rows, listed, unknown or frozenset(), str(folder / "terms.csv"), str(file))
    return findings


def _read_spelling(file: Path) -> tuple[dict[str, int], list[Finding]]:
    """The line of each listed word, and the lines that are no word and reason."""
    listed: dict[str, int] = {}
    findings: list[Finding] = []
    for line, text in enumerate(read_text(file).splitlines(), start=1):
        word, _, reason = text.partition("\t")
        if word.strip() and reason.strip():
            listed[word.strip()] = line
        elif text.strip():
            findings.append(Finding(str(file), line, "", "schrijf een woord, een tab en de reden dat het goed is"))
    return listed, findings
