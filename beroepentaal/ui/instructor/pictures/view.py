"""The page about a deck's pictures: all words with what they show, and the photo that one of them gets."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QStandardPaths, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from beroepentaal.classroom.picturing import Card, Photo
from beroepentaal.decks import About
from beroepentaal.ui.instructor.deck_chooser import DeckChooser
from beroepentaal.ui.instructor.desk import DeskPage
from beroepentaal.ui.instructor.pictures.card_grid import CardGrid
from beroepentaal.ui.instructor.pictures.loaded_photo import LoadedPhoto
from beroepentaal.ui.instructor.pictures.pasting import found_in, may_be_photo
from beroepentaal.ui.instructor.pictures.photo_editor import PhotoEditor
from beroepentaal.ui.instructor.pictures.search_field import SearchField
from beroepentaal.ui.instructor.pictures.term_panel import TermPanel
from beroepentaal.ui.instructor.wording import number
from beroepentaal.ui.theme import SPACE


class PicturesPage(DeskPage):
    deckRequested = Signal(str)
    searchRequested = Signal(str)
    cardRequested = Signal(object)
    photoRequested = Signal(object)
    saveRequested = Signal(object)
    cancelRequested = Signal()
    removeRequested = Signal()
    undoRequested = Signal()

    def __init__(self, pictures: Path, parent: QWidget | None = None) -> None:
        """pictures has a folder for each deck, by its id."""
        super().__init__("", parent)
        self.title.setText(self.tr("Plaatjes van"))
        self.setAcceptDrops(True)
        self._photos_from = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        self._add_deck_chooser()
        self._words = self._words_side_by_side(pictures)
        self._editor = PhotoEditor(self)
        self._editor.saveRequested.connect(self.saveRequested)
        self._editor.cancelRequested.connect(self.cancelRequested)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._words)
        self._pages.addWidget(self._editor)
        self.body.addWidget(self._pages, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self._on_paste)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self._words, self.undoRequested.emit)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self._words, self._on_find)

    def show_decks(self, decks: Sequence[About], chosen: str) -> None:
        self._decks.show_decks(decks, chosen)

    def show_reading(self) -> None:
        self._grid.show_cards([], None, self.tr("Even geduld…"))
        self._count.clear()
        self._panel.setEnabled(False)

    def show_cards(self, cards: Sequence[Card], chosen: Card | None) -> None:
        if self.window().focusWidget() is self:
            self._grid.setFocus()
        self._grid.show_cards(cards, chosen, self.tr("Geen woord gevonden."))
        self._panel.setEnabled(chosen is not None)
        self._count.setText(self._counted(cards))

    def show_card(self, card: Card, can_undo: bool) -> None:
        self._panel.show_card(card, can_undo)

    def change_card(self, card: Card) -> None:
        self._grid.change_card(card)
        self._count.setText(self._counted(self._grid.cards))

    def show_opening(self, is_opening: bool) -> None:
        self._panel.show_opening(is_opening)

    def show_photo(self, card: Card, photo: Photo) -> None:
        assert isinstance(photo, LoadedPhoto)
        self._show_heading(self.tr("Foto voor {term}").format(term=card.term.with_article), False)
        self._pages.setCurrentWidget(self._editor)
        self._editor.show_photo(card, photo)

    def close_photo(self) -> None:
        self._show_heading(self.tr("Plaatjes van"), True)
        self._pages.setCurrentWidget(self._words)
        self._editor.forget()
        self._grid.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if may_be_photo(event.mimeData()):
            event.acceptProposedAction()
            self._panel.show_drop(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._panel.show_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._panel.show_drop(False)
        event.acceptProposedAction()
        self._choose_under(event.position().toPoint())
        self.photoRequested.emit(found_in(event.mimeData()))

    def _choose_under(self, place: QPoint) -> None:
        """A photo that falls on a word is for that word."""
        if self._pages.currentWidget() is self._words:
            self._grid.choose_at(self._grid.mapFrom(self, place))

    def _add_deck_chooser(self) -> None:
        self._decks = DeckChooser(self)
        self._decks.deckRequested.connect(self.deckRequested)
        self.head.insertWidget(self.head.count() - 1, self._decks)

    def _words_side_by_side(self, pictures: Path) -> QWidget:
        words = QWidget(self)
        row = QHBoxLayout(words)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addLayout(self._found_words(pictures), 4)
        self._panel = TermPanel(pictures, self)
        self._panel.chooseRequested.connect(self._on_choose_file)
        self._panel.pasteRequested.connect(self._on_paste)
        self._panel.removeRequested.connect(self.removeRequested)
        self._panel.undoRequested.connect(self.undoRequested)
        row.addWidget(self._panel, 5)
        return words

    def _found_words(self, pictures: Path) -> QVBoxLayout:
        self._search = SearchField(self)
        self._search.textChanged.connect(self.searchRequested)
        self._grid = CardGrid(pictures, self)
        self._grid.chosen.connect(self.cardRequested)
        self._grid.typed.connect(self._on_typed)
        self._search.left.connect(self._grid.setFocus)
        self._count = QLabel(self)
        self._count.setProperty("role", "soft")
        column = QVBoxLayout()
        column.setSpacing(SPACE.s)
        column.addWidget(self._search)
        column.addWidget(self._grid, 1)
        column.addWidget(self._count)
        return column

    def _show_heading(self, title: str, with_deck: bool) -> None:
        self.title.setText(title)
        self._decks.setVisible(with_deck)

    def _counted(self, cards: Sequence[Card]) -> str:
        own = sum(card.photo is not None for card in cards)
        words = self.tr("1 woord") if len(cards) == 1 else self.tr("{count} woorden").format(count=number(len(cards)))
        return self.tr("{words}, {own} met een eigen foto").format(words=words, own=number(own)) if own else words

    def _on_choose_file(self) -> None:
        kinds = self.tr("Foto's") + " (*.jpg *.jpeg *.jfif *.png *.webp *.bmp)"
        every = self.tr("Alle bestanden") + " (*)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Kies een foto"), self._photos_from, f"{kinds};;{every}")
        if name:
            self._photos_from = str(Path(name).parent)
            self.photoRequested.emit(Path(name))

    def _on_paste(self) -> None:
        self.photoRequested.emit(found_in(QGuiApplication.clipboard().mimeData()))

    def _on_typed(self, letters: str) -> None:
        self._search.setFocus()
        self._search.setText(letters)

    def _on_find(self) -> None:
        self._search.setFocus()
        self._search.selectAll()
