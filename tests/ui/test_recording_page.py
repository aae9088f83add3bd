from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from recording_room import DECK, HEARING, Room, a_line, lines, spoken, take_of

from beroepentaal.classroom.ports import Part, Trouble
from beroepentaal.ui.instructor.recording import wording
from beroepentaal.ui.instructor.recording.line_list import LineList
from beroepentaal.ui.instructor.recording.presenter import Phase, RecordingPresenter
from beroepentaal.ui.instructor.recording.session import Mark
from beroepentaal.ui.instructor.recording.speak_panel import LOOKS, SpeakPanel
from beroepentaal.ui.instructor.recording.text_panel import BigText, Picture
from beroepentaal.ui.instructor.recording.view import RecordingPage
from beroepentaal.ui.main_window import MainWindow
from beroepentaal.ui.widgets.buttons import RoundButton
from beroepentaal.ui.widgets.level_meter import GOOD, LevelMeter
from beroepentaal.ui.widgets.page import Page

REFUSED = "De opname kan niet worden bewaard, want de map is alleen-lezen of de schijf is vol; maak ruimte."
LONGEST = {
    Phase.READY: wording.AGAIN,
    Phase.NO_MICROPHONE: wording.NO_MICROPHONE,
    Phase.OPENING: wording.WAIT,
    Phase.LISTENING: wording.SPEAK,
    Phase.WORKING: wording.WORKING,
    Phase.KEEPING: wording.WORKING,
    Phase.KEPT: wording.KEPT,
    Phase.TROUBLE: max(wording.TROUBLES.values(), key=len),
    Phase.NOT_KEPT: REFUSED,
}


class Booth(Room):
    """The page as it stands in the program, with someone at its keyboard."""

    def __init__(self, qtbot: QtBot, pictures: Path) -> None:
        super().__init__()
        self.qtbot = qtbot
        self.window = MainWindow(self.speaker)
        qtbot.addWidget(self.window)
        self.page = RecordingPage(pictures, self.window)
        self.window.add_page(self.page)
        self.presenter = presenter = RecordingPresenter(
            self.page,
            self.microphone,
            HEARING,
            self.clips,
            self.speaker,
            self.background,
            self.window.notify,
            self.leave,
            lambda: self.now,
        )
        self.page.spaceRequested.connect(presenter.on_space)
        self.page.againRequested.connect(presenter.on_again)
        self.page.listenRequested.connect(presenter.on_listen)
        self.page.previousRequested.connect(presenter.on_previous)
        self.page.nextRequested.connect(presenter.on_next)
        self.page.lineRequested.connect(presenter.on_choose)
        self.page.backRequested.connect(presenter.on_leave)
        self.window.resize(1000, 620)
        self.window.show()
        self.window.show_page(self.page)
        presenter.open(DECK, lines(4))
        QApplication.processEvents()

    @property
    def sentence(self) -> str:
        return self.page.findChild(SpeakPanel).sentence

    @property
    def text(self) -> str:
        return self.page.findChild(BigText).text

    @property
    def list(self) -> LineList:
        return self.page.findChild(LineList)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.windowHandle(), key)

    def hold(self, key: Qt.Key, text: str) -> None:
        """As a keyboard does: pressed, pressed again by itself, and let go."""
        for kind, again in (
            (QEvent.Type.KeyPress, False),
            *3 * [(QEvent.Type.KeyPress, True)],
            (QEvent.Type.KeyRelease, False),
        ):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, again)
            QApplication.sendEvent(self.window.windowHandle(), event)
            if kind is QEvent.Type.KeyPress and not again:
                self.microphone.get_ready()

    def button(self, words: str) -> QPushButton:
        return next(each for each in self.page.findChildren(QPushButton) if each.text().startswith(words))

    def record(self, word: str, trouble: Trouble | None = None) -> None:
        self.press(Qt.Key.Key_Space)
        self.microphone.hear(spoken(word, trouble))
        self.background.finish()


@pytest.fixture
def booth(qtbot: QtBot, tmp_path: Path) -> Booth:
    return Booth(qtbot, tmp_path)


def test_a_row_of_words_is_recorded_with_the_space_bar_alone(booth: Booth) -> None:
    for word in ("helm", "ladder", "wisselstroom", "nok"):
        booth.record(word)
    booth.press(Qt.Key.Key_Space)
    assert [said for _, said, _ in booth.clips.kept] == ["helm", "ladder", "wisselstroom", "nok"]
    assert booth.sentence == "Klaar: 4 opnamen."


