"""Decides what happens on the page about sound files; loose files and the spoken list each see to themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from beroepentaal.classroom.ports import Utterance
from beroepentaal.classroom.sound_files import SoundFiles
from beroepentaal.classroom.voicing import Clips
from beroepentaal.decks import Deck
from beroepentaal.ui.instructor.sound_files import wording
from beroepentaal.ui.instructor.sound_files.keeping import recorded
from beroepentaal.ui.instructor.sound_files.loose_files import LooseFiles, LooseFilesView
from beroepentaal.ui.instructor.sound_files.spoken_list import SpokenList, SpokenListView
from beroepentaal.ui.ports import Background, Notify, Speaker


class SoundFilesView(Protocol):
    @property
    def loose(self) -> LooseFilesView: ...
    @property
    def spoken(self) -> SpokenListView: ...
    def show_deck(self, title: str) -> None: ...
    def show_suffixes(self, suffixes: Sequence[str]) -> None: ...


class SoundFilesPresenter:
    def __init__(
        self,
        view: SoundFilesView,
        files: SoundFiles,
        clips: Clips,
        speaker: Speaker,
        background: Background,
        notify: Notify,
        left: Callable[[], None],
    ) -> None:
        self.loose = LooseFiles(view.loose, files, clips, speaker, background, notify)
        self.spoken = SpokenList(view.spoken, files, clips, speaker, background, notify)
        self._view = view
        self._files = files
        self._clips = clips
        self._speaker = speaker
        self._background = background
        self._notify = notify
        self._left = left
        self._deck: Deck | None = None
        self._recorded: set[Utterance] = set()
        """What a person has spoken already; shared with both ways, which add to it."""
        self._is_open = False

    def open(self, deck: Deck) -> None:
        """What was brought in for the same deck before is still there."""
        self._view.show_deck(deck.about.title)
        self._is_open = True
        self._recorded = set()
        if deck != self._deck:
            self._deck = deck
            self.loose.begin(deck)
            self.spoken.begin(deck)
        self._show()
        self._background.run(lambda: self._look(deck), self._on_looked, lambda refusal: self._notify(str(refusal)))

    def on_leave(self) -> None:
        self._is_open = False
        self._speaker.stop()
        waiting = self.loose.waiting + self.spoken.waiting
        self.loose.close()
        self.spoken.close()
        if waiting:
            self._notify(wording.to_come_back_for(waiting))
        self._left()

    def _look(self, deck: Deck) -> tuple[set[Utterance], Sequence[str]]:
        """Away from the screen."""
        return recorded(deck, self._clips), self._files.suffixes

    def _on_looked(self, found: tuple[set[Utterance], Sequence[str]]) -> None:
        spoken, suffixes = found
        self._view.show_suffixes(suffixes)
        self._recorded |= spoken
        if self._is_open:
            self._show()

    def _show(self) -> None:
        self.loose.open(self._recorded)
        self.spoken.open(self._recorded)
