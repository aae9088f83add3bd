"""Decides what a trainee sees on coming in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from beroepentaal.classroom.ports import Trainee
from beroepentaal.ui.ports import Background, Notify

if TYPE_CHECKING:  # it imports numpy, for which the first page need not wait
    from beroepentaal.classroom.practise import OpenPractice, Practice, Standing


class HomeView(Protocol):
    def show_standing(self, trainee: Trainee, title: str, picture: str, standing: Standing) -> None: ...


class HomePresenter:
    def __init__(
        self,
        view: HomeView,
        open_practice: OpenPractice,
        background: Background,
        notify: Notify,
        start: Callable[[Practice], None],
        words: Callable[[Practice], None],
        signed_out: Callable[[], None],
    ) -> None:
        self._view = view
        self._open_practice = open_practice
        self._background = background
        self._notify = notify
        self._start = start
        self._words = words
        self._signed_out = signed_out
        self._practice: Practice | None = None

    def open(self, trainee: Trainee, then: Callable[[], None]) -> None:
        """Reads how far the trainee is, shows it, and calls then."""
        self._practice = None

        def show(practice: Practice) -> None:
            self._practice = practice
            about = practice.deck.about
            self._view.show_standing(trainee, about.title, about.picture, practice.standing())
            then()
            if practice.today.clock_is_behind:
                self._notify("De klok van deze computer loopt achter. Vraag iemand om de datum goed te zetten.")

        self._background.run(lambda: self._open_practice(trainee), show, lambda refusal: self._notify(str(refusal)))

    def on_start(self) -> None:
        if self._practice:
            self._start(self._practice)

    def on_words(self) -> None:
        if self._practice:
            self._words(self._practice)

    def on_leave(self) -> None:
        self._signed_out()
