"""Decides the steps from "who are you" to a trainee who can start."""

from collections.abc import Callable, Sequence
from typing import Protocol

from beroepentaal.classroom.enrol import enrol, free_pictures
from beroepentaal.classroom.ports import Roster, Trainee
from beroepentaal.decks import About
from beroepentaal.decks.checks import LANGUAGES
from beroepentaal.ui.ports import Background, Notify

NO_GLOSSES = "nl"
"""The choice of who speaks none of the languages on offer."""


class SignInView(Protocol):
    def show_trainees(self, trainees: Sequence[Trainee]) -> None: ...
    def show_pictures(self, pictures: Sequence[tuple[str, int]], first: bool) -> None:
        """first: nobody is on this PC yet, so there is nothing to go back to."""

    def show_languages(self, languages: Sequence[str]) -> None: ...
    def show_trades(self, decks: Sequence[About]) -> None: ...


class SignInPresenter:
    def __init__(
        self,
        view: SignInView,
        roster: Roster,
        decks: Sequence[About],
        pictures: Sequence[str],
        colours: int,
        background: Background,
        notify: Notify,
        signed_in: Callable[[Trainee], None],
    ) -> None:
        """pictures are the names to choose from; colours how many backgrounds there are."""
        self._view = view
        self._roster = roster
        self._decks = decks
        self._pictures = pictures
        self._colours = colours
        self._background = background
        self._notify = notify
        self._signed_in = signed_in
        self._trainees: list[Trainee] = []
        self._picture = ("", 0)
        self._language = ""
        self._back: list[Callable[[], None]] = []

    def open(self, trainees: list[Trainee] | None = None) -> None:
        """Asks who is there, of these trainees or else of those on the roster."""
        if trainees is not None:
            self._show_trainees(trainees)
            return
        self._background.run(self._roster.trainees, self._show_trainees, lambda refusal: self._notify(str(refusal)))

    def on_trainee(self, trainee: Trainee) -> None:
        self._signed_in(trainee)

    def on_new(self) -> None:
        self._back = [lambda: self._show_trainees(self._trainees)]
        self._view.show_pictures(free_pictures(self._pictures, self._colours, self._trainees), not self._trainees)

    def on_picture(self, picture: str, colour: int) -> None:
        self._picture = (picture, colour)
        self._back.append(self.on_new)
        self._view.show_languages((*LANGUAGES, NO_GLOSSES))

    def on_language(self, language: str) -> None:
        self._language = language
        self._back.append(lambda: self._view.show_languages((*LANGUAGES, NO_GLOSSES)))
        self._view.show_trades(self._decks)

    def on_trade(self, deck: str) -> None:
        picture, colour = self._picture
        self._background.run(
            lambda: enrol(self._roster, picture, colour, self._language, deck),
            self._signed_in,
            lambda refusal: self._notify(str(refusal)),
        )

    def on_back(self) -> None:
        if self._back:
            self._back.pop()()

    def _show_trainees(self, trainees: list[Trainee]) -> None:
        self._trainees = trainees
        self._back = []
        if trainees:
            self._view.show_trainees(trainees)
        else:
            self.on_new()
