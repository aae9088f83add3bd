"""Draws how something sounds: its loudness as a band, its melody as a line over it."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from beroepentaal.classroom.ports import Take
from beroepentaal.ui.theme import COLOURS, SPACE

FRAMES_A_SECOND = 100
OCTAVES = 2.0
"""Height of the drawing, in octaves of pitch around the middle of the voice."""


class Waveform(QWidget):
    """Two of them show the same time at the same width when both are given the same seconds. Time runs left to right."""

    def __init__(self, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take: Take | None = None
        self._seconds = 1.0
        self.setAccessibleName(accessible)
        self.setMinimumSize(160, 72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_take(self, take: Take | None, seconds: float = 0.0) -> None:
        """seconds: what the width stands for; the take's own length if that is more."""
        self._take = take
        self._seconds = max(seconds, len(take.outline) / FRAMES_A_SECOND if take else 1.0, 0.2)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 96)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(COLOURS.line), SPACE.border))
        painter.setBrush(QColor(COLOURS.card))
        painter.drawRoundedRect(room, SPACE.s, SPACE.s)
        if self._take:
            inside = room.adjusted(SPACE.s, SPACE.xs, -SPACE.s, -SPACE.xs)
            self._paint_band(painter, inside, self._take.outline)
            self._paint_melody(painter, inside, self._take.pitch)
        painter.end()

    def _paint_band(self, painter: QPainter, room: QRectF, outline: Sequence[float]) -> None:
        if not outline:
            return
        top = [
            QPointF(self._x(room, place), room.center().y() - size * room.height() / 2) for place, size in enumerate(outline)
        ]
        bottom = [QPointF(point.x(), 2 * room.center().y() - point.y()) for point in reversed(top)]
        painter.setPen(QPen(QColor(COLOURS.primary), 1))
        painter.setBrush(QColor(COLOURS.primary_soft))
        painter.drawPolygon(QPolygonF(top + bottom))

    def _paint_melody(self, painter: QPainter, room: QRectF, pitch: Sequence[float | None]) -> None:
        voiced = sorted(hertz for hertz in pitch if hertz)
        if not voiced:
            return
        middle = math.log2(voiced[len(voiced) // 2])
        painter.setPen(QPen(QColor(COLOURS.again), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        before: QPointF | None = None
        for place, hertz in enumerate(pitch):
            if hertz is None:
                before = None
                continue
            part = min(max((math.log2(hertz) - middle) / OCTAVES, -0.5), 0.5)
            point = QPointF(self._x(room, place), room.center().y() - part * room.height())
            painter.drawLine(before or point, point)
            before = point

    def _x(self, room: QRectF, place: int) -> float:
        return room.left() + room.width() * place / FRAMES_A_SECOND / self._seconds
