"""Home: the ring of known words and one big button."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Trainee, Utterance
from beroepentaal.ui.ports import Speaker
from beroepentaal.ui.theme import SPACE
from beroepentaal.ui.widgets.buttons import RoundButton
from beroepentaal.ui.widgets.page import Page, clear
from beroepentaal.ui.widgets.spoken_label import SpokenAction, SpokenLabel
from beroepentaal.ui.widgets.standing import StandingPanel
from beroepentaal.ui.widgets.tiles import AvatarTile, Tile

if TYPE_CHECKING:  # it imports numpy, for which the first page need not wait
    from beroepentaal.classroom.practise import Standing


class HomePage(Page):
    startRequested = Signal()
    wordsRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, trainee_pictures: Path, deck_pictures: Path, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trainee_pictures = trainee_pictures
        self._deck_pictures = deck_pictures
        say = lambda text: speaker.say(Utterance(text))  # noqa: E731
        leave = RoundButton("door", self.tr("Stoppen"), parent=self)
        leave.clicked.connect(self.leaveRequested)
        self._who = QHBoxLayout()
        head = QHBoxLayout()
        head.addLayout(self._who)
        head.addStretch(1)
        head.addWidget(leave)
        self.body.addLayout(head)

        self._standing = StandingPanel(say, self)
        self._trade = QVBoxLayout()
        self._trade_name = SpokenLabel("", say, role="title", centred=True, parent=self)
        self._start = SpokenAction("next", self.tr("Begin"), say, parent=self)
        self._start.button.setProperty("weight", "big")
        self._start.button.setIconSize(QSize(56, 56))
        self._start.clicked.connect(self.startRequested)
        words = SpokenAction("book", self.tr("Woorden"), say, primary=False, parent=self)
        words.clicked.connect(self.wordsRequested)
        right = QVBoxLayout()
        right.setSpacing(SPACE.m)
        right.addLayout(self._trade, 1)
        right.addWidget(self._trade_name)
        right.addWidget(self._start)
        right.addWidget(words)
        middle = QHBoxLayout()
        middle.setSpacing(SPACE.xl)
        middle.addWidget(self._standing, 1)
        middle.addLayout(right, 1)
        self.body.addLayout(middle, 1)
        self.body.addSpacing(SPACE.m)

    def show_standing(self, trainee: Trainee, title: str, picture: str, standing: Standing) -> None:
        clear(self._who)
        clear(self._trade)
        avatar = AvatarTile(self._trainee_pictures / f"{trainee.picture}.svg", trainee.colour, trainee.picture, 88, self)
        avatar.setEnabled(False)
        self._who.addWidget(avatar)
        emblem = Tile(title, picture=self._deck_pictures / trainee.deck / picture if picture else None, parent=self)
        emblem.setEnabled(False)
        emblem.setMaximumHeight(320)
        self._trade.addWidget(emblem, 1)
        self._trade_name.set_text(title)
        self._standing.show_standing(standing)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.startRequested.emit()
        else:
            super().keyPressEvent(event)
