import os
from pathlib import Path

import pytest
from photo_files import encoded, halves
from PySide6.QtGui import QColor, QPixmap

from beroepentaal.ui.widgets.pictures import drawn

pytestmark = pytest.mark.usefixtures("qapp")

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256"><rect width="256" height="256" fill="{}"/></svg>"""


def middle(pixmap: QPixmap) -> QColor:
    return pixmap.toImage().pixelColor(pixmap.width() // 2, pixmap.height() // 2)


@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_a_photo_is_drawn_where_a_drawing_would_be(tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"helm.{kind}"
    file.write_bytes(encoded(halves(640, 640, "#ff0000", "#ff0000"), kind))
    pixmap = drawn(file, 100, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (200, 2.0)
    assert middle(pixmap).red() > 240


def test_a_photo_that_is_no_square_is_whole_and_in_the_middle(tmp_path: Path) -> None:
    file = tmp_path / "helm.png"
    file.write_bytes(encoded(halves(400, 200, "#ff0000", "#ff0000"), "png"))
    image = drawn(file, 100, 1.0).toImage()
    assert image.pixelColor(50, 50) == QColor("#ff0000")
    assert image.pixelColor(50, 10).alpha() == 0


def test_a_picture_that_has_changed_is_drawn_anew(tmp_path: Path) -> None:
    drawing, photo = tmp_path / "helm.svg", tmp_path / "helm.jpg"
    drawing.write_text(DRAWING.format("#ff0000"))
    photo.write_bytes(encoded(halves(left="#ff0000", right="#ff0000"), "jpeg"))
    for path in (drawing, photo):
        drawn(path, 64, 1.0)
    drawing.write_text(DRAWING.format("#0000ff"))
    photo.write_bytes(encoded(halves(left="#0000ff", right="#0000ff"), "jpeg"))
    for path in (drawing, photo):
        os.utime(path, ns=(1, 1))
        assert middle(drawn(path, 64, 1.0)).blue() > 240


def test_a_picture_that_has_not_changed_is_not_drawn_again(tmp_path: Path) -> None:
    file = tmp_path / "helm.svg"
    file.write_text(DRAWING.format("#ff0000"))
    assert drawn(file, 64, 1.0).cacheKey() == drawn(file, 64, 1.0).cacheKey()


@pytest.mark.parametrize("name", ["weg.jpg", "kapot.jpg"])
def test_what_is_no_picture_is_drawn_as_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "kapot.jpg").write_text("geen foto")
    pixmap = drawn(tmp_path / name, 64, 1.0)
    assert pixmap.width() == 64
    assert middle(pixmap).alpha() == 0
