"""A text that can be heard: no one needs to read to know what a page says."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from beroepentaal.ui.theme import SPACE
from beroepentaal.ui.widgets.buttons import ActionButton, RoundButton
from beroepentaal.ui.widgets.reading_label import ReadingLabel

Say = Callable[[str], None]


class SpokenLabel(QWidget):
    """Dutch text with a loudspeaker beside it."""

    def __init__(self, text: str, say: Say, *, role: str = "", centred: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = ReadingLabel(text, role, self)
        self.label.setWordWrap(not centred)
        self.speaker = RoundButton("speaker", self.tr("Luister"), parent=self)
        self.speaker.clicked.connect(lambda: say(self.label.text()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        if centred:
            row.addStretch(1)
        row.addWidget(self.speaker, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 0 if centred else 1, Qt.AlignmentFlag.AlignVCenter)
        if centred:
            row.addStretch(1)

    def set_text(self, text: str) -> None:
        self.label.setText(text)


class SpokenAction(QWidget):
    """A big button whose words can be heard."""

    def __init__(self, name: str, text: str, say: Say, *, primary: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = ActionButton(name, text, primary=primary, parent=self)
        self.clicked = self.button.clicked
        speaker = RoundButton("speaker", self.tr("Luister: {text}").format(text=text), parent=self)
        speaker.clicked.connect(lambda: say(self.button.text()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        row.addWidget(self.button, 1)
        row.addWidget(speaker)
