"""The decks on this PC: a folder with a folder for each."""

from functools import cached_property
from pathlib import Path

from beroepentaal.decks.deck import About, Deck
from beroepentaal.decks.formats.csv_folder import read_about, read_deck
from beroepentaal.refusal import Refusal

BUILTIN = Path(__file__).parent / "builtin"


class DeckLibrary:
    def __init__(self, folder: Path, pictures: Path) -> None:
        """pictures has a folder for each deck, by its id."""
        self._folder = folder
        self._pictures = pictures
        self._open: dict[str, Deck] = {}

    @property
    def ids(self) -> list[str]:
        return sorted(path.parent.name for path in self._folder.glob("*/deck.toml"))

    @cached_property
    def abouts(self) -> list[About]:
        """Of every deck. Raises Refusal if one is damaged."""
        return [read_about(self.path(deck)) for deck in self.ids]

    def path(self, deck: str) -> Path:
        return self._folder / deck

    def pictures(self, deck: str) -> Path:
        return self._pictures / deck

    def deck(self, deck: str) -> Deck:
        """Read once. Raises Refusal if it is damaged or not there."""
        if deck not in self._open:
            if deck not in self.ids:
                raise Refusal(f"Het pakket '{deck}' staat niet op deze computer.")
            self._open[deck] = read_deck(self.path(deck), self.pictures(deck))
        return self._open[deck]
