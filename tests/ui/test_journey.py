import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from screen_fakes import AtOnce, FakeMicrophone, MemoryLog, MemoryRoster, RecordingSpeaker

from beroepentaal.bootstrap import PICTURES, deck_library
from beroepentaal.classroom.ports import Hearing, Sound, Take, Trainee
from beroepentaal.classroom.practise import Practice
from beroepentaal.classroom.school_day import school_day
from beroepentaal.learning.exercises import Form, Means
from beroepentaal.ui.main_window import MainWindow
from beroepentaal.ui.trainee.journey import Journey, Pictures
from beroepentaal.ui.trainee.practice.own_voice import Saying
from beroepentaal.ui.trainee.practice.view import FORMS, PracticePage
from beroepentaal.ui.widgets.buttons import RoundButton
from beroepentaal.ui.widgets.spoken_label import SpokenAction, SpokenLabel
from beroepentaal.ui.widgets.tiles import AvatarTile, Tile

TODAY = 738_000


class _DeafEar:
    has_begun = has_ended = False

    def hear(self, samples: bytes) -> None:
        pass


class Classroom:
    """The whole program on the screen, with a roster and a log in memory."""

    def __init__(self, qtbot: QtBot, speaker: RecordingSpeaker | None = None, *, microphone: bool = True) -> None:
        self.qtbot = qtbot
        self.speaker = speaker or RecordingSpeaker()
        self.roster, self.log = MemoryRoster(), MemoryLog()
        self.today = TODAY
        self.window = MainWindow(self.speaker)
        qtbot.addWidget(self.window)
        decks = deck_library()

        def open_practice(trainee: Trainee) -> Practice:
            today = school_day(self.today, self.log.newest_day())
            return Practice(decks.deck(trainee.deck), trainee, self.log, today, random.Random(1), Means(forms=FORMS))

        pictures = Pictures(PICTURES / "trainees", PICTURES)
        self.microphone = FakeMicrophone(is_available=microphone)
        hearing = Hearing(_DeafEar, lambda sound: Take(sound, (0.5,) * 50, (None,) * 50, None), lambda _sound: 0.5)
        saying = Saying(self.microphone, hearing, lambda _utterance: Sound(b"\0" * 24_000, 24_000))
        self.journey = Journey(
            self.window, self.speaker, AtOnce(), pictures, self.roster, decks.abouts()[0], open_practice, saying
        )
        self.window.show()
        self.journey.start()

    def on_page(self, kind: type[QWidget]) -> list[QWidget]:
        QApplication.processEvents()
        return [widget for widget in self.window.findChildren(kind) if widget.isVisible()]

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key)

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def enrol(self, language: str = "ar") -> None:
        self.click(self.on_page(AvatarTile)[0])
        names = {"ar": "العربية", "ti": "ትግርኛ", "en": "English"}
        for choice in (names[language], "Zonnepaneelmonteur"):
            self.click(next(tile for tile in self.on_page(Tile) if tile.accessibleName() == choice))

    def begin(self) -> None:
        self.click(next(button for button in self.on_page(QPushButton) if button.text() == "Begin"))

    @property
    def practice(self) -> PracticePage:
        return self.journey.practice


@pytest.fixture
def classroom(qtbot: QtBot) -> Classroom:
    return Classroom(qtbot)


def test_from_the_start_to_the_first_spoken_word_takes_four_clicks_and_no_key(classroom: Classroom) -> None:
    classroom.enrol()
    classroom.begin()
    assert classroom.practice.isVisible()
    assert classroom.speaker.said[-2:] == ["de helm", "Zonder helm kom je de bouwplaats niet op."]


def test_who_comes_back_is_asked_nothing_but_who_he_is(classroom: Classroom) -> None:
    classroom.enrol()
    classroom.journey.start()
    tiles = classroom.on_page(AvatarTile)
    assert len(tiles) == 1
    classroom.click(tiles[0])
    assert classroom.journey.home.isVisible()


def test_a_picture_that_someone_has_is_not_offered_in_the_same_colour(classroom: Classroom) -> None:
    classroom.enrol()
    chosen = classroom.roster.here[0]
    classroom.journey.start()
    classroom.journey._sign_in.on_new()
    offered = {(tile._picture.stem, tile._ground.name().upper()) for tile in classroom.on_page(AvatarTile)}
    assert len(offered) == len(list((PICTURES / "trainees").glob("*.svg")))
    from beroepentaal.ui.theme import AVATAR_GROUNDS

    assert (chosen.picture, AVATAR_GROUNDS[chosen.colour]) not in offered


