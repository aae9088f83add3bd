"""Decides what the end of a session shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from beroepentaal.classroom.ports import said
from beroepentaal.decks import Term
from beroepentaal.ui.ports import Speaker

if TYPE_CHECKING:  # it imports numpy, for which the first page need not wait
    from beroepentaal.classroom.practise import Practice, Standing


class DoneView(Protocol):
    def show_result(self, deck: str, practised: Sequence[Term], standing: Standing) -> None: ...


class DonePresenter:
    def __init__(
        self, view: DoneView, speaker: Speaker, again: Callable[[Practice], None], home: Callable[[Practice], None]
    ) -> None:
        self._view = view
        self._speaker = speaker
        self._again = again
        self._home = home
        self._practice: Practice

    def open(self, practice: Practice) -> None:
        self._practice = practice
        self._view.show_result(practice.deck.id, practice.practised, practice.standing())

    def on_term(self, term: Term) -> None:
        self._speaker.say(said(self._practice.deck.id, term))

    def on_again(self) -> None:
        self._practice.start_again()
        self._again(self._practice)

    def on_home(self) -> None:
        self._home(self._practice)
