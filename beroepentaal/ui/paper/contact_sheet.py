"""All pictures of a deck on one sheet, to look over or to print and cut into cards."""

import math
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtSvg import QSvgRenderer

from beroepentaal.decks import Deck, Term
from beroepentaal.refusal import Refusal
from beroepentaal.ui.theme import COLOURS, TYPE

CARD = QSizeF(60, 68)
"""Millimetres: twelve cards on an A4 sheet."""
COLUMNS_ON_PAPER, ROWS_ON_PAPER = 3, 4
COLUMNS_ON_SCREEN = 8
PAGE_MARGINS = QMarginsF(15, 12.5, 15, 12.5)
MARGIN, WORD_HEIGHT, WORD = 3.0, 11.0, 5.0
"""Millimetres: around what is on a card, the room of its word, and the word."""
PIXELS_A_MILLIMETRE = 4
DOTS_AN_INCH = 300


def write_contact_sheet(file: Path, deck: Deck, pictures: Path) -> int:
    """A PNG with all pictured terms, core first, or a PDF of cards on A4, by the ending of the file; how many there are.

    Needs a running QGuiApplication. Raises Refusal.
    """
    terms = [term for term in (*deck.core, *(each for each in deck.terms if not each.core)) if term.picture]
    if not terms:
        raise Refusal(f"Het pakket '{deck.about.title}' heeft geen plaatjes.")
    paint = {".png": _sheet, ".pdf": _cards}.get(file.suffix.lower())
    if not paint:
        raise Refusal("Geef het bestand een naam die op .png of .pdf eindigt.")
    painted = QBuffer()
    painted.open(QIODevice.OpenModeFlag.WriteOnly)
    paint(painted, deck, terms, pictures)
    try:
        file.write_bytes(painted.data().data())
    except OSError as error:
        raise Refusal(f"'{file.name}' kan niet geschreven worden; is er genoeg ruimte en mag het in deze map?") from error
    return len(terms)


def _sheet(device: QIODevice, _deck: Deck, terms: Sequence[Term], pictures: Path) -> None:
    rows = math.ceil(len(terms) / COLUMNS_ON_SCREEN)
    size = QSizeF(COLUMNS_ON_SCREEN * CARD.width(), rows * CARD.height()) * PIXELS_A_MILLIMETRE
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor(COLOURS.card))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, term in enumerate(terms):
        _paint_card(painter, _card(place, COLUMNS_ON_SCREEN), PIXELS_A_MILLIMETRE, term, pictures)
    painter.end()
    QImageWriter(device, b"png").write(image)


def _cards(device: QIODevice, deck: Deck, terms: Sequence[Term], pictures: Path) -> None:
    writer = QPdfWriter(device)
    writer.setTitle(deck.about.title)
    writer.setResolution(DOTS_AN_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(PAGE_MARGINS, QPageLayout.Unit.Millimeter)
    painter = QPainter(writer)
    on_a_page = COLUMNS_ON_PAPER * ROWS_ON_PAPER
    for place, term in enumerate(terms):
        if place and place % on_a_page == 0:
            writer.newPage()
        _paint_card(painter, _card(place % on_a_page, COLUMNS_ON_PAPER), DOTS_AN_INCH / 25.4, term, pictures)
    painter.end()


def _card(place: int, columns: int) -> QRectF:
    """In millimetres."""
    row, column = divmod(place, columns)
    return QRectF(column * CARD.width(), row * CARD.height(), CARD.width(), CARD.height())


def _paint_card(painter: QPainter, card: QRectF, scale: float, term: Term, pictures: Path) -> None:
    """scale: dots a millimetre. The dotted edge is where one cuts."""
    edge = QRectF(card.topLeft() * scale, card.size() * scale)
    painter.setPen(QPen(QColor(COLOURS.ink_soft), 0.2 * scale, Qt.PenStyle.DotLine))
    painter.drawRect(edge)
    margin, below = MARGIN * scale, WORD_HEIGHT * scale
    room = edge.adjusted(margin, margin, -margin, -margin)
    side = min(room.width(), room.height() - below)
    place = QRectF(edge.center().x() - side / 2, room.top(), side, side)
    _paint_picture(painter, place, pictures / term.picture)
    painter.setPen(QColor(COLOURS.ink))
    painter.setFont(_fitting_font(term.with_article, room.width(), WORD * scale))
    word = QRectF(room.left(), room.bottom() - below, room.width(), below)
    painter.drawText(word, Qt.AlignmentFlag.AlignCenter, term.with_article)


def _paint_picture(painter: QPainter, place: QRectF, picture: Path) -> None:
    if picture.suffix == ".svg":
        drawing = QSvgRenderer(str(picture))
        drawing.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        drawing.render(painter, place)
    else:
        painter.drawImage(place, QImage(str(picture)))


def _fitting_font(text: str, width: float, height: float) -> QFont:
    """As large as fits in dots."""
    font = QFont(TYPE.family)
    font.setWeight(QFont.Weight.DemiBold)
    font.setPixelSize(100)
    needed = QFontMetricsF(font).horizontalAdvance(text) / 100
    font.setPixelSize(max(1, int(min(height, width / needed))))
    return font
