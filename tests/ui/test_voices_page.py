from collections.abc import Iterator

import pytest
from desk_looks import assert_every_control_is_named_and_large_enough, assert_nothing_is_cut_off
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QRadioButton, QTableView, QWidget
from pytestqt.qtbot import QtBot
from screen_fakes import AtOnce, RecordingSpeaker
from voice_fakes import DRAIN, OFFLINE, ROOF, MemoryClips, ScriptedStudio, term

from beroepentaal.bootstrap import deck_library
from beroepentaal.classroom.ports import Part
from beroepentaal.classroom.voicing import RECORDED, Engine, Line, Only, State, line, lines, utterances
from beroepentaal.decks import Deck
from beroepentaal.ui.application import Application
from beroepentaal.ui.background import ThreadBackground
from beroepentaal.ui.instructor.voices.making import Phase, Progress
from beroepentaal.ui.instructor.voices.presenter import Overview, VoicesPresenter
from beroepentaal.ui.instructor.voices.view import VoicesPage
from beroepentaal.ui.instructor.voices.wording import summary
from beroepentaal.ui.main_window import MainWindow

ENGINES = [
    Engine("gtts", "Google (natuurlijke stem, met internet)"),
    Engine("piper", "Piper (natuurlijke stem, zonder internet)", "Het onderdeel Piper is niet geïnstalleerd."),
    Engine("espeak", "Computerstem (werkt altijd, klinkt als een robot)"),
]
RUNNING = Progress(Phase.RUNNING, 12, 1254, "12 van 1.254, nog ongeveer 20 minuten", ())
STOPPED = Progress(
    Phase.STOPPED,
    50,
    50,
    f"48 van 50 klaar, 2 mislukt. Gestopt: {OFFLINE}",
    ["De stem van Google gaf geen geluid voor 'de helm'.", "De stem van Google gaf geen geluid voor 'de ladder'."],
)


