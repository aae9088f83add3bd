"""The words of a deck with their pictures, as rows of a model."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from beroepentaal.classroom.picturing import Card
from beroepentaal.decks import Term

Index = QModelIndex | QPersistentModelIndex
CARD, PICTURE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_TOP = QModelIndex()


class CardModel(QAbstractListModel):
    def __init__(self, pictures: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._cards: list[Card] = []

    def show_cards(self, cards: Sequence[Card]) -> None:
        self.beginResetModel()
        self._cards = list(cards)
        self.endResetModel()

    def change_card(self, card: Card) -> None:
        row = self.row(card.term)
        if row is not None:
            self._cards[row] = card
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    @property
    def cards(self) -> Sequence[Card]:
        return self._cards

    def row(self, term: Term) -> int | None:
        return next((row for row, card in enumerate(self._cards) if card.term.id == term.id), None)

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        card = self._cards[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return card.term.with_article
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{card.term.with_article}, {self._kind(card)}"
        if role == CARD:
            return card
        return picture_of(card, self._pictures) if role == PICTURE else None

    def _kind(self, card: Card) -> str:
        if card.photo:
            return self.tr("eigen foto")
        return self.tr("tekening") if card.term.picture else self.tr("geen plaatje")


def picture_of(card: Card, pictures: Path) -> Path | None:
    """pictures has a folder for each deck."""
    if card.photo or not card.term.picture:
        return card.photo
    return pictures / card.deck / card.term.picture
