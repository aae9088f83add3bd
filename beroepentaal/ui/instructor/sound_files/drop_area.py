"""A part of the page that takes files: by dropping them anywhere on it, or by choosing them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFocusEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from beroepentaal.ui.instructor.desk import DeskButton
from beroepentaal.ui.theme import COLOURS, SPACE
from beroepentaal.ui.widgets.pictures import icon

SIGN = 56
"""Pixels."""


class FilePanel(QWidget):
    filesRequested = Signal(object)
    """The paths of one file or more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._suffixes: Sequence[str] = ()
        self._keys: QWidget | None = None
        self.setAcceptDrops(True)

    def show_suffixes(self, suffixes: Sequence[str]) -> None:
        """Of the files that can be chosen."""
        self._suffixes = suffixes

    def choose(self, title: str, *, several: bool) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in self._suffixes) or "*"
        kinds = self.tr("Geluid ({patterns})").format(patterns=patterns)
        if several:
            chosen, _ = QFileDialog.getOpenFileNames(self, title, "", kinds)
        else:
            chosen = [QFileDialog.getOpenFileName(self, title, "", kinds)[0]]
        if paths := [Path(each) for each in chosen if each]:
            self.filesRequested.emit(paths)

    def give_keys_to(self, table: QWidget) -> None:
        """After a click beside it, or on a button that only the tab key reaches."""
        self._keys = table
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        if self._keys and self._keys.isVisible():
            self._keys.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.filesRequested.emit([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()


class DropArea(QFrame):
    """Says where to drop files, and which."""

    chooseRequested = Signal()

    def __init__(self, name: str, title: str, about: Sequence[str], button: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drop")
        self.setStyleSheet(
            f"#drop {{ background: {COLOURS.card}; border: {SPACE.border}px dashed {COLOURS.ink_soft};"
            f" border-radius: {SPACE.radius_large}px; }}"
        )
        sign = QLabel(self)
        sign.setPixmap(icon(name, COLOURS.primary, SIGN).pixmap(SIGN))
        heading = QLabel(title, self)
        heading.setProperty("role", "title")
        self._choose = DeskButton(button, "folder", primary=True, parent=self)
        self._choose.clicked.connect(self.chooseRequested)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        column.setSpacing(SPACE.s)
        column.addStretch(1)
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (heading, *(QLabel(text, self) for text in about)):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._choose)
        row.addStretch(1)
        column.addSpacing(SPACE.s)
        column.addLayout(row)
        column.addStretch(1)

    def set_busy(self, is_busy: bool) -> None:
        self._choose.setDisabled(is_busy)
