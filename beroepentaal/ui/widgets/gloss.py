"""The translation of a word, with a sign and a word where nobody has checked it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from beroepentaal.ui.theme import COLOURS, SPACE, TYPE
from beroepentaal.ui.widgets.pictures import icon
from beroepentaal.ui.widgets.reading_label import ReadingLabel

SIGN = 28
"""Pixels."""


class GlossLabel(QWidget):
    def __init__(self, gloss: str, language: str, is_checked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = ReadingLabel(gloss, parent=self)
        size = TYPE.title * (TYPE.ethiopic if language == "ti" else 1)
        text.setStyleSheet(f"font-size: {size}pt; color: {COLOURS.primary};")
        text.setWordWrap(True)
        text.ensurePolished()
        text.setMaximumWidth(text.fontMetrics().horizontalAdvance(gloss) + SPACE.xs)  # the warning stands beside it
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(text, 1)
        if not is_checked:
            row.addLayout(self._warning())
        row.addStretch()

    def _warning(self) -> QHBoxLayout:
        sign = QLabel(self)
        sign.setPixmap(icon("question", COLOURS.ink_soft, SIGN).pixmap(SIGN))
        note = ReadingLabel(self.tr("niet nagekeken"), "soft", self)
        row = QHBoxLayout()
        row.setSpacing(SPACE.xs)
        row.addWidget(sign)
        row.addWidget(note)
        return row
