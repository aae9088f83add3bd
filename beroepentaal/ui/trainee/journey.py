"""The way of a trainee through the program: builds the pages and leads from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer

from beroepentaal.classroom.ports import Roster, Trainee
from beroepentaal.decks import About
from beroepentaal.ui.main_window import MainWindow
from beroepentaal.ui.ports import Background, Speaker
from beroepentaal.ui.theme import AVATAR_GROUNDS
from beroepentaal.ui.trainee.done.presenter import DonePresenter
from beroepentaal.ui.trainee.done.view import DonePage
from beroepentaal.ui.trainee.home.presenter import HomePresenter
from beroepentaal.ui.trainee.home.view import HomePage
from beroepentaal.ui.trainee.practice.own_voice import Saying
from beroepentaal.ui.trainee.practice.presenter import PracticePresenter
from beroepentaal.ui.trainee.practice.view import PracticePage
from beroepentaal.ui.trainee.sign_in.presenter import SignInPresenter
from beroepentaal.ui.trainee.sign_in.view import SignInPage

if TYPE_CHECKING:  # it imports numpy, for which the first page need not wait
    from beroepentaal.classroom.practise import OpenPractice, Practice
    from beroepentaal.ui.trainee.words.view import WordsPage


@dataclass(frozen=True, slots=True)
class Pictures:
    """Folders of pictures."""

    trainees: Path
    decks: Path
    """A folder for each deck, by its id."""


class Journey:
    def __init__(
        self,
        window: MainWindow,
        speaker: Speaker,
        background: Background,
        pictures: Pictures,
        roster: Roster,
        decks: Sequence[About],
        open_practice: OpenPractice,
        saying: Saying,
    ) -> None:
        self._window = window
        self._speaker = speaker
        self._background = background
        self._deck_pictures = pictures.decks
        self.words: WordsPage | None = None
        self.sign_in = SignInPage(pictures.trainees, pictures.decks, speaker, window)
        self.home = HomePage(pictures.trainees, pictures.decks, speaker, window)
        self.practice = PracticePage(pictures.decks, window)
        self.done = DonePage(pictures.decks, speaker, window)
        for page in (self.sign_in, self.home, self.practice, self.done):
            window.add_page(page)
        timer = QElapsedTimer()
        timer.start()
        names = sorted(path.stem for path in pictures.trainees.glob("*.svg"))
        notify = window.notify
        self._sign_in = SignInPresenter(
            self.sign_in, roster, decks, names, len(AVATAR_GROUNDS), background, notify, self._go_home
        )
        self._home = HomePresenter(self.home, open_practice, background, notify, self._go_practise, self._go_words, self.start)
        self._practice = PracticePresenter(
            self.practice,
            speaker,
            background,
            notify,
            lambda: timer.elapsed() / 1000,
            self._go_done,
            lambda practice: self._go_home(practice.trainee),
            saying,
        )
        self._done = DonePresenter(self.done, speaker, self._go_practise, lambda practice: self._go_home(practice.trainee))
        self._connect()

    def start(self, trainees: list[Trainee] | None = None) -> None:
        """Asks who is there, of these trainees if they are known already."""
        self._window.speak_language("nl")
        self._sign_in.open(trainees)
        self._window.show_page(self.sign_in)

    def _go_home(self, trainee: Trainee) -> None:
        def show() -> None:
            self._window.speak_language(trainee.language)
            self._window.show_page(self.home)

        self._home.open(trainee, show)

    def _go_practise(self, practice: Practice) -> None:
        self._window.show_page(self.practice)
        self._practice.open(practice)

    def _go_words(self, practice: Practice) -> None:
        if not self.words:
            self._build_words()
        if self.words:
            self._looking_up = practice.trainee
            self._window.show_page(self.words)
            self._words.open(practice.deck, practice.trainee.language, practice.recalls())

    def _go_done(self, practice: Practice) -> None:
        self._done.open(practice)
        self._window.show_page(self.done)

    def _connect(self) -> None:
        self.sign_in.traineeRequested.connect(self._sign_in.on_trainee)
        self.sign_in.newRequested.connect(self._sign_in.on_new)
        self.sign_in.pictureRequested.connect(self._sign_in.on_picture)
        self.sign_in.languageRequested.connect(self._sign_in.on_language)
        self.sign_in.tradeRequested.connect(self._sign_in.on_trade)
        self.sign_in.backRequested.connect(self._sign_in.on_back)
        self.home.startRequested.connect(self._home.on_start)
        self.home.wordsRequested.connect(self._home.on_words)
        self.home.leaveRequested.connect(self._home.on_leave)
        self.practice.choiceRequested.connect(self._practice.on_choose)
        self.practice.continueRequested.connect(self._practice.on_continue)
        self.practice.knewRequested.connect(self._practice.on_knew)
        self.practice.replayRequested.connect(self._practice.on_replay)
        self.practice.slowRequested.connect(self._practice.on_slow)
        self.practice.sentenceRequested.connect(self._practice.on_sentence)
        self.practice.chunkRequested.connect(self._practice.on_chunk)
        self.practice.speakRequested.connect(self._practice.on_speak)
        self.practice.ownRequested.connect(self._practice.on_own)
        self.practice.textRequested.connect(self._practice.on_text)
        self.practice.leaveRequested.connect(self._practice.on_leave)
        self.done.termRequested.connect(self._done.on_term)
        self.done.againRequested.connect(self._done.on_again)
        self.done.homeRequested.connect(self._done.on_home)

    def _build_words(self) -> None:
        """When somebody wants to look a word up for the first time: no start need wait for it."""
        from beroepentaal.ui.trainee.words.presenter import WordsPresenter
        from beroepentaal.ui.trainee.words.view import WordsPage

        self.words = WordsPage(self._deck_pictures, self._window)
        self._window.add_page(self.words)
        self._words = WordsPresenter(self.words, self._speaker, self._background, lambda: self._go_home(self._looking_up))
        self.words.searchRequested.connect(self._words.on_search)
        self.words.stepRequested.connect(self._words.on_step)
        self.words.termRequested.connect(self._words.on_term)
        self.words.nextRequested.connect(self._words.on_next)
        self.words.previousRequested.connect(self._words.on_previous)
        self.words.sayRequested.connect(self._words.on_say)
        self.words.backRequested.connect(self._words.on_back)
        self.words.leaveRequested.connect(self._words.on_leave)
