"""Where an instructor says which voice must speak how much of a deck."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from beroepentaal.classroom.voicing import Engine, Line, Only
from beroepentaal.ui.instructor.desk import DeskButton
from beroepentaal.ui.instructor.voices.making import to_make
from beroepentaal.ui.instructor.voices.presenter import Overview
from beroepentaal.ui.instructor.wording import number
from beroepentaal.ui.theme import COLOURS, DESK, SPACE
from beroepentaal.ui.widgets.page import clear

HIGHEST = 380
"""Pixels, of a card; what does not fit is scrolled."""

_STYLE = f"""
    QRadioButton, QCheckBox {{
        border: {SPACE.border}px solid transparent; border-radius: {SPACE.xs}px; padding: 0 {SPACE.xs}px;
    }}
    QRadioButton:focus, QCheckBox:focus {{ border-color: {COLOURS.focus}; }}
    QRadioButton:disabled {{ color: {COLOURS.ink_soft}; }}
"""


class MakePanel(QWidget):
    renderRequested = Signal(str, object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setStyleSheet(_STYLE)
        self._lines: Sequence[Line] = ()
        self._shown_engines: Sequence[Engine] = ()
        self._engines = QButtonGroup(self)
        self._engines.buttonToggled.connect(self._show_plan)
        self._amounts = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        title = QLabel(self.tr("Natuurlijke stem maken"), self)
        title.setStyleSheet(f"font-size: {DESK.title}pt; font-weight: 600;")
        cards = QHBoxLayout()
        cards.setSpacing(SPACE.m)
        cards.addWidget(self._voice_card(), 1)
        cards.addWidget(self._amount_card(), 1)
        column.addWidget(title)
        column.addLayout(cards, 1)
        column.addLayout(self._foot())
        column.addStretch(0)

    def open(self) -> None:
        """With the keyboard on the voice that is chosen."""
        if button := self._engines.checkedButton():
            button.setFocus()

    def show_overview(self, overview: Overview) -> None:
        self._lines = overview.lines
        core = sum(bool(line.term.core) for line in self._lines)
        self._core.setText(self.tr("Alleen de kern ({count} teksten)").format(count=number(core)))
        self._all.setText(self.tr("Alles ({count} teksten)").format(count=number(len(self._lines))))
        if overview.engines != self._shown_engines:
            self._shown_engines = overview.engines
            self._show_engines()
        self._show_plan()

    def _voice_card(self) -> QFrame:
        card, column = _card(self, self.tr("Welke stem?"))
        inside = QWidget()
        self._engine_rows = QVBoxLayout(inside)
        self._engine_rows.setContentsMargins(0, 0, SPACE.s, 0)
        self._engine_rows.setSpacing(0)
        scroll = QScrollArea(card)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(scroll, 1)
        return card

    def _amount_card(self) -> QFrame:
        card, column = _card(self, self.tr("Wat moet de stem zeggen?"))
        self._core, self._all = QRadioButton(card), QRadioButton(card)
        self._core.setChecked(True)
        self._worse = QCheckBox(self.tr("Ook wat al een mindere stem heeft"), card)
        self._worse.setChecked(True)
        for button in (self._core, self._all, self._worse):
            button.setMinimumHeight(DESK.height)
            button.toggled.connect(self._show_plan)
            column.addWidget(button)
        for button in (self._core, self._all):
            self._amounts.addButton(button)
        note = QLabel(self.tr("Opnamen van een mens blijven altijd staan."), card)
        note.setProperty("role", "soft")
        note.setWordWrap(True)
        column.addWidget(note)
        column.addStretch(1)
        return card

    def _foot(self) -> QHBoxLayout:
        self._plan = QLabel(self)
        self._plan.setWordWrap(True)
        self._begin = DeskButton(self.tr("Begin"), "next", primary=True, parent=self)
        self._begin.clicked.connect(self._on_begin)
        close = DeskButton(self.tr("Niet nu"), "close", parent=self)
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self._plan, 1)
        row.addWidget(close)
        row.addWidget(self._begin)
        return row

    def _show_engines(self) -> None:
        """Those that do not work here stand there with the reason."""
        before = self._engine
        for button in self._engines.buttons():
            self._engines.removeButton(button)
        clear(self._engine_rows)
        for place, engine in enumerate(self._shown_engines):
            button = QRadioButton(engine.title)
            button.setMinimumHeight(DESK.height)
            button.setEnabled(not engine.why_not)
            self._engines.addButton(button, place)
            self._engine_rows.addWidget(button)
            if engine.why_not:
                button.setAccessibleDescription(engine.why_not)
                self._engine_rows.addWidget(_reason(engine.why_not))
        self._engine_rows.addStretch(1)
        usable = [place for place, engine in enumerate(self._shown_engines) if not engine.why_not]
        same = [place for place in usable if self._shown_engines[place].name == before]
        if chosen := (same or usable)[:1]:
            self._engines.button(chosen[0]).setChecked(True)

    @property
    def _engine(self) -> str:
        place = self._engines.checkedId()
        return self._shown_engines[place].name if 0 <= place < len(self._shown_engines) else ""

    @property
    def _only(self) -> frozenset[Only]:
        core = {Only.CORE} if self._core.isChecked() else set()
        return frozenset(core | {Only.WORSE if self._worse.isChecked() else Only.MISSING})

    def _show_plan(self) -> None:
        count = to_make(self._lines, self._engine, self._only) if self._engine else 0
        if count == 1:
            text = self.tr("1 tekst krijgt deze stem.")
        elif count:
            text = self.tr("{count} teksten krijgen deze stem.").format(count=number(count))
        else:
            text = (
                self.tr("Alles heeft al deze stem of een betere.")
                if self._engine
                else self.tr("Geen van deze stemmen werkt hier.")
            )
        self._plan.setText(text)
        self._begin.setEnabled(count > 0)

    def _on_begin(self) -> None:
        self.renderRequested.emit(self._engine, self._only)


def _card(parent: QWidget, title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame(parent)
    card.setProperty("role", "card")
    card.setMaximumHeight(HIGHEST)
    heading = QLabel(title, card)
    heading.setStyleSheet("font-weight: 600;")
    column = QVBoxLayout(card)
    column.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
    column.setSpacing(0)
    column.addWidget(heading)
    column.addSpacing(SPACE.xs)
    return card, column


def _reason(text: str) -> QLabel:
    label = QLabel(text.replace("\\", "\\\u200b"))  # where a long path on Windows may go on in the next line
    label.setProperty("role", "soft")
    label.setWordWrap(True)
    label.setContentsMargins(SPACE.l, 0, 0, SPACE.xs)
    return label
