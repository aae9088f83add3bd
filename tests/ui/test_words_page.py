import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot
from screen_fakes import Later, RecordingSpeaker

from beroepentaal.bootstrap import PICTURES, deck_library
from beroepentaal.classroom.ports import Part, Utterance, said
from beroepentaal.decks import Deck, Term
from beroepentaal.ui.main_window import MainWindow
from beroepentaal.ui.theme import SPACE
from beroepentaal.ui.trainee.words.presenter import WordsPresenter
from beroepentaal.ui.trainee.words.view import WordsPage
from beroepentaal.ui.widgets.gloss import GlossLabel

KITCHEN = "keukenhulp"
KNOWN = {"schort": 0.95, "haarnetje": 0.5}


@pytest.fixture(scope="module")
def kitchen() -> Deck:
    return deck_library().deck(KITCHEN)


class Dictionary:
    """The page in the window with its presenter behind it."""

    def __init__(self, qtbot: QtBot, deck: Deck, language: str = "nl", size: tuple[int, int] = (1024, 640)) -> None:
        self.qtbot = qtbot
        self.deck = deck
        self.speaker, self.background = RecordingSpeaker(), Later()
        self.window = MainWindow(self.speaker)
        qtbot.addWidget(self.window)
        self.page = WordsPage(PICTURES, self.window)
        self.window.add_page(self.page)
        self.said: list[Utterance] = []
        self.left = 0
        self.presenter = presenter = WordsPresenter(self.page, self.speaker, self.background, self._on_left)
        self.page.searchRequested.connect(presenter.on_search)
        self.page.stepRequested.connect(presenter.on_step)
        self.page.termRequested.connect(presenter.on_term)
        self.page.nextRequested.connect(presenter.on_next)
        self.page.previousRequested.connect(presenter.on_previous)
        self.page.sayRequested.connect(self.said.append)
        self.page.sayRequested.connect(presenter.on_say)
        self.page.backRequested.connect(presenter.on_back)
        self.page.leaveRequested.connect(presenter.on_leave)
        self.window.resize(*size)
        self.window.speak_language(language)
        self.window.show()
        self.window.show_page(self.page)
        presenter.open(deck, language, KNOWN)
        QApplication.processEvents()

    def _on_left(self) -> None:
        self.left += 1

    @property
    def grid(self) -> QListView:
        return self.page.findChild(QListView)

    @property
    def field(self) -> QLineEdit:
        return self.page.findChild(QLineEdit)

    @property
    def words(self) -> list[str]:
        QApplication.processEvents()
        model = self.grid.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def shown(self, kind: type[QWidget]) -> list[QWidget]:
        QApplication.processEvents()
        return [widget for widget in self.page.findChildren(kind) if widget.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        return next(button for button in self.shown(QAbstractButton) if button.accessibleName() == name)

    def is_offered(self, name: str) -> bool:
        return any(button.accessibleName() == name for button in self.shown(QAbstractButton))

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def place(self, word: str) -> QRect:
        model = self.grid.model()
        return self.grid.visualRect(model.index(self.words.index(word), 0))

    def tap(self, word: str) -> None:
        row = self.words.index(word)
        self.grid.scrollTo(self.grid.model().index(row, 0))
        self.qtbot.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, pos=self.place(word).center())

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key)
            QApplication.processEvents()

    def write(self, text: str) -> None:
        """As fast as nobody can, when the search is ready."""
        self.background.finish()
        for letter in text:
            QTest.keyClick(self.window.windowHandle(), letter)

    def search(self, text: str) -> None:
        with self.qtbot.waitSignal(self.page.searchRequested):
            self.write(text)

    def texts(self) -> list[str]:
        return [label.text() for label in self.shown(QLabel)]

    def drag(self, start: QPoint, way: QPoint) -> None:
        """From a place on the page, as by a finger."""
        window, button, none = self.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        begin = self.page.mapTo(self.window, start)
        QTest.mousePress(window, button, none, begin)
        QTest.mouseMove(window, begin + way / 2)
        QTest.mouseMove(window, begin + way)
        QTest.mouseRelease(window, button, none, begin + way)
        QApplication.processEvents()

    def term(self, name: str) -> Term:
        return self.deck.by_id[name]


