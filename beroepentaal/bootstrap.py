"""The only file that knows every room: builds the parts and connects them."""

import os
import random
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from beroepentaal.refusal import Refusal

if TYPE_CHECKING:  # imported where they are used, so that the window need not wait for what it does not show
    from beroepentaal.classroom.ports import Ear, Hearing, ReviewLog, Roster, Sound, Take, Trainee, Utterance, Voices
    from beroepentaal.classroom.practise import Practice
    from beroepentaal.classroom.voicing import Studio
    from beroepentaal.decks import Deck
    from beroepentaal.decks.library import DeckLibrary
    from beroepentaal.learning.exercises import Means
    from beroepentaal.learning.forecast import Group
    from beroepentaal.speech.clip_checks import ClipReport
    from beroepentaal.speech.clips import ClipLibrary
    from beroepentaal.store.database import Database
    from beroepentaal.ui.application import Application, OnlyOne
    from beroepentaal.ui.instructor.workshop import Workshop
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


def own_pictures(data: Path) -> Path:
    """Where this PC keeps the photos that take the place of drawings."""
    return data / "pictures"


def clip_library(data: Path, into: Path | None = None) -> "ClipLibrary":
    """The clips that this PC made, or those in another folder, before those that came with the program."""
    from beroepentaal.speech.clips import ClipLibrary

    return ClipLibrary(into or data / "audio", AUDIO)


def make_voices(clips: "ClipLibrary") -> "Voices":
    from beroepentaal.speech.voices import Ladder

    return Ladder(clips)


def make_studio(data: Path, clips: "ClipLibrary") -> "Studio":
    from beroepentaal.speech.studio import VoiceStudio

    return VoiceStudio(clips, data / "voices")


def check_clips(deck: "Deck", clips: "ClipLibrary") -> "ClipReport":
    from beroepentaal.speech.clip_checks import check_clips

    return check_clips(deck, clips)


def write_contact_sheet(file: Path, deck: "Deck", pictures: Path) -> int:
    from beroepentaal.ui.application import without_a_screen
    from beroepentaal.ui.paper.contact_sheet import write_contact_sheet

    with without_a_screen():
        return write_contact_sheet(file, deck, pictures)


def make_hearing() -> "Hearing":
    """Brings numpy only when something is heard."""
    from beroepentaal.classroom.ports import Hearing

    def new_ear() -> "Ear":
        from beroepentaal.speech.takes import WordEar

        return WordEar()

    def take_of(sound: "Sound") -> "Take":
        from beroepentaal.speech.takes import take_of

        return take_of(sound)

    def level(sound: "Sound") -> float:
        from beroepentaal.speech.takes import level

        return level(sound)

    return Hearing(new_ear, take_of, level)


def run_app(data: Path) -> int:
    """Opens the program and returns its exit code when the window has closed: 2 if it could not start."""
    from beroepentaal.ui.application import Application, OnlyOne

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy would keep memory ready for each core, and none is needed
    application = Application()
    only_one = OnlyOne(data)
    if only_one.found_another():
        return 0
    return App(application, only_one, data).run()


class WhenOpen:
    """Stands in for a part of the store until the database is open; only the background thread asks it for anything."""

    def __init__(self, part: Callable[[], object]) -> None:
        self._part = part

    def __getattr__(self, name: str) -> Any:
        return getattr(self._part(), name)


