"""The dictionary's other side: one word, and the way to its neighbours."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Utterance, said
from beroepentaal.ui.theme import SPACE
from beroepentaal.ui.trainee.words.presenter import Level, Word
from beroepentaal.ui.trainee.words.signs import LevelSign
from beroepentaal.ui.trainee.words.swipe_area import SwipeArea
from beroepentaal.ui.trainee.words.word_sheet import WordSheet
from beroepentaal.ui.widgets.buttons import RoundButton
from beroepentaal.ui.widgets.spoken_label import SpokenLabel

SIGN = 40
"""Pixels."""


class WordPanel(QWidget):
    sayRequested = Signal(object)
    nextRequested = Signal()
    previousRequested = Signal()
    backRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word: Word | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._previous = RoundButton("back", self.tr("Vorige woord"), parent=self)
        self._previous.clicked.connect(self.previousRequested)
        self._next = RoundButton("next", self.tr("Volgende woord"), parent=self)
        self._next.clicked.connect(self.nextRequested)
        self._area = SwipeArea(self)
        self._area.swipedLeft.connect(lambda: self._go_to(Qt.Key.Key_Right))
        self._area.swipedRight.connect(lambda: self._go_to(Qt.Key.Key_Left))
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):  # a button that has the focus would step to the next button
            QShortcut(QKeySequence(key), self, lambda key=key: self._go_to(key))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addLayout(self._head())
        column.addWidget(self._area, 1)

    def _head(self) -> QHBoxLayout:
        back = RoundButton("grid", self.tr("Terug naar alle woorden"), parent=self)
        back.clicked.connect(self.backRequested)
        self._sign = LevelSign(SIGN, self)
        self._level = SpokenLabel("", lambda text: self.sayRequested.emit(Utterance(text)), centred=True, parent=self)
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(back)
        head.addStretch(1)
        head.addWidget(self._sign)
        head.addWidget(self._level)
        head.addStretch(1)
        head.addWidget(self._previous)
        head.addWidget(self._next)
        return head

    def show_word(self, word: Word, pictures: Path) -> None:
        """pictures: of the deck. The focus stays on the arrows, so that one can press on."""
        if not (self._previous.hasFocus() or self._next.hasFocus()):
            self.setFocus()
        self._word = word
        self._area.setWidget(WordSheet(word, pictures, self.sayRequested.emit))
        self._area.verticalScrollBar().setValue(0)
        self._show_level(word)
        self._previous.setEnabled(word.has_previous)
        self._next.setEnabled(word.has_next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._word:
            self.sayRequested.emit(said(self._word.deck, self._word.card.term))
        else:
            super().keyPressEvent(event)

    def _show_level(self, word: Word) -> None:
        card = word.card
        self._sign.show_level(card.level, card.recall)
        self._level.set_text(self.tr("Dit woord ken je") if card.level is Level.KNOWN else self.tr("Dit woord leer je nu"))
        for widget in (self._sign, self._level):
            widget.setVisible(card.level is not Level.NEW)

    def _go_to(self, side: Qt.Key) -> None:
        """To the neighbour on that side of the screen."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        (self.nextRequested if (side == Qt.Key.Key_Right) != mirrored else self.previousRequested).emit()
