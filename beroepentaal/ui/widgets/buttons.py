"""Buttons that look and feel alike on every page."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from beroepentaal.ui.theme import COLOURS, SPACE
from beroepentaal.ui.widgets.pictures import icon


class ActionButton(QPushButton):
    """An icon with a word; primary is what the page wants, plain is what one may also do."""

    def __init__(self, name: str, text: str, *, primary: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon = name
        self._primary = primary
        self.setProperty("role", "primary" if primary else "plain")
        self.setIconSize(QSize(36, 36))
        self.setMinimumSize(SPACE.target * 2, SPACE.target)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(text)
        self.mirror()

    def mirror(self) -> None:
        """Turns the icon to the direction of reading."""
        colour = COLOURS.on_primary if self._primary else COLOURS.ink
        self.setIcon(icon(self._icon, colour, 36, self.layoutDirection() == Qt.LayoutDirection.RightToLeft))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.mirror()
        super().changeEvent(event)


class RoundButton(QToolButton):
    """Only an icon; its name is for screen readers."""

    def __init__(self, name: str, accessible: str, size: int = SPACE.target, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = name
        self._size = size
        self.setIconSize(QSize(size * 4 // 9, size * 4 // 9))
        self.setFixedSize(size, size)
        if size != SPACE.target:
            inner = size - 2 * SPACE.focus
            self.setStyleSheet(f"border-radius: {size // 2}px; min-width: {inner}px; min-height: {inner}px;")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(accessible)
        self.setToolTip(accessible)
        self.mirror()

    def mirror(self) -> None:
        """Turns the icon to the direction of reading."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setIcon(icon(self._icon, COLOURS.primary_dark, self._size * 4 // 9, mirrored))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.mirror()
        super().changeEvent(event)
