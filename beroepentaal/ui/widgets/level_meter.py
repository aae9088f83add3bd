"""How loud a voice is while it speaks, with the stretch where it is good, so that fifty recordings become equally loud."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from beroepentaal.ui.theme import COLOURS, DESK, SPACE

GOOD = (0.45, 0.8)
"""Of the loudest moment of a word. Measured with speech in a noisy room: under it takes are too quiet, 0.05 over it clipped."""
FALL = 0.04
"""Most that the bar goes down from one level to the next; the eye cannot follow what falls faster."""
BAR = 20
"""Pixels."""


class LevelMeter(QWidget):
    """A bar for this moment and a line at the loudest since clear(). Levels as Hearing.level gives them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = self._loudest = 0.0
        self._zones = (
            (0.0, GOOD[0], self.tr("te zacht"), COLOURS.paper, COLOURS.ink_soft),
            (GOOD[0], GOOD[1], self.tr("goed"), COLOURS.right_soft, COLOURS.right),
            (GOOD[1], 1.0, self.tr("te hard"), COLOURS.again_soft, COLOURS.again),
        )
        self.setAccessibleName(self.tr("Hoe hard je stem is"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def loudest(self) -> float:
        return self._loudest

    def show_level(self, level: float) -> None:
        self._level = max(level, self._level - FALL)
        self._loudest = max(level, self._loudest)
        self.setAccessibleDescription(self._word(self._loudest))
        self.update()

    def clear(self) -> None:
        self._level = self._loudest = 0.0
        self.setAccessibleDescription("")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, BAR + 2 * SPACE.xs + self._font(bold=True).pointSize() * 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(1, SPACE.xs, self.width() - 2, BAR)
        outline = QPainterPath()
        outline.addRoundedRect(bar, BAR / 2, BAR / 2)
        painter.setClipPath(outline)
        for begin, end, _, ground, colour in self._zones:
            painter.fillRect(_part(bar, begin, end), QColor(ground))
            painter.fillRect(_part(bar, begin, min(end, self._level)), QColor(colour))
        painter.setClipping(False)
        painter.setPen(QPen(QColor(COLOURS.ink_soft), 1))
        painter.drawPath(outline)
        self._paint_ticks(painter, bar)
        self._paint_words(painter, bar)
        painter.end()

    def _paint_ticks(self, painter: QPainter, bar: QRectF) -> None:
        painter.setPen(QPen(QColor(COLOURS.right), 3))
        for place in GOOD:
            x = bar.left() + place * bar.width()
            painter.drawLine(round(x), 0, round(x), round(bar.bottom()) + SPACE.xs)
        if self._loudest > 0:
            painter.setPen(QPen(QColor(COLOURS.ink), 4))
            x = bar.left() + min(self._loudest, 0.99) * bar.width()
            painter.drawLine(round(x), round(bar.top()) - 2, round(x), round(bar.bottom()) + 2)

    def _paint_words(self, painter: QPainter, bar: QRectF) -> None:
        reached = self._word(self._loudest)
        for begin, end, word, _, colour in self._zones:
            painter.setFont(self._font(bold=word == reached))
            painter.setPen(QColor(colour))
            room = _part(bar, begin, end)
            room.setTop(bar.bottom() + SPACE.xs / 2)
            room.setBottom(self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, word)

    def _word(self, level: float) -> str:
        return next((word for _, end, word, _, _ in self._zones if 0 < level <= end), "")

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPointSize(DESK.body)
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font


def _part(bar: QRectF, begin: float, end: float) -> QRectF:
    return QRectF(bar.left() + begin * bar.width(), bar.top(), max(0.0, end - begin) * bar.width(), bar.height())
