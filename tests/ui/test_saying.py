import gc
import math
import weakref
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from beroepentaal.bootstrap import PICTURES, deck_library
from beroepentaal.classroom.ports import Sound, Take, Trouble
from beroepentaal.decks import Deck, Term
from beroepentaal.learning.exercises import Exercise, Form
from beroepentaal.ui.theme import COLOURS
from beroepentaal.ui.trainee.practice.own_voice import Listening
from beroepentaal.ui.trainee.practice.presenter import Question
from beroepentaal.ui.trainee.practice.saying import VoiceButton
from beroepentaal.ui.trainee.practice.view import PracticePage
from beroepentaal.ui.widgets.spoken_label import SpokenLabel
from beroepentaal.ui.widgets.waveform import Waveform

HEARD = {
    "continueRequested": "continue",
    "replayRequested": "word",
    "slowRequested": "slow",
    "sentenceRequested": "sentence",
    "chunkRequested": "chunk",
    "speakRequested": "speak",
    "ownRequested": "own",
}


class Mirror(Take):
    """A take of which a test can tell whether anything still holds it."""


def take(seconds: float) -> Take:
    """Hummed, evenly."""
    frames = round(100 * seconds)
    return Mirror(Sound(bytes(480 * frames), 24_000), (0.8,) * frames, (110.0,) * frames, None)


@pytest.fixture(scope="module")
def deck() -> Deck:
    return deck_library().deck("zonnepaneelmonteur")


class Seat:
    """A trainee before the page; what is asked for stands in `asked`, what is to be said aloud in `said`."""

    def __init__(self, qtbot: QtBot, deck: Deck) -> None:
        self.qtbot, self.deck = qtbot, deck
        self.page = PracticePage(PICTURES)
        qtbot.addWidget(self.page)
        self.page.setMinimumSize(1000, 620)  # as its window
        self.page.resize(1024, 640)
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page.textRequested.connect(self.said.append)
        for signal, name in HEARD.items():
            getattr(self.page, signal).connect(lambda name=name: self.asked.append(name))
        self.page.show()
        self.page.activateWindow()

    def ask(
        self,
        form: Form = Form.PICTURE_SAY,
        *,
        microphone: bool = True,
        sound: bool = True,
        term: Term | None = None,
        language: str = "ar",
    ) -> Term:
        term = term or self.deck.core[0]
        choices = tuple(self.deck.core[:4]) if form.has_choices else ()
        gloss = term.glosses.get(language, "")
        self.page.show_question(
            Question(Exercise(form, term, choices), self.deck.id, sound, microphone, language, gloss, False, 0.5)
        )
        self.page.setFocus()
        QApplication.processEvents()
        return term

    def compare(self, model: Take | None, own: Take) -> None:
        self.page.show_takes(model, own)
        self.page.show_revealed()
        QApplication.processEvents()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.page, key)

    def visible(self, kind: type[QWidget]) -> list[QWidget]:
        QApplication.processEvents()
        return [widget for widget in self.page.findChildren(kind) if widget.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        return next(each for each in self.visible(QAbstractButton) if each.accessibleName().startswith(name))

    def texts(self) -> list[str]:
        return [label.text() for label in self.visible(QLabel) if label.text()]

    def names(self) -> list[str]:
        return [button.accessibleName() or button.text() for button in self.visible(QAbstractButton)]


@pytest.fixture
def seat(qtbot: QtBot, deck: Deck) -> Seat:
    return Seat(qtbot, deck)


def test_one_press_or_one_key_begins_to_listen(seat: Seat) -> None:
    seat.ask()
    seat.button("Zeg het woord").click()
    seat.press(Qt.Key.Key_M, Qt.Key.Key_Space)
    assert seat.asked == ["speak"] * 3


def test_a_key_that_is_held_down_counts_once(seat: Seat) -> None:
    seat.ask()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier, "m", True)
    QApplication.sendEvent(seat.page, held)
    assert seat.asked == []


def test_after_the_word_was_heard_space_says_it_again_and_m_speaks_again(seat: Seat) -> None:
    seat.ask()
    seat.compare(take(1), take(1))
    seat.press(Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_S, Qt.Key.Key_M)
    assert seat.asked == ["word", "word", "own", "slow", "speak"]


