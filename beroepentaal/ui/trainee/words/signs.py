"""The two signs that a word may have: that it is about safety, and how well it is known."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from beroepentaal.ui.theme import COLOURS
from beroepentaal.ui.trainee.words.presenter import Level
from beroepentaal.ui.widgets.pictures import icon


def paint_warning(painter: QPainter, place: QRectF) -> None:
    """A yellow triangle with its exclamation mark, as on the wall at work."""
    unit = place.width() / 24
    corners = [QPointF(12, 3), QPointF(22, 20.5), QPointF(2, 20.5)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(COLOURS.sun))
    painter.drawPolygon(QPolygonF([place.topLeft() + corner * unit for corner in corners]))
    icon("warning", COLOURS.ink, round(place.width())).paint(painter, place.toRect())


def paint_level(painter: QPainter, place: QRectF, level: Level, recall: float) -> None:
    """A leaf on its ground for a word that is known, a ring that fills for one that is being learned, else nothing."""
    if level is Level.KNOWN:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLOURS.primary))
        painter.drawEllipse(place)
        side = round(place.width() * 0.62)
        leaf = QRectF(0, 0, side, side)
        leaf.moveCenter(place.center())
        icon("leaf", COLOURS.on_primary, side).paint(painter, leaf.toRect())
    elif level is Level.LEARNING:
        width = place.width() / 6
        ring = place.adjusted(width, width, -width, -width)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(COLOURS.line), width))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(COLOURS.primary), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, 90 * 16, -round(360 * 16 * max(recall, 0.08)))


class WarningSign(QWidget):
    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_warning(painter, QRectF(self.rect()))
        painter.end()


class LevelSign(QWidget):
    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._recall = Level.NEW, 0.0
        self.setFixedSize(side, side)

    def show_level(self, level: Level, recall: float) -> None:
        self._level, self._recall = level, recall
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_level(painter, QRectF(self.rect()), self._level, self._recall)
        painter.end()
