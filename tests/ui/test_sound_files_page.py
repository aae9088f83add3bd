from collections.abc import Iterator
from pathlib import Path

import pytest
from desk_looks import assert_every_control_is_named_and_large_enough, assert_nothing_is_cut_off
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot
from screen_fakes import Later, RecordingSpeaker
from sound_file_fakes import TRADE, FakeFiles, a_list, files
from voice_fakes import MemoryClips, deck, term

from beroepentaal.classroom.ports import Part, Trouble, said
from beroepentaal.classroom.voicing import RECORDED
from beroepentaal.decks import Deck
from beroepentaal.ui.application import Application
from beroepentaal.ui.background import ThreadBackground
from beroepentaal.ui.instructor.sound_files.drop_area import FilePanel
from beroepentaal.ui.instructor.sound_files.presenter import SoundFilesPresenter
from beroepentaal.ui.instructor.sound_files.view import SoundFilesPage
from beroepentaal.ui.instructor.sound_files.wording import reading
from beroepentaal.ui.main_window import MainWindow
from beroepentaal.ui.ports import Background

LOOSE, SPOKEN = 0, 1
LONG = deck("dak", *(term(f"veiligheidsvoorschriftenboekje{number}", number) for number in range(1, 51)))


def connect(page: SoundFilesPage, presenter: SoundFilesPresenter) -> None:
    page.backRequested.connect(presenter.on_leave)
    page.loose.filesRequested.connect(presenter.loose.on_files)
    page.loose.assignRequested.connect(presenter.loose.on_assign)
    page.loose.tickRequested.connect(presenter.loose.on_choose)
    page.loose.playRequested.connect(presenter.loose.on_play)
    page.loose.keepRequested.connect(presenter.loose.on_keep)
    page.spoken.filesRequested.connect(presenter.spoken.on_files)
    page.spoken.whatRequested.connect(presenter.spoken.on_what)
    page.spoken.rowRequested.connect(presenter.spoken.on_row)
    page.spoken.playRequested.connect(presenter.spoken.on_play)
    page.spoken.joinRequested.connect(presenter.spoken.on_join)
    page.spoken.splitRequested.connect(presenter.spoken.on_split)
    page.spoken.leaveOutRequested.connect(presenter.spoken.on_leave_out)
    page.spoken.skipRequested.connect(presenter.spoken.on_skip)
    page.spoken.undoRequested.connect(presenter.spoken.on_undo)
    page.spoken.redoRequested.connect(presenter.spoken.on_redo)
    page.spoken.keepRequested.connect(presenter.spoken.on_keep)


