"""The middle of the practice page, one panel for each form of exercise."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Take
from beroepentaal.decks import Term
from beroepentaal.ui.theme import COLOURS, SPACE, TYPE
from beroepentaal.ui.trainee.practice.own_voice import Listening
from beroepentaal.ui.trainee.practice.presenter import Question
from beroepentaal.ui.widgets.buttons import RoundButton
from beroepentaal.ui.widgets.pictures import icon
from beroepentaal.ui.widgets.reading_label import ReadingLabel
from beroepentaal.ui.widgets.spoken_label import Say, SpokenLabel
from beroepentaal.ui.widgets.tiles import Mark, Tile

LONGEST_AT_FULL_SIZE = 14
"""Characters of a term with its article."""
LONGEST_ON_ONE_LINE = 22
"""Characters of one word of it, beside two buttons on the smallest screen."""
PICTURE = 420
"""Pixels at most, of the picture that a question is about."""


class Panel(QWidget):
    """Shows one question; knows how to show its answer."""

    chosen = Signal(object)
    replayRequested = Signal()
    slowRequested = Signal()
    sentenceRequested = Signal()
    chunkRequested = Signal()
    speakRequested = Signal()
    ownRequested = Signal()

    def __init__(self, question: Question, pictures: Path, say: Say) -> None:
        super().__init__()
        self._question = question
        self._pictures = pictures / question.deck
        self._say = say
        self._choices: dict[str, Tile] = {}

    def show_selected(self, term: Term) -> None:
        for name, tile in self._choices.items():
            tile.set_mark(Mark.CHOSEN if name == term.id else Mark.NONE)

    def show_revealed(self) -> None:
        """Shows the word that was asked for."""

    def show_listening(self, listening: Listening) -> None:
        """Shows what the microphone does."""

    def show_level(self, level: float) -> None:
        """Shows how loud it is at the microphone."""

    def show_takes(self, model: Take | None, own: Take | None) -> None:
        """Shows both, to compare; or nothing to compare any longer."""

    def show_feedback(self, chosen: Term) -> None:
        right = self._question.exercise.term
        for term in self._question.exercise.choices:
            tile = self._choices[term.id]
            tile.setEnabled(False)
            if term.id == right.id:
                tile.set_mark(Mark.RIGHT, right.with_article)
            elif term.id == chosen.id:
                tile.set_mark(Mark.OTHER, chosen.with_article)
            else:
                tile.set_mark(Mark.FADED)

    def _picture(self, term: Term) -> Path | None:
        return self._pictures / term.picture if term.picture else None

    def _add_choice(self, term: Term, tile: Tile) -> None:
        self._choices[term.id] = tile
        tile.clicked.connect(lambda: self.chosen.emit(term))

    def _replay_button(self, size: int) -> RoundButton:
        replay = RoundButton("speaker", self.tr("Hoor het woord"), size, self)
        replay.clicked.connect(self.replayRequested)
        return replay

    def _slow_button(self) -> RoundButton:
        slow = RoundButton("slow", self.tr("Langzaam"), parent=self)
        slow.clicked.connect(self.slowRequested)
        return slow

    def _shown_picture(self) -> Tile:
        """The asked term's picture, or where it has none its meaning: never the word itself, not even to a screen reader."""
        term = self._question.exercise.term
        tile = Tile(term.meaning, picture=self._picture(term), size=QSize(340, 340), parent=self)
        tile.setEnabled(False)
        tile.setMaximumSize(PICTURE, PICTURE)
        return tile

    def _word(self) -> QLabel:
        text = self._question.exercise.term.with_article
        word = ReadingLabel(text, "term" if len(text) <= LONGEST_AT_FULL_SIZE else "long-term", self)
        if max(map(len, text.split())) > LONGEST_ON_ONE_LINE:
            word.setStyleSheet(f"font-size: {TYPE.button}pt;")
        word.setWordWrap(True)
        return word


