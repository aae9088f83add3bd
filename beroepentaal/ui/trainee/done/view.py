"""The end of a session: the words of today to hear once more, and two ways on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Utterance
from beroepentaal.decks import Term
from beroepentaal.ui.ports import Speaker
from beroepentaal.ui.theme import SPACE
from beroepentaal.ui.widgets.flow import FlowLayout
from beroepentaal.ui.widgets.page import Page
from beroepentaal.ui.widgets.spoken_label import SpokenAction, SpokenLabel
from beroepentaal.ui.widgets.standing import StandingPanel
from beroepentaal.ui.widgets.tiles import Tile

if TYPE_CHECKING:  # it imports numpy, for which the first page need not wait
    from beroepentaal.classroom.practise import Standing


class DonePage(Page):
    termRequested = Signal(object)
    againRequested = Signal()
    homeRequested = Signal()

    def __init__(self, pictures: Path, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        say = lambda text: speaker.say(Utterance(text))  # noqa: E731
        self.body.addWidget(
            SpokenLabel(self.tr("Klaar! Dit waren jouw woorden."), say, role="title", centred=True, parent=self)
        )
        self._standing = StandingPanel(say, self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = QHBoxLayout()
        middle.setSpacing(SPACE.l)
        middle.addWidget(self._standing, 2)
        middle.addWidget(self._scroll, 3)
        self.body.addLayout(middle, 1)
        again = SpokenAction("again", self.tr("Nog een keer"), say, primary=False, parent=self)
        again.clicked.connect(self.againRequested)
        home = SpokenAction("home", self.tr("Klaar voor vandaag"), say, parent=self)
        home.clicked.connect(self.homeRequested)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.m)
        foot.addWidget(again, 1)
        foot.addWidget(home, 1)
        self.body.addLayout(foot)

    def show_result(self, deck: str, practised: Sequence[Term], standing: Standing) -> None:
        words = QWidget()
        centred = QVBoxLayout(words)
        flow = FlowLayout(SPACE.s)
        centred.addLayout(flow)
        centred.addStretch(1)
        for term in practised:
            picture = self._pictures / deck / term.picture if term.picture else None
            tile = Tile(term.with_article, picture=picture, caption=term.with_article, size=QSize(232, 188))
            tile.clicked.connect(lambda _checked=False, term=term: self.termRequested.emit(term))
            flow.addWidget(tile)
        self._scroll.setWidget(words)
        self._standing.show_standing(standing)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.homeRequested.emit()
        else:
            super().keyPressEvent(event)
