"""All texts of a session at the side of the page, each with how it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from beroepentaal.classroom.voicing import Line
from beroepentaal.ui.instructor.recording.session import Mark
from beroepentaal.ui.theme import COLOURS, DESK
from beroepentaal.ui.widgets.pictures import icon


class LineList(QListWidget):
    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        nothing = QPixmap(DESK.icon, DESK.icon)
        nothing.fill(Qt.GlobalColor.transparent)
        self._signs = {
            Mark.TO_DO: (QIcon(nothing), self.tr("nog te doen")),
            Mark.BEFORE: (icon("microphone", COLOURS.ink_soft, DESK.icon), self.tr("al eerder opgenomen")),
            Mark.RECORDED: (icon("check", COLOURS.right, DESK.icon), self.tr("opgenomen")),
            Mark.SKIPPED: (icon("next", COLOURS.again, DESK.icon), self.tr("overgeslagen")),
        }
        self.setAccessibleName(self.tr("Alle teksten"))
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(DESK.icon, DESK.icon))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.activated.connect(lambda index: self.chosen.emit(index.row()))

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.utterance.text, self)
            item.setSizeHint(QSize(0, DESK.row))
        for place in range(len(lines)):
            self.mark(place, Mark.TO_DO)

    def mark(self, place: int, mark: Mark) -> None:
        item = self.item(place)
        sign, word = self._signs[mark]
        item.setIcon(sign)
        item.setToolTip(f"{item.text()} ({word})")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {word}")

    def show_place(self, place: int) -> None:
        if before := self.currentItem():
            self._set_weight(before, QFont.Weight.Normal)
        self._set_weight(self.item(place), QFont.Weight.Bold)
        self.setCurrentRow(place)
        self.scrollToItem(self.item(place), QListWidget.ScrollHint.PositionAtCenter)

    def _set_weight(self, item: QListWidgetItem, weight: QFont.Weight) -> None:
        font = item.font()
        font.setWeight(weight)
        item.setFont(font)