class MeetPanel(Panel):
    """A new term with all the help there is."""

    def __init__(self, question: Question, pictures: Path, say: Say) -> None:
        super().__init__(question, pictures, say)
        shown = QVBoxLayout()
        shown.setSpacing(SPACE.xs)
        shown.addStretch(1)
        shown.addWidget(self._shown_picture(), 100)
        if question.gloss:
            shown.addWidget(Gloss(question))
        shown.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.l)
        row.addLayout(shown, 1)
        row.addLayout(self._text(), 2)

    def _text(self) -> QVBoxLayout:
        term = self._question.exercise.term
        heading = QHBoxLayout()
        heading.setSpacing(SPACE.s)
        heading.addWidget(self._replay_button(SPACE.target))
        if self._question.with_sound:
            heading.addWidget(self._slow_button())
        heading.addWidget(self._word(), 1)
        text = QVBoxLayout()
        text.setSpacing(SPACE.s)
        text.addStretch(1)
        text.addLayout(heading)
        text.addWidget(SpokenLabel(term.meaning, self._say, parent=self))
        if term.chunk and _bare(term.chunk) != _bare(term.sentence):
            text.addWidget(SpokenLabel(term.chunk, lambda _: self.chunkRequested.emit(), parent=self))
        text.addWidget(SpokenLabel(term.sentence, lambda _: self.sentenceRequested.emit(), role="soft", parent=self))
        text.addStretch(1)
        return text


def _bare(text: str) -> str:
    return text.casefold().strip(" .!")


class Gloss(QWidget):
    """The translation, with a sign and a word where nobody has checked it."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        gloss = QLabel(question.gloss, self)
        gloss.setTextFormat(Qt.TextFormat.PlainText)
        gloss.setAlignment(Qt.AlignmentFlag.AlignCenter)
        gloss.setWordWrap(True)
        size = TYPE.title * (TYPE.ethiopic if question.language == "ti" else 1)
        gloss.setStyleSheet(f"font-size: {size}pt; color: {COLOURS.primary};")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(gloss)
        if not question.gloss_is_checked:
            column.addLayout(self._unchecked())

    def _unchecked(self) -> QHBoxLayout:
        sign = QLabel(self)
        sign.setPixmap(icon("question", COLOURS.ink_soft, 28).pixmap(28))
        note = QLabel(self.tr("niet nagekeken"), self)
        note.setProperty("role", "soft")
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addStretch(1)
        row.addWidget(sign)
        row.addWidget(note)
        row.addStretch(1)
        return row


class ChoosePicturePanel(Panel):
    """The word is heard, or read where there is no sound; which picture is it?"""

    def __init__(self, question: Question, pictures: Path, say: Say) -> None:
        super().__init__(question, pictures, say)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        asked = self._replay_button(104) if question.with_sound else self._word()
        column.addWidget(asked, 0, Qt.AlignmentFlag.AlignHCenter)
        grid = QGridLayout()
        grid.setSpacing(SPACE.m)
        for place, term in enumerate(question.exercise.choices):
            tile = Tile(self.tr("Plaatje {number}").format(number=place + 1), picture=self._picture(term), key=place + 1)
            if not term.picture:
                tile.setAccessibleName(term.with_article)
            self._add_choice(term, tile)
            grid.addWidget(tile, place // 4, place % 4)
        column.addLayout(grid, 1)

    def show_feedback(self, chosen: Term) -> None:
        super().show_feedback(chosen)
        for term in self._question.exercise.choices:
            self._choices[term.id].setAccessibleName(term.with_article)


class ChooseWordPanel(Panel):
    """The picture is shown; which of the spoken words is it?"""

    def __init__(self, question: Question, pictures: Path, say: Say) -> None:
        super().__init__(question, pictures, say)
        words = QGridLayout()
        words.setSpacing(SPACE.m)
        columns = 1 if len(question.exercise.choices) < 4 else 2
        for place, term in enumerate(question.exercise.choices):
            name = self.tr("Woord {number}").format(number=place + 1) if question.with_sound else term.with_article
            speaker = "speaker" if question.with_sound else ""
            tile = Tile(name, icon_name=speaker, key=place + 1, parent=self)
            tile.setMaximumHeight(170)
            self._add_choice(term, tile)
            words.addWidget(tile, place // columns, place % columns)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.l)
        row.addWidget(self._shown_picture(), 1)
        row.addLayout(words, 1)
