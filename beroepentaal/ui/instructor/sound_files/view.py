"""The page about sound files: one part for loose files, one for a list that was spoken in one go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QTabBar, QWidget

from beroepentaal.ui.instructor.desk import DeskPage
from beroepentaal.ui.instructor.sound_files.elided_label import ElidedLabel
from beroepentaal.ui.instructor.sound_files.loose_panel import LoosePanel
from beroepentaal.ui.instructor.sound_files.spoken_panel import SpokenPanel
from beroepentaal.ui.theme import COLOURS, DESK, SPACE

_TABS = f"""
    QTabBar::tab {{
        font-size: {DESK.body}pt; font-weight: 600; min-height: {DESK.height - 6}px; padding: 0 {SPACE.s}px;
        border: {SPACE.border}px solid transparent; border-bottom: 4px solid {COLOURS.line};
    }}
    QTabBar::tab:selected {{ border-bottom-color: {COLOURS.primary}; color: {COLOURS.primary_dark}; }}
    QTabBar::tab:hover {{ background: {COLOURS.primary_soft}; }}
    QTabBar::tab:focus {{ border-color: {COLOURS.focus}; }}
"""


class SoundFilesPage(DeskPage):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Geluidsbestanden"))
        self._tabs = QTabBar(self)
        self._tabs.setStyleSheet(_TABS)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName(self.tr("Losse bestanden of één lange opname"))
        self._tabs.addTab(self.tr("Losse bestanden"))
        self._tabs.addTab(self.tr("Eén lange opname"))
        self._deck = ElidedLabel(self)
        self.head.insertWidget(self.head.count() - 1, self._deck, 100)
        self.head.addWidget(self._tabs)
        self.loose = LoosePanel(self)
        self.spoken = SpokenPanel(self)
        self._panels = QStackedWidget(self)
        self._panels.addWidget(self.loose)
        self._panels.addWidget(self.spoken)
        self._tabs.currentChanged.connect(self._panels.setCurrentIndex)
        self.body.addWidget(self._panels, 1)

    def show_deck(self, title: str) -> None:
        self._deck.setText(title)

    def show_suffixes(self, suffixes: Sequence[str]) -> None:
        self.loose.show_suffixes(suffixes)
        self.spoken.show_suffixes(suffixes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)
