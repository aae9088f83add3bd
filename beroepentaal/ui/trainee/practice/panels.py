"""The middle of the practice page, one panel for each form of exercise."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from beroepentaal.decks import Term
from beroepentaal.ui.theme import COLOURS, SPACE, TYPE
from beroepentaal.ui.trainee.practice.presenter import Question
from beroepentaal.ui.widgets.buttons import RoundButton
from beroepentaal.ui.widgets.pictures import icon
from beroepentaal.ui.widgets.reading_label import ReadingLabel
from beroepentaal.ui.widgets.spoken_label import Say, SpokenLabel
from beroepentaal.ui.widgets.tiles import Mark, Tile

LONGEST_AT_FULL_SIZE = 14
"""Characters of a term with its article."""


class Panel(QWidget):
    """Shows one question; knows how to show its answer."""

    chosen = Signal(object)
    replayRequested = Signal()
    sentenceRequested = Signal()

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

    def _shown_picture(self) -> Tile:
        """The asked term's picture, or where it has none its meaning: never the word itself, not even to a screen reader."""
        term = self._question.exercise.term
        tile = Tile(term.meaning, picture=self._picture(term), size=QSize(340, 340), parent=self)
        tile.setEnabled(False)
        tile.setMaximumSize(420, 420)
        return tile

    def _word(self) -> QLabel:
        text = self._question.exercise.term.with_article
        word = ReadingLabel(text, "term" if len(text) <= LONGEST_AT_FULL_SIZE else "long-term", self)
        word.setWordWrap(True)
        return word


class MeetPanel(Panel):
    """A new term with all the help there is."""

    def __init__(self, question: Question, pictures: Path, say: Say) -> None:
        super().__init__(question, pictures, say)
        term = question.exercise.term
        heading = QHBoxLayout()
        heading.setSpacing(SPACE.s)
        heading.addWidget(self._replay_button(88))
        heading.addWidget(self._word(), 1)
        text = QVBoxLayout()
        text.setSpacing(SPACE.m)
        text.addStretch(1)
        text.addLayout(heading)
        if question.gloss:
            text.addWidget(Gloss(question))
        text.addWidget(SpokenLabel(term.meaning, say, parent=self))
        sentence = SpokenLabel(term.sentence, lambda _: self.sentenceRequested.emit(), role="soft", parent=self)
        text.addWidget(sentence)
        text.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.l)
        row.addWidget(self._shown_picture(), 2)
        row.addLayout(text, 3)


class Gloss(QWidget):
    """The translation, with a sign and a word where nobody has checked it."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        gloss = ReadingLabel(question.gloss, parent=self)
        size = TYPE.title * (TYPE.ethiopic if question.language == "ti" else 1)
        gloss.setStyleSheet(f"font-size: {size}pt; color: {COLOURS.primary};")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(gloss)
        if not question.gloss_is_checked:
            sign = QLabel(self)
            sign.setPixmap(icon("question", COLOURS.ink_soft, 28).pixmap(28))
            note = QLabel(self.tr("niet nagekeken"), self)
            note.setProperty("role", "soft")
            row.addWidget(sign)
            row.addWidget(note)
        row.addStretch(1)


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


class SayPanel(Panel):
    """The picture is shown; the trainee says the word, then hears and sees it."""

    def __init__(self, question: Question, pictures: Path, say: Say) -> None:
        super().__init__(question, pictures, say)
        self._answer = QFrame(self)
        self._answer.setProperty("role", "card")
        row = QHBoxLayout(self._answer)
        row.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        row.setSpacing(SPACE.m)
        row.addWidget(self._replay_button(88))
        row.addWidget(self._word(), 1)
        self._mouth = QLabel(self)
        self._mouth.setPixmap(icon("mouth", COLOURS.primary, 160).pixmap(160))
        self._mouth.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._mouth.setAccessibleName(self.tr("Zeg het woord"))
        side = QVBoxLayout()
        side.addWidget(self._mouth)
        side.addWidget(self._answer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.l)
        row.addWidget(self._shown_picture(), 1)
        row.addLayout(side, 1)
        self._answer.hide()

    def show_revealed(self) -> None:
        self._mouth.hide()
        self._answer.show()