@pytest.fixture
def dictionary(qtbot: QtBot, kitchen: Deck) -> Dictionary:
    return Dictionary(qtbot, kitchen)


def test_all_words_are_in_the_grid_with_a_heading_before_those_outside_the_core(dictionary: Dictionary) -> None:
    words = dictionary.words
    assert words[:2] == ["het schort", "handen wassen"]
    assert words[len(dictionary.deck.core)] == "Nog meer woorden"
    assert len(words) == len(dictionary.deck.terms) + 1


def test_hundreds_of_words_are_not_hundreds_of_widgets(dictionary: Dictionary) -> None:
    assert len(dictionary.page.findChildren(QWidget)) < 60


def test_a_screen_reader_hears_what_the_signs_mean(dictionary: Dictionary) -> None:
    model = dictionary.grid.model()
    spoken = {
        index.data(): index.data(Qt.ItemDataRole.AccessibleTextRole) for index in map(model.index, range(len(dictionary.words)))
    }
    assert spoken["het schort"] == "het schort, geleerd"
    assert spoken["het haarnetje"] == "het haarnetje, bezig"
    assert spoken["handen wassen"] == "handen wassen, veiligheid"


def test_a_tapped_tile_shows_and_says_its_word(dictionary: Dictionary) -> None:
    dictionary.tap("het haarnetje")
    assert dictionary.speaker.said == ["het haarnetje"]
    term = dictionary.term("haarnetje")
    assert {term.with_article, term.meaning, term.sentence, term.chunk, term.plural} <= set(dictionary.texts())
    assert "Dit woord leer je nu" in dictionary.texts()


def test_every_text_of_a_word_has_its_loudspeaker(dictionary: Dictionary) -> None:
    dictionary.tap("het schort")
    term = dictionary.term("schort")
    for name, utterance in (
        ("Hoor het woord", said(KITCHEN, term)),
        ("Hoor het woord langzaam", said(KITCHEN, term, slow=True)),
        (f"Wat het is: {term.meaning}", Utterance(term.meaning)),
        (f"In een zin: {term.sentence}", said(KITCHEN, term, Part.SENTENCE)),
        (f"Zo zeg je het: {term.chunk}", said(KITCHEN, term, Part.CHUNK)),
        (f"Meer dan één: {term.plural}", Utterance(term.plural)),
    ):
        dictionary.click(name)
        assert dictionary.said[-1] == utterance


def test_a_safety_word_says_so_in_words_too(dictionary: Dictionary) -> None:
    dictionary.tap("het schort")
    assert "Let op: veiligheid" not in dictionary.texts()
    dictionary.click("Volgende woord")
    assert "Let op: veiligheid" in dictionary.texts()


def test_a_word_without_a_picture_has_a_page_as_well(dictionary: Dictionary) -> None:
    dictionary.tap("de koksbuis")
    assert "de koksbuis" in [label.accessibleName() for label in dictionary.shown(QLabel)]


@pytest.mark.parametrize(("language", "is_marked"), [("ar", True), ("nl", False)])
def test_an_unchecked_translation_is_marked_as_such(qtbot: QtBot, kitchen: Deck, language: str, is_marked: bool) -> None:
    dictionary = Dictionary(qtbot, kitchen, language)
    dictionary.tap("het schort")
    assert (dictionary.term("schort").glosses["ar"] in dictionary.texts()) == is_marked
    assert ("niet nagekeken" in dictionary.texts()) == is_marked


def test_a_checked_translation_has_no_mark_and_ethiopic_letters_are_larger(qtbot: QtBot) -> None:
    latin, ethiopic = GlossLabel("apron", "en", True), GlossLabel("ፕላስተር", "ti", True)
    for gloss in (latin, ethiopic):
        qtbot.addWidget(gloss)
        gloss.show()
    assert [label.text() for label in latin.findChildren(QLabel)] == ["apron"]
    sizes = [gloss.findChild(QLabel).font().pointSizeF() for gloss in (latin, ethiopic)]
    assert sizes[1] == pytest.approx(1.2 * sizes[0])