def test_the_space_bar_presses_no_button_whichever_has_the_focus(booth: Booth) -> None:
    for button in booth.page.findChildren(QPushButton):
        if button.isEnabled() and button.isVisible():
            button.setFocus()
            before = len(booth.microphone.calls)
            booth.press(Qt.Key.Key_Space)
            assert len(booth.microphone.calls) == before + 1, button.text()
            booth.microphone.fail("Stekker los.")
    assert booth.left == 0


def test_the_space_bar_works_while_the_list_has_the_focus(booth: Booth) -> None:
    booth.list.setFocus()
    booth.record("helm")
    assert len(booth.clips.kept) == 1


@pytest.mark.parametrize("focused", ["", "Terug", "Overslaan"])
def test_a_space_bar_that_is_held_down_counts_once(booth: Booth, focused: str) -> None:
    if focused:
        booth.button(focused).setFocus()
    booth.hold(Qt.Key.Key_Space, " ")
    assert len(booth.microphone.calls) == 1
    assert booth.microphone.stopped == 0
    assert booth.left == 0
    assert booth.text == "de helm"


def test_enter_presses_the_button_that_has_the_focus(booth: Booth) -> None:
    booth.button("Overslaan").setFocus()
    booth.press(Qt.Key.Key_Return)
    assert booth.text == "de ladder"


def test_a_button_that_is_clicked_and_goes_out_does_not_hand_the_focus_to_its_neighbour(booth: Booth) -> None:
    main = booth.button("Neem op")
    main.setFocus()
    booth.qtbot.mouseClick(main, Qt.MouseButton.LeftButton)
    assert not main.isEnabled()
    assert booth.page.hasFocus()


def test_everything_has_a_key(booth: Booth) -> None:
    booth.press(Qt.Key.Key_L)
    assert booth.speaker.said[-1] == "de helm"
    booth.press(Qt.Key.Key_Right)
    booth.press(Qt.Key.Key_Down)
    assert booth.text == "de wisselstroom"
    booth.press(Qt.Key.Key_Left)
    booth.press(Qt.Key.Key_Up)
    assert booth.text == "de helm"
    booth.press(Qt.Key.Key_R)
    assert len(booth.microphone.calls) == 1
    booth.press(Qt.Key.Key_Escape)
    assert booth.left == 1


def test_a_key_on_another_page_records_nothing(booth: Booth) -> None:
    other = Page()
    booth.window.add_page(other)
    booth.window.show_page(other)
    booth.press(Qt.Key.Key_Space)
    booth.press(Qt.Key.Key_R)
    assert booth.microphone.calls == []


def test_outside_the_page_the_space_bar_does_what_it_does_everywhere(booth: Booth) -> None:
    booth.window.notify("De schijf is bijna vol.")
    close = next(each for each in booth.window.findChildren(RoundButton) if each.accessibleName() == "Weg")
    close.setFocus()
    booth.press(Qt.Key.Key_Space)
    assert not close.isVisible()
    assert booth.microphone.calls == []


