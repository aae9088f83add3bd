"""What every page of an instructor starts from: a way back, a title, and controls of a size for mouse and keyboard."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

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


class Choice(QPushButton):
    """A way to go: an icon, what it is, and what it is good for."""

    def __init__(self, name: str, title: str, why: str, *, primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        colour = COLOURS.on_primary if primary else COLOURS.ink
        self.setProperty("role", "primary" if primary else "plain")
        self.setProperty("desk", "true")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(why)
        sign = QLabel(self)
        sign.setPixmap(icon(name, colour, SPACE.l).pixmap(SPACE.l))
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch(1)
        for words, weight in ((title, 600), (why, 400)):
            label = QLabel(words, self)
            label.setWordWrap(True)
            label.setStyleSheet(f"color: {colour}; font-weight: {weight};")
            text.addWidget(label)
        text.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.s, SPACE.s, SPACE.s)
        row.setSpacing(SPACE.s)
        row.addWidget(sign)
        row.addLayout(text, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(SPACE.target, self._row.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, SPACE.target)

    @property
    def _row(self) -> QHBoxLayout:
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        return row


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
