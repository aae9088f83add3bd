"""How the recording stands, to be seen out of the corner of the eye: a sign, a sentence, and what the microphone hears."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Take
from beroepentaal.ui.instructor.recording.presenter import Phase
from beroepentaal.ui.theme import COLOURS, DESK, SPACE, TYPE
from beroepentaal.ui.widgets.level_meter import LevelMeter
from beroepentaal.ui.widgets.pictures import icon
from beroepentaal.ui.widgets.waveform import Waveform

SIGN = 104
"""Pixels."""
HEARD = 76
"""Pixels of height."""
LONG = 16
"""Points, for sentences of three lines on a small screen."""
THREE_LINES = 88
"""Pixels."""


@dataclass(frozen=True, slots=True)
class Look:
    """Of a phase; no two differ by colour alone."""

    sign: str
    ground: str = COLOURS.card
    colour: str = COLOURS.ink_soft
    filled: bool = False
    """The sign is a light one on a disc of the colour."""
    points: int = DESK.title


LOOKS = {
    Phase.READY: Look("microphone", colour=COLOURS.primary),
    Phase.NO_MICROPHONE: Look("microphone-off", COLOURS.notice, COLOURS.ink, points=LONG),
    Phase.OPENING: Look("clock", points=TYPE.term),
    Phase.LISTENING: Look("microphone", COLOURS.right_soft, COLOURS.right, filled=True, points=TYPE.term),
    Phase.WORKING: Look("clock"),
    Phase.KEEPING: Look("clock"),
    Phase.KEPT: Look("check", colour=COLOURS.right),
    Phase.TROUBLE: Look("again", COLOURS.again_soft, COLOURS.again),
    Phase.NOT_KEPT: Look("warning", COLOURS.again_soft, COLOURS.again, points=LONG),
    Phase.END: Look("check", COLOURS.right_soft, COLOURS.right, points=TYPE.long_term),
}


class SpeakPanel(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = LOOKS[Phase.READY]
        self._sign = Sign(self)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumHeight(THREE_LINES)
        self.meter = LevelMeter(self)
        self._waveform = Waveform(self.tr("Hoe je opname klinkt"), self)
        self._room = QWidget(self)
        self._room.setFixedHeight(HEARD)
        self._heard = QStackedLayout(self._room)
        self._heard.addWidget(self.meter)
        self._heard.addWidget(self._waveform)
        column = QVBoxLayout()
        column.setSpacing(SPACE.xs)
        column.addWidget(self._sentence, 1)
        column.addWidget(self._room)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        row.setSpacing(SPACE.m)
        row.addWidget(self._sign)
        row.addLayout(column, 1)

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def show_phase(self, phase: Phase, sentence: str) -> None:
        self._look = LOOKS[phase]
        self._sentence.setStyleSheet(f"font-size: {self._look.points}pt; font-weight: 600;")
        self._sentence.setText(sentence)
        self._sign.show_look(self._look)
        if phase in (Phase.READY, Phase.OPENING, Phase.NO_MICROPHONE):
            self.meter.clear()
        self._room.setVisible(phase is not Phase.END)
        self.update()

    def show_level(self, level: float) -> None:
        self.meter.show_level(level)
        self._sign.show_level(level)

    def show_take(self, take: Take | None) -> None:
        self._waveform.show_take(take)
        self._heard.setCurrentWidget(self._waveform if take else self.meter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 6 if self._look.filled else SPACE.border
        inset = width / 2
        painter.setPen(QPen(QColor(self._look.colour if self._look.filled else COLOURS.line), width))
        painter.setBrush(QColor(self._look.ground))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), SPACE.radius_large, SPACE.radius_large
        )
        painter.end()


class Sign(QWidget):
    """A disc with an icon; while the microphone listens a ring around it grows with the voice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = LOOKS[Phase.READY]
        self._level = 0.0
        self.setFixedSize(SIGN, SIGN)

    def show_look(self, look: Look) -> None:
        self._look = look
        self._level = 0.0
        self.update()

    def show_level(self, level: float) -> None:
        self._level = level
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIGN, SIGN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, middle, radius = self._look, QPointF(SIGN / 2, SIGN / 2), SIGN * 0.36
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look.filled:
            painter.setPen(QPen(QColor(look.colour), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = radius + 5 + self._level * (SIGN / 2 - radius - 7)
            painter.drawEllipse(middle, around, around)
        painter.setPen(QPen(QColor(look.colour), 3))
        painter.setBrush(QColor(look.colour if look.filled else COLOURS.card))
        painter.drawEllipse(middle, radius, radius)
        side = round(SIGN * 0.4)
        corner = (SIGN - side) // 2
        colour = COLOURS.on_primary if look.filled else look.colour
        icon(look.sign, colour, side).paint(painter, QRect(corner, corner, side, side))
        painter.end()
