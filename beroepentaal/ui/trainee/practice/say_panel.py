"""The question in which a trainee says the word, and then hears it beside himself."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Take
from beroepentaal.ui.theme import COLOURS, SPACE
from beroepentaal.ui.trainee.practice.own_voice import Listening
from beroepentaal.ui.trainee.practice.panels import PICTURE, Panel
from beroepentaal.ui.trainee.practice.presenter import Question
from beroepentaal.ui.trainee.practice.saying import Comparison, VoiceButton
from beroepentaal.ui.widgets.pictures import icon
from beroepentaal.ui.widgets.spoken_label import Say


class SayPanel(Panel):
    """The picture is shown; the trainee says the word, then hears and sees it, and himself where there is a microphone."""

    def __init__(self, question: Question, pictures: Path, say: Say) -> None:
        super().__init__(question, pictures, say)
        self._buttons = [self._replay_button(SPACE.target), self._slow_button()]
        self._voice = VoiceButton(self)
        self._voice.clicked.connect(self.speakRequested)
        self._caption = QLabel(self)
        self._comparison = Comparison(self)
        self._answer = self._answer_card()
        self._speaking = self._speaking_place()
        beside = QWidget(self)
        beside.setMaximumHeight(PICTURE)
        side = QVBoxLayout(beside)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SPACE.s)
        side.addWidget(self._answer)
        side.addWidget(self._speaking, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.l)
        row.addWidget(self._shown_picture(), 1)
        row.addWidget(beside, 2)
        self._answer.hide()

    def _answer_card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        heading = QHBoxLayout()
        heading.setSpacing(SPACE.s)
        for button in self._buttons:
            button.setVisible(self._question.with_sound)
            heading.addWidget(button)
        heading.addWidget(self._word(), 1)
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        column.setSpacing(SPACE.s)
        column.addLayout(heading)
        column.addWidget(self._comparison, 1)
        self._comparison.hide()
        self._comparison.replayRequested.connect(self.replayRequested)
        self._comparison.slowRequested.connect(self.slowRequested)
        self._comparison.ownRequested.connect(self.ownRequested)
        self._comparison.speakRequested.connect(self.speakRequested)
        return card

    def _speaking_place(self) -> QWidget:
        """The microphone, with what it does in words too; without one a mouth says what to do."""
        place = QWidget(self)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        if self._question.with_microphone:
            column.addWidget(self._voice, 0, Qt.AlignmentFlag.AlignHCenter)
            self._caption.setProperty("role", "title")
            self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(self._caption)
        else:
            self._voice.hide()
            mouth = QLabel(place)
            mouth.setPixmap(icon("mouth", COLOURS.primary, 160).pixmap(160))
            mouth.setAlignment(Qt.AlignmentFlag.AlignCenter)
            mouth.setAccessibleName(self.tr("Zeg het woord"))
            column.addWidget(mouth)
        column.addStretch(1)
        return place

    def show_revealed(self) -> None:
        self._answer.show()
        self._speaking.setVisible(self._question.with_microphone and self._comparison.isHidden())

    def show_listening(self, listening: Listening) -> None:
        self._voice.show_listening(listening)
        self._caption.setText("" if listening is Listening.IDLE else self._voice.accessibleName())

    def show_level(self, level: float) -> None:
        self._voice.show_level(level)

    def show_takes(self, model: Take | None, own: Take | None) -> None:
        self._comparison.show_takes(model, own)
        self._comparison.setVisible(own is not None)
        self._speaking.setVisible(own is None)
        for button in self._buttons:
            button.setVisible(own is None and self._question.with_sound)
