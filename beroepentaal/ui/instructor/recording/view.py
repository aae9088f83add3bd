"""The page for recording: what to say, whether the microphone listens, and what came of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Take
from beroepentaal.classroom.voicing import Line
from beroepentaal.ui.instructor.desk import DeskButton, DeskPage
from beroepentaal.ui.instructor.recording.line_list import LineList
from beroepentaal.ui.instructor.recording.presenter import Phase
from beroepentaal.ui.instructor.recording.session import Mark
from beroepentaal.ui.instructor.recording.speak_panel import SpeakPanel
from beroepentaal.ui.instructor.recording.text_panel import TextPanel
from beroepentaal.ui.instructor.wording import number
from beroepentaal.ui.theme import COLOURS, DESK, SPACE
from beroepentaal.ui.widgets.pictures import icon

WIDEST_TITLE = 360
"""Pixels; what else stands in the head needs the rest of a small screen."""

_LISTENS = frozenset({Phase.OPENING, Phase.LISTENING, Phase.WORKING, Phase.KEEPING})


class RecordingPage(DeskPage):
    spaceRequested = Signal()
    againRequested = Signal()
    listenRequested = Signal()
    previousRequested = Signal()
    nextRequested = Signal()
    lineRequested = Signal(int)

    def __init__(self, pictures: Path, parent: QWidget | None = None) -> None:
        """pictures has a folder for each deck."""
        super().__init__("", parent)
        self._count = 0
        self._has_take = False
        self._let_go_at = 0
        self._is_held = False
        self._place = QLabel(self)
        self._place.setStyleSheet("font-weight: 600;")
        self._time = QLabel(self)
        self._time.setProperty("role", "soft")
        self.head.addWidget(self._time)
        self.head.addSpacing(SPACE.m)
        self.head.addWidget(self._place)
        self._text = TextPanel(pictures, self)
        self._speak = SpeakPanel(self)
        self._list = LineList(self)
        self._list.chosen.connect(self.lineRequested)
        self._main = DeskButton("", "microphone", primary=True, parent=self)
        self._main.clicked.connect(self.spaceRequested)
        column = QVBoxLayout()
        column.setSpacing(SPACE.s)
        column.addWidget(self._text, 1)
        column.addWidget(self._speak)
        column.addWidget(self._main)
        self._make_buttons()
        column.addLayout(_row(self._again, self._listen))
        side = QVBoxLayout()
        side.setSpacing(SPACE.s)
        side.addWidget(self._list, 1)
        side.addLayout(_row(self._previous, self._next))
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addLayout(column, 7)
        row.addLayout(side, 3)
        self.body.addLayout(row, 1)
        self._add_keys()

    def show_lines(self, deck: str, lines: Sequence[Line]) -> None:
        self.title.ensurePolished()
        self.title.setText(self.title.fontMetrics().elidedText(deck, Qt.TextElideMode.ElideRight, WIDEST_TITLE))
        self._count = len(lines)
        self._list.show_lines(lines)

    def mark(self, index: int, mark: Mark) -> None:
        self._list.mark(index, mark)

    def show_line(self, index: int, line: Line) -> None:
        self._place.setText(self.tr("{place} van {count}").format(place=number(index + 1), count=number(self._count)))
        self._text.show_line(line)
        self._list.show_place(index)

    def show_phase(self, phase: Phase, sentence: str) -> None:
        focused = self.focusWidget()
        self._speak.show_phase(phase, sentence)
        self._show_main(*self._mains[phase])
        self._main.setEnabled(phase is not Phase.OPENING)
        self._again.setEnabled(self._has_take or phase in _LISTENS)
        self._listen.setEnabled(phase not in _LISTENS and phase is not Phase.END)
        self._next.setEnabled(phase is not Phase.END)
        if focused and not focused.isEnabled():
            self.setFocus()  # else it goes to the button beside it, and Enter does what nobody meant

    def show_level(self, level: float) -> None:
        self._speak.show_level(level)

    def show_take(self, take: Take | None) -> None:
        self._has_take = take is not None
        self._speak.show_take(take)
        self._listen.setText(self.tr("Luister terug (L)") if take else self.tr("Zo klinkt het nu (L)"))
        self._listen.setAccessibleName(self._listen.text())

    def show_time_left(self, sentence: str) -> None:
        self._time.setText(sentence)

    def show_end(self, sentence: str, skipped: Sequence[str]) -> None:
        self._place.setText("")
        self._text.show_end(skipped)
        self.show_phase(Phase.END, sentence)
        if skipped:
            self._show_main("microphone", self.tr("Neem op wat is overgeslagen"))

    def event(self, event: QEvent) -> bool:
        """A key that is held counts once, also on X11, which lets it go and presses it again at the same moment.

        Qt (seen in 6.11) takes about half of these for new presses.
        """
        if isinstance(event, QKeyEvent) and QGuiApplication.platformName() == "xcb":
            if event.type() == QEvent.Type.KeyRelease:
                self._let_go_at = event.timestamp()
            elif event.type() == QEvent.Type.ShortcutOverride:
                self._is_held = event.timestamp() == self._let_go_at
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _make_buttons(self) -> None:
        self._again = DeskButton(self.tr("Opnieuw (R)"), "again", parent=self)
        self._listen = DeskButton("", "speaker", parent=self)
        self._previous = DeskButton(self.tr("Vorige"), "back", parent=self)
        self._next = DeskButton(self.tr("Overslaan"), "next", parent=self)
        self._mains = {
            Phase.READY: ("microphone", self.tr("Neem op")),
            Phase.NO_MICROPHONE: ("again", self.tr("Probeer het nog eens")),
            Phase.OPENING: ("", self.tr("Wacht…")),
            Phase.LISTENING: ("stop", self.tr("Stop")),
            Phase.WORKING: ("next", self.tr("Volgende")),
            Phase.KEEPING: ("next", self.tr("Volgende")),
            Phase.KEPT: ("next", self.tr("Volgende")),
            Phase.TROUBLE: ("again", self.tr("Zeg het nog eens")),
            Phase.NOT_KEPT: ("again", self.tr("Bewaar het nog eens")),
            Phase.END: ("check", self.tr("Klaar")),
        }
        for button, requested in (
            (self._again, self.againRequested),
            (self._listen, self.listenRequested),
            (self._previous, self.previousRequested),
            (self._next, self.nextRequested),
        ):
            button.clicked.connect(requested)

    def _add_keys(self) -> None:
        """Before whatever has the focus: space goes on with the recording and presses no button."""
        for key, requested in (
            (Qt.Key.Key_Space, self.spaceRequested),
            (Qt.Key.Key_R, self.againRequested),
            (Qt.Key.Key_L, self.listenRequested),
            (Qt.Key.Key_Left, self.previousRequested),
            (Qt.Key.Key_Up, self.previousRequested),
            (Qt.Key.Key_Right, self.nextRequested),
            (Qt.Key.Key_Down, self.nextRequested),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda requested=requested: None if self._is_held else requested.emit())
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)

    def _show_main(self, name: str, text: str) -> None:
        self._main.setText(self.tr("{action} (spatiebalk)").format(action=text) if name else text)
        self._main.setAccessibleName(self._main.text())
        self._main.setIcon(icon(name, COLOURS.on_primary, DESK.icon) if name else QIcon())


def _row(*buttons: DeskButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.s)
    for button in buttons:
        row.addWidget(button, 1)
    return row
