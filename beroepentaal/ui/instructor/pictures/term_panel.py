"""The chosen word with its picture as a trainee sees it, and the ways to another one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from beroepentaal.classroom.picturing import Card
from beroepentaal.ui.instructor.desk import DeskButton
from beroepentaal.ui.instructor.pictures.card_model import picture_of
from beroepentaal.ui.instructor.pictures.preview import Preview
from beroepentaal.ui.theme import COLOURS, DESK, SPACE
from beroepentaal.ui.widgets.pictures import icon

LARGE, SMALL = 340, 140
"""Pixels: of a picture that a question is about, and of one among six to choose from."""
LEAST_LARGE, LEAST_SMALL, LEAST_DROP = 140, 80, 54


class TermPanel(QFrame):
    chooseRequested = Signal()
    pasteRequested = Signal()
    removeRequested = Signal()
    undoRequested = Signal()

    def __init__(self, pictures: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._card: Card | None = None
        self._can_undo = self._is_opening = False
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        column.setSpacing(SPACE.s)
        column.addLayout(self._texts())
        column.addLayout(self._previews(), 100)
        column.addLayout(self._buttons())
        column.addStretch(1)

    def show_card(self, card: Card, can_undo: bool) -> None:
        self._card = card
        picture = picture_of(card, self._pictures)
        self._word.setText(card.term.with_article)
        self._meaning.setText(card.term.meaning)
        for preview in (self._large, self._small):
            preview.show_picture(picture)
            preview.setAccessibleName(self.tr("Plaatje van {term}").format(term=card.term.with_article))
        self._remove.setText(self.tr("Terug naar de tekening") if card.term.picture else self.tr("Foto weghalen"))
        self._remove.setAccessibleName(self._remove.text())
        had_focus = self._remove.hasFocus() or self._undo.hasFocus()
        self._can_undo = can_undo
        self._show_state()
        if had_focus:
            (self._undo if can_undo else self._choose).setFocus()

    def show_opening(self, is_opening: bool) -> None:
        self._is_opening = is_opening
        self._show_state()

    def show_drop(self, is_over: bool) -> None:
        """A photo is held above the page."""
        self._drop.show_drop(is_over)

    def _show_state(self) -> None:
        own = self._card is not None and self._card.photo is not None
        drawing = self._card is not None and bool(self._card.term.picture)
        words = self.tr("Eigen foto") if own else self.tr("Tekening") if drawing else self.tr("Nog geen plaatje")
        sign, colour = ("camera", COLOURS.primary) if own else ("picture", COLOURS.ink_soft)
        self._sign.setPixmap(icon(sign, colour, DESK.icon).pixmap(DESK.icon))
        self._state.setText(self.tr("De foto gaat open…") if self._is_opening else words)
        for button, is_useful in (
            (self._choose, True),
            (self._paste, True),
            (self._remove, own),
            (self._undo, self._can_undo),
        ):
            button.setEnabled(is_useful and not self._is_opening)

    def _texts(self) -> QVBoxLayout:
        self._word = QLabel(self)
        self._word.setProperty("role", "title")
        self._word.setWordWrap(True)
        self._meaning = QLabel(self)
        self._meaning.setProperty("role", "soft")
        self._meaning.setWordWrap(True)
        for label in (self._word, self._meaning):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._sign = QLabel(self)
        self._state = QLabel(self)
        top = QHBoxLayout()
        top.setSpacing(SPACE.xs)
        top.addWidget(self._word, 1)
        top.addWidget(self._sign)
        top.addWidget(self._state)
        column = QVBoxLayout()
        column.setSpacing(SPACE.border)
        column.addLayout(top)
        column.addWidget(self._meaning)
        return column

    def _previews(self) -> QHBoxLayout:
        self._large = Preview(LARGE, LEAST_LARGE, self)
        self._small = Preview(SMALL, LEAST_SMALL, self)
        self._drop = DropArea(self)
        side = QVBoxLayout()
        side.setSpacing(SPACE.s)
        side.addWidget(self._small, 100)
        side.addWidget(self._drop, 1)
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addWidget(self._large, 100)
        row.addLayout(side, 1)
        return row

    def _buttons(self) -> QVBoxLayout:
        self._choose = DeskButton(self.tr("Foto kiezen…"), "folder", primary=True, parent=self)
        self._paste = DeskButton(self.tr("Plakken"), "paste", parent=self)
        self._remove = DeskButton(self.tr("Terug naar de tekening"), "picture", parent=self)
        self._undo = DeskButton(self.tr("Ongedaan maken"), "undo", parent=self)
        self._paste.setToolTip("Ctrl+V")
        self._undo.setToolTip("Ctrl+Z")
        for button, signal in (
            (self._choose, self.chooseRequested),
            (self._paste, self.pasteRequested),
            (self._remove, self.removeRequested),
            (self._undo, self.undoRequested),
        ):
            button.clicked.connect(signal)
        rows = QVBoxLayout()
        rows.setSpacing(SPACE.s)
        for buttons in ((self._choose, self._paste), (self._remove, self._undo)):
            row = QHBoxLayout()
            row.setSpacing(SPACE.s)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            rows.addLayout(row)
        return rows


class DropArea(QLabel):
    """Says that a photo can be dropped; the whole page takes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_over = False
        self.setText(self.tr("Of sleep een foto hierheen"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        self.setMinimumSize(SMALL, LEAST_DROP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(LARGE - SMALL - SPACE.s)

    def show_drop(self, is_over: bool) -> None:
        self._is_over = is_over
        self.setText(self.tr("Laat de foto los") if is_over else self.tr("Of sleep een foto hierheen"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = SPACE.focus if self._is_over else SPACE.border
        painter.setPen(QPen(QColor(COLOURS.primary if self._is_over else COLOURS.ink_soft), width, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(COLOURS.primary_soft if self._is_over else COLOURS.paper))
        painter.drawRoundedRect(self.rect().adjusted(width, width, -width, -width), SPACE.s, SPACE.s)
        painter.end()
        super().paintEvent(event)
