"""The part of the page for one long recording: what was read aloud, which piece says what, and putting that right."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from beroepentaal.classroom.ports import Take
from beroepentaal.ui.instructor.desk import DeskButton
from beroepentaal.ui.instructor.sound_files import wording
from beroepentaal.ui.instructor.sound_files.drop_area import DropArea, FilePanel
from beroepentaal.ui.instructor.sound_files.elided_label import ElidedLabel
from beroepentaal.ui.instructor.sound_files.fitting import Kind, What
from beroepentaal.ui.instructor.sound_files.spoken_rows import Overview
from beroepentaal.ui.instructor.sound_files.spoken_table import SpokenTable
from beroepentaal.ui.instructor.sound_files.status_line import StatusLine
from beroepentaal.ui.instructor.sound_files.work import Busy
from beroepentaal.ui.instructor.wording import number
from beroepentaal.ui.theme import SPACE
from beroepentaal.ui.widgets.waveform import Waveform


class SpokenPanel(FilePanel):
    whatRequested = Signal(object)
    rowRequested = Signal(int)
    playRequested = Signal()
    joinRequested = Signal()
    splitRequested = Signal()
    leaveOutRequested = Signal()
    skipRequested = Signal()
    undoRequested = Signal()
    redoRequested = Signal()
    keepRequested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._is_busy = False
        self._make_buttons()
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._empty_page())
        self._pages.addWidget(self._list_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.s)
        layout.addLayout(self._top_row())
        layout.addWidget(self._pages, 1)
        self.give_keys_to(self._table)
        self._add_keys()
        steps = (self._join, self._split, self._leave_out, self._skip)
        foot = (self._hear, self._undo, self._redo, self._other, self._keep)
        for before, after in pairwise((self._what, self._texts, self._table, *steps, *foot)):
            self.setTabOrder(before, after)

    def show_choices(self, choices: Sequence[tuple[What, str]]) -> None:
        with QSignalBlocker(self._what):
            self._what.clear()
            for what, title in choices:
                self._what.addItem(title, what)

    def show_texts(self, what: What, texts: Sequence[str]) -> None:
        self._what.setCurrentIndex(self._what.findData(what))
        numbered = [f"{number(place)}.  {text}" for place, text in enumerate(texts, start=1)]
        if [self._texts.item(row).text() for row in range(self._texts.count())] != numbered:
            self._texts.clear()
            self._texts.addItems(numbered)

    def show_list(self, overview: Overview | None) -> None:
        is_first = overview and not self._overview
        self._overview = overview
        self._pages.setCurrentIndex(1 if overview else 0)
        self._table.show_rows(overview.rows if overview else (), overview.row if overview else 0)
        self._about.setText(overview.about if overview else "")
        self._status.tell(overview.sentence if overview else "", is_good=bool(overview and overview.is_clear))
        self._show_buttons()
        if is_first:
            self._table.setFocus()

    def show_take(self, take: Take | None) -> None:
        self._waveform.show_take(take)

    def show_busy(self, busy: Busy | None) -> None:
        self._is_busy = busy is not None
        self._status.show_busy(busy)
        self._show_buttons()

    def _make_buttons(self) -> None:
        self._other = DeskButton(self.tr("Andere opname…"), "folder", parent=self)
        self._hear = DeskButton(self.tr("Hoor (spatie)"), "speaker", parent=self)
        self._join = DeskButton(self.tr("Voeg samen met volgende (J)"), "join", parent=self)
        self._split = DeskButton(self.tr("Knip in tweeën (K)"), "scissors", parent=self)
        self._leave_out = DeskButton("", "skip", parent=self)
        self._skip = DeskButton("", "mouth-off", parent=self)
        self._undo = DeskButton("", "undo", parent=self)
        self._redo = DeskButton("", "redo", parent=self)
        self._keep = DeskButton("", "check", primary=True, parent=self)
        for button, name in ((self._undo, self.tr("Ongedaan maken (Ctrl+Z)")), (self._redo, self.tr("Opnieuw doen (Ctrl+Y)"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._other.clicked.connect(self._on_choose)
        for button, requested in (
            (self._hear, self.playRequested),
            (self._join, self.joinRequested),
            (self._split, self.splitRequested),
            (self._leave_out, self.leaveOutRequested),
            (self._skip, self.skipRequested),
            (self._undo, self.undoRequested),
            (self._redo, self.redoRequested),
            (self._keep, self.keepRequested),
        ):
            button.clicked.connect(requested)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _add_keys(self) -> None:
        for key, button in (
            (QKeySequence(Qt.Key.Key_J), self._join),
            (QKeySequence(Qt.Key.Key_K), self._split),
            (QKeySequence(Qt.Key.Key_X), self._leave_out),
            (QKeySequence(Qt.Key.Key_W), self._skip),
            (QKeySequence(QKeySequence.StandardKey.Undo), self._undo),
            (QKeySequence("Ctrl+Y"), self._redo),
            (QKeySequence("Ctrl+Shift+Z"), self._redo),
        ):
            shortcut = QShortcut(key, self, button.click)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)

    def _top_row(self) -> QHBoxLayout:
        label = QLabel(self.tr("Voorgelezen:"), self)
        self._what = QComboBox(self)
        self._what.setAccessibleName(self.tr("Wat er is voorgelezen"))
        self._what.setMinimumWidth(250)
        self._what.activated.connect(lambda place: self.whatRequested.emit(self._what.itemData(place)))
        self._status = StatusLine(self)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(label)
        row.addWidget(self._what)
        row.addWidget(self._status, 1)
        row.addStretch(0)
        return row

    def _empty_page(self) -> QWidget:
        self._drop = DropArea(
            "wave",
            self.tr("Sleep één lange opname hierheen"),
            (
                self.tr("Lees de lijst hiernaast voor, met een korte stilte na elke regel."),
                self.tr("BeroepenTaal knipt de opname op de stiltes in stukken."),
            ),
            self.tr("Kies een opname…"),
            self,
        )
        self._drop.chooseRequested.connect(self._on_choose)
        self._texts = QListWidget(self)
        self._texts.setAccessibleName(self.tr("Wat er voorgelezen wordt"))
        self._texts.setWordWrap(True)
        self._texts.setSpacing(SPACE.xs // 2)
        self._texts.setStyleSheet(f"QListWidget {{ padding: {SPACE.xs}px; }}")
        empty = QWidget(self)
        row = QHBoxLayout(empty)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(self._drop, 3)
        row.addWidget(self._texts, 2)
        return empty

    def _list_page(self) -> QWidget:
        self._table = SpokenTable(self)
        self._table.heard.connect(self.playRequested)
        self._table.went.connect(self._on_row)
        self._waveform = Waveform(self.tr("Hoe dit stuk klinkt"), self)
        steps = QGridLayout()
        steps.setSpacing(SPACE.s)
        for place, button in enumerate((self._join, self._split, self._leave_out, self._skip)):
            steps.addWidget(button, place // 2, place % 2)
        detail = QHBoxLayout()
        detail.setSpacing(SPACE.s)
        detail.addWidget(self._waveform, 1)
        detail.addLayout(steps)
        self._about = ElidedLabel(self)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.s)
        for button in (self._hear, self._undo, self._redo):
            foot.addWidget(button)
        foot.addWidget(self._other)
        foot.addWidget(self._about, 1)
        foot.addWidget(self._keep)
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self._table, 1)
        column.addLayout(detail)
        column.addLayout(foot)
        return listed

    def _show_buttons(self) -> None:
        overview, row = self._overview, self._table.current
        kind = row.kind if row else None
        self._leave_out.setText(self.tr("Toch een woord (X)") if kind is Kind.NO_WORD else self.tr("Geen woord: sla over (X)"))
        self._skip.setText(self.tr("Toch gezegd (W)") if kind is Kind.NOT_SAID else self.tr("Niet gezegd: sla over (W)"))
        self._keep.setText(wording.take_over(overview.to_keep if overview else 0))
        for button in (self._leave_out, self._skip, self._keep):
            button.setAccessibleName(button.text())
        for button in (self._hear, self._split, self._leave_out):
            button.setEnabled(bool(row and row.number))
        self._join.setEnabled(bool(row and row.can_join))
        self._skip.setEnabled(bool(row and row.says))
        self._undo.setEnabled(bool(overview and overview.can_undo))
        self._redo.setEnabled(bool(overview and overview.can_redo))
        self._keep.setEnabled(bool(overview and overview.can_keep and not self._is_busy))
        self._other.setVisible(overview is not None)
        for widget in (self._other, self._what):
            widget.setDisabled(self._is_busy)
        self._drop.set_busy(self._is_busy)

    def _on_choose(self) -> None:
        self.choose(self.tr("Kies een opname"), several=False)

    def _on_row(self, row: int) -> None:
        self.rowRequested.emit(row)
        self._show_buttons()