def test_the_tab_key_reaches_the_trainees_before_the_gear_of_the_instructor(classroom: Classroom) -> None:
    tiles = classroom.on_page(AvatarTile)
    reached = [classroom.journey.sign_in.nextInFocusChain()]
    while reached[-1] is not classroom.journey.sign_in:
        reached.append(reached[-1].nextInFocusChain())
    gear = next(button for button in classroom.on_page(RoundButton) if button.accessibleName() == "Voor de docent")
    assert reached.index(gear) > max(reached.index(tile) for tile in tiles)


def test_from_home_one_looks_up_words_and_comes_back(classroom: Classroom) -> None:
    classroom.enrol()
    classroom.click(next(button for button in classroom.on_page(QPushButton) if button.text() == "Woorden"))
    assert classroom.journey.words.isVisible()
    assert classroom.journey.words.layoutDirection() == Qt.LayoutDirection.RightToLeft
    classroom.journey.words.leaveRequested.emit()
    assert classroom.journey.home.isVisible()


def test_arabic_turns_the_page_and_dutch_turns_it_back(classroom: Classroom) -> None:
    classroom.enrol("ar")
    assert classroom.journey.home.layoutDirection() == Qt.LayoutDirection.RightToLeft
    classroom.journey.start()
    assert classroom.journey.sign_in.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_tigrinya_is_set_larger(classroom: Classroom) -> None:
    classroom.enrol("ti")
    classroom.begin()
    gloss = next(label for label in classroom.on_page(QLabel) if label.text() == "ሄልመት")
    assert gloss.font().pointSizeF() > 26


def test_a_translation_that_nobody_checked_says_so(classroom: Classroom) -> None:
    classroom.enrol("ar")
    classroom.begin()
    assert "niet nagekeken" in [label.text() for label in classroom.on_page(QLabel)]


def test_a_whole_session_goes_by_keyboard_alone(classroom: Classroom) -> None:
    classroom.enrol("en")
    classroom.press(Qt.Key.Key_Return)
    assert classroom.practice.isVisible()
    seconds = iter(range(0, 100_000, 15))
    classroom.journey._practice._clock = lambda: float(next(seconds))
    for _ in range(200):
        if not classroom.practice.isVisible():
            break
        match classroom.practice._question.exercise.form:
            case Form.MEET:
                classroom.press(Qt.Key.Key_Return)
            case Form.HEAR_CHOOSE_PICTURE:
                classroom.press(Qt.Key.Key_1)
                classroom.press(Qt.Key.Key_Return)
            case Form.PICTURE_CHOOSE_WORD:
                classroom.press(Qt.Key.Key_2)
                classroom.press(Qt.Key.Key_Return)
                classroom.press(Qt.Key.Key_Return)
            case Form.PICTURE_SAY:
                classroom.press(Qt.Key.Key_Return)
                classroom.press(Qt.Key.Key_1)
    assert classroom.journey.done.isVisible()
    assert len(classroom.log.kept) > 20
    classroom.press(Qt.Key.Key_Return)
    assert classroom.journey.home.isVisible()


def test_space_says_the_word_again(classroom: Classroom) -> None:
    classroom.enrol("en")
    classroom.begin()
    said = len(classroom.speaker.said)
    classroom.press(Qt.Key.Key_Space)
    assert classroom.speaker.said[said:] == ["de helm"]


def test_tomorrow_goes_on_where_today_stopped(classroom: Classroom) -> None:
    classroom.enrol("en")
    classroom.begin()
    classroom.press(Qt.Key.Key_Return)
    classroom.press(Qt.Key.Key_Escape)
    classroom.today += 1
    classroom.journey.start()
    classroom.click(classroom.on_page(AvatarTile)[0])
    classroom.begin()
    assert classroom.practice._question.exercise.term.id == "helm"
    assert classroom.practice._question.exercise.form is not Form.MEET


def test_a_clock_that_fell_back_is_told_and_the_newest_day_counts(classroom: Classroom) -> None:
    classroom.enrol("en")
    classroom.begin()
    classroom.press(Qt.Key.Key_Return)
    classroom.press(Qt.Key.Key_Escape)
    classroom.today -= 400
    classroom.journey.start()
    classroom.click(classroom.on_page(AvatarTile)[0])
    assert any("klok van deze computer loopt achter" in label.text() for label in classroom.on_page(QLabel))
    classroom.begin()
    classroom.press(Qt.Key.Key_Return)
    classroom.press(Qt.Key.Key_1)
    assert {review.day for review in classroom.log.kept} == {TODAY}


