"""Where a word can be typed: large, with a picture of what it is for; it may as well stay empty."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from beroepentaal.ui.theme import COLOURS, SPACE, TYPE
from beroepentaal.ui.widgets.pictures import icon

ICON = 32
"""Pixels."""
LONGEST = 60
"""Letters; no term is longer."""


class SearchField(QLineEdit):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("Zoek een woord")
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        inner = SPACE.target - 2 * SPACE.focus
        self.setStyleSheet(
            f"min-height: {inner}px; max-height: {inner}px; padding: 0 {ICON + 2 * SPACE.s}px; font-size: {TYPE.button}pt;"
            f"border-radius: {SPACE.radius}px; border-width: {SPACE.focus}px; placeholder-text-color: {COLOURS.ink_soft};"
        )

    def changeEvent(self, event: QEvent) -> None:
        """Begins where reading begins, also for a Dutch word on a mirrored page."""
        if event.type() == QEvent.Type.LayoutDirectionChange:
            right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With a magnifying glass where reading begins, and keys at the other end as long as nothing was typed."""
        super().paintEvent(event)
        painter = QPainter(self)
        first, last = SPACE.m, self.width() - SPACE.m - ICON
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            first, last = last, first
        self._paint_icon(painter, "search", first)
        if not self.text():
            self._paint_icon(painter, "keyboard", last)
        painter.end()

    def _paint_icon(self, painter: QPainter, name: str, left: int) -> None:
        icon(name, COLOURS.ink_soft, ICON).paint(painter, QRect(left, (self.height() - ICON) // 2, ICON, ICON))