class Desk:
    """The page in the window with its presenter, opened."""

    def __init__(self, qtbot: QtBot, deck: Deck = TRADE, background: Background | None = None) -> None:
        self.qtbot = qtbot
        self.window = MainWindow(RecordingSpeaker())
        qtbot.addWidget(self.window)
        self.page = SoundFilesPage(self.window)
        self.window.add_page(self.page)
        self.files, self.clips, self.speaker = FakeFiles(), MemoryClips(), RecordingSpeaker()
        self.later = Later()
        self.left = 0
        self.presenter = SoundFilesPresenter(
            self.page, self.files, self.clips, self.speaker, background or self.later, self.window.notify, self.leave
        )
        connect(self.page, self.presenter)
        self.window.show()
        self.window.show_page(self.page)
        self.presenter.open(deck)
        self.settle()

    def leave(self) -> None:
        self.left += 1

    def settle(self) -> None:
        self.later.finish()
        QApplication.processEvents()

    def turn_to(self, tab: int) -> None:
        self.page.findChild(QTabBar).setCurrentIndex(tab)
        QApplication.processEvents()

    def bring(self, *names: str) -> None:
        self.turn_to(LOOSE)
        self.page.loose.filesRequested.emit(files(*names))
        self.settle()

    def bring_list(self, count: int) -> None:
        self.turn_to(SPOKEN)
        self.files.spoken = a_list(count)
        self.page.spoken.filesRequested.emit(files("lijst.wav"))
        self.settle()

    @property
    def panel(self) -> FilePanel:
        return self.page.loose if self.page.loose.isVisible() else self.page.spoken

    @property
    def table(self) -> QTableView:
        return self.panel.findChild(QTableView)

    def cells(self, row: int) -> list[str]:
        model = self.table.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.index(row, column).data(role) for column in range(model.columnCount())]

    def named(self, name: str) -> QWidget:
        QApplication.processEvents()
        shown = [widget for widget in self.page.findChildren(QWidget) if widget.isVisible()]
        return next(widget for widget in shown if widget.accessibleName() == name)

    def button(self, start: str) -> QAbstractButton:
        QApplication.processEvents()
        shown = [button for button in self.page.findChildren(QAbstractButton) if button.isVisible()]
        return next(button for button in shown if (button.accessibleName() or button.text()).startswith(start))

    def click(self, start: str) -> None:
        self.qtbot.mouseClick(self.button(start), Qt.MouseButton.LeftButton)
        self.settle()

    def click_cell(self, row: int, column: int) -> None:
        place = self.table.visualRect(self.table.model().index(row, column)).center()
        self.qtbot.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key, modifier)
            self.settle()

    def drop(self, *paths: Path | str) -> None:
        data = QMimeData()
        data.setUrls([QUrl(path) if isinstance(path, str) else QUrl.fromLocalFile(str(path)) for path in paths])
        place, action, button, held = (
            QPoint(50, 50),
            Qt.DropAction.CopyAction,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier(0),
        )
        enter = QDragEnterEvent(place, action, data, button, held)
        enter.ignore()
        QApplication.sendEvent(self.panel, enter)
        if enter.isAccepted():
            QApplication.sendEvent(self.panel, QDropEvent(QPointF(place), action, data, button, held))
        self.settle()

    def says(self, text: str) -> bool:
        QApplication.processEvents()
        return any(text in label.text() for label in self.window.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_files_that_are_dropped_on_the_page_stand_in_the_table(desk: Desk) -> None:
    assert desk.says("Sleep geluidsbestanden of een map hierheen")
    desk.drop(*(path.absolute() for path in files("woord1.wav", "woord2 zin.wav", "maandag kopie.wav")))
    assert [desk.cells(row) for row in range(3)] == [
        ["hoor", "gaat niet mee", "maandag kopie.wav", "?", "woord", "welk woord is dit?"],
        ["hoor", "gaat mee", "woord1.wav", "de woord1", "woord", "goed"],
        ["hoor", "gaat mee", "woord2 zin.wav", "Pak de woord2.", "zin", "goed"],
    ]
    assert desk.says("3 bestanden, 1 niet zeker.")


def test_what_is_no_file_of_this_pc_is_not_taken(desk: Desk) -> None:
    desk.drop("https://voorbeeld.nl/helm.wav")
    assert desk.says("Sleep geluidsbestanden of een map hierheen")


def test_files_are_chosen_from_those_that_can_be_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def choose(_parent: QWidget, title: str, _folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(kinds)
        return [str(path) for path in files("woord1.wav", "woord2.wav")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    desk.click("Kies bestanden")
    assert asked == ["Geluid (*.wav *.mp3)"]
    assert desk.table.model().rowCount() == 2
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    desk.click("Meer bestanden")
    assert desk.files.read == ["woord1.wav", "woord2.wav"]


def test_one_recording_is_chosen_for_a_list(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.turn_to(SPOKEN)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    desk.click("Kies een opname")
    assert desk.says("Sleep één lange opname hierheen")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(files("lijst.wav")[0]), ""))
    desk.click("Kies een opname")
    assert desk.table.model().rowCount() == 10
    assert desk.says("lijst.wav (1:28 min)")


def test_several_files_dropped_on_the_page_of_a_list_are_refused(desk: Desk) -> None:
    desk.turn_to(SPOKEN)
    desk.drop(*(path.absolute() for path in files("a.wav", "b.wav")))
    assert desk.says("Kies één opname")


def test_a_row_is_heard_by_enter_by_double_click_and_by_its_loudspeaker(desk: Desk) -> None:
    desk.bring("woord1.wav", "woord2.wav")
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    desk.click_cell(0, 0)
    place = desk.table.visualRect(desk.table.model().index(1, 2)).center()
    for click in (desk.qtbot.mouseClick, desk.qtbot.mouseDClick):
        click(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.click("Hoor")
    assert [sound.samples.decode() for sound in desk.speaker.played] == ["woord2.wav", "woord1.wav", "woord2.wav", "woord2.wav"]


def test_space_and_a_click_tick_a_file(desk: Desk) -> None:
    desk.bring("woord1.wav", "maandag.wav")
    desk.press(Qt.Key.Key_Space)
    assert desk.cells(0)[1] == "gaat niet mee"
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert desk.cells(1)[1] == "gaat niet mee"
    assert not desk.button("Neem geluiden over").isEnabled()
    desk.click_cell(1, 1)
    assert desk.cells(1)[1] == "gaat mee"
    desk.click("Neem 1 geluid over")
    assert desk.clips.voices == {said("dak", TRADE.by_id["woord1"]): RECORDED}


@pytest.mark.qt_log_ignore("grabbing the keyboard", "raise")  # by the list that pops up, without a window manager
def test_the_word_is_found_by_typing_a_part_of_it(desk: Desk) -> None:
    desk.bring("maandag.wav")
    combo = desk.named("Welk woord dit bestand zegt")
    assert isinstance(combo, QComboBox)
    combo.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_O, Qt.Key.Key_O, Qt.Key.Key_T)
    combo.completer().popup().setCurrentIndex(combo.completer().completionModel().index(0, 0))
    QTest.keyClick(combo.completer().popup(), Qt.Key.Key_Return)
    desk.settle()
    assert desk.cells(0)[1:] == ["gaat mee", "maandag.wav", "de goot", "woord", "goed"]


def test_a_typed_word_that_the_deck_does_not_have_changes_nothing(desk: Desk) -> None:
    desk.bring("woord1.wav")
    combo = desk.named("Welk woord dit bestand zegt")
    combo.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Z, Qt.Key.Key_Q, Qt.Key.Key_Return)
    desk.table.setFocus()
    QApplication.processEvents()
    assert desk.cells(0)[3] == "de woord1"
    assert combo.findChild(QLineEdit).text() == "de woord1"


def test_the_part_that_is_said_can_be_changed_among_those_that_the_word_has(desk: Desk) -> None:
    desk.bring("woord1.wav")
    combo = desk.named("Woord, zin of opdracht")
    assert isinstance(combo, QComboBox)
    assert [combo.itemText(place) for place in range(combo.count())] == ["woord", "zin", "opdracht"]
    combo.setFocus()
    desk.press(Qt.Key.Key_Down)
    assert desk.cells(0)[3:5] == ["Pak de woord1.", "zin"]
    desk.click("Neem 1 geluid over")
    assert list(desk.clips.voices) == [said("dak", TRADE.by_id["woord1"], Part.SENTENCE)]
    assert desk.says("1 geluid overgenomen.")


def test_the_row_stays_where_it_is_while_others_change(desk: Desk) -> None:
    desk.bring(*(f"woord{number}.wav" for number in range(1, 11)), "woord1 kopie.wav")
    desk.click_cell(0, 1)
    assert desk.cells(0)[1] == "gaat mee"
    assert desk.table.currentIndex().row() == 0
    assert desk.cells(1)[1] == "gaat niet mee"


def test_the_list_that_is_to_be_read_aloud_stands_beside_the_place_for_the_recording(desk: Desk) -> None:
    desk.turn_to(SPOKEN)
    listed = desk.named("Wat er voorgelezen wordt")
    assert listed.item(1).text() == "2.  de woord2"
    combo = desk.named("Wat er is voorgelezen")
    combo.setFocus()
    desk.press(Qt.Key.Key_Down)
    assert listed.item(1).text() == "2.  Pak de woord2."


def test_each_piece_shows_its_number_its_word_how_long_it_is_and_what_stands_out(desk: Desk) -> None:
    desk.files.troubles = {}
    desk.bring_list(11)
    assert desk.cells(0) == ["hoor", "1", "de woord1", "", "0,8 s", "goed"]
    assert desk.cells(10) == ["hoor", "11", "–", "", "0,8 s", "de lijst is op"]
    assert desk.says("11 stukken voor 10 woorden: kijk waar het niet klopt.")
    assert not desk.button("Neem 10 geluiden over").isEnabled()


def test_the_list_is_put_right_by_single_keys(desk: Desk) -> None:
    desk.bring_list(11)
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert [sound.samples[0] for sound in desk.speaker.played] == [1]
    desk.press(Qt.Key.Key_X)
    assert desk.cells(1)[1:3] == ["2", "–"]
    desk.press(Qt.Key.Key_X, Qt.Key.Key_W)
    assert desk.cells(1)[1:3] == ["–", "de woord2"]
    desk.press(Qt.Key.Key_W, Qt.Key.Key_J)
    assert desk.cells(1)[4] == "1,8 s"
    assert desk.says("10 stukken gevonden voor 10 woorden.")
    desk.press(Qt.Key.Key_K)
    assert desk.cells(1)[4] == "0,9 s"
    desk.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert desk.cells(1)[4] == "1,8 s"
    desk.press(Qt.Key.Key_Y, modifier=Qt.KeyboardModifier.ControlModifier)
    assert desk.cells(1)[4] == "0,9 s"
    assert desk.table.currentIndex().row() == 1
    assert desk.table.hasFocus()


def test_the_buttons_do_what_the_keys_do_and_leave_the_keys_with_the_table(desk: Desk) -> None:
    desk.bring_list(11)
    desk.click("Voeg samen")
    desk.click("Ongedaan maken")
    desk.click("Opnieuw doen")
    desk.click("Hoor")
    assert desk.table.hasFocus()
    desk.click("Neem 10 geluiden over")
    assert len(desk.clips.voices) == 10
    assert desk.says("10 geluiden overgenomen.")
    assert desk.cells(0)[5] == "overgenomen"


def test_a_button_says_what_it_would_undo(desk: Desk) -> None:
    desk.bring_list(10)
    desk.click("Geen woord")
    assert desk.button("Toch een woord").isEnabled()
    assert not desk.button("Niet gezegd").isEnabled()
    desk.press(Qt.Key.Key_X)
    desk.click("Niet gezegd")
    assert desk.button("Toch gezegd").isEnabled()
    assert not desk.button("Hoor").isEnabled()


def test_the_row_that_a_step_changes_stays_in_sight(qtbot: QtBot) -> None:
    desk = Desk(qtbot, LONG)
    desk.bring_list(50)
    desk.table.selectRow(40)
    desk.settle()
    before = desk.table.verticalScrollBar().value()
    desk.press(Qt.Key.Key_X)
    assert desk.table.verticalScrollBar().value() == before > 0
    assert desk.table.currentIndex().row() == 40


def test_escape_leads_back(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Escape)
    assert desk.left == 1


def every_state(desk: Desk) -> Iterator[str]:
    yield "empty"
    desk.page.loose.show_busy(reading(3, 60))
    yield "reading"
    desk.page.loose.show_busy(None)
    desk.files.broken = {"kapot.wav"}
    desk.files.troubles = {"woord2.wav": Trouble.TOO_QUIET}
    desk.bring("een heel lange naam van een bestand van maandagmiddag.wav", "kapot.wav", "woord2.wav")
    yield "files"
    desk.turn_to(SPOKEN)
    yield "no recording"
    desk.bring_list(50)
    yield "pieces"
    desk.table.selectRow(4)
    desk.settle()
    desk.click("Voeg samen")
    yield "does not fit"


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
def test_nothing_is_cut_off_on_old_and_new_screens_even_under_a_notice(qtbot: QtBot, size: tuple[int, int]) -> None:
    desk = Desk(qtbot, LONG)
    desk.window.resize(*size)
    desk.window.notify("50 geluiden nog niet overgenomen; ze staan klaar als je hier terugkomt.")
    for state in every_state(desk):
        assert_nothing_is_cut_off(desk.page, state)


def test_every_control_has_a_name_and_is_large_enough(desk: Desk) -> None:
    for state in every_state(desk):
        assert_every_control_is_named_and_large_enough(desk.page, state)


def reached_by_tab(desk: Desk, count: int) -> list[str]:
    desk.page.setFocus()
    reached = []
    for _ in range(count):
        desk.press(Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget().accessibleName())
    return reached


def test_the_tab_key_reaches_every_control_in_the_order_of_the_page(desk: Desk) -> None:
    desk.bring("woord1.wav")
    assert reached_by_tab(desk, 8) == [
        "Terug",
        "Losse bestanden of één lange opname",
        "Meer bestanden…",
        "Bestanden",
        "Hoor (Enter)",
        "Welk woord dit bestand zegt",
        "Woord, zin of opdracht",
        "Neem 1 geluid over",
    ]
    desk.bring_list(10)
    desk.press(Qt.Key.Key_J)
    desk.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert reached_by_tab(desk, 12) == [
        "Terug",
        "Losse bestanden of één lange opname",
        "Wat er is voorgelezen",
        "Stukken van de opname",
        "Voeg samen met volgende (J)",
        "Knip in tweeën (K)",
        "Geen woord: sla over (X)",
        "Niet gezegd: sla over (W)",
        "Hoor (spatie)",
        "Opnieuw doen (Ctrl+Y)",
        "Andere opname…",
        "Neem 10 geluiden over",
    ]


def test_files_are_read_and_kept_on_a_thread_of_its_own_while_the_page_tells_how_far(qtbot: QtBot, qapp: Application) -> None:
    background = ThreadBackground(qapp)
    desk = Desk(qtbot, background=background)
    desk.page.loose.filesRequested.emit(files("woord1.wav", "woord2.wav"))
    qtbot.waitUntil(lambda: desk.table.model().rowCount() == 2)
    desk.button("Neem 2 geluiden over").click()
    qtbot.waitUntil(lambda: desk.says("2 geluiden overgenomen."))
    desk.turn_to(SPOKEN)
    desk.page.spoken.filesRequested.emit(files("lijst.wav"))
    qtbot.waitUntil(lambda: len(desk.files.spoken.taken) == 10)
    desk.button("Neem 10 geluiden over").click()
    qtbot.waitUntil(lambda: desk.says("10 geluiden overgenomen."))
    background.finish()
    assert len(desk.clips.voices) == 10
