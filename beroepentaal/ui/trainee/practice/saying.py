"""What a trainee sees of his own voice: the microphone that listens, two sounds side by side, and what went wrong."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractAnimation, QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from beroepentaal.classroom.ports import Take
from beroepentaal.ui.theme import COLOURS, SPACE
from beroepentaal.ui.trainee.practice.own_voice import Listening
from beroepentaal.ui.widgets.buttons import RoundButton
from beroepentaal.ui.widgets.pictures import icon
from beroepentaal.ui.widgets.spoken_label import Say, SpokenLabel
from beroepentaal.ui.widgets.waveform import FRAMES_A_SECOND, Waveform

DISC = SPACE.target_big
AROUND = 184
"""Pixels, with the rings."""
BEAT = 1200
"""Milliseconds of one pulse, or one turn."""
FADING = 0.8
"""What is left of a level at the next, so that the ring does not flicker."""


@dataclass(frozen=True, slots=True)
class Look:
    """Of the microphone; no two differ by colour alone."""

    sign: str
    ground: str
    colour: str


_LOOKS = {
    Listening.IDLE: Look("microphone", COLOURS.primary, COLOURS.on_primary),
    Listening.OPENING: Look("microphone", COLOURS.card, COLOURS.ink_soft),
    Listening.HEARING: Look("mouth", COLOURS.sun, COLOURS.ink),
    Listening.THINKING: Look("microphone", COLOURS.card, COLOURS.ink_soft),
}


class VoiceButton(QAbstractButton):
    """Pressed to speak. While one must wait an arc turns; then a mouth calls to speak, and a ring is as wide as it is loud."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listening = Listening.IDLE
        self._level = 0.0
        self._beat = QVariantAnimation(self)
        self._beat.setDuration(BEAT)
        self._beat.setStartValue(0.0)
        self._beat.setEndValue(1.0)
        self._beat.setLoopCount(-1)
        self._beat.valueChanged.connect(lambda _: self.update())
        self.setFixedSize(AROUND, AROUND)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_listening(Listening.IDLE)

    def show_listening(self, listening: Listening) -> None:
        self._listening = listening
        self._level = 0.0
        self.setAccessibleName(
            {
                Listening.IDLE: self.tr("Zeg het woord (toets M)"),
                Listening.OPENING: self.tr("Wacht even"),
                Listening.HEARING: self.tr("Zeg het nu"),
                Listening.THINKING: self.tr("Wacht even"),
            }[listening]
        )
        self._move()
        self.update()

    def show_level(self, level: float) -> None:
        self._level = max(level, FADING * self._level)
        self.update()

    @property
    def is_moving(self) -> bool:
        return self._beat.state() is QAbstractAnimation.State.Running

    def sizeHint(self) -> QSize:
        return QSize(AROUND, AROUND)

    def showEvent(self, event: QShowEvent) -> None:
        self._move()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._beat.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._listening is Listening.HEARING:
            self._paint_voice(painter)
        self._paint_disc(painter)
        if self._listening in (Listening.OPENING, Listening.THINKING):
            self._paint_arc(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(COLOURS.focus), SPACE.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(_middle(), DISC / 2 + 2 * SPACE.focus, DISC / 2 + 2 * SPACE.focus)
        painter.end()

    def _move(self) -> None:
        if self._listening is Listening.IDLE or not self.isVisible():
            self._beat.stop()
        elif not self.is_moving:
            self._beat.start()

    def _paint_disc(self, painter: QPainter) -> None:
        look = _LOOKS[self._listening]
        is_pressed = self.isDown() or (self.underMouse() and self._listening is Listening.IDLE)
        ground = COLOURS.primary_dark if is_pressed and look.ground == COLOURS.primary else look.ground
        edge = {Listening.IDLE: ground, Listening.HEARING: look.colour}.get(self._listening, COLOURS.line)
        painter.setPen(QPen(QColor(edge), SPACE.focus))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(_middle(), DISC / 2, DISC / 2)
        side = DISC // 2
        corner = (AROUND - side) // 2
        icon(look.sign, look.colour, side).paint(painter, QRect(corner, corner, side, side))

    def _paint_voice(self, painter: QPainter) -> None:
        most = (AROUND - DISC) / 2 - SPACE.border
        beat = float(self._beat.currentValue() or 0.0)
        pulse = QColor(COLOURS.primary)
        pulse.setAlphaF(1 - beat)
        painter.setPen(QPen(pulse, SPACE.border))
        painter.drawEllipse(_middle(), DISC / 2 + most * beat, DISC / 2 + most * beat)
        painter.setPen(QPen(QColor(COLOURS.primary), SPACE.focus))
        painter.setBrush(QColor(COLOURS.primary_soft))
        painter.drawEllipse(_middle(), DISC / 2 + most * self._level, DISC / 2 + most * self._level)

    def _paint_arc(self, painter: QPainter) -> None:
        inset = (AROUND - DISC) / 2
        painter.setPen(QPen(QColor(COLOURS.primary), 2 * SPACE.focus, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        turn = float(self._beat.currentValue() or 0.0)
        painter.drawArc(QRectF(inset, inset, DISC, DISC), round(-360 * 16 * turn), 100 * 16)


def _middle() -> QPointF:
    return QPointF(AROUND / 2, AROUND / 2)


class Comparison(QWidget):
    """The model's sound above the trainee's own, at the same scale of time. Nothing here says how well it was spoken."""

    replayRequested = Signal()
    slowRequested = Signal()
    ownRequested = Signal()
    speakRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = Waveform(self.tr("Zo klinkt het woord"), self)
        self._own = Waveform(self.tr("Zo klink jij"), self)
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE.s)
        for row, column, name, text, requested in (
            (0, 0, "speaker", self.tr("Hoor het woord (toets A)"), self.replayRequested),
            (0, 1, "slow", self.tr("Langzaam"), self.slowRequested),
            (1, 0, "mouth", self.tr("Hoor jezelf (toets B)"), self.ownRequested),
            (1, 1, "microphone", self.tr("Zeg het nog een keer (toets M)"), self.speakRequested),
        ):
            button = RoundButton(name, text, parent=self)
            button.clicked.connect(requested)
            rows.addWidget(button, row, column)
        for row, waveform in enumerate((self._model, self._own)):
            waveform.setMaximumHeight(SPACE.target_big)
            rows.addWidget(waveform, row, 2)

    def show_takes(self, model: Take | None, own: Take | None) -> None:
        seconds = max(len(take.outline) / FRAMES_A_SECOND if take else 0.0 for take in (model, own))
        self._model.show_take(model, seconds)
        self._own.show_take(own, seconds)


class TroubleStrip(QFrame):
    """What went wrong with a recording, as a picture and a sentence that can be heard."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._picture = QLabel(self)
        self._sentence = SpokenLabel("", say, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, 0, SPACE.m, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self._picture)
        row.addWidget(self._sentence, 1)

    def show_sentence(self, picture: str, sentence: str) -> None:
        self._picture.setPixmap(icon(picture, COLOURS.ink, SPACE.xl).pixmap(SPACE.xl))
        self._sentence.set_text(sentence)
