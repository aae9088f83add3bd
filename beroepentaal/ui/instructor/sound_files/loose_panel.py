"""The part of the page for loose files: where they are dropped, what each of them says, and which are taken along."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Part
from beroepentaal.decks import Term
from beroepentaal.ui.instructor.desk import DeskButton
from beroepentaal.ui.instructor.sound_files import wording
from beroepentaal.ui.instructor.sound_files.drop_area import DropArea, FilePanel
from beroepentaal.ui.instructor.sound_files.loose_file import parts_of
from beroepentaal.ui.instructor.sound_files.loose_files import Overview
from beroepentaal.ui.instructor.sound_files.loose_table import LooseTable
from beroepentaal.ui.instructor.sound_files.status_line import StatusLine
from beroepentaal.ui.instructor.sound_files.work import Busy
from beroepentaal.ui.theme import SPACE


class LoosePanel(FilePanel):
    assignRequested = Signal(int, object, object)
    """Row, term and part."""
    tickRequested = Signal(int, bool)
    playRequested = Signal(int)
    keepRequested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self._is_busy = False
        self._status = StatusLine(self)
        self._more = DeskButton(self.tr("Meer bestanden…"), "plus", parent=self)
        self._more.clicked.connect(self._on_choose)
        self._drop = DropArea(
            "folder",
            self.tr("Sleep geluidsbestanden of een map hierheen"),
            (
                self.tr("Geef elk bestand de naam van het woord: helm.wav of de ladder.mp3."),
                self.tr("Zet er ‘zin’ of ‘opdracht’ bij als dat erin gezegd wordt: helm zin.wav."),
            ),
            self.tr("Kies bestanden…"),
            self,
        )
        self._drop.chooseRequested.connect(self._on_choose)
        self._table = LooseTable(self)
        self._table.heard.connect(self._on_play)
        self._table.ticked.connect(self.tickRequested)
        self._table.went.connect(self._show_current)
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self._table, 1)
        column.addLayout(self._detail_row())
        column.addLayout(self._foot())
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._drop)
        self._pages.addWidget(listed)
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(self._status, 1)
        top.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE.s)
        layout.addLayout(top)
        layout.addWidget(self._pages, 1)
        self.give_keys_to(self._table)

    def show_terms(self, terms: Sequence[Term]) -> None:
        with QSignalBlocker(self._term):
            self._term.clear()
            for term in terms:
                self._term.addItem(term.with_article, term)

    def show_files(self, overview: Overview) -> None:
        is_first = overview.rows and self._pages.currentWidget() is self._drop
        self._count = overview.chosen
        self._pages.setCurrentIndex(1 if overview.rows else 0)
        self._table.show_rows(overview.rows)
        if is_first:
            self._table.setFocus()
        self._status.tell(overview.sentence, is_good=overview.is_clear)
        self._show_current()
        self._show_buttons()

    def show_busy(self, busy: Busy | None) -> None:
        self._is_busy = busy is not None
        self._status.show_busy(busy)
        self._show_buttons()

    def _detail_row(self) -> QHBoxLayout:
        self._hear = DeskButton(self.tr("Hoor (Enter)"), "speaker", parent=self)
        self._hear.clicked.connect(self._on_play)
        about = QLabel(self.tr("Dit bestand zegt:"), self)
        self._term = QComboBox(self)
        self._term.setAccessibleName(self.tr("Welk woord dit bestand zegt"))
        self._term.setEditable(True)
        self._term.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._term.setMinimumWidth(280)
        completer = QCompleter(self._term.model(), self._term)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._term.setCompleter(completer)
        self._term.activated.connect(self._on_term)
        editor = self._term.lineEdit()
        assert editor
        editor.editingFinished.connect(self._on_typed)
        self._part = QComboBox(self)
        self._part.setAccessibleName(self.tr("Woord, zin of opdracht"))
        self._part.activated.connect(self._on_part)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self._hear)
        row.addWidget(about)
        row.addWidget(self._term, 1)
        row.addWidget(self._part)
        return row

    def _foot(self) -> QHBoxLayout:
        self._remark = QLabel(self)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self._remark.setWordWrap(True)
        self._keep = DeskButton("", "check", primary=True, parent=self)
        self._keep.clicked.connect(self.keepRequested)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self._remark, 1)
        row.addWidget(self._keep)
        return row

    def _show_current(self) -> None:
        """What the current row says can be changed."""
        row = self._table.current
        term = row.file.term if row else None
        self._part.clear()
        for part in parts_of(term) if term else Part:
            self._part.addItem(wording.PARTS[part][0], part)
        if row:
            self._part.setCurrentIndex(self._part.findData(row.file.part))
            self._remark.setText(row.remark.text)
        self._term.setCurrentIndex(self._term.findText(term.with_article) if term else -1)
        if not term:
            self._term.setEditText("")
        self._hear.setEnabled(bool(row and row.file.take))

    def _show_buttons(self) -> None:
        self._keep.setText(wording.take_over(self._count))
        self._keep.setAccessibleName(self._keep.text())
        self._keep.setEnabled(self._count > 0 and not self._is_busy)
        self._more.setVisible(self._pages.currentIndex() == 1)
        self._more.setEnabled(not self._is_busy)
        self._drop.set_busy(self._is_busy)

    def _on_choose(self) -> None:
        self.choose(self.tr("Kies geluidsbestanden"), several=True)

    def _on_play(self) -> None:
        if self._table.current:
            self.playRequested.emit(self._table.row)

    def _on_typed(self) -> None:
        """What is no word of the deck is taken back."""
        if self._term.findText(self._term.currentText(), Qt.MatchFlag.MatchFixedString) < 0:
            self._show_current()

    def _on_term(self) -> None:
        term = self._term.currentData()
        if term and self._table.current:
            part = self._table.current.file.part
            self.assignRequested.emit(self._table.row, term, part if part in parts_of(term) else Part.TERM)

    def _on_part(self) -> None:
        row = self._table.current
        if row and row.file.term:
            self.assignRequested.emit(self._table.row, row.file.term, self._part.currentData())
