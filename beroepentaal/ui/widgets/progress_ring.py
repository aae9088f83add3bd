"""The ring that fills as words become known: how far a trainee is, at a glance."""

from PySide6.QtCore import Property, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from beroepentaal.ui.theme import COLOURS, MOTION

WIDTH = 26
"""Of the band, in pixels."""


class ProgressRing(QWidget):
    """Known terms in a full band, started ones in a light band behind it, the number known in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = self._started = 0
        self._total = 1
        self._grown = 1.0
        self.setMinimumSize(220, 220)
        self._growth = QPropertyAnimation(self, b"grown", self)
        self._growth.setDuration(MOTION.ring)
        self._growth.setStartValue(0.0)
        self._growth.setEndValue(1.0)

    def show_progress(self, known: int, started: int, total: int) -> None:
        self._known, self._started, self._total = known, started, max(total, 1)
        self.setAccessibleName(self.tr("{known} van {total} woorden geleerd").format(known=known, total=total))
        self._growth.start()

    def sizeHint(self) -> QSize:
        return QSize(300, 300)

    def _read_grown(self) -> float:
        return self._grown

    def _write_grown(self, value: float) -> None:
        self._grown = value
        self.update()

    grown = Property(float, _read_grown, _write_grown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - WIDTH - 4
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        self._arc(painter, place, COLOURS.line, 1.0)
        self._arc(painter, place, COLOURS.sun, self._started / self._total * self._grown)
        self._arc(painter, place, COLOURS.primary, self._known / self._total * self._grown)
        self._number(painter, place)
        painter.end()

    def _arc(self, painter: QPainter, place: QRectF, colour: str, part: float) -> None:
        if part <= 0:
            return
        painter.setPen(QPen(QColor(colour), WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        direction = 1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else -1
        painter.drawArc(place, 90 * 16, round(direction * 360 * 16 * min(part, 1.0)))

    def _number(self, painter: QPainter, place: QRectF) -> None:
        font = QFont(self.font())
        font.setPixelSize(round(place.height() * 0.3))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(COLOURS.ink))
        upper = place.adjusted(0, place.height() * 0.2, 0, -place.height() * 0.36)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, str(self._known))
        font.setPixelSize(round(place.height() * 0.11))
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(COLOURS.ink_soft))
        lower = place.adjusted(0, place.height() * 0.58, 0, -place.height() * 0.2)
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self.tr("van {total}").format(total=self._total))
