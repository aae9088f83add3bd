"""What is to be said, so large that it is read at arm's length, with its picture and its meaning."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Part
from beroepentaal.classroom.voicing import Line
from beroepentaal.ui.instructor.wording import number
from beroepentaal.ui.theme import DESK, SPACE, TYPE
from beroepentaal.ui.widgets.pictures import drawn

SIZES = (64, 52, 44, TYPE.term, TYPE.long_term, 22, TYPE.body, DESK.body)
"""Points."""
BEARING = 3
"""Pixels that a J sticks out to the left."""
NAMED = 12
"""Most texts that are named at the end."""


class TextPanel(QFrame):
    def __init__(self, pictures: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.setProperty("role", "card")
        self._picture = Picture(self)
        self._text = BigText(self)
        self._about = QLabel(self)
        self._about.setProperty("role", "soft")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        self._about.setIndent(BEARING)
        self._about.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(SPACE.xs)
        column.addWidget(self._text, 3)
        column.addWidget(self._about, 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        row.setSpacing(SPACE.m)
        row.addWidget(self._picture, 2)
        row.addLayout(column, 5)

    @property
    def text(self) -> str:
        return self._text.text

    def show_line(self, line: Line) -> None:
        term, part = line.term, line.utterance.part
        self._picture.show_picture(self._pictures / line.utterance.deck / term.picture if term.picture else None)
        self._text.show_text(line.utterance.text)
        self._about.setText(term.meaning if part is Part.TERM else self.tr("Bij: {term}").format(term=term.with_article))

    def show_end(self, skipped: Sequence[str]) -> None:
        named, more = ", ".join(skipped[:NAMED]), len(skipped) - NAMED
        if more > 0:
            named = self.tr("{named} en nog {count}").format(named=named, count=number(more))
        self._picture.show_picture(None)
        self._text.show_text(
            self.tr("Overgeslagen: {named}").format(named=named) if skipped else self.tr("Alles is opgenomen.")
        )
        self._about.clear()


class Picture(QWidget):
    """Takes no room where there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.setMinimumSize(120, 96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, path: Path | None) -> None:
        self._path = path if path and path.is_file() else None
        self.setVisible(self._path is not None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._path:
            side = min(self.width(), self.height())
            painter = QPainter(self)
            picture = drawn(self._path, side, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)
            painter.end()


class BigText(QWidget):
    """As large as fits, so that a long sentence of an instructor's own deck can be read as well."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, text: str) -> None:
        self.text = text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 72)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        for points in SIZES:
            font = QFont(self.font())
            font.setPointSize(points)
            font.setWeight(QFont.Weight.Bold)
            painter.setFont(font)
            if self._fits(painter.boundingRect(self.rect(), int(flags), self.text)):
                break
        painter.drawText(self.rect(), int(flags), self.text)
        painter.end()

    def _fits(self, needed: QRect) -> bool:
        return needed.width() <= self.width() and needed.height() <= self.height()
