"""The table of a deck's texts: quick with a thousand rows and more, and readable where the screen is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from beroepentaal.classroom.voicing import Line
from beroepentaal.ui.instructor.voices.lines_model import STATE, TEXT, VOICE, WHAT, WORD, LinesFilter, LinesModel, Show
from beroepentaal.ui.theme import DESK, SPACE

PART = 5
"""The words take a fifth of the width, and the voices no more than that."""
LONGEST_ON_ONE_LINE = 50
"""Letters; nine out of ten texts have no more."""
INSET = 3
"""Pixels that the style keeps free in a cell besides its padding."""
LEAST_ROWS = 3


class LinesTable(QTableView):
    """Where it is narrow each row has two lines; what is longer still can be read in a tool tip."""

    played = Signal(object)
    discarded = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = LinesModel(self)
        self._filter = LinesFilter(self._model, self)
        self._message = ""
        self.setModel(self._filter)
        self.setAccessibleName(self.tr("Teksten van dit pakket"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setIconSize(QSize(DESK.icon, DESK.icon))
        # The row is marked as a whole; a frame around one of its cells would say that cells differ.
        self.setStyleSheet(f"QTableView {{ outline: 0; }} QTableView::item {{ border: 0; padding: 0 {SPACE.s - INSET}px; }}")
        self.setMinimumHeight(LEAST_ROWS * DESK.row)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(DESK.row)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.activated.connect(lambda index: self.played.emit(self._line(index)))
        self.selectionModel().selectionChanged.connect(self.chosen)

    def show_lines(self, lines: Sequence[Line]) -> None:
        self._model.show_lines(lines)
        self._filter.invalidate()
        self._share_width()
        self.chosen.emit()

    def show_line(self, line: Line) -> None:
        self._model.show_line(line)
        self.chosen.emit()

    def show_only(self, show: Show, text: str, message: str) -> None:
        """message: stands in the place of the rows where there are none."""
        self._message = message
        self._filter.choose(show, text)
        self.chosen.emit()

    @property
    def shown(self) -> list[Line]:
        return [self._line(self._filter.index(row, 0)) for row in range(self._filter.rowCount())]

    @property
    def selected(self) -> list[Line]:
        """In the order of the table."""
        return [self._line(index) for index in sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)]

    @property
    def current(self) -> Line | None:
        """Of the selected ones that where the keyboard is, or else the first."""
        index = self.currentIndex()
        if self.selectionModel().isSelected(index):
            return self._line(index)
        return next(iter(self.selected), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.discarded.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._filter.rowCount():
            painter = QPainter(self.viewport())
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._message)
            painter.end()

    def _share_width(self) -> None:
        """The texts get what the other columns leave."""
        part = self.viewport().width() // PART
        for column, width in (
            (WORD, part),
            (WHAT, self._needed(WHAT)),
            (VOICE, min(self._needed(VOICE), part)),
            (STATE, self._needed(STATE) + DESK.icon),
        ):
            self.setColumnWidth(column, width)
        letters = self.fontMetrics()
        fits = self.columnWidth(TEXT) >= LONGEST_ON_ONE_LINE * letters.averageCharWidth()
        self.verticalHeader().setDefaultSectionSize(DESK.row if fits else DESK.row + letters.height())

    def _needed(self, column: int) -> int:
        header = self.horizontalHeader().fontMetrics()  # bold, so wider than the rows
        return 3 * SPACE.s + max(map(header.horizontalAdvance, self._model.texts(column)))

    def _line(self, index: QModelIndex) -> Line:
        return self._model.line(self._filter.mapToSource(index).row())