def test_back_leads_to_the_same_place_in_the_grid(dictionary: Dictionary) -> None:
    dictionary.tap("de gast")
    where = dictionary.grid.verticalScrollBar().value()
    assert where > 0
    dictionary.click("Terug naar alle woorden")
    assert dictionary.grid.isVisible()
    assert dictionary.grid.verticalScrollBar().value() == where


def test_back_from_a_later_word_shows_that_word(dictionary: Dictionary) -> None:
    dictionary.tap("het schort")
    for _ in range(20):
        dictionary.click("Volgende woord")
    dictionary.press(Qt.Key.Key_Escape)
    word = dictionary.deck.core[20].with_article
    assert dictionary.grid.viewport().rect().contains(dictionary.place(word))


def test_the_first_word_has_none_before_it(dictionary: Dictionary) -> None:
    dictionary.tap("het schort")
    assert not dictionary.button("Vorige woord").isEnabled()
    assert dictionary.button("Volgende woord").isEnabled()


def test_the_arrow_keys_go_to_the_neighbours_and_space_says_the_word(dictionary: Dictionary) -> None:
    dictionary.tap("het schort")
    dictionary.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert dictionary.speaker.said == ["het schort", "handen wassen", "het haarnetje", "handen wassen"]
    dictionary.press(Qt.Key.Key_Space)
    assert dictionary.speaker.said[-1] == "handen wassen"


def test_on_a_mirrored_page_the_next_word_lies_to_the_left(qtbot: QtBot, kitchen: Deck) -> None:
    dictionary = Dictionary(qtbot, kitchen, "ar")
    assert dictionary.place("het schort").left() > dictionary.place("handen wassen").left()
    dictionary.tap("het schort")
    dictionary.press(Qt.Key.Key_Left)
    assert dictionary.speaker.said[-1] == "handen wassen"


def test_a_swipe_over_picture_or_text_goes_to_the_next_word_and_a_drag_down_does_not(dictionary: Dictionary) -> None:
    dictionary.tap("het schort")
    text, picture = QPoint(700, 600), QPoint(300, 300)
    dictionary.drag(text, QPoint(-20, 0))
    dictionary.drag(text, QPoint(-100, -90))
    dictionary.drag(picture, QPoint(150, 5))
    assert dictionary.speaker.said == ["het schort"]
    dictionary.drag(text, QPoint(-150, 5))
    dictionary.drag(picture, QPoint(-150, 5))
    assert dictionary.speaker.said == ["het schort", "handen wassen", "het haarnetje"]


def test_a_finger_that_draws_the_grid_up_opens_no_word(dictionary: Dictionary) -> None:
    dictionary.drag(QPoint(300, 400), QPoint(0, -60))
    assert dictionary.grid.isVisible()
    dictionary.drag(QPoint(300, 400), QPoint(3, -5))
    assert not dictionary.grid.isVisible()


def test_letters_typed_anywhere_are_searched_and_enter_opens_the_first_word(dictionary: Dictionary) -> None:
    dictionary.search("oovenwand")
    assert dictionary.words[0] == "de ovenwant"
    dictionary.press(Qt.Key.Key_Return)
    assert dictionary.speaker.said == ["de ovenwant"]


def test_enter_does_not_wait_for_the_search(dictionary: Dictionary) -> None:
    dictionary.write("ovenwant")
    dictionary.press(Qt.Key.Key_Return)
    assert dictionary.speaker.said == ["de ovenwant"]


def test_fast_typing_is_one_search(dictionary: Dictionary) -> None:
    asked: list[str] = []
    dictionary.page.searchRequested.connect(asked.append)
    dictionary.search("ovenwant")
    assert asked == ["ovenwant"]


def test_what_was_typed_is_wiped_by_its_button_and_by_escape(dictionary: Dictionary) -> None:
    everything = len(dictionary.words)
    for wipe in (lambda: dictionary.click("Wis"), lambda: dictionary.press(Qt.Key.Key_Escape)):
        dictionary.search("mes")
        assert len(dictionary.words) < everything
        wipe()
        assert dictionary.field.text() == ""
        assert len(dictionary.words) == everything
    assert dictionary.left == 0


