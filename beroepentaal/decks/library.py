"""The decks on this PC: a folder with a folder for each."""

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

    def abouts(self) -> tuple[list[About], list[Refusal]]:
        """What each deck says of itself, and why the others cannot be used: one damaged deck does not close the rest."""
        usable, refused = [], []
        for deck in self.ids:
            try:
                usable.append(self._about(deck))
            except Refusal as refusal:
                refused.append(refusal)
        return usable, refused

    def path(self, deck: str) -> Path:
        return self._folder / deck

    def pictures(self, deck: str) -> Path:
        return self._pictures / deck

    def deck(self, deck: str) -> Deck:
        """Read once. Raises Refusal if it is damaged or not there."""
        if deck not in self._open:
            if deck not in self.ids:
                raise Refusal(f"Het pakket '{deck}' staat niet op deze computer.")
            self._about(deck)
            self._open[deck] = read_deck(self.path(deck), self.pictures(deck))
        return self._open[deck]

    def _about(self, deck: str) -> About:
        about = read_about(self.path(deck))
        if about.id != deck:
            raise Refusal(f"Het pakket '{about.id}' staat in een map met een andere naam: '{deck}'.")
        return about
