"""The texts of a deck with their voices, as rows that are quick to draw, to search and to change one by one."""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from beroepentaal.classroom.ports import Part, Utterance
from beroepentaal.classroom.voicing import Line
from beroepentaal.ui.instructor.voices.presenter import Verdict, verdict, voice_title
from beroepentaal.ui.theme import COLOURS, DESK
from beroepentaal.ui.widgets.pictures import icon

WORD, WHAT, TEXT, VOICE, STATE = range(5)
_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class Show(Enum):
    """Which of the lines."""

    ALL = auto()
    CORE = auto()
    NOT_GOOD = auto()
    STALE = auto()


@dataclass(frozen=True, slots=True)
class _Row:
    """A line, as it is drawn and as it is searched."""

    line: Line
    cells: tuple[str, ...]
    verdict: Verdict
    searched: str


class LinesModel(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._places: dict[Utterance, int] = {}
        self._headers = (self.tr("Woord"), self.tr("Wat"), self.tr("Tekst"), self.tr("Stem"), self.tr("Toestand"))
        self._parts = {Part.TERM: self.tr("woord"), Part.SENTENCE: self.tr("zin"), Part.CHUNK: self.tr("opdracht")}
        self._verdicts = {
            Verdict.GOOD: (self.tr("goed"), icon("check", COLOURS.right, DESK.icon)),
            Verdict.STALE: (self.tr("verouderd"), icon("clock", COLOURS.again, DESK.icon)),
            Verdict.COMPUTER: (self.tr("computerstem"), icon("computer", COLOURS.ink_soft, DESK.icon)),
        }

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Lines of the same texts as before keep their places."""
        rows = [self._row(line) for line in lines]
        places = {line.utterance: place for place, line in enumerate(lines)}
        if list(places) == list(self._places):
            self._rows = rows
            self._tell(0, len(rows) - 1)
            return
        self.beginResetModel()
        self._rows, self._places = rows, places
        self.endResetModel()

    def show_line(self, line: Line) -> None:
        place = self._places.get(line.utterance)
        if place is not None:
            self._rows[place] = self._row(line)
            self._tell(place, place)

    def line(self, row: int) -> Line:
        return self._rows[row].line

    def matches(self, row: int, show: Show, searched: str) -> bool:
        """searched: as folded() gives it."""
        found = self._rows[row]
        shown = {
            Show.ALL: True,
            Show.CORE: bool(found.line.term.core),
            Show.NOT_GOOD: found.verdict is not Verdict.GOOD,
            Show.STALE: found.verdict is Verdict.STALE,
        }[show]
        return shown and searched in found.searched

    def texts(self, column: int) -> Collection[str]:
        """All different ones that a column of few texts may hold, its header among them."""
        if column == WHAT:
            return {self._headers[column], *self._parts.values()}
        if column == VOICE:
            return {self._headers[column], *(row.cells[column] for row in self._rows)}
        return {self._headers[column], *(word for word, _ in self._verdicts.values())}

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.DecorationRole and column == STATE:
            return self._verdicts[row.verdict][1]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.cells[column]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _row(self, line: Line) -> _Row:
        term, text, found = line.term, line.utterance.text, verdict(line)
        part = self._parts[line.utterance.part]
        cells = (term.with_article, part, text, voice_title(line.voice), self._verdicts[found][0])
        return _Row(line, cells, found, folded(f"{term.with_article}\n{text}"))

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, STATE))


def folded(text: str) -> str:
    """Without capitals and accents, which nobody types when searching."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter))


class LinesFilter(QSortFilterProxyModel):
    """A line that no longer belongs stays until the choice is made anew: nothing jumps while clips are being made."""

    def __init__(self, model: LinesModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._show = Show.ALL
        self._searched = ""
        self.setDynamicSortFilter(False)
        self.setSourceModel(model)

    def choose(self, show: Show, text: str) -> None:
        self._show, self._searched = show, folded(text.strip())
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, _source_parent: _Index) -> bool:
        return self._model.matches(source_row, self._show, self._searched)
