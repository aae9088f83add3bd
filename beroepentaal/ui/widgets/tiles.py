"""Tiles to choose from: a picture or a loudspeaker on a card, with the key that chooses it."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from beroepentaal.ui.theme import AVATAR_GROUNDS, COLOURS, SPACE, TYPE
from beroepentaal.ui.widgets.pictures import drawn, icon


class Mark(Enum):
    """How a tile stands out after an answer; never by colour alone."""

    NONE = auto()
    CHOSEN = auto()
    RIGHT = auto()
    OTHER = auto()
    """Chosen, and another one was right."""
    FADED = auto()


_LOOKS = {
    Mark.NONE: (COLOURS.card, COLOURS.line, SPACE.border, ""),
    Mark.CHOSEN: (COLOURS.primary_soft, COLOURS.primary, 5, ""),
    Mark.RIGHT: (COLOURS.right_soft, COLOURS.right, 6, "check"),
    Mark.OTHER: (COLOURS.again_soft, COLOURS.again, 4, "again"),
    Mark.FADED: (COLOURS.paper, COLOURS.line, SPACE.border, ""),
}


class Tile(QAbstractButton):
    """A card with a picture, or an icon where there is none, and perhaps a caption under it."""

    def __init__(
        self,
        accessible: str,
        *,
        picture: Path | None = None,
        icon_name: str = "",
        caption: str = "",
        key: int = 0,
        size: QSize | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture = picture
        self._icon = icon_name
        self._caption = caption
        self._key = key
        self._mark = Mark.NONE
        self._hint = size or QSize(220, 220)
        self.setMinimumSize(SPACE.target, SPACE.target)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(accessible)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if key:
            # A button's own shortcut shows it pressed for a tenth of a second before it acts.
            QShortcut(QKeySequence(str(key)), self, self.click)

    @property
    def mark(self) -> Mark:
        return self._mark

    def set_mark(self, mark: Mark, caption: str | None = None) -> None:
        self._mark = mark
        if caption is not None:
            self._caption = caption
        self.update()

    def sizeHint(self) -> QSize:
        return self._hint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        if self._mark is Mark.FADED:
            painter.setOpacity(0.45)
        self._paint_content(painter)
        painter.setOpacity(1.0)
        self._paint_key(painter)
        self._paint_badge(painter)
        painter.end()

    def _paint_card(self, painter: QPainter) -> None:
        ground, edge, width, _ = _LOOKS[self._mark]
        if self.isDown() or (self.underMouse() and self._mark is Mark.NONE and self.isEnabled()):
            ground, edge = COLOURS.primary_soft, COLOURS.primary
        if self.hasFocus():
            edge, width = COLOURS.focus, SPACE.focus
        inset = width / 2 + 1
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), SPACE.radius, SPACE.radius)

    def _paint_content(self, painter: QPainter) -> None:
        margin = SPACE.s + 4
        caption_height = self._caption_height()
        room = self.rect().adjusted(margin, margin, -margin, -margin - caption_height)
        side = max(16, min(room.width(), room.height()))
        place = QRect(0, 0, side, side)
        place.moveCenter(room.center())
        if self._picture:
            painter.drawPixmap(place.topLeft(), drawn(self._picture, side, self.devicePixelRatioF()))
        elif self._icon:
            side = min(side, 72)
            place = QRect(0, 0, side, side)
            place.moveCenter(room.center())
            icon(self._icon, COLOURS.primary_dark, side).paint(painter, place)
        else:
            self._paint_text(
                painter, self.rect().adjusted(margin, margin, -margin, -margin), self.accessibleName(), TYPE.button
            )
            return
        if self._caption:
            below = QRect(
                margin, self.height() - margin - caption_height, self.width() - 2 * margin, caption_height + margin // 2
            )
            self._paint_text(painter, below, self._caption, TYPE.small)

    def _caption_height(self) -> int:
        return self.fontMetrics().height() if self._caption else 0

    def _paint_text(self, painter: QPainter, room: QRect, text: str, points: int) -> None:
        """As large as points where it fits, else smaller."""
        font = QFont(self.font())
        font.setPointSize(points)
        font.setWeight(QFont.Weight.DemiBold)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        while font.pointSizeF() > TYPE.small * 0.7:
            painter.setFont(font)
            needed = painter.boundingRect(room, int(flags), text)
            if room.contains(needed):
                break
            font.setPointSizeF(font.pointSizeF() - 1)
        painter.setPen(QColor(COLOURS.ink))
        painter.drawText(room, int(flags), text)

    def _paint_key(self, painter: QPainter) -> None:
        if not self._key:
            return
        circle = QRectF(self._leading(40), SPACE.s, 40, 40)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLOURS.paper if self._mark is Mark.NONE else COLOURS.card))
        painter.drawEllipse(circle)
        painter.setPen(QColor(COLOURS.ink_soft))
        painter.setFont(self.font())
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._key))

    def _paint_badge(self, painter: QPainter) -> None:
        _, colour, _, name = _LOOKS[self._mark]
        if not name:
            return
        left = self.width() - 52 - self._leading(52)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(left + 26, SPACE.s + 26), 26, 26)
        icon(name, COLOURS.on_primary, 36).paint(painter, QRect(left + 8, SPACE.s + 8, 36, 36))

    def _leading(self, width: int) -> int:
        """Where something of that width starts at the side on which reading begins."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return self.width() - SPACE.s - width
        return SPACE.s


class AvatarTile(QAbstractButton):
    """A trainee's picture on its round ground."""

    def __init__(self, picture: Path, colour: int, accessible: str, size: int = 128, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._ground = QColor(AVATAR_GROUNDS[colour % len(AVATAR_GROUNDS)])
        self._chosen = False
        self.clicked.connect(self._on_clicked)
        self.setFixedSize(size, size)
        self.setAccessibleName(accessible)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _on_clicked(self) -> None:
        """Stays marked: what it leads to may have to wait for the database."""
        self._chosen = True
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        highlighted = self._chosen or (self.isEnabled() and (self.isDown() or self.underMouse()))
        edge = COLOURS.focus if self.hasFocus() else COLOURS.primary if highlighted else COLOURS.card
        width = 2 * SPACE.focus if self._chosen else SPACE.focus
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(self._ground)
        inset = width / 2 + 1
        painter.drawEllipse(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
        side = round(self.width() * 0.66)
        corner = (self.width() - side) // 2
        painter.drawPixmap(corner, corner, drawn(self._picture, side, self.devicePixelRatioF()))
        painter.end()
