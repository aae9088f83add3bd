"""Room for more than fits: drawn up and down by finger or mouse, and swiped to the next thing."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QScrollArea, QWidget

FARTHEST_ASIDE = 90
"""Pixels to the side that make a swipe."""


class SwipeArea(QScrollArea):
    swipedLeft = Signal()
    swipedRight = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._begin: QPointF | None = None
        self._scrolled = 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin = event.globalPosition()
        self._scrolled = self.verticalScrollBar().value()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second of two quick swipes."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._begin is not None:
            self.verticalScrollBar().setValue(self._scrolled - round(event.globalPosition().y() - self._begin.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._begin is None:
            return
        way = event.globalPosition() - self._begin
        self._begin = None
        if abs(way.x()) >= FARTHEST_ASIDE and abs(way.x()) > 2 * abs(way.y()):
            (self.swipedLeft if way.x() < 0 else self.swipedRight).emit()
