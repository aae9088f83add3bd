"""What stands around the table of texts: the ways to a better voice, and how far the making of one is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
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
