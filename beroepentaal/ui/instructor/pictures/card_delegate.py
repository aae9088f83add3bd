"""Draws a word with its picture as a card of the grid."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from beroepentaal.ui.instructor.pictures.card_model import CARD, PICTURE, Index
from beroepentaal.ui.theme import COLOURS, SPACE
from beroepentaal.ui.widgets.pictures import drawn, icon

PICTURE_SIDE = 96
"""Pixels."""
LINES = 2
"""Of a word with its article."""
SMALLEST = 10
"""Points, of a word that is too long."""
BADGE = 20
"""Pixels, of the sign on it."""


def cell_height(font: QFont) -> int:
    return 4 * SPACE.xs + PICTURE_SIDE + LINES * QFontMetrics(font).height()


@dataclass(frozen=True, slots=True)
class _Look:
    ground: str
    edge: str
    width: int


class CardDelegate(QStyledItemDelegate):
    def __init__(self, grid: QListView) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return self._grid.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, place = _of(option)
        room = place.adjusted(SPACE.xs // 2, SPACE.xs // 2, -SPACE.xs // 2, -SPACE.xs // 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look(state)
        inset = look.width / 2
        painter.setPen(QPen(QColor(look.edge), look.width))
        painter.setBrush(QColor(look.ground))
        painter.drawRoundedRect(QRectF(room).adjusted(inset, inset, -inset, -inset), SPACE.s, SPACE.s)
        self._paint_picture(painter, QRect(room.left(), room.top() + SPACE.xs, room.width(), PICTURE_SIDE), index)
        if index.data(CARD).photo:
            self._paint_badge(painter, room)
        self._paint_word(painter, room, index.data())
        painter.restore()

    def _look(self, state: QStyle.StateFlag) -> _Look:
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen and self._grid.hasFocus():
            return _Look(COLOURS.primary_soft, COLOURS.focus, SPACE.focus)
        if is_chosen:
            return _Look(COLOURS.primary_soft, COLOURS.primary, SPACE.focus)
        is_under_mouse = bool(state & QStyle.StateFlag.State_MouseOver)
        return _Look(COLOURS.card, COLOURS.primary if is_under_mouse else COLOURS.line, SPACE.border)

    def _paint_picture(self, painter: QPainter, room: QRect, index: Index) -> None:
        if picture := index.data(PICTURE):
            pixmap = drawn(picture, PICTURE_SIDE, self._grid.devicePixelRatioF())
            painter.drawPixmap(room.center().x() - PICTURE_SIDE // 2, room.top(), pixmap)
        else:
            painter.setPen(QColor(COLOURS.ink_soft))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.tr("geen plaatje"))

    def _paint_word(self, painter: QPainter, room: QRect, word: str) -> None:
        """Smaller where it would not fit."""
        painter.setPen(QColor(COLOURS.ink))
        place = QRectF(room.adjusted(SPACE.xs, SPACE.xs + PICTURE_SIDE, -SPACE.xs, -SPACE.xs // 2))
        wrapped = QTextOption(Qt.AlignmentFlag.AlignCenter)
        wrapped.setWrapMode(QTextOption.WrapMode.WordWrap)
        font = QFont(painter.font())
        for points in range(font.pointSize(), SMALLEST - 1, -1):
            font.setPointSize(points)
            painter.setFont(font)
            if place.contains(painter.boundingRect(place, word, wrapped)):
                break
        else:
            wrapped.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.drawText(place, word, wrapped)

    def _paint_badge(self, painter: QPainter, room: QRect) -> None:
        """A sign and its words, over the corner of the picture."""
        words, letters = self.tr("eigen foto"), painter.fontMetrics()
        width = letters.horizontalAdvance(words) + BADGE + 3 * SPACE.xs
        badge = QRect(0, 0, width, letters.height() + SPACE.border)
        badge.moveTopRight(room.topRight() - QPoint(SPACE.xs, -SPACE.xs))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLOURS.primary))
        painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)
        sign = QRect(badge.left() + SPACE.xs, badge.center().y() - BADGE // 2 + 1, BADGE, BADGE)
        icon("camera", COLOURS.on_primary, BADGE).paint(painter, sign)
        painter.setPen(QColor(COLOURS.on_primary))
        text = badge.adjusted(BADGE + 2 * SPACE.xs - SPACE.border, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


def _of(option: Any) -> tuple[QStyle.StateFlag, QRect]:
    """PySide6 names the fields of the options of a style, and their types do not."""
    return option.state, option.rect
