"""What stands in the grid of words, row by row, for the eye and for a screen reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from beroepentaal.decks import Term
from beroepentaal.ui.trainee.words.presenter import Card, Level, Section

ENTRY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    title: str


@dataclass(frozen=True, slots=True)
class Tile:
    card: Card
    picture: Path | None
    is_high: bool
    """It has room for a picture, because a tile of its section has one."""


class GridModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[Heading | Tile] = []

    def show_sections(self, sections: Sequence[Section], pictures: Path) -> None:
        """pictures: of the deck."""
        self.beginResetModel()
        self._entries = [entry for section in sections for entry in _entries(section, pictures)]
        self.endResetModel()

    def row(self, term: Term) -> int | None:
        entries = enumerate(self._entries)
        return next((row for row, entry in entries if isinstance(entry, Tile) and entry.card.term.id == term.id), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title if isinstance(entry, Heading) else entry.card.term.with_article
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.title if isinstance(entry, Heading) else self._spoken(entry.card)
        return None

    def _spoken(self, card: Card) -> str:
        """The word, and what its signs mean."""
        parts = [card.term.with_article]
        if card.term.safety:
            parts.append(self.tr("veiligheid"))
        if card.level is not Level.NEW:
            parts.append(self.tr("geleerd") if card.level is Level.KNOWN else self.tr("bezig"))
        return ", ".join(parts)


def _entries(section: Section, pictures: Path) -> list[Heading | Tile]:
    is_high = any(card.term.picture for card in section.cards)
    tiles = [Tile(card, pictures / card.term.picture if card.term.picture else None, is_high) for card in section.cards]
    return [Heading(section.title), *tiles] if section.title else [*tiles]
