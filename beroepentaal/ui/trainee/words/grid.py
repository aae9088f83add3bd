"""The grid of words: hundreds of tiles, of which only those in sight are drawn."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QScroller, QWidget

from beroepentaal.decks import Term
from beroepentaal.ui.trainee.words.grid_model import ENTRY, GridModel, Heading, Tile
from beroepentaal.ui.trainee.words.grid_painting import GridDelegate
from beroepentaal.ui.trainee.words.presenter import Section

FARTHEST_TAP = 24
"""Pixels that a finger may slip."""
_STEPPING = frozenset(
    (
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    )
)


class WordGrid(QListView):
    termRequested = Signal(object)
    headingRequested = Signal(str)
    """Someone wants to hear it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = GridModel(self)
        self.setModel(self._model)
        self.setItemDelegate(GridDelegate(self, lambda: self._is_walked and self.hasFocus()))
        self._pressed = QPointF()
        self._is_walked = False
        """By keys: only then it shows where the focus is, as a finger needs no frame."""
        self.setAccessibleName(self.tr("Woorden"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def show_sections(self, sections: Sequence[Section], pictures: Path) -> None:
        self._model.show_sections(sections, pictures)
        self.setCurrentIndex(QModelIndex())
        self.scrollToTop()

    def show_term(self, term: Term) -> None:
        """Brings it in sight, and the keyboard to it."""
        row = self._model.row(term)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))
            self.scrollTo(self._model.index(row))
        self.setFocus()

    def choose_first(self) -> None:
        first = next((row for row in range(self._model.rowCount()) if isinstance(self._entry(row), Tile)), None)
        if first is not None:
            self._choose(self._model.index(first))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_walked |= event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_walked = False
        self._pressed = event.globalPosition()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tap chooses; a finger that drew the grid up or down only lets go of what it drew along."""
        super().mouseReleaseEvent(event)
        if (event.globalPosition() - self._pressed).manhattanLength() <= FARTHEST_TAP:
            self._choose(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps and chooses; whatever else is typed is for the page, which searches."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        elif event.key() not in _STEPPING:
            event.ignore()
        elif self._is_walked and self.currentIndex().isValid():
            super().keyPressEvent(event)
        else:
            self._begin_walking()

    def _begin_walking(self) -> None:
        """Shows where the keys start from."""
        self._is_walked = True
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))
        self.scrollTo(self.currentIndex())
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY) if index.isValid() else None
        if isinstance(entry, Heading):
            self.headingRequested.emit(entry.title)
        elif isinstance(entry, Tile):
            self.termRequested.emit(entry.card.term)

    def _entry(self, row: int) -> Heading | Tile:
        entry: Heading | Tile = self._model.index(row).data(ENTRY)
        return entry