def test_a_full_disk_is_told_when_a_new_trainee_cannot_be_kept(classroom: Classroom) -> None:
    classroom.roster.full = True
    classroom.enrol("en")
    assert "De schijf is vol." in [label.text() for label in classroom.on_page(QLabel)]
    assert classroom.journey.sign_in.isVisible()


def test_without_sound_the_word_is_written_where_it_would_be_heard(qtbot: QtBot) -> None:
    classroom = Classroom(qtbot, RecordingSpeaker(is_available=False))
    classroom.enrol("en")
    classroom.begin()
    while classroom.practice._question.exercise.form is Form.MEET:
        classroom.press(Qt.Key.Key_Return)
    asked = classroom.practice._question.exercise.term
    assert asked.with_article in [label.text() for label in classroom.on_page(QLabel)]


def visit_every_page(classroom: Classroom) -> Iterator[str]:
    yield "pictures"
    classroom.enrol("ar")
    classroom.journey.start()
    yield "who"
    classroom.click(classroom.on_page(AvatarTile)[0])
    yield "home"
    classroom.begin()
    seen: set[Form] = set()
    for _ in range(60):
        exercise = classroom.practice._question.exercise
        if exercise.form not in seen:
            yield exercise.form
        seen.add(exercise.form)
        if exercise.form.has_choices:
            classroom.journey._practice.on_choose(exercise.term)
            if exercise.form is Form.PICTURE_CHOOSE_WORD:  # a chosen word is first heard, then confirmed
                classroom.journey._practice.on_continue()
            yield f"{exercise.form}, answered"
        if exercise.form is Form.PICTURE_SAY:
            classroom.journey._practice.on_continue()
            yield "revealed"
            classroom.journey._practice.on_knew(True)
        else:
            classroom.journey._practice.on_continue()
        if seen == FORMS:
            break
    classroom.journey._done.open(classroom.journey._practice._practice)
    classroom.window.show_page(classroom.journey.done)
    yield "done"


def test_every_control_on_every_page_has_a_name_and_is_large_enough_to_hit(classroom: Classroom) -> None:
    for page in visit_every_page(classroom):
        for button in classroom.on_page(QAbstractButton):
            assert button.accessibleName() or button.text(), (page, button)
            assert min(button.width(), button.height()) >= 64, (page, button.accessibleName(), button.size())


def test_every_label_on_every_page_can_be_heard(classroom: Classroom) -> None:
    for page in visit_every_page(classroom):
        for label in classroom.on_page(SpokenLabel):
            assert label.speaker.isVisible(), page
            classroom.speaker.said.clear()
            label.speaker.click()
            assert classroom.speaker.said, (page, label.label.text())
        for action in classroom.on_page(SpokenAction):
            classroom.speaker.said.clear()
            action.findChild(RoundButton).click()
            assert classroom.speaker.said == [action.button.text()], page


@pytest.mark.parametrize("size", [(1024, 640), (1024, 768), (1920, 1080)])
def test_nothing_is_cut_off_on_old_and_new_screens(qtbot: QtBot, size: tuple[int, int]) -> None:
    classroom = Classroom(qtbot)
    classroom.window.resize(*size)
    for page in visit_every_page(classroom):
        QApplication.processEvents()
        frame = classroom.window.rect()
        for button in classroom.on_page(QPushButton) + classroom.on_page(RoundButton):
            if any(parent.objectName() == "qt_scrollarea_viewport" for parent in ancestors(button)):
                continue
            corner = button.mapTo(classroom.window, button.rect().bottomRight())
            assert frame.contains(corner), (page, button.accessibleName())


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    while (parent := widget.parentWidget()) is not None:
        yield parent
        widget = parent


def test_pictures_of_every_trainee_exist(tmp_path: Path) -> None:
    assert len(list((PICTURES / "trainees").glob("*.svg"))) >= 40


def test_a_question_never_shows_its_answer(classroom: Classroom) -> None:
    for page in visit_every_page(classroom):
        if page in (Form.PICTURE_CHOOSE_WORD, Form.PICTURE_SAY):
            term = classroom.practice._question.exercise.term
            shown = [label.text() for label in classroom.on_page(QLabel)]
            shown += [button.accessibleName() for button in classroom.on_page(QAbstractButton)]
            assert not [text for text in shown if term.with_article in text], page
