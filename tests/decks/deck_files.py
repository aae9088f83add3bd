"""Writes small decks for the tests: a valid one, or that one with something changed."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from beroepentaal.decks.checks import COLUMNS

ABOUT = """\
id = "proef"
title = "Proefpakket"
trade = "proefmonteur"
version = 3
authors = ["Ada", "Bram"]
licence = "CC-BY-4.0"
picture = "helm.svg"

[languages.en]
checked = true

[languages.ar]
checked = false

[[steps]]
id = "veiligheid"
title = "Veiligheid"

[[steps]]
id = "montage"
title = "Monteren"
"""

HELM: Mapping[str, str] = dict.fromkeys(COLUMNS, "") | {
    "id": "helm",
    "core": "1",
    "term": "helm",
    "article": "de",
    "plural": "helmen",
    "kind": "noun",
    "step": "veiligheid",
    "safety": "yes",
    "meaning": "Deze harde hoed beschermt je hoofd.",
    "sentence": "Zonder helm kom je niet binnen.",
    "chunk": "Zet je helm op!",
    "spoken_as": "hellem",
    "picture": "helm.svg",
    "en": "hard hat",
    "ar": "خوذة أمان",
    "ti": "ሄልመት",
    "fa": "کلاه ایمنی",
    "tr": "baret",
    "uk": "захисна каска",
}
UITSCHAKELEN: Mapping[str, str] = dict.fromkeys(COLUMNS, "") | {
    "id": "uitschakelen",
    "core": "2",
    "term": "uitschakelen",
    "kind": "verb",
    "step": "montage",
    "meaning": "Je zet een apparaat of de stroom uit.",
    "sentence": "Schakel eerst de omvormer uit.",
}


def write_deck(folder: Path, *rows: Mapping[str, str], about: str = ABOUT) -> Path:
    """The folder, now with a deck of these rows; without rows a valid one."""
    write_terms(folder, as_csv(rows or (HELM, UITSCHAKELEN)))
    (folder / "deck.toml").write_text(about, encoding="utf-8")
    (folder / "pictures").mkdir(exist_ok=True)
    (folder / "pictures" / "helm.svg").write_text("<svg/>")
    return folder


def write_terms(folder: Path, terms: str | bytes) -> None:
    (folder / "terms.csv").write_bytes(terms.encode() if isinstance(terms, str) else terms)


def as_csv(rows: Iterable[Mapping[str, str]], delimiter: str = ",") -> str:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
