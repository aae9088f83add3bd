"""The way of an instructor through the program: builds the pages of the desk and leads from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from beroepentaal.classroom.picturing import Photos
from beroepentaal.classroom.ports import Hearing
from beroepentaal.classroom.sound_files import SoundFiles
from beroepentaal.classroom.voicing import Clips, Line, Studio
from beroepentaal.decks import About, Deck
from beroepentaal.ui.instructor.front import FrontPage
from beroepentaal.ui.instructor.pictures.presenter import PicturesPresenter
from beroepentaal.ui.instructor.pictures.view import PicturesPage
from beroepentaal.ui.instructor.recording.presenter import RecordingPresenter
from beroepentaal.ui.instructor.recording.view import RecordingPage
from beroepentaal.ui.instructor.sound_files.presenter import SoundFilesPresenter
from beroepentaal.ui.instructor.sound_files.view import SoundFilesPage
from beroepentaal.ui.instructor.voices.presenter import VoicesPresenter
from beroepentaal.ui.instructor.voices.view import VoicesPage
from beroepentaal.ui.main_window import MainWindow
from beroepentaal.ui.ports import Background, Microphone, Speaker


@dataclass(frozen=True, slots=True)
class SoundRoom:
    """What giving a deck its voice needs."""

    clips: Clips
    studio: Studio
    files: SoundFiles
    microphone: Microphone
    hearing: Hearing


class Workshop:
    def __init__(
        self,
        window: MainWindow,
        speaker: Speaker,
        background: Background,
        rendering: Background,
        pictures: Path,
        decks: Sequence[About],
        open_deck: Callable[[str], Deck],
        room: SoundRoom,
        photos: Photos,
        left: Callable[[], None],
    ) -> None:
        """pictures has a folder for each deck; rendering is a background of its own, for work of many minutes."""
        self._window = window
        self._left = left
        self.front = FrontPage(window)
        self.voices = VoicesPage(window)
        self.recording = RecordingPage(pictures, window)
        self.sound_files = SoundFilesPage(window)
        self.pictures = PicturesPage(pictures, window)
        for page in (self.front, self.voices, self.recording, self.sound_files, self.pictures):
            window.add_page(page)
        notify = window.notify
        self._voices = VoicesPresenter(
            self.voices,
            decks,
            open_deck,
            room.clips,
            room.studio,
            speaker,
            background,
            rendering,
            notify,
            self._go_record,
            self._go_bring_in,
            self.open,
        )
        self._recording = RecordingPresenter(
            self.recording, room.microphone, room.hearing, room.clips, speaker, background, notify, self._go_voices
        )
        self._sound_files = SoundFilesPresenter(
            self.sound_files, room.files, room.clips, speaker, background, notify, self._go_voices
        )
        self._pictures = PicturesPresenter(self.pictures, decks, open_deck, photos, background, notify, self.open)
        self._connect()

    def open(self) -> None:
        self._window.speak_language("nl")
        self._window.show_page(self.front)

    def _go_voices(self) -> None:
        self._window.show_page(self.voices)
        self._voices.open()

    def _go_pictures(self) -> None:
        self._window.show_page(self.pictures)
        self._pictures.open()

    def close(self) -> None:
        """The program ends: no new clip is begun."""
        self._voices.close()

    def _go_record(self, deck: Deck, lines: Sequence[Line]) -> None:
        self._window.show_page(self.recording)
        self._recording.open(deck, lines)

    def _go_bring_in(self, deck: Deck) -> None:
        self._window.show_page(self.sound_files)
        self._sound_files.open(deck)

    def _connect(self) -> None:
        self.front.voicesRequested.connect(self._go_voices)
        self.front.picturesRequested.connect(self._go_pictures)
        self.front.backRequested.connect(self._left)
        self.voices.deckRequested.connect(self._voices.on_deck)
        self.voices.playRequested.connect(self._voices.on_play)
        self.voices.slowRequested.connect(self._voices.on_play_slow)
        self.voices.recordRequested.connect(self._voices.on_record)
        self.voices.bringInRequested.connect(self._voices.on_bring_in)
        self.voices.discardRequested.connect(self._voices.on_discard)
        self.voices.clearRequested.connect(self._voices.on_clear)
        self.voices.renderRequested.connect(self._voices.on_render)
        self.voices.pauseRequested.connect(self._voices.on_pause)
        self.voices.resumeRequested.connect(self._voices.on_resume)
        self.voices.backRequested.connect(self._voices.on_leave)
        self.recording.spaceRequested.connect(self._recording.on_space)
        self.recording.againRequested.connect(self._recording.on_again)
        self.recording.listenRequested.connect(self._recording.on_listen)
        self.recording.previousRequested.connect(self._recording.on_previous)
        self.recording.nextRequested.connect(self._recording.on_next)
        self.recording.lineRequested.connect(self._recording.on_choose)
        self.recording.backRequested.connect(self._recording.on_leave)
        self.pictures.deckRequested.connect(self._pictures.on_deck)
        self.pictures.searchRequested.connect(self._pictures.on_search)
        self.pictures.cardRequested.connect(self._pictures.on_choose)
        self.pictures.photoRequested.connect(self._pictures.on_photo)
        self.pictures.saveRequested.connect(self._pictures.on_save)
        self.pictures.cancelRequested.connect(self._pictures.on_cancel)
        self.pictures.removeRequested.connect(self._pictures.on_remove)
        self.pictures.undoRequested.connect(self._pictures.on_undo)
        self.pictures.backRequested.connect(self._pictures.on_leave)
        self._connect_sound_files()

    def _connect_sound_files(self) -> None:
        loose, spoken = self._sound_files.loose, self._sound_files.spoken
        self.sound_files.backRequested.connect(self._sound_files.on_leave)
        self.sound_files.loose.filesRequested.connect(loose.on_files)
        self.sound_files.loose.assignRequested.connect(loose.on_assign)
        self.sound_files.loose.tickRequested.connect(loose.on_choose)
        self.sound_files.loose.playRequested.connect(loose.on_play)
        self.sound_files.loose.keepRequested.connect(loose.on_keep)
        self.sound_files.spoken.filesRequested.connect(spoken.on_files)
        self.sound_files.spoken.whatRequested.connect(spoken.on_what)
        self.sound_files.spoken.rowRequested.connect(spoken.on_row)
        self.sound_files.spoken.playRequested.connect(spoken.on_play)
        self.sound_files.spoken.joinRequested.connect(spoken.on_join)
        self.sound_files.spoken.splitRequested.connect(spoken.on_split)
        self.sound_files.spoken.leaveOutRequested.connect(spoken.on_leave_out)
        self.sound_files.spoken.skipRequested.connect(spoken.on_skip)
        self.sound_files.spoken.undoRequested.connect(spoken.on_undo)
        self.sound_files.spoken.redoRequested.connect(spoken.on_redo)
        self.sound_files.spoken.keepRequested.connect(spoken.on_keep)
