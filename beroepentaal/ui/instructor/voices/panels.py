"""What stands around the table of texts: the ways to a better voice, and how far the making of one is."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from beroepentaal.ui.instructor.desk import DeskButton
from beroepentaal.ui.instructor.voices.making import Phase, Progress
from beroepentaal.ui.theme import COLOURS, DESK, SPACE
from beroepentaal.ui.widgets.pictures import icon

_SIGNS = {
    Phase.RUNNING: ("wave", COLOURS.primary),
    Phase.PAUSED: ("pause", COLOURS.ink),
    Phase.STOPPED: ("warning", COLOURS.again),
    Phase.FINISHED: ("check", COLOURS.right),
}
REASONS_SHOWN = 2


class Choice(QPushButton):
    """A way to go: an icon, what it is, and what it is good for."""

    def __init__(self, name: str, title: str, why: str, *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        colour = COLOURS.on_primary if primary else COLOURS.ink
        self.setProperty("role", "primary" if primary else "plain")
        self.setProperty("desk", "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(why)
        sign = QLabel(self)
        sign.setPixmap(icon(name, colour, SPACE.l).pixmap(SPACE.l))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch(1)
        for words, weight in ((title, 600), (why, 400)):
            label = QLabel(words, self)
            label.setWordWrap(True)
            label.setStyleSheet(f"color: {colour}; font-weight: {weight};")
            text.addWidget(label)
        text.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.s, SPACE.s, SPACE.s)
        row.setSpacing(SPACE.s)
        row.addWidget(sign)
        row.addLayout(text, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(SPACE.target, self._row.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, SPACE.target)

    @property
    def _row(self) -> QHBoxLayout:
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        return row


class MakingStrip(QFrame):
    """How far the making of clips is, with what can be done about it; stands in the place of the ways to begin."""

    pauseRequested = Signal()
    resumeRequested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._sign = QLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Hoe ver het maken van de stem is"))
        self._pause = DeskButton(self.tr("Pauze"), "pause", parent=self)
        self._pause.clicked.connect(self.pauseRequested)
        self._resume = DeskButton(self.tr("Verder"), "next", primary=True, parent=self)
        self._resume.clicked.connect(self.resumeRequested)
        self._close = DeskButton(self.tr("Sluiten"), "close", parent=self)
        self._close.clicked.connect(self.closed)
        self._reasons = QListWidget(self)
        self._reasons.setAccessibleName(self.tr("Waarom het niet lukte"))
        self._reasons.setWordWrap(True)
        self._shown_reasons: Sequence[str] = ()
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(self._sign)
        top.addWidget(self._sentence, 1)
        for button in (self._pause, self._resume, self._close):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        column.setSpacing(SPACE.s)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(self._reasons)

    def show_progress(self, progress: Progress) -> None:
        name, colour = _SIGNS[progress.phase]
        self._sign.setPixmap(icon(name, colour, DESK.icon).pixmap(DESK.icon))
        self._sentence.setText(progress.sentence)
        self._bar.setRange(0, max(1, progress.wanted))
        self._bar.setValue(progress.done)
        self._bar.setAccessibleDescription(progress.sentence)
        is_under_way = progress.phase in (Phase.RUNNING, Phase.PAUSED)
        self._bar.setVisible(is_under_way)
        self._show_reasons(() if is_under_way else progress.reasons)
        self._show_buttons(progress.phase)

    def _show_buttons(self, phase: Phase) -> None:
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._pause.setVisible(phase is Phase.RUNNING)
        self._resume.setVisible(phase in (Phase.PAUSED, Phase.STOPPED))
        self._close.setVisible(phase is not Phase.RUNNING)
        if had_focus and not self.focusWidget():
            self._close.setFocus()

    def _show_reasons(self, reasons: Sequence[str]) -> None:
        self._reasons.setVisible(bool(reasons))
        if reasons != self._shown_reasons:
            self._shown_reasons = reasons
            self._reasons.clear()
            self._reasons.addItems(reasons)
            self._reasons.ensurePolished()
            rows = min(REASONS_SHOWN, len(reasons))
            self._reasons.setFixedHeight(rows * self._reasons.fontMetrics().height() + SPACE.s)
