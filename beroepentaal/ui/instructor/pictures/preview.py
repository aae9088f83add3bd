"""A picture on a card, as a trainee sees it; only a sign where there is none."""

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from beroepentaal.ui.theme import COLOURS, DESK, SPACE
from beroepentaal.ui.widgets.pictures import drawn, icon

MARGIN = 16
"""Pixels around the picture on a trainee's tile."""


class Preview(QWidget):
    def __init__(self, side: int, least: int, parent: QWidget) -> None:
        """side: pixels of the whole card, where there is room for it."""
        super().__init__(parent)
        self._side = side
        self._picture: Path | QImage | None = None
        self.setMinimumSize(least, least)
        self.setMaximumSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: Path | QImage | None) -> None:
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        card = QRect(0, 0, side, side)
        card.moveLeft(self.width() - side if self.isRightToLeft() else 0)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(COLOURS.line), SPACE.border))
        painter.setBrush(QColor(COLOURS.card))
        inset = SPACE.border / 2
        painter.drawRoundedRect(QRectF(card).adjusted(inset, inset, -inset, -inset), SPACE.radius, SPACE.radius)
        self._paint_picture(painter, card.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        painter.end()

    def _paint_picture(self, painter: QPainter, room: QRect) -> None:
        if isinstance(self._picture, QImage):
            painter.drawImage(room, self._picture)
        elif self._picture:
            painter.drawPixmap(room.topLeft(), drawn(self._picture, room.width(), self.devicePixelRatioF()))
        else:
            sign = QRect(0, 0, DESK.icon * 2, DESK.icon * 2)
            sign.moveCenter(room.center())
            icon("picture", COLOURS.ink_soft, sign.width()).paint(painter, sign)
