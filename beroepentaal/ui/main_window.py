"""The frame: one page at a time, and a strip above it for what must be told."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Utterance
from beroepentaal.ui.ports import Speaker
from beroepentaal.ui.theme import RIGHT_TO_LEFT, SPACE
from beroepentaal.ui.widgets.buttons import ActionButton, RoundButton
from beroepentaal.ui.widgets.page import Page
from beroepentaal.ui.widgets.spoken_label import Say, SpokenLabel

TITLE = "BeroepenTaal"
REFUSAL_SECONDS = 20
"""After this long a program that cannot start closes by itself, so that no PC is left with a dead window."""


class MainWindow(QMainWindow):
    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self._speaker = speaker
        self.setWindowTitle(TITLE)
        self.setMinimumSize(1000, 620)
        self.resize(1024, 730)
        self._notice = Notice(self._say)
        self._pages = QStackedWidget(self)
        frame = QWidget(self)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(frame)
        self.add_page(Page())

    def add_page(self, page: QWidget) -> None:
        self._pages.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        page.setFocus()

    def speak_language(self, language: str) -> None:
        """Turns the layout to the direction in which the language is read."""
        mirrored = language in RIGHT_TO_LEFT
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)

    def notify(self, sentence: str) -> None:
        self._notice.show_sentence(sentence)

    def show_refusal(self, sentence: str) -> None:
        """The program cannot go on: says why and offers to close."""
        page = Page()
        page.body.addStretch(1)
        page.body.addWidget(SpokenLabel(sentence, self._say, role="title"))
        close = ActionButton("close", self.tr("Sluiten"))
        close.clicked.connect(self.close)
        page.body.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        page.body.addStretch(1)
        self.add_page(page)
        self.show_page(page)
        QTimer.singleShot(REFUSAL_SECONDS * 1000, self.close)

    def come_to_front(self) -> None:
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _say(self, text: str) -> None:
        self._speaker.say(Utterance(text))


class Notice(QFrame):
    """A sentence that stays until it is put away."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self._text = SpokenLabel("", say, parent=self)
        self._close = RoundButton("close", self.tr("Weg"), parent=self)
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.l, SPACE.xs, SPACE.l, SPACE.xs)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self.hide()

    def show_sentence(self, sentence: str) -> None:
        self._text.set_text(sentence)
        self.show()
