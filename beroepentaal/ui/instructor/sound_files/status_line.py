"""The line on top that tells how it stands: a sentence under a sign, or work that takes a while with how far it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from beroepentaal.ui.instructor.sound_files.work import Busy
from beroepentaal.ui.theme import COLOURS, DESK, SPACE
from beroepentaal.ui.widgets.pictures import icon


class StatusLine(QFrame):
    """Gone where there is nothing to tell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._told = ""
        self._is_good = True
        self._sign = QLabel(self)
        self._sentence = QLabel(self)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Hoe ver het is"))
        column = QVBoxLayout()
        column.setSpacing(SPACE.border)
        column.addWidget(self._sentence)
        column.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.s, SPACE.border, SPACE.s, SPACE.border)
        row.setSpacing(SPACE.s)
        row.addWidget(self._sign)
        row.addLayout(column, 1)
        self.setMinimumHeight(DESK.height)
        self.show_busy(None)

    def tell(self, sentence: str, *, is_good: bool) -> None:
        self._told, self._is_good = sentence, is_good
        if self._bar.isHidden():
            self.show_busy(None)

    def show_busy(self, busy: Busy | None) -> None:
        """None: what was told last."""
        sentence = busy.sentence if busy else self._told
        name, colour, role = (
            ("clock", COLOURS.ink, "notice")
            if busy
            else ("check", COLOURS.right, "right")
            if self._is_good
            else ("question", COLOURS.again, "again")
        )
        self._sentence.setText(sentence)
        self._sign.setPixmap(icon(name, colour, DESK.icon).pixmap(DESK.icon))
        self._bar.setVisible(busy is not None)
        if busy:
            self._bar.setRange(0, busy.wanted)
            self._bar.setValue(busy.done)
        self.setProperty("role", role)
        self.style().polish(self)
        self.setVisible(bool(sentence))