def test_space_ends_a_recording_that_it_could_have_begun(seat: Seat) -> None:
    seat.ask()
    seat.page.show_revealed()
    seat.page.show_listening(Listening.HEARING)
    seat.press(Qt.Key.Key_Space)
    assert seat.asked == ["speak"]


def test_enter_presses_the_button_that_has_the_focus(seat: Seat) -> None:
    seat.ask()
    seat.button("Zeg het woord").setFocus()
    QTest.keyClick(seat.page.focusWidget(), Qt.Key.Key_Return)
    assert seat.asked == ["speak"]


def test_each_button_beside_the_waveforms_does_what_it_is_called(seat: Seat) -> None:
    seat.ask()
    seat.compare(take(1), take(1))
    for name in ("Hoor het woord", "Langzaam", "Hoor jezelf", "Zeg het nog een keer"):
        seat.button(name).click()
    assert seat.asked == ["word", "slow", "own", "speak"]


def test_what_the_microphone_does_is_a_picture_a_word_and_a_name(seat: Seat) -> None:
    seat.ask()
    button = seat.visible(VoiceButton)[0]
    looks = set()
    for listening, says in (
        (Listening.IDLE, ""),
        (Listening.OPENING, "Wacht even"),
        (Listening.HEARING, "Zeg het nu"),
        (Listening.THINKING, "Wacht even"),
    ):
        seat.page.show_listening(listening)
        assert not says or says in seat.texts()
        assert says in button.accessibleName()
        grey = button.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)  # held while its bits are read
        looks.add(bytes(grey.constBits()))
    assert len(looks) == 3  # told apart without colour


def test_the_ring_grows_with_the_voice(qtbot: QtBot) -> None:
    button = VoiceButton()
    qtbot.addWidget(button)
    button.show_listening(Listening.HEARING)
    inked = []
    for level in (0.1, 0.5, 1.0):
        button.show_level(level)
        image = button.grab().toImage()
        inked.append(sum(image.pixelColor(x, 92).name().upper() == COLOURS.primary_soft for x in range(image.width())))
    assert inked == sorted(set(inked))


def test_nothing_moves_where_nothing_is_going_on(qtbot: QtBot) -> None:
    button = VoiceButton()
    qtbot.addWidget(button)
    button.show_listening(Listening.HEARING)
    assert not button.is_moving  # nobody sees it
    button.show()
    assert button.is_moving
    button.show_listening(Listening.IDLE)
    assert not button.is_moving
    button.show_listening(Listening.OPENING)
    button.hide()
    assert not button.is_moving


def drawn_until(waveform: Waveform) -> float:
    """Where the drawing ends, as a part of the width."""
    image = waveform.grab().toImage()
    middle = image.height() // 2
    ground = QImage(1, 1, image.format())
    ground.fill(COLOURS.card)
    inside = range(20, image.width() - 20)
    return max(x for x in inside if image.pixelColor(x, middle) != ground.pixelColor(0, 0)) / image.width()


def test_both_sounds_are_drawn_at_the_same_scale_of_time(seat: Seat) -> None:
    seat.ask()
    seat.compare(take(0.5), take(1))
    model, own = seat.visible(Waveform)
    assert model.width() == own.width()
    assert math.isclose(drawn_until(model), drawn_until(own) / 2, abs_tol=0.05)


def test_time_runs_from_left_to_right_in_every_language(seat: Seat) -> None:
    seat.ask()
    seat.compare(take(0.5), take(1))
    before = drawn_until(seat.visible(Waveform)[0])
    seat.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert drawn_until(seat.visible(Waveform)[0]) == before


def test_nothing_says_how_well_it_was_spoken(seat: Seat) -> None:
    term = seat.ask()
    before = set(seat.texts())
    seat.compare(take(1), take(1))
    assert set(seat.texts()) - before <= {term.with_article, "Ik wist het", "Nog niet"}
    card = seat.visible(Waveform)[0].parentWidget().grab().toImage()
    colours = {card.pixelColor(x, y).name().upper() for x in range(card.width()) for y in range(0, card.height(), 3)}
    assert not colours & {COLOURS.right, COLOURS.right_soft, COLOURS.again_soft}