class App:
    """The program while it runs. The first page stands before anything slow begins; the database opens behind it."""

    def __init__(self, application: "Application", only_one: "OnlyOne", data: Path) -> None:
        from beroepentaal.ui.application import report_bugs
        from beroepentaal.ui.background import ThreadBackground
        from beroepentaal.ui.main_window import MainWindow
        from beroepentaal.ui.microphone import DeviceMicrophone
        from beroepentaal.ui.sound import DeviceSpeaker

        self._application = application
        self._only_one = only_one
        self._data = data
        self._clips = clip_library(data)
        self._keeping = ThreadBackground(application)
        self._sounding = ThreadBackground(application)
        self._thinking = ThreadBackground(application)
        self._speaker = DeviceSpeaker(self._sounding, application)
        self._hearing = make_hearing()
        self._microphone = DeviceMicrophone(self._hearing, application)
        self.window = MainWindow(self._speaker)
        self._database: Database | None = None
        self._roster = cast("Roster", WhenOpen(self._open_roster))
        self._log = cast("ReviewLog", WhenOpen(self._open_log))
        self.journey: Journey | None = None
        self.workshop: Workshop | None = None
        self._studio: Studio | None = None
        self._rendering: ThreadBackground | None = None
        self._first_look: list[Trainee] | None = None
        self._exit_code = 0
        self._groups: dict[str, Group] = {}
        """By deck, what its trainees on this PC show of how they forget; learned once a run, behind the first practice."""
        self._speaker.failed.connect(self.window.notify)
        self._speaker.unavailable.connect(
            lambda: self.window.notify("Deze computer heeft geen geluid. Je kunt verder met plaatjes en tekst.")
        )
        self._stop_reporting = report_bugs(data, self.window.notify)

    def run(self) -> int:
        self._only_one.listen(self.window.come_to_front)
        self.window.showMaximized()
        self._start_journey()
        self._application.after_first_paint(self._open)
        self._application.exec()
        self.close()
        return self._exit_code

    def close(self) -> None:
        """Waits for what is still being written, then lets go of everything in the order in which it can."""
        self._microphone.cancel()
        self._speaker.close()
        if self.workshop and self._studio and self._rendering:
            self.workshop.close()
            self._studio.close()
            self._rendering.finish()
        self._keeping.finish()
        self._sounding.finish()
        self._thinking.finish()
        self._stop_reporting()
        self._only_one.close()
        if self._database:
            self._database.close()

    def _start_journey(self) -> None:
        from beroepentaal.store.first_look import trainees_at_first_look
        from beroepentaal.ui.trainee.journey import Journey, Pictures
        from beroepentaal.ui.trainee.practice.own_voice import Saying

        decks = deck_library()
        abouts, refused = decks.abouts()
        if refused and not abouts:
            self._refuse(refused[0])
            return
        for refusal in refused:
            self.window.notify(str(refusal))

        def open_practice(trainee: "Trainee") -> "Practice":
            from beroepentaal.classroom.practise import Practice
            from beroepentaal.classroom.school_day import school_day
            from beroepentaal.decks.own_pictures import with_own_pictures
            from beroepentaal.learning.exercises import Means
            from beroepentaal.ui.trainee.practice.view import FORMS

            today = school_day(date.today().toordinal(), self._log.newest_day())
            means = Means(sound=self._speaker.is_available, forms=FORMS)
            deck = with_own_pictures(decks.deck(trainee.deck), own_pictures(self._data))
            practice = Practice(deck, trainee, self._log, today, random.Random(), means, self._groups.get(deck.id))
            self._learn_from_group(deck, means)
            return practice

        pictures = Pictures(PICTURES / "trainees", PICTURES)

        def model(utterance: "Utterance") -> "Sound":
            voices = make_voices(self._clips)
            return voices.clip(utterance) or voices.live(utterance)

        self.journey = Journey(
            self.window,
            self._speaker,
            self._keeping,
            pictures,
            self._roster,
            abouts,
            open_practice,
            Saying(self._microphone, self._hearing, model),
        )
        self.journey.sign_in.instructorRequested.connect(self._open_workshop)
        self._first_look = trainees_at_first_look(self._data)
        if self._first_look is not None:
            self.journey.start(self._first_look)

    def _open_workshop(self) -> None:
        """Builds the instructor's pages when somebody wants them for the first time."""
        if not self.workshop and self.journey:
            from beroepentaal.speech.incoming import IncomingSounds
            from beroepentaal.ui.background import ThreadBackground
            from beroepentaal.ui.instructor.pictures.loaded_photo import PhotoFolder
            from beroepentaal.ui.instructor.workshop import SoundRoom, Workshop

            decks = deck_library()
            self._studio = make_studio(self._data, self._clips)
            room = SoundRoom(self._clips, self._studio, IncomingSounds(), self._microphone, self._hearing)
            self._rendering = ThreadBackground(self._application)
            self.workshop = Workshop(
                self.window,
                self._speaker,
                self._thinking,
                self._rendering,
                PICTURES,
                decks.abouts()[0],
                decks.deck,
                room,
                PhotoFolder(own_pictures(self._data)),
                self.journey.start,
            )
        if self.workshop:
            self.workshop.open()

    def _open(self) -> None:
        """Opens the database and wakes the voices up, both away from the screen."""
        if self.journey:
            self._keeping.run(self._open_database, lambda _: self._on_opened(), self._refuse)
            self._speaker.start(lambda: make_voices(self._clips))

    def _open_database(self) -> None:
        from beroepentaal.store.database import open_database

        self._database = open_database(self._data)

    def _learn_from_group(self, deck: "Deck", means: "Means") -> None:
        from beroepentaal.learning.forecast import Group
        from beroepentaal.learning.group import MOST_TRAINEES, group_of

        if deck.id in self._groups:
            return
        self._groups[deck.id] = Group()
        trainees = [trainee for trainee in self._roster.trainees() if trainee.deck == deck.id]
        logs = [self._log.reviews(trainee, deck.id) for trainee in trainees[-MOST_TRAINEES:]]
        self._thinking.run(
            lambda: group_of(deck.core, logs, means), lambda group: self._groups.update({deck.id: group}), self._refuse
        )

    def _on_opened(self) -> None:
        if self.journey and self._first_look is None:
            self.journey.start()

    def _open_roster(self) -> "Roster":
        from beroepentaal.store.roster import SqlRoster

        return SqlRoster(self._opened())

    def _open_log(self) -> "ReviewLog":
        from beroepentaal.store.review_log import SqlReviewLog

        return SqlReviewLog(self._opened())

    def _opened(self) -> "Database":
        if not self._database:
            raise Refusal("De gegevens van deze computer zijn niet open; start BeroepenTaal opnieuw.")
        return self._database

    def _refuse(self, refusal: Refusal) -> None:
        self._exit_code = 2
        if sys.stderr:
            print(refusal, file=sys.stderr, flush=True)
        self.window.show_refusal(str(refusal))
