"""The practice page: one question, its answer, and one way on."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Take, Trouble
from beroepentaal.decks import Term
from beroepentaal.learning.exercises import Form
from beroepentaal.ui.theme import COLOURS, SPACE
from beroepentaal.ui.trainee.practice.own_voice import Listening
from beroepentaal.ui.trainee.practice.panels import ChoosePicturePanel, ChooseWordPanel, MeetPanel, Panel
from beroepentaal.ui.trainee.practice.presenter import Question
from beroepentaal.ui.trainee.practice.say_panel import SayPanel
from beroepentaal.ui.trainee.practice.saying import TroubleStrip
from beroepentaal.ui.widgets.buttons import RoundButton
from beroepentaal.ui.widgets.page import Page
from beroepentaal.ui.widgets.pictures import icon
from beroepentaal.ui.widgets.spoken_label import Say, SpokenAction, SpokenLabel

_PANELS: dict[Form, type[Panel]] = {
    Form.MEET: MeetPanel,
    Form.HEAR_CHOOSE_PICTURE: ChoosePicturePanel,
    Form.PICTURE_CHOOSE_WORD: ChooseWordPanel,
    Form.PICTURE_SAY: SayPanel,
}
FORMS = frozenset(_PANELS)
"""The exercises that this page can show."""


class PracticePage(Page):
    choiceRequested = Signal(object)
    continueRequested = Signal()
    knewRequested = Signal(bool)
    replayRequested = Signal()
    slowRequested = Signal()
    sentenceRequested = Signal()
    chunkRequested = Signal()
    speakRequested = Signal()
    ownRequested = Signal()
    textRequested = Signal(str)
    leaveRequested = Signal()

    def __init__(self, pictures: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._panel: Panel | None = None
        self._question: Question | None = None
        self._say = self.textRequested.emit
        self._listening = Listening.IDLE
        self.body.setSpacing(SPACE.s)
        self._add_head()
        self._middle = QVBoxLayout()
        self.body.addLayout(self._middle, 1)
        self._add_foot()

    def _add_head(self) -> None:
        """What to do, or in its place what went wrong; and how far the lesson is."""
        leave = RoundButton("home", self.tr("Stoppen"), parent=self)
        leave.clicked.connect(self.leaveRequested)
        self._prompt = SpokenLabel("", self._say, role="title", centred=True, parent=self)
        self._trouble = TroubleStrip(self._say, self)
        self._told = QStackedLayout()
        self._told.addWidget(self._prompt)
        self._told.addWidget(self._trouble)
        self._done = QProgressBar(self)
        self._done.setRange(0, 1000)
        self._done.setTextVisible(False)
        self._done.setAccessibleName(self.tr("Hoe ver in deze les"))
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(leave)
        head.addLayout(self._told, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._done)

    def _add_foot(self) -> None:
        """Either the way on, with what was right or not; or the two ways to judge oneself."""
        self._actions = {
            "continue": SpokenAction("next", self.tr("Verder"), self._say),
            "confirm": SpokenAction("check", self.tr("Dit is het"), self._say),
            "hear": SpokenAction("ear", self.tr("Laat horen"), self._say),
            "see": SpokenAction("eye", self.tr("Laat zien"), self._say),
        }
        way_on = QWidget()
        row = QHBoxLayout(way_on)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        self._feedback = Feedback(self._say)
        self._feedback.slow.clicked.connect(self.slowRequested)
        row.addWidget(self._feedback, 1)
        for action in self._actions.values():
            action.clicked.connect(self.continueRequested)
            row.addWidget(action)
        judge = QWidget()
        row = QHBoxLayout(judge)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        for number, (name, text, knew) in enumerate(
            (("check", self.tr("Ik wist het"), True), ("again", self.tr("Nog niet"), False)), 1
        ):
            action = SpokenAction(name, text, self._say, primary=False)
            QShortcut(QKeySequence(str(number)), action.button, action.button.click)
            action.clicked.connect(lambda _checked=False, knew=knew: self.knewRequested.emit(knew))
            row.addWidget(action, 1)
        self._foot = QStackedLayout()
        self._foot.addWidget(way_on)
        self._foot.addWidget(judge)
        self.body.addLayout(self._foot)
        self._offer("")

    def show_question(self, question: Question) -> None:
        form = question.exercise.form
        self._question = question
        self._prompt.set_text(self._prompt_text(form))
        self._told.setCurrentWidget(self._prompt)
        self._done.setValue(round(question.done * 1000))
        panel = _PANELS[form](question, self._pictures, self._say)
        panel.chosen.connect(self.choiceRequested)
        panel.replayRequested.connect(self.replayRequested)
        panel.slowRequested.connect(self.slowRequested)
        panel.sentenceRequested.connect(self.sentenceRequested)
        panel.chunkRequested.connect(self.chunkRequested)
        panel.speakRequested.connect(self.speakRequested)
        panel.ownRequested.connect(self.ownRequested)
        if self._panel:
            self._panel.hide()
            self._middle.removeWidget(self._panel)
            self._panel.deleteLater()
        self._panel = panel
        self._middle.addWidget(panel)
        self._feedback.clear()
        reveal = "hear" if question.with_sound else "see"
        self._offer({Form.MEET: "continue", Form.PICTURE_SAY: reveal, Form.PICTURE_CHOOSE_WORD: "confirm"}.get(form, ""))
        self._actions["confirm"].button.setEnabled(False)
        self.setFocus()

    def show_selected(self, term: Term) -> None:
        if self._panel:
            self._panel.show_selected(term)
        self._actions["confirm"].button.setEnabled(True)

    def show_revealed(self) -> None:
        if self._panel:
            self._panel.show_revealed()
        self._told.setCurrentWidget(self._prompt)
        self._foot.setCurrentIndex(1)
        self.setFocus()

    def show_listening(self, listening: Listening) -> None:
        self._listening = listening
        if self._panel:
            self._panel.show_listening(listening)
        if listening is not Listening.IDLE:
            self._told.setCurrentWidget(self._prompt)

    def show_level(self, level: float) -> None:
        if self._panel:
            self._panel.show_level(level)

    def show_takes(self, model: Take | None, own: Take | None) -> None:
        if self._panel:
            self._panel.show_takes(model, own)

    def show_trouble(self, trouble: Trouble) -> None:
        picture, sentence = {
            Trouble.NOTHING_HEARD: ("ear-off", self.tr("Ik hoorde niets. Zeg het nog een keer.")),
            Trouble.TOO_QUIET: ("nearer", self.tr("Dat was zacht. Kom dichter bij de microfoon.")),
            Trouble.TOO_LOUD: ("farther", self.tr("Dat was hard. Ga verder van de microfoon.")),
        }[trouble]
        self._show_trouble(picture, sentence, aloud=trouble is Trouble.NOTHING_HEARD)

    def show_fault(self, sentence: str) -> None:
        self._show_trouble("microphone-off", sentence, aloud=True)

    def _show_trouble(self, picture: str, sentence: str, *, aloud: bool) -> None:
        """aloud: when nothing else is heard."""
        self._trouble.show_sentence(picture, sentence)
        self._told.setCurrentWidget(self._trouble)
        if aloud:
            self._say(sentence)

    def show_feedback(self, right: bool, chosen: Term) -> None:
        if not self._panel or not self._question:
            return
        self._panel.show_feedback(chosen)
        self._feedback.show_feedback(right, self._question.exercise.term, self._question.with_sound)
        self._offer("continue")
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():  # a key held down would start and stop the microphone
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton):
                focused.click()
            else:
                self.continueRequested.emit()
        elif signal := self._signal_of(event.key()):
            signal.emit()
        else:
            super().keyPressEvent(event)

    def _signal_of(self, key: int) -> SignalInstance | None:
        return {
            Qt.Key.Key_Space: self.speakRequested if self._is_for_speaking() else self.replayRequested,
            Qt.Key.Key_A: self.replayRequested,
            Qt.Key.Key_B: self.ownRequested,
            Qt.Key.Key_M: self.speakRequested,
            Qt.Key.Key_S: self.slowRequested,
            Qt.Key.Key_Escape: self.leaveRequested,
        }.get(Qt.Key(key))

    def _is_for_speaking(self) -> bool:
        """Whether the largest key speaks: once the word was heard it says that again, as it does everywhere."""
        is_asked = self._question is not None and self._question.with_microphone and self._foot.currentIndex() == 0
        return is_asked or self._listening is not Listening.IDLE

    def _offer(self, name: str) -> None:
        self._foot.setCurrentIndex(0)
        for each, action in self._actions.items():
            action.setVisible(each == name)

    def _prompt_text(self, form: Form) -> str:
        return {
            Form.MEET: self.tr("Een nieuw woord"),
            Form.HEAR_CHOOSE_PICTURE: self.tr("Welk plaatje hoort erbij?"),
            Form.PICTURE_CHOOSE_WORD: self.tr("Welk woord hoort erbij?"),
            Form.PICTURE_SAY: self.tr("Hoe heet dit? Zeg het hardop."),
        }[form]


class Feedback(QFrame):
    """Whether it was right, and what is right; the place stays when it is empty, so nothing jumps."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self._sign = QLabel(self)
        self._text = SpokenLabel("", say, parent=self)
        self.slow = RoundButton("slow", self.tr("Langzaam"), parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.xs, SPACE.m, SPACE.xs)
        row.setSpacing(SPACE.m)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self.slow)
        self.setMinimumHeight(SPACE.target + 2 * SPACE.xs)
        self.clear()

    def clear(self) -> None:
        self._paint("")
        self._sign.hide()
        self._text.hide()
        self.slow.hide()

    def show_feedback(self, right: bool, term: Term, with_sound: bool) -> None:
        self._paint("right" if right else "again")
        name, colour = ("check", COLOURS.right) if right else ("again", COLOURS.again)
        self._sign.setPixmap(icon(name, colour, 44).pixmap(44))
        text = self.tr("Goed! {term}") if right else self.tr("Dit is {term}.")
        self._text.set_text(text.format(term=term.with_article))
        self._sign.show()
        self._text.show()
        self.slow.setVisible(with_sound)

    def _paint(self, role: str) -> None:
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)