def test_a_word_in_the_list_is_chosen_by_a_click(booth: Booth) -> None:
    place = booth.list.visualItemRect(booth.list.item(2)).center()
    booth.qtbot.mouseClick(booth.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert booth.text == "de wisselstroom"


def test_the_list_shows_where_one_is_and_what_is_done(booth: Booth) -> None:
    booth.record("helm")
    booth.press(Qt.Key.Key_Right)
    booth.press(Qt.Key.Key_Right)
    spoken_list = [booth.list.item(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(4)]
    assert spoken_list == [
        "de helm, opgenomen",
        "de ladder, overgeslagen",
        "de wisselstroom, nog te doen",
        "de nok, nog te doen",
    ]
    assert booth.list.currentRow() == 2
    assert [booth.list.item(place).font().bold() for place in range(4)] == [False, False, True, False]


def test_marks_differ_by_more_than_colour(booth: Booth) -> None:
    signs = []
    for mark in Mark:
        booth.page.mark(0, mark)
        signs.append(booth.list.item(0).icon().pixmap(24).toImage().createAlphaMask().bits().tobytes())
    assert len(set(signs)) == len(Mark)


def test_listening_differs_from_all_other_phases_by_more_than_colour() -> None:
    others = {(look.sign, look.filled) for phase, look in LOOKS.items() if phase is not Phase.LISTENING}
    assert (LOOKS[Phase.LISTENING].sign, LOOKS[Phase.LISTENING].filled) not in others


def test_at_the_end_the_page_names_what_was_skipped(booth: Booth) -> None:
    booth.record("helm")
    for _ in range(4):
        booth.press(Qt.Key.Key_Right)
    assert booth.text == "Overgeslagen: de ladder, de wisselstroom, de nok"
    assert booth.button("Neem op wat is overgeslagen").isVisible()


def test_at_the_end_of_a_thousand_not_all_are_named(booth: Booth) -> None:
    booth.page.show_end(wording.end(1, 1253), [f"woord {place}" for place in range(1253)])
    assert booth.text.endswith("woord 11 en nog 1.241")


def test_a_word_shows_its_picture_and_leaves_no_hole_without_one(booth: Booth, tmp_path: Path) -> None:
    picture = booth.page.findChild(Picture)
    assert not picture.isVisible()
    (tmp_path / DECK.id).mkdir()
    (tmp_path / DECK.id / "helm.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0H4V4Z"/></svg>'
    )
    line = a_line("helm")
    booth.page.show_line(0, replace(line, term=replace(line.term, picture="weg.svg")))
    assert not picture.isVisible()
    booth.page.show_line(0, replace(line, term=replace(line.term, picture="helm.svg")))
    assert picture.isVisible()
    assert picture.grab().toImage().pixelColor(picture.width() // 2 + 9, picture.height() // 2).lightness() < 100


def test_a_sentence_shows_the_word_it_belongs_to(booth: Booth) -> None:
    booth.page.show_line(0, a_line("helm", Part.SENTENCE))
    assert booth.text == "Pak de helm."
    assert "Bij: de helm" in [label.text() for label in booth.page.findChildren(QLabel)]


@pytest.mark.parametrize("size", [(1000, 620), (1366, 768), (3840, 2160)])
def test_no_words_are_cut_off_and_nothing_moves_whatever_the_phase(booth: Booth, size: tuple[int, int]) -> None:
    booth.window.resize(*size)
    places = set()
    for phase, sentence in LONGEST.items():
        booth.page.show_take(take_of(spoken("helm")) if phase is Phase.KEPT else None)
        booth.page.show_phase(phase, sentence)
        booth.page.show_time_left("nog minder dan een minuut")
        booth.page.show_lines("Medewerker onderhoud en techniek", lines(4) * 300)
        booth.page.show_line(1199, lines(4)[3])
        QApplication.processEvents()
        assert (booth.window.width(), booth.window.height()) == size
        for label in booth.page.findChildren(QLabel):
            assert label.heightForWidth(label.width()) <= label.height() or not label.wordWrap(), label.text()
            assert label.sizeHint().width() <= label.width() or label.wordWrap(), label.text()
        for button in booth.page.findChildren(QPushButton):
            assert button.sizeHint().width() <= button.width(), button.text()
        places.add(str(booth.page.findChild(SpeakPanel).geometry()) + str(booth.list.geometry()))
    assert len(places) == 1


def test_a_very_long_sentence_stays_on_its_card(booth: Booth) -> None:
    big = booth.page.findChild(BigText)
    big.show_text("levensgevaarlijk " * 12)
    QApplication.processEvents()
    image = big.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 0)
    edges = [image.pixelColor(x, y) for x in range(image.width()) for y in (0, image.height() - 1)]
    edges += [image.pixelColor(image.width() - 1, y) for y in range(image.height())]
    assert all(colour == ground for colour in edges)


def test_all_controls_have_names_for_a_screen_reader(booth: Booth) -> None:
    for phase in Phase:
        booth.page.show_phase(phase, "Iets.")
        for control in booth.page.findChildren(QPushButton):
            assert control.accessibleName() == control.text() != ""
    assert booth.list.accessibleName()
    assert booth.page.findChild(LevelMeter).accessibleName()


@pytest.fixture
def meter(qtbot: QtBot) -> Iterator[LevelMeter]:
    page = Page()
    qtbot.addWidget(page)
    meter = LevelMeter(page)
    meter.resize(400, meter.sizeHint().height())
    yield meter
    page.close()


@pytest.mark.parametrize(("level", "word"), [(0.2, "te zacht"), (sum(GOOD) / 2, "goed"), (0.95, "te hard"), (1.0, "te hard")])
def test_the_meter_says_in_a_word_how_loud_it_was(meter: LevelMeter, level: float, word: str) -> None:
    meter.show_level(level)
    meter.show_level(0.0)
    assert meter.accessibleDescription() == word
    meter.clear()
    assert (meter.accessibleDescription(), meter.loudest) == ("", 0.0)


def test_the_meter_moves_with_the_voice(meter: LevelMeter) -> None:
    def drawn() -> bytes:
        image = meter.grab().toImage()  # held while its bits are read
        return bytes(image.constBits())

    still = drawn()
    meter.show_level(0.6)
    loud = drawn()
    for _ in range(5):
        meter.show_level(0.1)
    softer = drawn()
    meter.clear()
    assert still == drawn()
    assert len({still, loud, softer}) == 3
