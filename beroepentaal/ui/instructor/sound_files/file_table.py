"""What the tables of files and of pieces have in common: one row is the current one, and a key or a click plays it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from beroepentaal.ui.instructor.sound_files.wording import Remark, Sign
from beroepentaal.ui.theme import COLOURS, DESK, SPACE
from beroepentaal.ui.widgets.pictures import icon

SIGNS = {
    Sign.GOOD: ("check", COLOURS.right),
    Sign.KEPT: ("check", COLOURS.right),
    Sign.REPLACES: ("again", COLOURS.ink),
    Sign.DOUBT: ("question", COLOURS.again),
    Sign.TROUBLE: ("warning", COLOURS.again),
}
INSET = 3
"""Pixels that the style keeps free in a cell besides its padding."""
LEAST_ROWS = 3
HEAR = 0
"""The column with the loudspeaker."""


_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    text: str = ""
    icon: QIcon | None = None
    spoken: str = ""
    """What it says, where there is only an icon."""
    is_soft: bool = False


class CellsModel(QAbstractTableModel):
    def __init__(self, headers: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._headers = headers
        self._rows: Sequence[Sequence[Cell]] = ()

    def show_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """As many as before keep their places."""
        if rows and len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._headers) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self._rows[index.row()][index.column()]
        return {
            Qt.ItemDataRole.DisplayRole: cell.text,
            Qt.ItemDataRole.DecorationRole: cell.icon,
            Qt.ItemDataRole.ToolTipRole: cell.text or cell.spoken,
            Qt.ItemDataRole.AccessibleTextRole: cell.text or cell.spoken,
            Qt.ItemDataRole.ForegroundRole: QColor(COLOURS.ink_soft) if cell.is_soft else None,
        }.get(Qt.ItemDataRole(role))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class FileTable(QTableView):
    """One row is current; some columns share the width that those of a fixed width leave."""

    heard = Signal()
    went = Signal(int)
    """To another row, by the person at the desk."""

    def __init__(self, headers: Sequence[str], accessible: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells = CellsModel(headers, self)
        self._is_led = False
        self.setModel(self._cells)
        self.setAccessibleName(accessible)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(DESK.icon, DESK.icon))
        # The row is marked as a whole; a frame around one of its cells would say that cells differ.
        self.setStyleSheet(f"QTableView {{ outline: 0; }} QTableView::item {{ border: 0; padding: 0 {SPACE.s - INSET}px; }}")
        self.setMinimumHeight((LEAST_ROWS + 1) * DESK.row)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(DESK.row)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.activated.connect(self.heard)
        self.clicked.connect(self._on_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_row)

    @property
    def row(self) -> int:
        """The current one; -1 where there is none."""
        return self.currentIndex().row()

    def show_cells(self, rows: Sequence[Sequence[Cell]], row: int) -> None:
        """row: that becomes the current one. The table stays where it is scrolled to, as far as that row is in sight."""
        top = self.verticalScrollBar().value()
        self._is_led = True
        self._cells.show_rows(rows)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(top)
        self.selectRow(max(0, min(row, len(rows) - 1)))
        self.scrollTo(self.currentIndex())
        self._is_led = False

    def share_width(self, fixed: Sequence[int], parts: Sequence[int]) -> None:
        """Both by column; a column has either."""
        rest = max(0, self.viewport().width() - sum(fixed))
        for column, (width, part) in enumerate(zip(fixed, parts, strict=True)):
            self.setColumnWidth(column, width or rest * part // sum(parts))

    def needed(self, texts: Sequence[str]) -> int:
        """Pixels, of a column with these."""
        return 3 * SPACE.s + max(map(self.horizontalHeader().fontMetrics().horizontalAdvance, texts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self.scrollTo(self.currentIndex())

    def _fit_columns(self) -> None:
        raise NotImplementedError

    def _on_row(self, now: QModelIndex) -> None:
        if not self._is_led and now.isValid():
            self.went.emit(now.row())

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == HEAR:
            self.heard.emit()


def remark_cell(remark: Remark) -> Cell:
    picture = icon(*SIGNS[remark.sign], DESK.icon) if remark.sign in SIGNS else None
    return Cell(remark.text, picture, is_soft=remark.sign is Sign.NONE)
