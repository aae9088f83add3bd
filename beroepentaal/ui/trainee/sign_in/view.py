"""Who are you: pictures, languages and trades to choose from, one question a screen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from beroepentaal.classroom.ports import Trainee, Utterance
from beroepentaal.decks import About
from beroepentaal.ui.ports import Speaker
from beroepentaal.ui.theme import SPACE
from beroepentaal.ui.widgets.buttons import RoundButton
from beroepentaal.ui.widgets.flow import FlowLayout
from beroepentaal.ui.widgets.page import Page
from beroepentaal.ui.widgets.spoken_label import SpokenLabel
from beroepentaal.ui.widgets.tiles import AvatarTile, Tile

LANGUAGE_NAMES = {
    "en": "English",
    "ar": "العربية",
    "ti": "ትግርኛ",
    "fa": "فارسی / دری",
    "tr": "Türkçe",
    "uk": "Українська",
}
"""In their own script; the names are never translated."""


TRADE = QSize(226, 180)
"""Nine of them stand on a screen of 1024 by 768."""


class SignInPage(Page):
    traineeRequested = Signal(object)
    newRequested = Signal()
    pictureRequested = Signal(str, int)
    languageRequested = Signal(str)
    tradeRequested = Signal(str)
    backRequested = Signal()
    instructorRequested = Signal()

    def __init__(self, trainee_pictures: Path, deck_pictures: Path, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trainee_pictures = trainee_pictures
        self._deck_pictures = deck_pictures
        self._speaker = speaker
        self._back = RoundButton("back", self.tr("Terug"), parent=self)
        self._back.clicked.connect(self.backRequested)
        self._title = SpokenLabel("", self._say, role="title", centred=True, parent=self)
        head = QHBoxLayout()
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        self.body.addLayout(head)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._scroll, 1)
        self._desk = RoundButton("gear", self.tr("Voor de docent"), parent=self)
        self._desk.clicked.connect(self.instructorRequested)
        head.addWidget(self._desk)
        self._start_choice("", back=False)

    def show_trainees(self, trainees: Sequence[Trainee]) -> None:
        flow = self._start_choice(self.tr("Wie ben jij?"), back=False)
        for trainee in trainees:
            tile = self._avatar(trainee.picture, trainee.colour)
            tile.clicked.connect(lambda _checked=False, trainee=trainee: self.traineeRequested.emit(trainee))
            flow.addWidget(tile)
        new = RoundButton("plus", self.tr("Ik ben nieuw"), 128)
        new.clicked.connect(self.newRequested)
        flow.addWidget(new)
        self._desk_comes_last()

    def show_pictures(self, pictures: Sequence[tuple[str, int]], first: bool) -> None:
        flow = self._start_choice(self.tr("Kies jouw plaatje."), back=not first)
        for picture, colour in pictures:
            tile = self._avatar(picture, colour)
            tile.clicked.connect(lambda _checked=False, which=(picture, colour): self.pictureRequested.emit(*which))
            flow.addWidget(tile)
        self._desk_comes_last()

    def show_languages(self, languages: Sequence[str]) -> None:
        flow = self._start_choice(self.tr("Kies jouw taal."), back=True)
        for number, language in enumerate(languages, 1):
            other = language not in LANGUAGE_NAMES
            name = LANGUAGE_NAMES.get(language, self.tr("Andere taal"))
            tile = Tile(
                name, icon_name="globe" if other else "", caption=name if other else "", key=number, size=QSize(330, 104)
            )
            tile.clicked.connect(lambda _checked=False, language=language: self.languageRequested.emit(language))
            flow.addWidget(self._spoken(tile, Utterance(name, language)))
        self._desk_comes_last()

    def show_trades(self, decks: Sequence[About]) -> None:
        flow = self._start_choice(self.tr("Kies jouw vak."), back=True)
        for number, deck in enumerate(decks, 1):
            picture = self._deck_pictures / deck.id / deck.picture if deck.picture else None
            tile = Tile(deck.title, picture=picture, caption=deck.title, key=number, size=TRADE)
            tile.clicked.connect(lambda _checked=False, deck=deck.id: self.tradeRequested.emit(deck))
            flow.addWidget(self._spoken(tile, Utterance(deck.title)))
        self._desk_comes_last()

    def _start_choice(self, title: str, back: bool) -> FlowLayout:
        self._title.set_text(title)
        self._title.setVisible(bool(title))
        self._back.setVisible(back)
        choices = QWidget()
        centred = QVBoxLayout(choices)
        centred.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(SPACE.m)
        centred.addStretch(1)
        centred.addLayout(flow)
        centred.addStretch(2)
        self._scroll.setWidget(choices)
        self.setFocus()
        return flow

    def _desk_comes_last(self) -> None:
        """The Tab key reaches what a trainee may choose first."""
        choices = self._scroll.findChildren(QAbstractButton)
        if choices:
            self.setTabOrder(choices[-1], self._desk)

    def _avatar(self, picture: str, colour: int) -> AvatarTile:
        return AvatarTile(self._trainee_pictures / f"{picture}.svg", colour, picture.replace("-", " "))

    def _spoken(self, tile: Tile, utterance: Utterance) -> QWidget:
        cell = QWidget()
        box = QHBoxLayout(cell)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE.xs)
        box.addWidget(tile)
        listen = RoundButton("speaker", self.tr("Luister: {text}").format(text=utterance.text))
        listen.clicked.connect(lambda: self._speaker.say(utterance))
        box.addWidget(listen, 0, Qt.AlignmentFlag.AlignCenter)
        return cell

    def _say(self, text: str) -> None:
        self._speaker.say(Utterance(text))
