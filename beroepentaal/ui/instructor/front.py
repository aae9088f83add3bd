"""The first page of the desk: what an instructor can do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from beroepentaal.ui.instructor.desk import Choice, DeskPage
from beroepentaal.ui.theme import SPACE


class FrontPage(DeskPage):
    voicesRequested = Signal()
    picturesRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Voor de docent"), parent)
        voices = self.tr("Spreek de woorden zelf in, of laat een stem ze zeggen.")
        pictures = self.tr("Zet een eigen foto in de plaats van een tekening.")
        choices = (
            ("microphone", self.tr("Geluid"), voices, self.voicesRequested),
            ("camera", self.tr("Plaatjes"), pictures, self.picturesRequested),
        )
        grid = QGridLayout()
        grid.setSpacing(SPACE.m)
        for place, (name, title, why, requested) in enumerate(choices):
            choice = Choice(name, title, why, parent=self)
            choice.setMinimumHeight(2 * SPACE.target)
            choice.clicked.connect(requested)
            grid.addWidget(choice, place // 2, place % 2)
        self.body.addStretch(1)
        self.body.addLayout(grid)
        self.body.addStretch(2)
