"""Decides what happens on the page about a deck's pictures: which words it shows, and what becomes of a photo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from beroepentaal.classroom.picturing import Before, Card, Draft, Photo, Photos
from beroepentaal.decks import About, Deck, Term
from beroepentaal.decks.search import TermSearch, in_order
from beroepentaal.refusal import Refusal
from beroepentaal.ui.ports import Background, Notify

Changed = TypeVar("Changed")


class PicturesView(Protocol):
    def show_decks(self, decks: Sequence[About], chosen: str) -> None: ...
    def show_reading(self) -> None: ...
    def show_cards(self, cards: Sequence[Card], chosen: Card | None) -> None: ...
    def show_card(self, card: Card, can_undo: bool) -> None:
        """It is the chosen one."""

    def change_card(self, card: Card) -> None:
        """It has another picture than before; chosen or not, shown or not."""

    def show_opening(self, is_opening: bool) -> None: ...
    def show_photo(self, card: Card, photo: Photo) -> None:
        """To be cut and kept as the picture of that card."""

    def close_photo(self) -> None: ...


class PicturesPresenter:
    def __init__(
        self,
        view: PicturesView,
        decks: Sequence[About],
        open_deck: Callable[[str], Deck],
        photos: Photos,
        background: Background,
        notify: Notify,
        left: Callable[[], None],
    ) -> None:
        """decks: at least one; open_deck gives the deck with its drawings, not with own photos, and raises Refusal."""
        self._view = view
        self._decks = decks
        self._open_deck = open_deck
        self._photos = photos
        self._background = background
        self._notify = notify
        self._left = left
        self._deck = decks[0].id
        self._cards: dict[str, Card] = {}
        """By term, in the order of the core and then of the job."""
        self._search: TermSearch | None = None
        self._searched = ""
        self._chosen: Card | None = None
        self._opening: object = None
        """The photo that is being opened; another one, or leaving, makes it unwanted."""
        self._edited: Card | None = None
        """Whose photo is being cut."""
        self._is_writing = False
        self._before: dict[tuple[str, str], Before] = {}
        """By deck and term, what the last change of this visit replaced."""

    def open(self) -> None:
        self._view.show_decks(self._decks, self._deck)
        self._read()

    def on_deck(self, deck: str) -> None:
        if deck != self._deck:
            self._deck = deck
            self._chosen = None
            self._read()

    def on_search(self, text: str) -> None:
        self._searched = text
        self._show_cards()

    def on_choose(self, term: Term) -> None:
        self._chosen = self._cards[term.id]
        self._show_chosen()

    def on_photo(self, source: object) -> None:
        """None: what was pasted holds no photo."""
        card = self._edited or self._chosen
        if source is None:
            self._notify("Er staat geen foto op het klembord; kopieer eerst een foto.")
        elif card and not self._is_writing:
            self._open_photo(card, source)

    def on_save(self, draft: Draft) -> None:
        if card := self._edited:
            self._change(card, lambda: self._photos.keep(*_key(card), draft), lambda before: self._on_kept(card, before))

    def on_cancel(self) -> None:
        if not self._is_writing:
            self._edited = None
            self._view.close_photo()

    def on_remove(self) -> None:
        if (card := self._chosen) and card.photo:
            self._change(card, lambda: self._photos.remove(*_key(card)), lambda before: self._on_replaced(card, before))

    def on_undo(self) -> None:
        if (card := self._chosen) and _key(card) in self._before:
            before = self._before[_key(card)]
            self._change(card, lambda: self._photos.put_back(*_key(card), before), lambda _: self._before.pop(_key(card)))

    def on_leave(self) -> None:
        """From a photo back to the words, and from there to where one came from."""
        if self._edited:
            self.on_cancel()
        elif not self._is_writing:
            self._forget_opening()
            self._before.clear()
            self._left()

    def _read(self) -> None:
        self._forget_opening()
        self._cards, self._search = {}, None
        self._view.show_reading()
        chosen = self._deck

        def work() -> tuple[list[Card], TermSearch]:
            deck = self._open_deck(chosen)
            cards = [Card(deck.id, term, self._photos.path(deck.id, term.id)) for term in in_order(deck)]
            return cards, TermSearch(deck)

        def then(read: tuple[list[Card], TermSearch]) -> None:
            if chosen == self._deck:
                cards, self._search = read
                self._cards = {card.term.id: card for card in cards}
                self._show_cards()

        def refused(refusal: Refusal) -> None:
            if chosen == self._deck:
                self._view.show_cards([], None)
                self._notify(str(refusal))

        self._background.run(work, then, refused)

    def _show_cards(self) -> None:
        """The core, or all that may be meant by what was typed; the chosen one stays chosen if it is among them."""
        if not self._search:
            return
        if self._searched.strip():
            cards = [self._cards[term.id] for term in self._search.find(self._searched)]
        else:
            cards = [card for card in self._cards.values() if card.term.core] or list(self._cards.values())
        shown = {card.term.id: card for card in cards}
        if cards and not (self._chosen and self._chosen.term.id in shown):
            self._chosen = cards[0]
        elif self._chosen:
            self._chosen = self._cards.get(self._chosen.term.id, self._chosen)
        self._view.show_cards(cards, self._chosen)
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._chosen:
            self._view.show_card(self._chosen, _key(self._chosen) in self._before)

    def _open_photo(self, card: Card, source: object) -> None:
        asked = self._opening = object()
        self._view.show_opening(True)

        def then(photo: Photo) -> None:
            if asked is self._opening:
                self._forget_opening()
                self._edited = card
                self._view.show_photo(card, photo)

        def refused(refusal: Refusal) -> None:
            if asked is self._opening:
                self._forget_opening()
                self._notify(str(refusal))

        self._background.run(lambda: self._photos.open(source), then, refused)

    def _forget_opening(self) -> None:
        self._opening = None
        self._view.show_opening(False)

    def _on_kept(self, card: Card, before: Before) -> None:
        self._on_replaced(card, before)
        self._edited = None
        self._view.close_photo()

    def _on_replaced(self, card: Card, before: Before) -> None:
        self._before[_key(card)] = before

    def _change(self, card: Card, change: Callable[[], Changed], done: Callable[[Changed], object]) -> None:
        """One at a time: pressed twice, the second would take what the first left for what stood there."""
        if self._is_writing:
            return
        self._is_writing = True

        def work() -> tuple[Changed, Path | None]:
            return change(), self._photos.path(*_key(card))

        def then(outcome: tuple[Changed, Path | None]) -> None:
            self._is_writing = False
            changed, photo = outcome
            done(changed)
            self._show_changed(replace(card, photo=photo))

        def refused(refusal: Refusal) -> None:
            self._is_writing = False
            self._notify(str(refusal))

        self._background.run(work, then, refused)

    def _show_changed(self, card: Card) -> None:
        if card.deck != self._deck:
            return
        self._cards[card.term.id] = card
        self._view.change_card(card)
        if self._chosen and self._chosen.term.id == card.term.id:
            self._chosen = card
            self._show_chosen()


def _key(card: Card) -> tuple[str, str]:
    return card.deck, card.term.id
