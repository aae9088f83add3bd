"""All pictures of a deck come on the sheet, and on cards that a printer takes."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from beroepentaal.bootstrap import PICTURES, deck_library
from beroepentaal.decks import Deck
from beroepentaal.refusal import Refusal
from beroepentaal.ui.paper.contact_sheet import write_contact_sheet

DECK = deck_library().deck("zorghulp")
ITS_PICTURES = PICTURES / "zorghulp"
PICTURED = sum(bool(term.picture) for term in DECK.terms)


def test_a_sheet_has_every_picture(tmp_path: Path, qtbot: QtBot) -> None:
    assert write_contact_sheet(tmp_path / "zorg.png", DECK, ITS_PICTURES) == PICTURED
    sheet = QImage(str(tmp_path / "zorg.png"))
    width, height = sheet.width() // 8, sheet.height() // -(-PICTURED // 8)
    for place in range(PICTURED):
        row, column = divmod(place, 8)
        card = sheet.copy(column * width + 12, row * height + 12, width - 24, height - 24)
        colours = {card.pixel(x, y) for x in range(0, card.width(), 4) for y in range(0, card.height(), 4)}
        assert len(colours) > 3, place
    assert sheet.pixelColor(1, sheet.height() - 30) == QColor("white")


def test_cards_stand_twelve_on_a_page_of_a4(tmp_path: Path, qtbot: QtBot) -> None:
    write_contact_sheet(tmp_path / "zorg.pdf", DECK, ITS_PICTURES)
    pdf = (tmp_path / "zorg.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b(?!s)", pdf)) == -(-PICTURED // 12)
    assert re.search(rb"/MediaBox \[0 0 595\S* 84[12]", pdf)


@pytest.mark.parametrize("name", ["zorg.docx", "nergens/zorg.png", "nergens/zorg.pdf"])
def test_what_cannot_be_written_is_told(name: str, tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(Refusal):
        write_contact_sheet(tmp_path / name, DECK, ITS_PICTURES)


def test_a_deck_without_pictures_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(Refusal, match="geen plaatjes"):
        write_contact_sheet(tmp_path / "leeg.png", Deck(DECK.about, ()), ITS_PICTURES)
