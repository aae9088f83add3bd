"""The practice page: one question, its answer, and one way on."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from beroepentaal.decks import Term
from beroepentaal.learning.exercises import Form
from beroepentaal.ui.theme import COLOURS, SPACE
from beroepentaal.ui.trainee.practice.panels import ChoosePicturePanel, ChooseWordPanel, MeetPanel, Panel, SayPanel
from beroepentaal.ui.trainee.practice.presenter import Question
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
    sentenceRequested = Signal()
    textRequested = Signal(str)
    leaveRequested = Signal()

    def __init__(self, pictures: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._panel: Panel | None = None
        self._question: Question | None = None
        self._say = self.textRequested.emit
        self._add_head()
        self._prompt = SpokenLabel("", self._say, role="title", centred=True, parent=self)
        self.body.addWidget(self._prompt)
        self._middle = QVBoxLayout()
        self.body.addLayout(self._middle, 1)
        self._add_foot()

    def _add_head(self) -> None:
        leave = RoundButton("home", self.tr("Stoppen"), parent=self)
        leave.clicked.connect(self.leaveRequested)
        self._done = QProgressBar(self)
        self._done.setRange(0, 1000)
        self._done.setTextVisible(False)
        self._done.setAccessibleName(self.tr("Hoe ver in deze les"))
        head = QHBoxLayout()
        head.setSpacing(SPACE.m)
        head.addWidget(leave)
        head.addWidget(self._done, 1)
        self.body.addLayout(head)

    def _add_foot(self) -> None:
        """Either the way on, with what was right or not; or the two ways to judge oneself."""
        self._actions = {
            "continue": SpokenAction("next", self.tr("Verder"), self._say),
            "confirm": SpokenAction("check", self.tr("Dit is het"), self._say),
            "reveal": SpokenAction("eye", self.tr("Laat horen"), self._say),
        }
        way_on = QWidget()
        row = QHBoxLayout(way_on)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        self._feedback = Feedback(self._say)
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

    def show_question(self, question: Question) -> None:
        form = question.exercise.form
        self._question = question
        self._prompt.set_text(self._prompt_text(form))
        self._done.setValue(round(question.done * 1000))
        panel = _PANELS[form](question, self._pictures, self._say)
        panel.chosen.connect(self.choiceRequested)
        panel.replayRequested.connect(self.replayRequested)
        panel.sentenceRequested.connect(self.sentenceRequested)
        if self._panel:
            self._panel.hide()
            self._middle.removeWidget(self._panel)
            self._panel.deleteLater()
        self._panel = panel
        self._middle.addWidget(panel)
        self._feedback.clear()
        self._offer({Form.MEET: "continue", Form.PICTURE_SAY: "reveal", Form.PICTURE_CHOOSE_WORD: "confirm"}.get(form, ""))
        self._actions["confirm"].button.setEnabled(False)
        self.setFocus()

    def show_selected(self, term: Term) -> None:
        if self._panel:
            self._panel.show_selected(term)
        self._actions["confirm"].button.setEnabled(True)

    def show_revealed(self) -> None:
        if self._panel:
            self._panel.show_revealed()
        self._foot.setCurrentIndex(1)
        self.setFocus()

    def show_feedback(self, right: bool, chosen: Term) -> None:
        if not self._panel or not self._question:
            return
        self._panel.show_feedback(chosen)
        self._feedback.show_feedback(right, self._question.exercise.term)
        self._offer("continue")
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.continueRequested.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.replayRequested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.leaveRequested.emit()
        else:
            super().keyPressEvent(event)

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
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.xs, SPACE.m, SPACE.xs)
        row.setSpacing(SPACE.m)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        self.setMinimumHeight(SPACE.target + 2 * SPACE.xs)
        self.clear()

    def clear(self) -> None:
        self._paint("")
        self._sign.hide()
        self._text.hide()

    def show_feedback(self, right: bool, term: Term) -> None:
        self._paint("right" if right else "again")
        name, colour = ("check", COLOURS.right) if right else ("again", COLOURS.again)
        self._sign.setPixmap(icon(name, colour, 44).pixmap(44))
        text = self.tr("Goed! {term}") if right else self.tr("Dit is {term}.")
        self._text.set_text(text.format(term=term.with_article))
        self._sign.show()
        self._text.show()

    def _paint(self, role: str) -> None:
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)
