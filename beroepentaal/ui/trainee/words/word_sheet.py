"""All there is to see and hear of one word: its picture, its translation, and how it is used at work."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Part, Utterance, said
from beroepentaal.ui.theme import COLOURS, SPACE
from beroepentaal.ui.trainee.words.presenter import Word
from beroepentaal.ui.trainee.words.signs import WarningSign
from beroepentaal.ui.widgets.buttons import RoundButton
from beroepentaal.ui.widgets.gloss import GlossLabel
from beroepentaal.ui.widgets.pictures import icon
from beroepentaal.ui.widgets.reading_label import ReadingLabel
from beroepentaal.ui.widgets.spoken_label import SpokenLabel
from beroepentaal.ui.widgets.tiles import Tile

LONGEST_AT_FULL_SIZE = 14
"""Characters of a term with its article."""
WIDEST_WITHOUT_PICTURE = 860
SIGN = 44
KIND = 32
"""Pixels."""

Utter = Callable[[Utterance], None]


class WordSheet(QWidget):
    def __init__(self, word: Word, pictures: Path, utter: Utter) -> None:
        """pictures: of the deck."""
        super().__init__()
        self._word = word
        self._term = word.card.term
        self._utter = utter
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.l)
        warning = self._warning() if self._term.safety else None
        if self._term.picture:
            row.addLayout(self._side(pictures / self._term.picture, warning), 2)
            row.addWidget(self._text(None), 3)
        else:
            row.addWidget(self._card(self._text(warning)), 0, Qt.AlignmentFlag.AlignTop)

    def _side(self, picture: Path, warning: QWidget | None) -> QVBoxLayout:
        tile = Tile(self._term.with_article, picture=picture, size=QSize(340, 340), parent=self)
        tile.setEnabled(False)
        tile.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # it can be swiped away like the rest
        tile.setMaximumHeight(480)
        column = QVBoxLayout()
        column.setSpacing(SPACE.s)
        column.addWidget(tile, 1)
        if warning:
            column.addWidget(warning)
        column.addStretch()
        return column

    def _card(self, text: QWidget) -> QFrame:
        """Without a picture the words have the page to themselves."""
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setMaximumWidth(WIDEST_WITHOUT_PICTURE)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(SPACE.m, SPACE.xs, SPACE.m, SPACE.xs)
        inside.addWidget(text)
        return card

    def _warning(self) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "notice")
        row = QHBoxLayout(frame)
        row.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.xs)
        row.setSpacing(SPACE.s)
        row.addWidget(WarningSign(SIGN, frame))
        say = lambda text: self._utter(Utterance(text))  # noqa: E731
        row.addWidget(SpokenLabel(self.tr("Let op: veiligheid"), say, parent=frame), 1)
        return frame

    def _text(self, warning: QWidget | None) -> QWidget:
        word, term = self._word, self._term
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(self._heading())
        help_row = QHBoxLayout()
        help_row.setSpacing(SPACE.s)
        if word.gloss:
            help_row.addWidget(GlossLabel(word.gloss, word.language, word.gloss_is_checked, text), 1)
        if warning:
            help_row.addWidget(warning, 0 if word.gloss else 1)
        column.addLayout(help_row)
        for name, title, utterance in (
            ("book", self.tr("Wat het is"), Utterance(term.meaning)),
            ("talk", self.tr("In een zin"), said(word.deck, term, Part.SENTENCE)),
            ("mouth", self.tr("Zo zeg je het"), said(word.deck, term, Part.CHUNK)),
            ("many", self.tr("Meer dan één"), Utterance(term.plural)),
        ):
            if utterance.text:
                column.addWidget(_Line(name, title, utterance, self._utter, text))
        column.addStretch(1)
        return text

    def _heading(self) -> QHBoxLayout:
        word, term = self._word, self._term
        label = ReadingLabel(word.card.word, "term" if len(term.with_article) <= LONGEST_AT_FULL_SIZE else "long-term", self)
        label.setAccessibleName(term.with_article)
        label.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        for name, title, size, slow in (
            ("speaker", self.tr("Hoor het woord"), 88, False),
            ("slow", self.tr("Hoor het woord langzaam"), SPACE.target, True),
        ):
            button = RoundButton(name, title, size, self)
            utterance = said(word.deck, term, slow=slow)
            button.clicked.connect(lambda _checked=False, utterance=utterance: self._utter(utterance))
            row.addWidget(button)
        row.addWidget(label, 1)
        return row


class _Line(QWidget):
    """A text with its loudspeaker, and a sign of what it tells."""

    def __init__(self, name: str, title: str, utterance: Utterance, utter: Utter, parent: QWidget) -> None:
        super().__init__(parent)
        speaker = RoundButton("speaker", f"{title}: {utterance.text}", parent=self)
        speaker.clicked.connect(lambda: utter(utterance))
        sign = QLabel(self)
        sign.setPixmap(icon(name, COLOURS.ink_soft, KIND).pixmap(KIND))
        sign.setToolTip(title)
        text = ReadingLabel(utterance.text, parent=self)
        text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(speaker)
        row.addWidget(sign)
        row.addWidget(text, 1, Qt.AlignmentFlag.AlignVCenter)
