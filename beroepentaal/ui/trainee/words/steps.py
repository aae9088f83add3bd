"""The steps of the job as a row of pictures: a way to a word for who cannot type it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton, QWidget

from beroepentaal.ui.theme import COLOURS, SPACE
from beroepentaal.ui.trainee.words.presenter import StepChoice
from beroepentaal.ui.widgets.flow import FlowLayout
from beroepentaal.ui.widgets.page import clear
from beroepentaal.ui.widgets.pictures import drawn, icon

SIDE = 78
"""Pixels: eleven stand side by side on the smallest screen."""
PICTURE = 60
STYLE = f"""
QToolButton {{
    background: {COLOURS.card}; border: {SPACE.border}px solid {COLOURS.line}; border-radius: {SPACE.radius}px; padding: 0;
    min-width: {SIDE - 2 * SPACE.border}px; min-height: {SIDE - 2 * SPACE.border}px;
}}
QToolButton:hover, QToolButton:pressed {{ background: {COLOURS.primary_soft}; }}
QToolButton:checked, QToolButton:focus {{
    border-width: {SPACE.focus}px; min-width: {SIDE - 2 * SPACE.focus}px; min-height: {SIDE - 2 * SPACE.focus}px;
}}
QToolButton:checked {{ background: {COLOURS.primary_soft}; border-color: {COLOURS.primary}; }}
QToolButton:focus {{ border-color: {COLOURS.focus}; }}
"""


class StepRow(QWidget):
    stepRequested = Signal(str)
    """Empty for the whole deck."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setStyleSheet(STYLE)
        self._buttons: dict[str, QToolButton] = {}
        self._flow = FlowLayout(SPACE.xs, self)

    def show_steps(self, steps: Sequence[StepChoice], pictures: Path) -> None:
        """pictures: of the deck."""
        clear(self._flow)
        self._buttons = {}
        self._add("", self.tr("Alle woorden"), icon("grid", COLOURS.primary_dark, 40))
        for step in steps:
            picture = pictures / step.picture if step.picture else None
            ratio = self.devicePixelRatioF()
            self._add(step.id, step.title, QIcon(drawn(picture, PICTURE, ratio)) if picture else QIcon())

    def show_chosen(self, step: str | None) -> None:
        """None where no step is what is shown."""
        for name, button in self._buttons.items():
            button.setChecked(name == step)

    def _add(self, step: str, title: str, picture: QIcon) -> None:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setIcon(picture)
        button.setIconSize(QSize(PICTURE, PICTURE) if step else QSize(40, 40))
        if picture.isNull():
            button.setText(title)
        button.setFixedSize(SIDE, SIDE)
        button.setAccessibleName(title)
        button.setToolTip(title)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.stepRequested.emit(step))
        self._buttons[step] = button
        self._flow.addWidget(button)