def test_nothing_found_is_told_and_can_be_heard(dictionary: Dictionary) -> None:
    dictionary.search("xylofoon")
    assert "Dit woord staat er niet bij." in dictionary.texts()
    assert not dictionary.grid.isVisible()
    assert dictionary.field.hasFocus()
    dictionary.click("Luister")
    assert dictionary.speaker.said == ["Dit woord staat er niet bij."]


def test_a_step_is_chosen_by_its_picture_and_named_in_sound_and_in_a_heading_that_can_be_heard(dictionary: Dictionary) -> None:
    dictionary.search("mes")
    dictionary.click("Messen en snijden")
    assert dictionary.words[0] == "Messen en snijden"
    assert dictionary.field.text() == ""
    assert dictionary.button("Messen en snijden").isChecked()
    assert not dictionary.button("Alle woorden").isChecked()
    dictionary.tap("Messen en snijden")
    assert dictionary.speaker.said == ["Messen en snijden", "Messen en snijden"]
    dictionary.click("Alle woorden")
    assert len(dictionary.words) == len(dictionary.deck.terms) + 1


def test_what_the_search_field_is_for_can_be_heard(dictionary: Dictionary) -> None:
    dictionary.click("Luister")
    assert dictionary.speaker.said[0].startswith("Zoek een woord.")


def test_the_grid_is_walked_by_keys_with_a_frame_that_a_finger_does_not_get(dictionary: Dictionary) -> None:
    before = dictionary.grid.grab().toImage()
    dictionary.press(Qt.Key.Key_Right)
    assert _differs(before, dictionary.grid.grab().toImage())
    dictionary.press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert dictionary.speaker.said == ["handen wassen"]


def test_the_keys_walk_over_a_heading_to_the_words_below_it(dictionary: Dictionary) -> None:
    dictionary.click("Messen en snijden")
    dictionary.grid.setFocus()
    dictionary.press(Qt.Key.Key_Down)
    seen = []
    for _ in range(8):
        seen.append(dictionary.grid.currentIndex().data())
        dictionary.press(Qt.Key.Key_Down)
    assert seen[0] == "Messen en snijden"
    assert "Nog meer woorden" in seen
    assert seen[-1] not in ("Nog meer woorden", seen[-2])


def test_escape_and_home_leave(dictionary: Dictionary) -> None:
    dictionary.press(Qt.Key.Key_Escape)
    dictionary.click("Terug naar het begin")
    assert dictionary.left == 2


@pytest.mark.parametrize(
    ("language", "size"), [("nl", (1024, 640)), ("ar", (1024, 640)), ("ti", (1366, 768)), ("ar", (1920, 1080))]
)
def test_everything_that_can_be_pressed_is_large_and_on_the_screen(
    qtbot: QtBot, kitchen: Deck, language: str, size: tuple[int, int]
) -> None:
    dictionary = Dictionary(qtbot, kitchen, language, size)
    _assert_large_and_visible(dictionary)
    widths = {dictionary.place(word).width() for word in dictionary.words[:9]}
    assert len(widths) == 1
    assert min(widths) >= 2 * SPACE.target
    assert dictionary.place(dictionary.words[3]).top() == dictionary.place(dictionary.words[0]).top()  # four side by side
    for word in ("de houdbaarheidsdatum", "de aardappelschilmachine"):
        dictionary.tap(word)
        _assert_large_and_visible(dictionary)
        dictionary.press(Qt.Key.Key_Escape)


def _assert_large_and_visible(dictionary: Dictionary) -> None:
    page = dictionary.page.rect()
    for button in dictionary.shown(QAbstractButton):
        if button.isEnabled():
            assert min(button.width(), button.height()) >= SPACE.target, button.accessibleName()
            assert button.accessibleName()
            left = button.mapTo(dictionary.page, QPoint(0, 0)).x()
            assert page.left() <= left <= page.right() - button.width() + 1, button.accessibleName()
    for label in dictionary.shown(QLabel):
        if label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
            assert label.width() >= label.minimumSizeHint().width(), label.text()


def _differs(one: QImage, other: QImage) -> bool:
    return one != other
