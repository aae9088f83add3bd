"""The words of a deck with their pictures, drawn when they come into sight."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from beroepentaal.classroom.picturing import Card
from beroepentaal.ui.instructor.pictures.card_delegate import CardDelegate, cell_height
from beroepentaal.ui.instructor.pictures.card_model import CARD, CardModel
from beroepentaal.ui.theme import SPACE

LEAST_WIDTH = 176
"""Pixels: a long word of most trades fits on a line."""


class CardGrid(QListView):
    chosen = Signal(object)
    typed = Signal(str)

    def __init__(self, pictures: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = CardModel(pictures, self)
        self._message = ""
        self.setModel(self._model)
        self.setItemDelegate(CardDelegate(self))
        self.setAccessibleName(self.tr("Woorden van dit pakket"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAcceptDrops(False)  # the page takes them, and asks where they fell
        self.viewport().setAcceptDrops(False)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def cards(self) -> Sequence[Card]:
        return self._model.cards

    def show_cards(self, cards: Sequence[Card], chosen: Card | None, message: str) -> None:
        """message: stands in the place of the cards where there are none."""
        self._message = message
        self._model.show_cards(cards)
        row = self._model.row(chosen.term) if chosen else None
        if row is not None:
            self.setCurrentIndex(self._model.index(row, 0))
        self.viewport().update()

    def change_card(self, card: Card) -> None:
        self._model.change_card(card)

    def choose_at(self, place: QPoint) -> None:
        """place: in the grid; nothing is chosen beside the cards."""
        index = self.indexAt(self.viewport().mapFrom(self, place))
        if index.isValid():
            self.setCurrentIndex(index)

    def keyboardSearch(self, search: str) -> None:
        """All words begin with an article, so letters are for the search field."""
        self.typed.emit(search)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cards share the width, and do not move when the bar comes or goes."""
        width = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * SPACE.border - 1
        columns = max(1, width // LEAST_WIDTH)
        self.setGridSize(QSize(width // columns, cell_height(self.font())))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.rowCount():
            painter = QPainter(self.viewport())
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._message)
            painter.end()

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(CARD).term)
