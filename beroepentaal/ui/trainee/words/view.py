"""The page of the dictionary: all words, or one of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from beroepentaal.classroom.ports import Utterance
from beroepentaal.decks import Term
from beroepentaal.ui.trainee.words.browsing import BrowsePanel
from beroepentaal.ui.trainee.words.presenter import Listing, StepChoice, Word
from beroepentaal.ui.trainee.words.word_panel import WordPanel
from beroepentaal.ui.widgets.page import Page


class WordsPage(Page):
    searchRequested = Signal(str)
    stepRequested = Signal(str)
    """Empty for the whole deck."""
    termRequested = Signal(object)
    nextRequested = Signal()
    previousRequested = Signal()
    sayRequested = Signal(object)
    """An Utterance."""
    backRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, pictures: Path, parent: QWidget | None = None) -> None:
        """pictures has a folder for each deck, by its id."""
        super().__init__(parent)
        self._pictures = pictures
        self._browse = BrowsePanel(lambda text: self.sayRequested.emit(Utterance(text)), self)
        self._word = WordPanel(self)
        self._sides = QStackedLayout()
        self._sides.addWidget(self._browse)
        self._sides.addWidget(self._word)
        self.body.addLayout(self._sides, 1)
        self._browse.searchRequested.connect(self.searchRequested)
        self._browse.leaveRequested.connect(self.leaveRequested)
        self._browse.steps.stepRequested.connect(self.stepRequested)
        self._browse.grid.termRequested.connect(self.termRequested)
        self._word.sayRequested.connect(self.sayRequested)
        self._word.nextRequested.connect(self.nextRequested)
        self._word.previousRequested.connect(self.previousRequested)
        self._word.backRequested.connect(self.backRequested)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._on_escape)

    def show_deck(self, deck: str, steps: Sequence[StepChoice]) -> None:
        self._deck_pictures = self._pictures / deck
        self._browse.show_deck(steps, self._deck_pictures)

    def show_listing(self, listing: Listing) -> None:
        self._browse.show_listing(listing)
        self._sides.setCurrentWidget(self._browse)

    def show_word(self, word: Word) -> None:
        if self._sides.currentWidget() is self._browse:
            self._sides.setCurrentWidget(self._word)
            self._word.setFocus()
        self._word.show_word(word, self._deck_pictures)

    def show_grid(self, term: Term) -> None:
        self._sides.setCurrentWidget(self._browse)
        self._browse.show_term(term)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page itself has nothing to press."""
        super().focusInEvent(event)
        if self._sides.currentWidget() is self._browse:
            self._browse.grid.setFocus()
        else:
            self._word.setFocus()

    def _on_escape(self) -> None:
        if self._sides.currentWidget() is self._word:
            self.backRequested.emit()
        else:
            self._browse.on_escape()
