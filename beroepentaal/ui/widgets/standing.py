"""How far a trainee is: the ring, and what its two colours count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from beroepentaal.ui.theme import COLOURS, SPACE
from beroepentaal.ui.widgets.progress_ring import ProgressRing
from beroepentaal.ui.widgets.spoken_label import Say, SpokenLabel

if TYPE_CHECKING:  # it imports numpy, for which the first page need not wait
    from beroepentaal.classroom.practise import Standing

DOT = 22
"""Pixels."""


class StandingPanel(QWidget):
    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = ProgressRing(self)
        self._known = SpokenLabel("", say, parent=self)
        self._learning = SpokenLabel("", say, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self._ring, 1)
        for colour, label in ((COLOURS.primary, self._known), (COLOURS.sun, self._learning)):
            dot = QLabel(self)
            dot.setPixmap(_dot(colour))
            row = QHBoxLayout()
            row.setSpacing(SPACE.s)
            row.addStretch(1)
            row.addWidget(dot)
            row.addWidget(label, 4)
            row.addStretch(1)
            column.addLayout(row)

    def show_standing(self, standing: Standing) -> None:
        self._ring.show_progress(standing.known, standing.started, standing.core)
        self._known.set_text(self.tr("{count} geleerd").format(count=standing.known))
        self._learning.set_text(self.tr("{count} bezig").format(count=standing.started - standing.known))


def _dot(colour: str) -> QPixmap:
    pixmap = QPixmap(2 * DOT, 2 * DOT)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(pixmap.rect())
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return pixmap
