"""A photo on its way to a word: cut, turned and made lighter, with the picture that comes of it beside it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from beroepentaal.classroom.picturing import Card, Draft
from beroepentaal.ui.instructor.desk import DeskButton
from beroepentaal.ui.instructor.pictures import cropping
from beroepentaal.ui.instructor.pictures.crop_frame import CropFrame
from beroepentaal.ui.instructor.pictures.loaded_photo import LoadedPhoto
from beroepentaal.ui.instructor.pictures.preview import Preview
from beroepentaal.ui.instructor.pictures.term_panel import LARGE, SMALL
from beroepentaal.ui.theme import COLOURS, DESK, ICONS, SPACE

LEAST_LARGE = 150

_CHECK = f"""
    QCheckBox {{ spacing: {SPACE.xs}px; }}
    QCheckBox:disabled {{ color: {COLOURS.ink_soft}; }}
    QCheckBox::indicator {{ width: {DESK.icon}px; height: {DESK.icon}px; image: url("{(ICONS / "box.svg").as_posix()}"); }}
    QCheckBox::indicator:checked {{ image: url("{(ICONS / "box-checked.svg").as_posix()}"); }}
"""


class PhotoEditor(QWidget):
    saveRequested = Signal(object)
    cancelRequested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._photo: LoadedPhoto | None = None
        # Once for all that the mouse did since the last picture.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_picture)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.m)
        row.addLayout(self._photo_side(), 5)
        row.addLayout(self._picture_side(), 4)

    def show_photo(self, card: Card, photo: LoadedPhoto) -> None:
        self._photo = photo
        self._meaning.setText(card.term.meaning)
        self._lighter.setEnabled(photo.can_be_lighter)
        self._lighter.setChecked(photo.can_be_lighter)
        self._lighter.setText(self.tr("Lichter maken") if photo.can_be_lighter else self.tr("Lichter maken is niet nodig"))
        self._frame.show_photo(photo, cropping.largest_inside(photo.size), photo.can_be_lighter)
        self._frame.setFocus()

    def forget(self) -> None:
        """A photo takes 20 MB."""
        self._soon.stop()
        self._photo = None
        self._frame.forget()
        for preview in (self._large, self._small):
            preview.show_picture(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_button = isinstance(self.focusWidget(), QPushButton)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not on_button:
            self._on_save()
        else:
            super().keyPressEvent(event)

    def _photo_side(self) -> QVBoxLayout:
        self._frame = CropFrame(self)
        self._frame.changed.connect(self._soon.start)
        hint = QLabel(
            self.tr("Versleep het kader, of gebruik de pijltjes. Groter of kleiner: een hoek, het wieltje, + of −."), self
        )
        hint.setProperty("role", "soft")
        hint.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(SPACE.xs)
        column.addWidget(self._frame, 1)
        column.addWidget(hint)
        return column

    def _picture_side(self) -> QVBoxLayout:
        self._meaning = QLabel(self)
        self._meaning.setProperty("role", "soft")
        seen = QLabel(self.tr("Zo ziet een cursist het:"), self)
        column = QVBoxLayout()
        column.setSpacing(SPACE.s)
        for label in (self._meaning, seen):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self._large = Preview(LARGE, LEAST_LARGE, self)
        self._small = Preview(SMALL, SMALL, self)
        self._large.setAccessibleName(self.tr("Het nieuwe plaatje, groot"))
        self._small.setAccessibleName(self.tr("Het nieuwe plaatje, klein"))
        previews = QHBoxLayout()
        previews.setSpacing(SPACE.m)
        previews.addWidget(self._large, 100)
        previews.addWidget(self._small, 0, Qt.AlignmentFlag.AlignTop)
        previews.addStretch(1)
        column.addLayout(previews, 100)
        column.addLayout(self._light_row())
        column.addLayout(self._end_row())
        column.addStretch(1)
        return column

    def _light_row(self) -> QHBoxLayout:
        self._lighter = QCheckBox(self.tr("Lichter maken"), self)
        self._lighter.setMinimumHeight(DESK.height)
        self._lighter.setStyleSheet(_CHECK)
        self._lighter.toggled.connect(self._on_lighter)
        turn = DeskButton(self.tr("Draai"), "turn", parent=self)
        turn.clicked.connect(self._on_turn)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(turn)
        row.addWidget(self._lighter)
        row.addStretch(1)
        return row

    def _end_row(self) -> QHBoxLayout:
        save = DeskButton(self.tr("Bewaar"), "check", primary=True, parent=self)
        save.clicked.connect(self._on_save)
        cancel = DeskButton(self.tr("Annuleer"), "close", parent=self)
        cancel.clicked.connect(self.cancelRequested)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(save, 1)
        row.addWidget(cancel)
        return row

    def _show_picture(self) -> None:
        if self._photo:
            picture = self._photo.sketched(self._frame.crop, self._lighter.isChecked())
            for preview in (self._large, self._small):
                preview.show_picture(picture)

    def _on_lighter(self, lighter: bool) -> None:
        self._frame.show_light(lighter)
        self._soon.start()

    def _on_turn(self) -> None:
        if self._photo:
            crop = cropping.turned(self._frame.crop, self._photo.size)
            self._photo = self._photo.turned()
            self._frame.show_photo(self._photo, crop, self._lighter.isChecked())

    def _on_save(self) -> None:
        if self._photo:
            self.saveRequested.emit(Draft(self._photo, self._frame.crop, self._lighter.isChecked()))
