"""The table of the pieces of a long recording: what each says, how it sounds, and how long it is."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from beroepentaal.ui.instructor.sound_files.file_table import Cell, FileTable, remark_cell
from beroepentaal.ui.instructor.sound_files.spoken_rows import Row
from beroepentaal.ui.instructor.wording import number
from beroepentaal.ui.theme import COLOURS, DESK, SPACE
from beroepentaal.ui.widgets.pictures import icon
from beroepentaal.ui.widgets.waveform import FRAMES_A_SECOND

SOUND = 3


class SpokenTable(FileTable):
    def __init__(self, parent: QWidget) -> None:
        headers = ("", self.tr("Stuk"), self.tr("Zegt"), self.tr("Geluid"), self.tr("Duur"), self.tr("Let op"))
        super().__init__(headers, self.tr("Stukken van de opname"), parent)
        self._rows: Sequence[Row] = ()
        self._loudspeaker = icon("speaker", COLOURS.primary, DESK.icon)
        self._outlines = Outlines(self)
        self.setItemDelegateForColumn(SOUND, self._outlines)

    def show_rows(self, rows: Sequence[Row], row: int) -> None:
        self._rows = rows
        self._outlines.show_rows(rows)
        self.show_cells([self._row_cells(row) for row in rows], row)

    @property
    def current(self) -> Row | None:
        return self._rows[self.row] if 0 <= self.row < len(self._rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.heard.emit()
        else:
            super().keyPressEvent(event)

    def _row_cells(self, row: Row) -> list[Cell]:
        seconds = f"{len(row.outline) / FRAMES_A_SECOND:.1f} s".replace(".", ",")
        return [
            Cell(icon=self._loudspeaker, spoken=self.tr("hoor")) if row.number else Cell(),
            Cell(number(row.number) if row.number else "–", is_soft=not row.number),
            Cell(row.says or "–", is_soft=not (row.says and row.number)),
            Cell(),
            Cell(seconds if row.number else ""),
            remark_cell(row.remark),
        ]

    def _fit_columns(self) -> None:
        narrow = DESK.icon + 2 * SPACE.s
        fixed = (narrow, self.needed([self.tr("Stuk"), "000"]), 0, 0, self.needed([self.tr("Duur"), "00,0 s"]), 0)
        self.share_width(fixed, (0, 0, 4, 3, 0, 4))


class Outlines(QStyledItemDelegate):
    """Draws the loudness of each row, all at the same seconds a pixel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._longest = 1

    def show_rows(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._longest = max((len(row.outline) for row in rows), default=1) or 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().paint(painter, option, index)
        outline = self._rows[index.row()].outline
        if not outline:
            return
        room = QRectF(option.rect).adjusted(SPACE.s, SPACE.xs, -SPACE.s, -SPACE.xs)
        step, middle = room.width() / self._longest, room.center().y()
        top = [
            QPointF(room.left() + place * step, middle - max(1.0, size * room.height() / 2))
            for place, size in enumerate(outline)
        ]
        bottom = [QPointF(point.x(), 2 * middle - point.y()) for point in reversed(top)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(COLOURS.primary), 1))
        painter.setBrush(QColor(COLOURS.primary))
        painter.drawPolygon(QPolygonF(top + bottom))
        painter.restore()
