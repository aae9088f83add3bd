"""The table of loose files: which are taken along, what each of them says, and what must be known of it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from beroepentaal.ui.instructor.sound_files import wording
from beroepentaal.ui.instructor.sound_files.file_table import Cell, FileTable, remark_cell
from beroepentaal.ui.instructor.sound_files.loose_files import Row
from beroepentaal.ui.theme import COLOURS, DESK, SPACE
from beroepentaal.ui.widgets.pictures import icon

TAKE = 1


class LooseTable(FileTable):
    ticked = Signal(int, bool)

    def __init__(self, parent: QWidget) -> None:
        headers = ("", self.tr("Mee"), self.tr("Bestand"), self.tr("Zegt"), self.tr("Wat"), self.tr("Let op"))
        super().__init__(headers, self.tr("Bestanden"), parent)
        self._rows: Sequence[Row] = ()
        self._loudspeaker = icon("speaker", COLOURS.primary, DESK.icon)
        self._box = icon("box", COLOURS.ink_soft, DESK.icon)
        self._checked = icon("box-checked", COLOURS.primary, DESK.icon)

    def show_rows(self, rows: Sequence[Row]) -> None:
        row = self.row
        self._rows = rows
        self.show_cells([self._row_cells(row) for row in rows], row)

    @property
    def current(self) -> Row | None:
        return self._rows[self.row] if 0 <= self.row < len(self._rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._tick(self.row)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == TAKE:
            self._tick(index.row())
        else:
            super()._on_clicked(index)

    def _tick(self, row: int) -> None:
        if 0 <= row < len(self._rows) and (file := self._rows[row].file).can_be_chosen:
            self.ticked.emit(row, not file.chosen)

    def _row_cells(self, row: Row) -> list[Cell]:
        file = row.file
        taken = Cell(icon=self._checked, spoken=self.tr("gaat mee")) if file.chosen else Cell(spoken=self.tr("gaat niet mee"))
        if file.can_be_chosen and not file.chosen:
            taken = Cell(icon=self._box, spoken=self.tr("gaat niet mee"))
        return [
            Cell(icon=self._loudspeaker, spoken=self.tr("hoor")) if file.take else Cell(),
            taken,
            Cell(file.path.name),
            Cell(row.says or "?"),
            Cell(wording.PARTS[file.part][0]),
            remark_cell(row.remark),
        ]

    def _fit_columns(self) -> None:
        narrow = DESK.icon + 2 * SPACE.s
        take = self.needed([self.tr("Mee")])
        part = self.needed([one for one, _ in wording.PARTS.values()])
        self.share_width((narrow, take, 0, 0, part, 0), (0, 0, 3, 3, 0, 4))
