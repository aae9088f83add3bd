"""Which deck a page of the desk is about."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from beroepentaal.decks import About

WIDTH = 280
"""Pixels, at least."""


class DeckChooser(QComboBox):
    deckRequested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pakket"))
        self.setMinimumWidth(WIDTH)
        self.activated.connect(lambda place: self.deckRequested.emit(self.itemData(place)))

    def show_decks(self, decks: Sequence[About], chosen: str) -> None:
        self.clear()
        for about in decks:
            self.addItem(about.title, about.id)
        self.setCurrentIndex(self.findData(chosen))
