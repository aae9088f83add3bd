"""The dictionary's first side: a search field, the steps of the job, and all words."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from beroepentaal.decks import Term
from beroepentaal.ui.theme import SPACE
from beroepentaal.ui.trainee.words.grid import WordGrid
from beroepentaal.ui.trainee.words.presenter import Listing, StepChoice
from beroepentaal.ui.trainee.words.search_field import SearchField
from beroepentaal.ui.trainee.words.steps import StepRow
from beroepentaal.ui.widgets.buttons import RoundButton
from beroepentaal.ui.widgets.spoken_label import Say, SpokenLabel

PAUSE = 80
"""Milliseconds without a key after which a search begins."""


class BrowsePanel(QWidget):
    searchRequested = Signal(str)
    leaveRequested = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = Path()
        self._searched = ""
        """What the grid shows the finds of; the field may be ahead of it."""
        self._say = say
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.searchRequested.emit(self._field.text()))
        self.steps = StepRow(self)
        self.steps.stepRequested.connect(self._pause.stop)
        self.grid = WordGrid(self)
        self.grid.headingRequested.connect(say)
        nothing = SpokenLabel(self.tr("Dit woord staat er niet bij."), say, role="title", centred=True, parent=self)
        self._middle = QStackedLayout()
        self._middle.addWidget(self.grid)
        self._middle.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addLayout(self._head())
        column.addWidget(self.steps)
        column.addLayout(self._middle, 1)

    def _head(self) -> QHBoxLayout:
        home = RoundButton("home", self.tr("Terug naar het begin"), parent=self)
        home.clicked.connect(self.leaveRequested)
        self._field = SearchField(self)
        self._field.textEdited.connect(lambda _: self._pause.start())
        self._field.textChanged.connect(self._on_text)
        self._field.returnPressed.connect(self._on_return)
        self._hint = RoundButton("speaker", self.tr("Luister"), parent=self)
        self._hint.clicked.connect(
            lambda: self._say(self.tr("Zoek een woord. Typ het in het Nederlands of in je eigen taal. Of kies een plaatje."))
        )
        self._clear = RoundButton("close", self.tr("Wis"), parent=self)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        for widget in (home, self._field, self._hint, self._clear):
            head.addWidget(widget)
        return head

    def show_deck(self, steps: Sequence[StepChoice], pictures: Path) -> None:
        """pictures: of the deck."""
        self._pictures = pictures
        self.steps.show_steps(steps, pictures)

    def show_listing(self, listing: Listing) -> None:
        self._searched = listing.search
        if not self._pause.isActive() and self._field.text() != listing.search:
            self._field.setText(listing.search)
        self.steps.show_chosen(None if listing.search else listing.step)
        self.grid.show_sections(listing.sections, self._pictures)
        self._middle.setCurrentIndex(0 if listing.sections else 1)

    def show_term(self, term: Term) -> None:
        self.grid.show_term(term)

    def clear(self) -> None:
        """Puts away what was typed."""
        self._pause.stop()
        self._field.clear()
        self.searchRequested.emit("")
        self.grid.setFocus()

    def on_escape(self) -> None:
        if self._field.text():
            self.clear()
        else:
            self.leaveRequested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters go to the search field wherever they are typed, and arrows into the grid."""
        if event.key() == Qt.Key.Key_Down:
            self.grid.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.text().strip() and event.text().isprintable():
            self._field.setFocus()
            self._field.insert(event.text())
            self._pause.start()
        else:
            super().keyPressEvent(event)

    def _on_text(self, text: str) -> None:
        self._hint.setVisible(not text)
        self._clear.setVisible(bool(text))

    def _on_return(self) -> None:
        """Searches at once, and opens what is found first."""
        if self._pause.isActive():
            self._pause.stop()
            self.searchRequested.emit(self._field.text())
        if self._searched and self._searched == self._field.text():
            self.grid.choose_first()