class Desk:
    """The page in the window, with what it asked for."""

    def __init__(self, qtbot: QtBot, deck: Deck = ROOF, unused: int = 0) -> None:
        self.qtbot = qtbot
        self.window = MainWindow(RecordingSpeaker())
        qtbot.addWidget(self.window)
        self.page = VoicesPage(self.window)
        self.window.add_page(self.page)
        self.asked: list[tuple[object, ...]] = []
        for signal, name in (
            (self.page.deckRequested, "deck"),
            (self.page.playRequested, "play"),
            (self.page.slowRequested, "slow"),
            (self.page.recordRequested, "record"),
            (self.page.bringInRequested, "files"),
            (self.page.discardRequested, "discard"),
            (self.page.clearRequested, "clear"),
            (self.page.renderRequested, "render"),
            (self.page.pauseRequested, "pause"),
            (self.page.resumeRequested, "resume"),
            (self.page.backRequested, "back"),
        ):
            signal.connect(lambda *given, name=name: self.asked.append((name, *given)))
        self.clips = MemoryClips()
        self.deck = deck
        self.unused = unused
        self.window.show()
        self.window.show_page(self.page)
        self.page.show_decks([ROOF.about, DRAIN.about], deck.id)
        self.page.show_making(None)
        self.refresh()

    def refresh(self) -> None:
        found = lines(self.deck, self.clips)
        self.page.show_overview(Overview(found, summary(found), ENGINES, self.unused))
        QApplication.processEvents()

    def record(self, *numbers: int) -> None:
        for number in numbers:
            self.clips.voices[self.all_lines[number].utterance] = RECORDED
        self.refresh()

    @property
    def all_lines(self) -> list[Line]:
        return lines(self.deck, self.clips)

    @property
    def table(self) -> QTableView:
        return self.page.findChild(QTableView)

    @property
    def texts(self) -> list[str]:
        model = self.table.model()
        return [model.index(row, 2).data() for row in range(model.rowCount())]

    def cells(self, row: int) -> list[str]:
        model = self.table.model()
        return [model.index(row, column).data() for column in range(model.columnCount())]

    def named(self, name: str) -> QWidget:
        QApplication.processEvents()
        shown = [widget for widget in self.page.findChildren(QWidget) if widget.isVisible()]
        return next(widget for widget in shown if widget.accessibleName() == name)

    def button(self, start: str) -> QAbstractButton:
        QApplication.processEvents()
        shown = [button for button in self.page.findChildren(QAbstractButton) if button.isVisible()]
        return next(button for button in shown if (button.accessibleName() or button.text()).startswith(start))

    def is_offered(self, start: str) -> bool:
        QApplication.processEvents()
        shown = [button for button in self.page.findChildren(QAbstractButton) if button.isVisible()]
        return any((button.accessibleName() or button.text()).startswith(start) for button in shown)

    def click(self, start: str) -> None:
        self.qtbot.mouseClick(self.button(start), Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.windowHandle(), key, modifier)

    def select(self, *rows: int) -> None:
        self.table.clearSelection()
        for row in rows:
            self.table.selectionModel().select(
                self.table.model().index(row, 0),
                self.table.selectionModel().SelectionFlag.Select | self.table.selectionModel().SelectionFlag.Rows,
            )

    def says(self, text: str) -> bool:
        QApplication.processEvents()
        return any(text in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_each_row_says_in_words_what_it_is_whose_voice_it_has_and_whether_that_is_good(desk: Desk) -> None:
    first, second, third = [line.utterance for line in desk.all_lines[:3]]
    desk.clips.voices = {first: RECORDED, second: "espeak"}
    desk.clips.stale = {third}
    desk.refresh()
    assert desk.cells(0) == ["de helm", "woord", "de helm", "opname van een mens", "goed"]
    assert desk.cells(1) == ["de ladder", "woord", "de ladder", "computerstem", "computerstem"]
    assert desk.cells(2) == ["de helm", "zin", "Pak de helm.", "computerstem live", "verouderd"]


def test_enter_and_double_click_play_the_row(desk: Desk) -> None:
    desk.table.setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    place = desk.table.visualRect(desk.table.model().index(2, 2)).center()
    for click in (desk.qtbot.mouseClick, desk.qtbot.mouseDClick):
        click(desk.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.asked == [("play", desk.all_lines[1]), ("play", desk.all_lines[2])]


def test_the_selected_text_is_heard_and_slowly(desk: Desk) -> None:
    assert not desk.button("Hoor").isEnabled()
    desk.select(3)
    desk.click("Hoor")
    desk.click("Langzaam")
    assert desk.asked == [("play", desk.all_lines[3]), ("slow", desk.all_lines[3])]


def test_typing_finds_a_word_by_its_term_and_by_its_sentence_without_accents(qtbot: QtBot) -> None:
    desk = Desk(qtbot, Deck(ROOF.about, (term("helm", 1), term("isolatiédeken", 2))))
    desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    for key in "ISOLATIEDEKEN":
        desk.press(getattr(Qt.Key, f"Key_{key}"))
    assert desk.texts == ["de isolatiédeken", "Pak de isolatiédeken.", "isolatiédeken pakken"]
    desk.page.findChild(QLineEdit).setText("helm pak")
    assert desk.texts == ["helm pakken"]
    assert desk.says("1 tekst")
    desk.page.findChild(QLineEdit).setText("zzz")
    assert desk.says("0 teksten")


@pytest.mark.parametrize(("choice", "shown"), [("Alles", 9), ("Kern", 6), ("Zonder goede stem", 8), ("Verouderd", 1)])
def test_a_choice_narrows_the_table(desk: Desk, choice: str, shown: int) -> None:
    desk.clips.stale = {desk.all_lines[4].utterance}
    desk.record(0)
    combo = desk.named("Welke teksten")
    assert isinstance(combo, QComboBox)
    combo.setCurrentText(choice)
    assert len(desk.texts) == shown


def test_recording_oneself_leaves_the_choice_to_the_page_behind_it(desk: Desk) -> None:
    desk.click("Zelf opnemen")
    assert desk.asked == [("record", [])]


def test_without_a_selection_all_that_is_shown_and_not_recorded_yet_is_recorded(desk: Desk) -> None:
    desk.record(0)
    desk.page.findChild(QLineEdit).setText("helm")
    desk.click("Neem op (2)")
    assert desk.asked == [("record", [desk.all_lines[2], desk.all_lines[4]])]


def test_the_selected_rows_are_recorded_in_the_order_of_the_table(desk: Desk) -> None:
    desk.record(0)
    desk.select(5, 0)
    desk.click("Neem op (2)")
    assert desk.asked == [("record", [desk.all_lines[0], desk.all_lines[5]])]


def test_a_sound_is_discarded_only_after_a_question(desk: Desk) -> None:
    desk.record(0)
    desk.select(0, 1)
    desk.click("Verwijder geluid")
    assert desk.says("Geluid van ‘de helm’ weg?")
    desk.press(Qt.Key.Key_Return)
    assert desk.asked == []
    desk.click("Verwijder geluid")
    desk.click("Ja, weg")
    assert desk.asked == [("discard", desk.all_lines[0])]


def test_a_text_without_a_clip_has_nothing_to_discard(desk: Desk) -> None:
    desk.select(1)
    assert not desk.button("Verwijder geluid").isEnabled()
    desk.table.setFocus()
    desk.press(Qt.Key.Key_Delete)
    assert not desk.is_offered("Ja, weg")


def test_escape_answers_no_before_it_leads_back(desk: Desk) -> None:
    desk.record(0)
    desk.select(0)
    desk.table.setFocus()
    desk.press(Qt.Key.Key_Delete)
    desk.press(Qt.Key.Key_Escape)
    assert desk.asked == []
    assert not desk.is_offered("Ja, weg")
    desk.press(Qt.Key.Key_Escape)
    assert desk.asked == [("back",)]


def test_clearing_is_offered_only_where_there_is_something_to_clear(qtbot: QtBot) -> None:
    assert not Desk(qtbot).is_offered("Oude geluiden")
    desk = Desk(qtbot, unused=7)
    desk.click("Oude geluiden opruimen (7)")
    assert desk.says("7 geluiden van teksten die er niet meer zijn: weg?")
    desk.click("Ja, weg")
    assert desk.asked == [("clear",)]


def test_another_deck_is_chosen_by_its_title(desk: Desk) -> None:
    desk.named("Pakket").setFocus()
    desk.press(Qt.Key.Key_Down)
    assert desk.asked == [("deck", "riool")]


def test_the_page_that_opens_asks_for_no_deck_by_itself(desk: Desk) -> None:
    desk.page.show_decks([ROOF.about, DRAIN.about], "riool")
    assert desk.asked == []


def test_a_voice_that_does_not_work_here_stands_there_with_the_reason(desk: Desk) -> None:
    desk.click("Natuurlijke stem maken")
    piper = desk.button("Piper")
    assert not piper.isEnabled()
    assert desk.says("Het onderdeel Piper is niet geïnstalleerd.")
    assert [button.isChecked() for button in desk.page.findChildren(QRadioButton)[:3]] == [True, False, False]


def test_what_is_made_is_told_beforehand_and_begins_as_chosen(desk: Desk) -> None:
    desk.record(0)
    desk.clips.voices[desk.all_lines[1].utterance] = "espeak"
    desk.refresh()
    desk.click("Natuurlijke stem maken")
    assert desk.is_offered("Alleen de kern (6 teksten)")
    assert desk.says("5 teksten krijgen deze stem.")
    desk.button("Alles (9 teksten)").click()
    assert desk.says("8 teksten krijgen deze stem.")
    desk.button("Ook wat al een mindere stem heeft").click()
    assert desk.says("7 teksten krijgen deze stem.")
    desk.click("Begin")
    assert desk.asked == [("render", "gtts", frozenset({Only.MISSING}))]
    assert desk.table.isVisible()


def test_by_default_the_core_gets_the_best_voice_and_worse_ones_are_replaced(desk: Desk) -> None:
    desk.click("Natuurlijke stem maken")
    desk.click("Begin")
    assert desk.asked == [("render", "gtts", frozenset({Only.CORE, Only.WORSE}))]


def test_where_nothing_is_left_to_make_it_does_not_begin(desk: Desk) -> None:
    desk.record(*range(9))
    desk.click("Natuurlijke stem maken")
    assert desk.says("Alles heeft al deze stem of een betere.")
    assert not desk.button("Begin").isEnabled()


def test_escape_closes_the_choice_of_a_voice_before_it_leads_back(desk: Desk) -> None:
    desk.click("Natuurlijke stem maken")
    desk.press(Qt.Key.Key_Escape)
    assert desk.table.isVisible()
    assert desk.asked == []


def test_while_it_runs_it_shows_how_far_and_can_pause(desk: Desk) -> None:
    desk.page.show_making(RUNNING)
    assert desk.says("12 van 1.254, nog ongeveer 20 minuten")
    assert not desk.is_offered("Natuurlijke stem maken")
    assert not desk.is_offered("Verder")
    desk.click("Pauze")
    assert desk.asked == [("pause",)]


def test_what_stopped_says_why_can_go_on_and_can_be_put_away(desk: Desk) -> None:
    desk.page.show_making(STOPPED)
    assert desk.says(OFFLINE)
    assert not desk.is_offered("Pauze")
    desk.click("Verder")
    assert desk.asked == [("resume",)]
    desk.click("Sluiten")
    assert not desk.says(OFFLINE)
    assert desk.is_offered("Natuurlijke stem maken")


def test_what_was_put_away_comes_back_when_it_runs_again(desk: Desk) -> None:
    desk.page.show_making(STOPPED)
    desk.click("Sluiten")
    desk.page.show_making(RUNNING)
    assert desk.is_offered("Pauze")


def test_a_clip_that_comes_in_leaves_selection_and_place_alone(qtbot: QtBot) -> None:
    deck = Deck(ROOF.about, tuple(term(f"ding{number}", number) for number in range(1, 100)))
    desk = Desk(qtbot, deck)
    desk.select(150)
    desk.table.scrollTo(desk.table.model().index(150, 0))
    before = desk.table.verticalScrollBar().value()
    changed = desk.all_lines[2]
    desk.clips.voices[changed.utterance] = "gtts"
    desk.page.show_line(line(changed.term, changed.utterance, desk.clips), "")
    assert desk.cells(2)[3:] == ["Google", "goed"]
    desk.refresh()
    assert desk.table.verticalScrollBar().value() == before > 0
    assert [index.row() for index in desk.table.selectionModel().selectedRows()] == [150]


def test_a_text_that_got_a_voice_stays_in_a_narrowed_table_until_the_choice_is_made_anew(desk: Desk) -> None:
    combo = desk.named("Welke teksten")
    assert isinstance(combo, QComboBox)
    combo.setCurrentText("Zonder goede stem")
    changed = desk.all_lines[0]
    desk.clips.voices[changed.utterance] = "gtts"
    desk.page.show_line(line(changed.term, changed.utterance, desk.clips), "")
    assert desk.cells(0)[4] == "goed"
    desk.refresh()
    assert len(desk.texts) == 8


def test_all_rows_are_equally_high_so_that_a_large_deck_scrolls_smoothly(qtbot: QtBot) -> None:
    desk = Desk(qtbot, deck_library().deck("loodgieter"))
    assert len(desk.texts) > 1000
    assert len({desk.table.rowHeight(row) for row in range(len(desk.texts))}) == 1


def every_state(desk: Desk) -> Iterator[str]:
    yield "overview"
    desk.record(0)
    desk.select(*range(9))
    yield "selected"
    desk.click("Verwijder geluid")
    yield "question"
    desk.press(Qt.Key.Key_Escape)
    for progress in (RUNNING, STOPPED):
        desk.page.show_making(progress)
        yield progress.phase.name
    desk.page.show_making(None)
    desk.click("Natuurlijke stem maken")
    yield "voices"


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
def test_nothing_is_cut_off_on_old_and_new_screens_even_under_a_notice(qtbot: QtBot, size: tuple[int, int]) -> None:
    desk = Desk(qtbot, unused=1234)
    desk.window.resize(*size)
    desk.window.notify("De stem voor Dak staat op pauze: 12 van 150 klaar.")
    for state in every_state(desk):
        assert_nothing_is_cut_off(desk.page, state)


def test_every_control_has_a_name_and_is_large_enough(desk: Desk) -> None:
    for state in every_state(desk):
        assert_every_control_is_named_and_large_enough(desk.page, state)


def test_the_tab_key_reaches_every_control_in_the_order_of_the_page(desk: Desk) -> None:
    desk.select(0)
    desk.page.setFocus()
    reached = []
    for _ in range(12):
        desk.press(Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget().accessibleName())
    assert reached[:-1] == [
        "Terug",
        "Pakket",
        "Zelf opnemen",
        "Natuurlijke stem maken",
        "Geluidsbestanden halen",
        "Zoek een woord of zin",
        "Welke teksten",
        "Teksten van dit pakket",
        "Hoor",
        "Langzaam",
        "Neem op (1)",
    ]


def test_a_deck_gets_its_voice_on_a_thread_of_its_own_while_the_page_follows(qtbot: QtBot, qapp: Application) -> None:
    desk = Desk(qtbot)
    rendering = ThreadBackground(qapp)
    clips = desk.clips
    studio = ScriptedStudio(clips)
    presenter = VoicesPresenter(
        desk.page,
        [ROOF.about, DRAIN.about],
        {each.id: each for each in (ROOF, DRAIN)}.__getitem__,
        clips,
        studio,
        RecordingSpeaker(),
        AtOnce(),
        rendering,
        desk.window.notify,
        lambda deck, lines: None,
        lambda deck: None,
        lambda: None,
    )
    presenter.open()
    presenter.on_render("gtts", frozenset({Only.CORE}))
    qtbot.waitUntil(lambda: desk.says("6 van 6 klaar."))
    rendering.finish()
    assert {desk.cells(row)[3] for row in range(6)} == {"Google"}
    assert set(clips.voices) == set(utterances(Deck(ROOF.about, ROOF.core)))
    assert State.LIVE in {each.state for each in lines(ROOF, clips) if each.utterance.part is Part.TERM}
