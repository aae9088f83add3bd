"""Pictures and icons from SVG files, drawn sharp at any size and kept once drawn."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).parent.parent / "icons"
MIRRORED = frozenset({"next", "back", "door"})
"""Icons that point in the direction of reading."""


def drawn(path: Path, size: int, scale: float) -> QPixmap:
    """A picture of size x size pixels for a screen of that scale; an empty one where the file is no picture."""
    key = f"{path}|{size}|{scale}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _draw(QSvgRenderer(str(path)), size, scale)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def icon(name: str, colour: str, size: int, right_to_left: bool = False) -> QIcon:
    return QIcon(_icon(name, colour, size, right_to_left and name in MIRRORED))


@lru_cache(maxsize=64)
def _icon(name: str, colour: str, size: int, mirrored: bool) -> QPixmap:
    data = (ICONS / f"{name}.svg").read_bytes().replace(b"#000000", colour.encode())
    pixmap = _draw(QSvgRenderer(QByteArray(data)), size, 2.0)
    if mirrored:
        image = pixmap.toImage().flipped(Qt.Orientation.Horizontal)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(2.0)
    return pixmap


def _draw(renderer: QSvgRenderer, size: int, scale: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    if renderer.isValid():
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
    return pixmap