def test_saying_it_again_makes_room_for_the_microphone(seat: Seat) -> None:
    term = seat.ask()
    seat.compare(take(1), take(1))
    assert not seat.visible(VoiceButton)
    seat.page.show_takes(None, None)
    seat.page.show_listening(Listening.OPENING)
    assert seat.visible(VoiceButton)
    assert not seat.visible(Waveform)
    assert term.with_article in seat.texts()


def test_a_key_that_ends_a_recording_never_judges_instead(seat: Seat) -> None:
    seat.ask()
    seat.compare(take(1), take(1))
    seat.button("Zeg het nog een keer").setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    seat.page.show_takes(None, None)
    seat.page.show_listening(Listening.HEARING)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert seat.asked == ["speak", "speak"]


@pytest.mark.parametrize("trouble", Trouble)
def test_trouble_is_a_picture_and_a_sentence_that_can_be_heard(seat: Seat, trouble: Trouble) -> None:
    seat.ask()
    seat.page.show_trouble(trouble)
    seat.said.clear()
    told = next(
        label for label in seat.visible(SpokenLabel) if "microfoon" in label.label.text() or "hoorde" in label.label.text()
    )
    told.speaker.click()
    assert seat.said == [told.label.text()]
    pictures = [
        label for label in told.parentWidget().findChildren(QLabel) if label.isVisible() and not label.pixmap().isNull()
    ]
    assert pictures
    seat.page.show_listening(Listening.OPENING)
    assert not told.isVisible()


def test_that_nothing_was_heard_is_said_aloud(seat: Seat) -> None:
    seat.ask()
    seat.page.show_trouble(Trouble.NOTHING_HEARD)
    assert seat.said == ["Ik hoorde niets. Zeg het nog een keer."]


def test_a_broken_microphone_is_told_until_the_next_question(seat: Seat) -> None:
    seat.ask()
    seat.page.show_fault("De microfoon geeft geen geluid.")
    assert "De microfoon geeft geen geluid." in seat.texts()
    seat.ask()
    assert "De microfoon geeft geen geluid." not in seat.texts()


def test_the_page_holds_no_voice_once_it_is_forgotten(seat: Seat) -> None:
    seat.ask()
    own = take(1)
    held = weakref.ref(own)
    seat.compare(take(1), own)
    del own
    gc.collect()
    assert held() is not None
    seat.page.show_takes(None, None)
    gc.collect()
    assert held() is None


def test_without_microphone_a_mouth_says_what_to_do(seat: Seat) -> None:
    seat.ask(microphone=False)
    assert not seat.visible(VoiceButton)
    assert "Zeg het woord" in [label.accessibleName() for label in seat.visible(QLabel)]
    assert "Laat horen" in seat.names()
    seat.page.show_revealed()
    assert {"Hoor het woord", "Langzaam"} <= set(seat.names())
    assert not seat.visible(Waveform)


def test_without_sound_the_word_is_shown_and_nothing_promises_to_be_heard(seat: Seat) -> None:
    term = seat.ask(microphone=False, sound=False)
    assert "Laat zien" in seat.names()
    assert "Laat horen" not in seat.names()
    seat.page.show_revealed()
    assert term.with_article in seat.texts()
    assert not {"Hoor het woord", "Langzaam"} & set(seat.names())


def test_a_new_word_can_be_heard_slowly_and_in_the_words_of_the_work(seat: Seat) -> None:
    term = seat.ask(Form.MEET)
    seat.button("Langzaam").click()
    chunk = next(label for label in seat.visible(SpokenLabel) if label.label.text() == term.chunk)
    chunk.speaker.click()
    seat.press(Qt.Key.Key_S)
    assert seat.asked == ["slow", "chunk", "slow"]


def test_a_chunk_that_is_the_sentence_stands_there_once(seat: Seat) -> None:
    term = seat.ask(Form.MEET, term=replace(seat.deck.core[0], chunk="Zet je helm op", sentence="Zet je helm op!"))
    assert term.chunk not in seat.texts()
    assert term.sentence in seat.texts()


