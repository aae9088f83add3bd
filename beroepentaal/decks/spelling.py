"""Looks Dutch words up in the dictionary of hunspell, a program that a deck's writer has and a school PC does not need."""

import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence

from beroepentaal.decks.checks import Finding, Row

_DUTCH = ("term", "plural", "meaning", "sentence", "chunk")


def unknown_words(rows: Iterable[Row]) -> frozenset[str] | None:
    """The Dutch words in the rows that hunspell does not know; None where it or its Dutch dictionary is not installed."""
    words = sorted({word for row in rows for column in _DUTCH for word in _words(row.cells[column])})
    try:
        found = subprocess.run(
            ["hunspell", "-d", "nl_NL", "-i", "utf-8", "-l"],  # noqa: S607 - wherever it is installed
            input="\n".join(words).encode(),
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return frozenset(found.stdout.decode(errors="replace").split())


def check_spelling(
    rows: Sequence[Row], listed: Mapping[str, int], unknown: frozenset[str], file: str, list_file: str
) -> list[Finding]:
    """Words that neither hunspell knows nor the deck's own list, which gives the line of each, and listed words out of use."""
    found: list[Finding] = []
    used: set[str] = set()
    for row in rows:
        for column in _DUTCH:
            for word in _words(row.cells[column]):
                forms = {word, word[0].lower() + word[1:]}  # as it stands, and as it would after the first word
                used |= forms
                if word in unknown and not forms & listed.keys():
                    message = f"'{word}' staat niet in de woordenlijst; verbeter het of zet het met een reden in spelling.tsv"
                    found.append(Finding(file, row.line, column, message))
    message = "'{}' komt niet meer voor in terms.csv; haal deze regel weg"
    found += (Finding(list_file, line, "", message.format(word)) for word, line in listed.items() if word not in used)
    return found


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+(?:[-'’./+]+\w+)*", text) if not word[0].isdigit()]
