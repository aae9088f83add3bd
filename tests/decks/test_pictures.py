"""All pictures look drawn by one hand, are safe to open, and can be told from each other."""

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from beroepentaal.bootstrap import ASSETS, PICTURES, deck_library

LIBRARY = deck_library()
PALETTE = frozenset(re.findall(r"`(#[0-9A-F]{6})`", (ASSETS.parent / "docs" / "pictures.md").read_text(encoding="utf-8")))
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
BIGGEST_PICTURE = 6 * 1024
BIGGEST_SCENE = 60 * 1024
FEWEST_TERMS_IN_A_SCENE = 18
SMALLEST_TO_POINT_AT = 64
"""Pixels of a scene drawn 1600 wide."""
LEAST_UNLIKE = 0.08
"""Part of the bits in which the perceptual hashes of two pictures must differ."""

SCENES = sorted(PICTURES.glob("*/scene*.svg"))
every_file = pytest.mark.parametrize(
    "picture", sorted(PICTURES.rglob("*.svg")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
every_scene = pytest.mark.parametrize("scene", SCENES, ids=lambda path: path.parent.name)
every_deck = pytest.mark.parametrize("deck", LIBRARY.ids)


def test_the_palette_has_the_colours_that_the_drawing_rules_promise() -> None:
    assert len(PALETTE) == 24


@every_file
def test_a_picture_is_small_and_drawn_with_plain_shapes_in_the_colours_of_the_palette(picture: Path) -> None:
    is_scene = picture in SCENES
    assert picture.stat().st_size <= (BIGGEST_SCENE if is_scene else BIGGEST_PICTURE)
    svg = read_svg(picture)
    assert (tag(svg), svg.get("viewBox")) == ("svg", "0 0 1600 1000" if is_scene else "0 0 256 256")
    assert {tag(element) for element in svg.iter()} <= {"svg", "g", *SHAPES}
    assert [name for element in svg.iter() for name in element.attrib if unsafe(name)] == []
    assert set(paints(svg)) <= PALETTE | {"NONE"}
    assert set(paints(svg)) - {"NONE"}  # there is something to see


@every_deck
def test_every_trade_has_a_scene(deck: str) -> None:
    assert (PICTURES / deck / "scene.svg").is_file()


@every_scene
def test_a_scene_has_core_terms_that_are_large_enough_to_point_at(scene: Path) -> None:
    core = {term.id for term in LIBRARY.deck(scene.parent.name).core}
    ids = [element.get("id", "") for element in read_svg(scene).iter() if element.get("id")]
    assert len(ids) == len(set(ids)) >= FEWEST_TERMS_IN_A_SCENE
    assert set(ids) <= core
    drawing = QSvgRenderer(str(scene))
    for name in ids:
        place = drawing.transformForElement(name).mapRect(drawing.boundsOnElement(name))
        assert min(place.width(), place.height()) >= SMALLEST_TO_POINT_AT, name


@every_deck
def test_no_two_pictures_of_a_deck_look_alike(deck: str) -> None:
    hashes = {term.id: perceptual_hash(PICTURES / deck / term.picture) for term in LIBRARY.deck(deck).core}
    alike = [(one, other) for one, other in combinations(hashes, 2) if (hashes[one] != hashes[other]).mean() < LEAST_UNLIKE]
    assert alike == []


def perceptual_hash(picture: Path) -> NDArray[np.bool_]:
    """As it looks at 96 pixels: whether each place of a grid of 16 by 16 is lighter than its neighbour, in each colour."""
    image = QImage(96, 96, QImage.Format.Format_RGB888)
    image.fill(QColor("white"))
    painter = QPainter(image)
    QSvgRenderer(str(picture)).render(painter, QRectF(0, 0, 96, 96))
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(96, -1)[:, : 96 * 3].reshape(16, 6, 16, 6, 3)
    grid = pixels.astype(float).mean(axis=(1, 3))
    across, down = np.diff(grid, axis=1) > 8, np.diff(grid, axis=0) > 8
    return np.concatenate([across.ravel(), down.ravel()])


def read_svg(picture: Path) -> ET.Element:
    return ET.fromstring(picture.read_bytes())  # noqa: S314 - our own files


def tag(element: ET.Element) -> str:
    return element.tag.removeprefix("{http://www.w3.org/2000/svg}")


def unsafe(attribute: str) -> bool:
    """Points outside the file, runs something, or is drawn differently by Qt and a browser."""
    return (
        attribute.endswith("href")
        or attribute.startswith("on")
        or attribute in ("style", "class", "filter", "mask", "clip-path")
    )


def paints(element: ET.Element, fill: str = "#000000", stroke: str = "none") -> Iterator[str]:
    """The colours in which the shapes are drawn, in capitals; a shape that names none has its parent's."""
    fill, stroke = element.get("fill", fill), element.get("stroke", stroke)
    if tag(element) in SHAPES:
        yield from (fill.upper(), stroke.upper())
    for child in element:
        yield from paints(child, fill, stroke)
