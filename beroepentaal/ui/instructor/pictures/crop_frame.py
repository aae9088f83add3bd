"""A photo with a square on it, to be moved and sized by mouse, wheel and keys: what is inside becomes the picture."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from beroepentaal.classroom.picturing import Crop
from beroepentaal.ui.instructor.pictures import cropping
from beroepentaal.ui.instructor.pictures.loaded_photo import LoadedPhoto
from beroepentaal.ui.theme import COLOURS, SPACE

REACH = 22
"""Pixels around a corner in which it can be taken."""
HANDLE = 9
STEP, GROWTH = 0.01, 1.05
"""Of an arrow key, as a part of the photo; of plus and minus and a step of the wheel."""
SHADE = 150
"""Of 255, over what is left out."""
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_SIZES = {Qt.Key.Key_Plus: GROWTH, Qt.Key.Key_Equal: GROWTH, Qt.Key.Key_Minus: 1 / GROWTH}
_CORNERS = {
    cropping.TOP_LEFT: cropping.BOTTOM_RIGHT,
    cropping.TOP_RIGHT: cropping.BOTTOM_LEFT,
    cropping.BOTTOM_LEFT: cropping.TOP_RIGHT,
    cropping.BOTTOM_RIGHT: cropping.TOP_LEFT,
}
"""Each with the one that stays where it is when it is drawn away."""
_SLANTING = (cropping.TOP_LEFT, cropping.BOTTOM_RIGHT)


class CropFrame(QWidget):
    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._photo: LoadedPhoto | None = None
        self._lighter = False
        self._pixmap = QPixmap()
        self.crop = Crop(0, 0, 1)
        self._held: tuple[float, float] | None = None
        """What the mouse has taken: a corner, or the middle for the whole."""
        self._last = QPointF()
        self.setAccessibleName(self.tr("Het kader om wat op het plaatje komt"))
        self.setAccessibleDescription(self.tr("Pijltjes verplaatsen het kader; plus en min maken het groter en kleiner"))
        self.setMinimumSize(240, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_photo(self, photo: LoadedPhoto, crop: Crop, lighter: bool) -> None:
        self._photo, self._lighter = photo, lighter
        self._pixmap = QPixmap()
        self._set_crop(crop)

    def forget(self) -> None:
        self._photo = None
        self._pixmap = QPixmap()

    def show_light(self, lighter: bool) -> None:
        self._lighter = lighter
        self._pixmap = QPixmap()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(520, 520)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._photo and key in _ARROWS:
            step = max(1.0, STEP * max(self._photo.size))
            right, down = _ARROWS[key]
            self._set_crop(cropping.moved(self.crop, right * step, down * step, self._photo.size))
        elif key in _SIZES:
            self._grow(_SIZES[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._grow(GROWTH ** (event.angleDelta().y() / 120))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held, self._last = self._at(event.position()), event.position()
            self._show_cursor(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held and self._photo:
            self._drag(event.position(), self._held, self._photo)
        self._show_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self._show_cursor(event.position())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._photo:
            return
        place, frame = self._place(self._photo), self._frame()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        table = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(COLOURS.line), SPACE.border))
        painter.setBrush(QColor(COLOURS.card))
        painter.drawRoundedRect(table, SPACE.s, SPACE.s)
        painter.drawPixmap(place, self._shown(self._photo, place), QRectF(self._pixmap.rect()))
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRoundedRect(table, SPACE.s, SPACE.s)
        inside.addRect(frame)
        shade = QColor(COLOURS.ink)
        shade.setAlpha(SHADE)
        painter.fillPath(outside.subtracted(inside), shade)
        self._paint_frame(painter, frame)
        painter.end()

    def _paint_frame(self, painter: QPainter, frame: QRectF) -> None:
        """Light within dark, so that it is seen on any photo."""
        colour = COLOURS.focus if self.hasFocus() else COLOURS.ink
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for edge, width in ((colour, 6), (COLOURS.card, 2)):
            painter.setPen(QPen(QColor(edge), width))
            painter.drawRect(frame)
        painter.setPen(QPen(QColor(colour), 3))
        painter.setBrush(QColor(COLOURS.card))
        for corner in _CORNERS:
            painter.drawEllipse(_point(frame, corner), HANDLE, HANDLE)

    def _shown(self, photo: LoadedPhoto, place: QRectF) -> QPixmap:
        """Scaled once for each size of the window."""
        scale = self.devicePixelRatioF()
        width, height = max(1, round(place.width() * scale)), max(1, round(place.height() * scale))
        if max(self._pixmap.width(), self._pixmap.height()) != max(width, height):
            self._pixmap = QPixmap.fromImage(photo.whole(width, height, self._lighter))
        return self._pixmap

    def _drag(self, to: QPointF, held: tuple[float, float], photo: LoadedPhoto) -> None:
        scale = self._scale(photo)
        if held == cropping.MIDDLE:
            way = (to - self._last) / scale
            crop = cropping.moved(self.crop, way.x(), way.y(), photo.size)
            # What the edge of the photo held back, or rounding, is not made up for on the way back.
            self._last += QPointF(crop.left - self.crop.left, crop.top - self.crop.top) * scale
        else:
            away = to - _point(self._frame(), _CORNERS[held])
            side = max(abs(away.x()), abs(away.y())) / scale
            crop = cropping.sized(self.crop, side, photo.size, _CORNERS[held])
        self._set_crop(crop)

    def _grow(self, by: float) -> None:
        if self._photo:
            side = self.crop.side * by
            # A step too small to round to another pixel would be none at all.
            side = side + 1 if by > 1 else side - 1
            self._set_crop(cropping.sized(self.crop, side, self._photo.size))

    def _set_crop(self, crop: Crop) -> None:
        self.crop = crop
        self.update()
        self.changed.emit()

    def _at(self, point: QPointF) -> tuple[float, float] | None:
        frame = self._frame()
        for corner in _CORNERS:
            if (point - _point(frame, corner)).manhattanLength() <= REACH:
                return corner
        return cropping.MIDDLE if frame.contains(point) else None

    def _show_cursor(self, point: QPointF) -> None:
        held = self._held or self._at(point)
        if held == cropping.MIDDLE:
            moving = self._held is not None
            self.setCursor(Qt.CursorShape.ClosedHandCursor if moving else Qt.CursorShape.OpenHandCursor)
        elif held:
            self.setCursor(Qt.CursorShape.SizeFDiagCursor if held in _SLANTING else Qt.CursorShape.SizeBDiagCursor)
        else:
            self.unsetCursor()

    def _scale(self, photo: LoadedPhoto) -> float:
        """Pixels of the screen for one of the photo: its longest side fits in both directions, as the square may."""
        return max(1, min(self.width(), self.height()) - 2 * (HANDLE + SPACE.s)) / max(photo.size)

    def _place(self, photo: LoadedPhoto) -> QRectF:
        width, height = (side * self._scale(photo) for side in photo.size)
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _frame(self) -> QRectF:
        if not self._photo:
            return QRectF()
        scale, place = self._scale(self._photo), self._place(self._photo)
        side = self.crop.side * scale
        return QRectF(place.left() + self.crop.left * scale, place.top() + self.crop.top * scale, side, side)


def _point(frame: QRectF, part: tuple[float, float]) -> QPointF:
    return QPointF(frame.left() + part[0] * frame.width(), frame.top() + part[1] * frame.height())
