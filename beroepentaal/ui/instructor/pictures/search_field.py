"""The field in which a word is looked for."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from beroepentaal.ui.instructor.pictures.pasting import may_be_photo
from beroepentaal.ui.theme import COLOURS, DESK, SPACE
from beroepentaal.ui.widgets.pictures import icon


class SearchField(QLineEdit):
    """Leaves a photo that is pasted to the page: it wants words."""

    left = Signal()
    """To what was found."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Zoek een woord"))
        self.setAccessibleName(self.tr("Zoek een woord"))
        self.setAcceptDrops(False)
        self.setTextMargins(DESK.icon + SPACE.xs, 0, 0, 0)
        glass = QLabel(self)
        glass.setPixmap(icon("search", COLOURS.ink_soft, DESK.icon).pixmap(DESK.icon))
        glass.move(SPACE.s, (DESK.height - DESK.icon) // 2)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Paste)
            and may_be_photo(QGuiApplication.clipboard().mimeData())
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