def test_the_right_word_can_be_heard_slowly_after_an_answer(seat: Seat) -> None:
    term = seat.ask(Form.PICTURE_CHOOSE_WORD)
    assert "Langzaam" not in seat.names()
    seat.page.show_feedback(False, seat.deck.core[1])
    seat.button("Langzaam").click()
    assert seat.asked == ["slow"]
    assert f"Dit is {term.with_article}." in seat.texts()
    seat.ask(Form.PICTURE_CHOOSE_WORD)
    assert "Langzaam" not in seat.names()


def states(seat: Seat, term: Term, language: str) -> Iterator[str]:
    seat.ask(Form.MEET, term=term, language=language)
    yield "meet"
    seat.ask(term=term)
    seat.page.show_listening(Listening.HEARING)
    yield "listening"
    seat.page.show_listening(Listening.IDLE)
    seat.page.show_revealed()
    yield "revealed"
    seat.compare(take(1), take(1))
    seat.page.show_trouble(Trouble.TOO_QUIET)
    yield "compared"
    seat.page.show_takes(None, None)
    seat.page.show_listening(Listening.HEARING)
    yield "again"
    seat.page.show_fault("De microfoon geeft geen geluid. Kijk of de stekker goed in de computer zit.")
    yield "broken"


def overlaps(seat: Seat) -> list[str]:
    """Texts that run into something else."""
    things = [each for kind in (QLabel, QAbstractButton, Waveform) for each in seat.visible(kind)]
    shown = [each for each in things if not isinstance(each, QLabel) or each.text()]
    places = [(each, each.rect().translated(each.mapTo(seat.page, each.rect().topLeft()))) for each in shown]
    return [
        each.text()
        for each, place in places
        for other, taken in places
        if isinstance(each, QLabel) and other is not each and place.intersects(taken)
    ]


def is_cut_off(label: QLabel) -> bool:
    metrics = QFontMetrics(label.font())
    parts = label.text().split() if label.wordWrap() else [label.text()]
    height = label.heightForWidth(label.width()) if label.wordWrap() else metrics.height()
    return height > label.height() + 1 or max(map(metrics.horizontalAdvance, parts)) > label.width() + 1


LONGEST = {
    "term": "het incontinentiemateriaal",
    "meaning": "Je maakt warm eten snel koud voor de koeling, meestal binnen vijf uur onder zeven graden.",
    "sentence": "Test de spanningstester voor en na het meten op een werkend stopcontact.",
    "chunk": "dampremmende folie aan de warme kant",
}
"""In the built-in decks."""


@pytest.mark.parametrize("size", [(1000, 620), (1024, 640), (1024, 768), (1366, 768), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("language", ["ar", "ti", "uk"])
def test_nothing_is_cut_off_on_any_screen(seat: Seat, size: tuple[int, int], language: str) -> None:
    mirrored = language == "ar"
    seat.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    seat.page.resize(*size)
    glosses = {"ar": "تقييم المخاطر قبل بدء العمل", "ti": "ናይ ቀዳማይ ረድኤት ሳንዱቕ", "uk": "першим прийшов — першим пішов"}
    article, word = LONGEST["term"].split()
    longest = replace(
        seat.deck.core[0],
        term=word,
        article=article,
        meaning=LONGEST["meaning"],
        sentence=LONGEST["sentence"],
        chunk=LONGEST["chunk"],
        glosses=glosses,
    )
    for term in (seat.deck.core[0], longest):
        for state in states(seat, term, language):
            assert (seat.page.width(), seat.page.height()) == size
            assert not [label.text() for label in seat.visible(QLabel) if label.text() and is_cut_off(label)], state
            assert not overlaps(seat), state
            for button in seat.visible(QAbstractButton):
                assert button.accessibleName()
                assert min(button.width(), button.height()) >= 72, (state, button.accessibleName())
                inside = button.parentWidget().rect().adjusted(-1, -1, 1, 1)
                assert inside.contains(button.geometry()), (state, button.accessibleName())
