"""What can be done with the selected texts; what cannot be undone is asked first, in the same place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from beroepentaal.classroom.voicing import Line, State
from beroepentaal.ui.instructor.desk import DeskButton
from beroepentaal.ui.instructor.wording import number
from beroepentaal.ui.theme import SPACE


class Actions(QStackedWidget):
    hearRequested = Signal()
    slowRequested = Signal()
    recordRequested = Signal()
    discardRequested = Signal(object)
    clearRequested = Signal()
    answered = Signal()
    """The question is gone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._selected: Sequence[Line] = ()
        self._then: Callable[[], None] = lambda: None
        self.addWidget(self._buttons())
        self.addWidget(self._question())
        self.setFixedHeight(self.sizeHint().height())

    @property
    def is_asking(self) -> bool:
        return self.currentIndex() == 1

    def show_selection(self, selected: Sequence[Line], to_record: int) -> None:
        """to_record: how many would be recorded now."""
        self._selected = selected
        for button in (self._hear, self._slow):
            button.setEnabled(bool(selected))
        self._discard.setEnabled(any(line.state is State.HAS_CLIP for line in selected))
        self._record.setEnabled(to_record > 0)
        self._record.setText(self.tr("Neem op ({count})").format(count=number(to_record)) if to_record else self.tr("Neem op"))
        self._record.setAccessibleName(self._record.text())

    def ask_discard(self) -> None:
        lines = [line for line in self._selected if line.state is State.HAS_CLIP]
        if len(lines) == 1:
            question = self.tr("Geluid van ‘{text}’ weg?").format(text=lines[0].utterance.text)
        else:
            question = self.tr("Geluid van {count} teksten weg?").format(count=number(len(lines)))
        if lines:
            self._ask(question, lambda: self._discard_all(lines))

    def answer(self, yes: bool) -> None:
        self.setCurrentIndex(0)
        if yes:
            self._then()
        self.answered.emit()

    def _discard_all(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self.discardRequested.emit(line)

    def ask_clear(self, count: int) -> None:
        question = self.tr("{count} geluiden van teksten die er niet meer zijn: weg?").format(count=number(count))
        if count == 1:
            question = self.tr("1 geluid van een tekst die er niet meer is: weg?")
        self._ask(question, self.clearRequested.emit)

    def _ask(self, question: str, then: Callable[[], None]) -> None:
        self._asked.setText(question)
        self._then = then
        self.setCurrentIndex(1)
        self._no.setFocus()

    def _buttons(self) -> QWidget:
        self._hear = DeskButton(self.tr("Hoor"), "speaker", parent=self)
        self._slow = DeskButton(self.tr("Langzaam"), "slow", parent=self)
        self._record = DeskButton(self.tr("Neem op"), "microphone", parent=self)
        self._discard = DeskButton(self.tr("Verwijder geluid"), "trash", parent=self)
        self._hear.clicked.connect(self.hearRequested)
        self._slow.clicked.connect(self.slowRequested)
        self._record.clicked.connect(self.recordRequested)
        self._discard.clicked.connect(self.ask_discard)
        buttons, row = _row((self._hear, self._slow, self._record, self._discard))
        row.addStretch(1)
        return buttons

    def _question(self) -> QWidget:
        self._asked = QLabel(self)
        self._asked.setWordWrap(True)
        yes = DeskButton(self.tr("Ja, weg"), "trash", parent=self)
        self._no = DeskButton(self.tr("Nee, laat staan"), "close", parent=self)
        yes.clicked.connect(lambda: self.answer(True))
        self._no.clicked.connect(lambda: self.answer(False))
        question, row = _row((self._asked, yes, self._no))
        row.setStretch(0, 1)
        return question


def _row(widgets: Sequence[QWidget]) -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(SPACE.s)
    for widget in widgets:
        layout.addWidget(widget)
    return row, layout
