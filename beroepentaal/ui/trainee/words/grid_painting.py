"""Draws one tile or heading of the grid of words."""

from collections.abc import Callable
from itertools import product
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from beroepentaal.ui.theme import COLOURS, SPACE, TYPE
from beroepentaal.ui.trainee.words.compounds import SOFT_HYPHEN
from beroepentaal.ui.trainee.words.grid_model import ENTRY, Heading, Index, Tile
from beroepentaal.ui.trainee.words.presenter import Level
from beroepentaal.ui.trainee.words.signs import paint_level, paint_warning
from beroepentaal.ui.widgets.pictures import drawn, icon

HEADING, HIGH, LOW = 84, 232, 104
"""Pixels, of a heading, of a tile with a picture and of one without."""
LEAST_HIGH, LEAST_LOW = 228, 300
"""Pixels in width: almost every word of the core stands on two lines, and of the others on one."""
GAP = 6
"""Half of what is between two tiles."""
SIGN = 32
MARGIN, ASIDE = 6, 10
LEAST_POINTS = 14
"""Of a word that can be broken nowhere."""


class GridDelegate(QStyledItemDelegate):
    def __init__(self, grid: QListView, shows_focus: Callable[[], bool]) -> None:
        super().__init__(grid)
        self._grid = grid
        self._shows_focus = shows_focus

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Tiles share the width, and do not move when the bar comes or goes."""
        entry = index.data(ENTRY)
        width = self._grid.width() - self._grid.verticalScrollBar().sizeHint().width() - 1
        if isinstance(entry, Heading):
            return QSize(width, HEADING)
        least, height = (LEAST_HIGH, HIGH) if entry.is_high else (LEAST_LOW, LOW)
        return QSize(width // max(1, width // least), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, is_hovered = _of(option)
        entry = index.data(ENTRY)
        is_focused = self._shows_focus() and index == self._grid.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = place.adjusted(GAP, GAP, -GAP, -GAP)
        if isinstance(entry, Heading):
            self._paint_heading(painter, room, entry.title, is_focused, is_hovered)
        else:
            self._paint_tile(painter, room, entry, is_focused, is_hovered)
        painter.restore()

    @property
    def _is_mirrored(self) -> bool:
        return self._grid.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _paint_heading(self, painter: QPainter, room: QRect, title: str, is_focused: bool, is_hovered: bool) -> None:
        """A loudspeaker in its circle, like that of every label, and the words."""
        circle = QRect(0, 0, SPACE.target, SPACE.target)
        circle.moveCenter(room.center())
        circle.moveLeft(room.right() - SPACE.target + 1 if self._is_mirrored else room.left())
        painter.setPen(QPen(QColor(COLOURS.focus if is_focused else COLOURS.primary_soft), SPACE.focus))
        painter.setBrush(QColor(COLOURS.line if is_hovered else COLOURS.primary_soft))
        painter.drawEllipse(QRectF(circle).adjusted(2, 2, -2, -2))
        icon("speaker", COLOURS.primary_dark, 32).paint(painter, circle.adjusted(20, 20, -20, -20))
        beside = SPACE.target + SPACE.s
        text = room.adjusted(0, 0, -beside, 0) if self._is_mirrored else room.adjusted(beside, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(COLOURS.ink))
        painter.setFont(_font(painter, TYPE.title))
        painter.drawText(text, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextForceLeftToRight, title)

    def _paint_tile(self, painter: QPainter, room: QRect, tile: Tile, is_focused: bool, is_hovered: bool) -> None:
        edge, width = (COLOURS.focus, SPACE.focus) if is_focused else (COLOURS.line, SPACE.border)
        if is_hovered and not is_focused:
            edge = COLOURS.primary
        inset = width / 2
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(COLOURS.primary_soft if is_hovered else COLOURS.card))
        painter.drawRoundedRect(QRectF(room).adjusted(inset, inset, -inset, -inset), SPACE.radius, SPACE.radius)
        if tile.is_high:
            self._paint_high(painter, room, tile)
        else:
            self._paint_low(painter, room, tile)

    def _paint_high(self, painter: QPainter, room: QRect, tile: Tile) -> None:
        """A picture with the word under it, and the signs in the upper corners."""
        side = room.height() - 2 * painter.fontMetrics().lineSpacing() - 2 * SPACE.s
        if tile.picture:
            place = QRect(room.center().x() - side // 2, room.top() + SPACE.s, side, side)
            painter.drawPixmap(place.topLeft(), drawn(tile.picture, side, self._grid.devicePixelRatioF()))
            self._paint_word(painter, room.adjusted(ASIDE, SPACE.s + side, -ASIDE, -MARGIN), tile.card.word, TYPE.small)
        else:
            self._paint_word(painter, room.adjusted(ASIDE, SIGN, -ASIDE, -SIGN), tile.card.word, TYPE.button)
        self._paint_signs(painter, room, tile, room.top() + MARGIN + SPACE.xs)

    def _paint_low(self, painter: QPainter, room: QRect, tile: Tile) -> None:
        """The word, and the signs beside it."""
        first = SIGN + SPACE.xs if tile.card.term.safety else 0
        last = SIGN + SPACE.xs if tile.card.level is not Level.NEW else 0
        if self._is_mirrored:
            first, last = last, first
        self._paint_word(painter, room.adjusted(SPACE.s + first, MARGIN, -SPACE.s - last, -MARGIN), tile.card.word, TYPE.button)
        self._paint_signs(painter, room, tile, room.center().y() - SIGN // 2)

    def _paint_word(self, painter: QPainter, room: QRect, word: str, points: int) -> None:
        """As large as points where it fits, broken between the words of a compound if need be; else smaller."""
        option = QTextOption(Qt.AlignmentFlag.AlignCenter)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        painter.setPen(QColor(COLOURS.ink))
        place = QRectF(room)
        for size, text in product(range(points, LEAST_POINTS - 1, -1), (word.replace(SOFT_HYPHEN, ""), word)):
            painter.setFont(_font(painter, size))
            if place.contains(painter.boundingRect(place, text, option)):
                break
        else:
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.drawText(place, text, option)

    def _paint_signs(self, painter: QPainter, room: QRect, tile: Tile, top: int) -> None:
        first, last = room.left() + SPACE.s, room.right() - SPACE.s - SIGN
        if self._is_mirrored:
            first, last = last, first
        if tile.card.term.safety:
            paint_warning(painter, QRectF(first, top, SIGN, SIGN))
        paint_level(painter, QRectF(last, top, SIGN, SIGN), tile.card.level, tile.card.recall)


def _font(painter: QPainter, points: int) -> QFont:
    font = QFont(painter.font())
    font.setPointSize(points)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _of(option: Any) -> tuple[QRect, bool]:
    """PySide6 names the fields of the options of a style, and their types do not."""
    return option.rect, bool(option.state & QStyle.StateFlag.State_MouseOver)
