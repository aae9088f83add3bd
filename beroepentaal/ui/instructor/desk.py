"""What every page of an instructor starts from: a way back, a title, and controls of a size for mouse and keyboard."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from beroepentaal.ui.theme import COLOURS, DESK, SPACE
from beroepentaal.ui.widgets.page import Page
from beroepentaal.ui.widgets.pictures import icon


class DeskButton(QPushButton):
    """A word, perhaps with an icon; primary is what the page wants."""

    def __init__(self, text: str, name: str = "", *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("role", "primary" if primary else "plain")
        self.setProperty("desk", "true")
        if name:
            sign = icon(name, COLOURS.on_primary if primary else COLOURS.ink, DESK.icon)
            sign.addPixmap(icon(name, COLOURS.ink_soft, DESK.icon).pixmap(DESK.icon), QIcon.Mode.Disabled)
            self.setIcon(sign)
            self.setIconSize(QSize(DESK.icon, DESK.icon))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)


class DeskPage(Page):
    """head has room for more at its right side; what is under it goes into body."""

    backRequested = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("desk", "true")
        back = DeskButton(self.tr("Terug"), "back", parent=self)
        back.clicked.connect(self.backRequested)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.backRequested.emit)
        self.title = QLabel(title, self)
        self.title.setProperty("role", "title")
        self.head = QHBoxLayout()
        self.head.setSpacing(SPACE.s)
        self.head.addWidget(back)
        self.head.addSpacing(SPACE.s)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.body.addLayout(self.head)
