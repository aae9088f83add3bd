"""Pictures and icons, drawn sharp at any size and kept once drawn: drawings from SVG files, and photos."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from beroepentaal.ui.photos import PhotoRefused, read_photo
from beroepentaal.ui.theme import ICONS

MIRRORED = frozenset({"next", "back", "door"})
"""Icons that point in the direction of reading."""


def drawn(path: Path, size: int, scale: float) -> QPixmap:
    """A picture of size x size pixels for a screen of that scale; an empty one where the file is no picture."""
    key = f"{path}|{_state(path)}|{size}|{scale}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        is_drawing = path.suffix == ".svg"
        pixmap = _draw(QSvgRenderer(str(path)), size, scale) if is_drawing else _draw_photo(path, size, scale)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _state(path: Path) -> str:
    """Another one when the file has changed; its size too, because a stick counts time in steps of two seconds."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns}|{found.st_size}"


def _draw_photo(path: Path, size: int, scale: float) -> QPixmap:
    pixmap = _empty(size, scale)
    with suppress(OSError, PhotoRefused):
        side = round(size * scale)
        image = read_photo(path.read_bytes(), path.name, side)
        fitted = image.size().scaled(size, size, Qt.AspectRatioMode.KeepAspectRatio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(
            QRectF((size - fitted.width()) / 2, (size - fitted.height()) / 2, fitted.width(), fitted.height()), image
        )
        painter.end()
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
    pixmap = _empty(size, scale)
    if renderer.isValid():
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
    return pixmap


def _empty(size: int, scale: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
