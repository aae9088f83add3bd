"""The only file that knows every room: builds the parts and connects them."""

import os
import random
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from beroepentaal.refusal import Refusal

if TYPE_CHECKING:  # imported where they are used, so that the window need not wait for what it does not show
    from beroepentaal.classroom.ports import Trainee, Voices
    from beroepentaal.classroom.practise import Practice
    from beroepentaal.decks import Deck
    from beroepentaal.decks.library import DeckLibrary
    from beroepentaal.speech.clips import ClipLibrary
    from beroepentaal.speech.rendering import Rendered
    from beroepentaal.store.database import Database
    from beroepentaal.ui.application import Application, OnlyOne
    from beroepentaal.ui.trainee.journey import Journey

ASSETS = Path(__file__).parent.parent / "assets"
PICTURES = ASSETS / "pictures"
AUDIO = ASSETS / "audio"


def data_folder(named: Path | None) -> Path:
    """Where this PC keeps what it remembers: the named folder, BEROEPENTAAL_DATA, or the system's own place."""
    if named:
        return named
    if place := os.environ.get("BEROEPENTAAL_DATA"):
        return Path(place)
    import platformdirs

    return Path(platformdirs.user_data_dir("BeroepenTaal", appauthor=False))


def deck_library() -> "DeckLibrary":
    from beroepentaal.decks.library import BUILTIN, DeckLibrary

    return DeckLibrary(BUILTIN, PICTURES)


def clip_library() -> "ClipLibrary":
    from beroepentaal.speech.clips import ClipLibrary

    return ClipLibrary(AUDIO)


def make_voices() -> "Voices":
    from beroepentaal.speech.voices import Ladder

    return Ladder(clip_library())


def render_with_espeak(deck: "Deck", report: Callable[[int, int], None]) -> "Rendered":
    from beroepentaal.speech.espeak import Espeak
    from beroepentaal.speech.rendering import render

    return render(deck, Espeak(), clip_library(), report)


def run_app(data: Path) -> int:
    """Opens the program and returns its exit code when the window has closed: 2 if it could not start."""
    from beroepentaal.ui.application import Application, OnlyOne

    application = Application()
    only_one = OnlyOne(data)
    if only_one.found_another():
        return 0
    return App(application, only_one, data).run()


class App:
    """The program while it runs. The window stands first; the database opens behind it."""

    def __init__(self, application: "Application", only_one: "OnlyOne", data: Path) -> None:
        from beroepentaal.ui.application import report_bugs
        from beroepentaal.ui.background import ThreadBackground
        from beroepentaal.ui.main_window import MainWindow
        from beroepentaal.ui.sound import DeviceSpeaker

        self._application = application
        self._only_one = only_one
        self._data = data
        self._keeping = ThreadBackground(application)
        self._sounding = ThreadBackground(application)
        self._speaker = DeviceSpeaker(self._sounding, application)
        self.window = MainWindow(self._speaker)
        self._database: Database | None = None
        self.journey: Journey | None = None
        self._exit_code = 0
        self._speaker.failed.connect(self.window.notify)
        self._speaker.unavailable.connect(
            lambda: self.window.notify("Deze computer heeft geen geluid. Je kunt verder met plaatjes en tekst.")
        )
        self._stop_reporting = report_bugs(data, self.window.notify)

    def run(self) -> int:
        self._only_one.listen(self.window.come_to_front)
        self.window.showMaximized()
        self._keeping.run(self._open_database, self._begin, self._refuse)
        self._application.exec()
        self.close()
        return self._exit_code

    def close(self) -> None:
        """Waits for what is still being written, then lets go of everything in the order in which it can."""
        self._speaker.close()
        self._keeping.finish()
        self._sounding.finish()
        self._stop_reporting()
        self._only_one.close()
        if self._database:
            self._database.close()

    def _open_database(self) -> "Database":
        from beroepentaal.store.database import open_database

        return open_database(self._data)

    def _begin(self, database: "Database") -> None:
        from beroepentaal.store.review_log import SqlReviewLog
        from beroepentaal.store.roster import SqlRoster
        from beroepentaal.ui.trainee.journey import Journey, Pictures

        self._database = database
        decks, log = deck_library(), SqlReviewLog(database)

        def open_practice(trainee: "Trainee") -> "Practice":
            from beroepentaal.classroom.practise import Practice
            from beroepentaal.classroom.school_day import school_day

            today = school_day(date.today().toordinal(), log.newest_day())
            return Practice(decks.deck(trainee.deck), trainee, log, today, random.Random())

        abouts, refused = decks.abouts()
        if refused and not abouts:
            self._refuse(refused[0])
            return
        for refusal in refused:
            self.window.notify(str(refusal))
        pictures = Pictures(PICTURES / "trainees", PICTURES)
        self.journey = Journey(self.window, self._speaker, self._keeping, pictures, SqlRoster(database), abouts, open_practice)
        self.journey.start()
        self._speaker.start(make_voices)

    def _refuse(self, refusal: Refusal) -> None:
        self._exit_code = 2
        if sys.stderr:
            print(refusal, file=sys.stderr, flush=True)
        self.window.show_refusal(str(refusal))
