"""Makes a picture of a photo: reads what may be hostile, cuts a square, spreads its light, forgets where it was taken."""

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from beroepentaal.refusal import Refusal

MOST_BYTES = 40_000_000
MOST_PIXELS = 80_000_000
MOST_PIXELS_AT_ONCE = 32_000_000
"""Where the whole has to be in memory before it is made smaller: anything but a JPEG of one scan."""
LONGEST_SIDE, SHORTEST_SIDE = 20_000, 32
LONGEST_READ = 2_000
"""Pixels of the longest side of a photo in memory: a third of it still makes a sharp picture."""
MOST_MEMORY = 130
"""MB for one image; 32 megapixels in four bytes each."""
MOST_SCANS = 100
"""Of a JPEG; cameras and programs write up to ten, each takes as long as a whole photo."""

SIDE = 640
"""Pixels of a picture: sharp at 340 on a screen of double density."""
MOST_KEPT = 200_000
"""Bytes of a picture."""
_SMALLER = ((SIDE, range(88, 50, -6)), (480, range(80, 40, -10)), (320, range(70, 0, -10)))
"""Sides with qualities, to be tried in turn."""

MOST_GAIN = 2.0
"""Past this, spreading the light shows more noise than it shows of the thing."""
LEAST_GAIN = 1.15
"""Up to this a photo is good as it is."""
_SAMPLE = QSize(200, 200)

_MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd7\xff]")
"""In a JPEG, the beginning of anything but pixels."""
_START, _END, _SCAN, _PROGRESSIVE = 0xD8, 0xD9, 0xDA, 0xC2


class PhotoRefused(Refusal):
    pass


def read_photo(data: bytes, name: str = "", longest: int = LONGEST_READ) -> QImage:
    """Upright, in sRGB on white, without any of the file's metadata; no side longer than longest.

    Takes up to 0.3 s for 12 megapixels. Raises PhotoRefused, before it decodes, for what is no JPEG, PNG, WebP or BMP or is
    larger than any photo, and for one that is damaged.
    """
    what = f"'{name}'" if name else "Dit plaatje"
    if len(data) > MOST_BYTES:
        raise PhotoRefused(f"{what} is te groot; een foto mag hoogstens {MOST_BYTES // 1_000_000} MB zijn.")
    kind = _kind(data)
    if not kind:
        raise PhotoRefused(f"{what} is geen foto die BeroepenTaal kent; gebruik JPG of PNG.")
    # A name and no guessing: the readers of other formats (SVG, PDF, ...) are for nobody's files.
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, kind.encode())
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(MOST_MEMORY)
    full = QSize() if _is_torn(data, kind) else reader.size()
    if full.isValid():
        _check_size(what, full, kind == "jpeg" and _scans(data) == 1)
        if max(full.width(), full.height()) > longest:
            reader.setScaledSize(full.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
        image = reader.read()
        if not image.isNull():
            return plain(image)
    raise PhotoRefused(f"{what} kan niet open; de foto is beschadigd of niet helemaal gekopieerd.")


def fitted(image: QImage) -> QImage:
    """As read_photo gives it, of an image that some other program had read. Raises PhotoRefused."""
    if image.isNull():
        raise PhotoRefused("Dit plaatje kan niet open; kopieer het opnieuw.")
    _check_size("Dit plaatje", image.size(), False)
    if max(image.width(), image.height()) > LONGEST_READ:
        ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(image.size().scaled(LONGEST_READ, LONGEST_READ, ratio).expandedTo(QSize(1, 1)), mode=smooth)
    return plain(image)


def plain(image: QImage) -> QImage:
    """Only its pixels: in sRGB, on white, with no text, profile or resolution of its own."""
    standard = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if image.colorSpace().isValid() and image.colorSpace() != standard:
        converted = image.convertedToColorSpace(standard, QImage.Format.Format_ARGB32_Premultiplied)
        image = image if converted.isNull() else converted
    fresh = QImage(image.size(), QImage.Format.Format_RGB32)
    fresh.fill(Qt.GlobalColor.white)
    painter = QPainter(fresh)
    painter.drawImage(QRect(QPoint(), image.size()), image)
    painter.end()
    return fresh


def square(image: QImage, crop: QRect) -> QImage:
    """SIDE x SIDE pixels of what crop, a square, holds; white where it reaches outside the image."""
    cut = QImage(crop.size(), QImage.Format.Format_RGB32)
    cut.fill(Qt.GlobalColor.white)
    painter = QPainter(cut)
    painter.drawImage(-crop.topLeft(), image)
    painter.end()
    return cut.scaled(SIDE, SIDE, mode=Qt.TransformationMode.SmoothTransformation)


def levels(image: QImage) -> bytes:
    """What each of the 256 steps of light becomes, so that the light spreads from dark to bright; empty if it does already.

    The 1st and the 99th percentile of luminance move apart, to black and white as far as MOST_GAIN allows. The three colours
    share one table, so that they stay what they are.
    """
    sample = image.scaled(_SAMPLE).convertToFormat(QImage.Format.Format_Grayscale8)
    ordered = sorted(bytes(sample.constBits()))
    low, high = ordered[len(ordered) // 100], ordered[-len(ordered) // 100]
    gain = min(MOST_GAIN, 255 / max(1, high - low))
    if gain < LEAST_GAIN:
        return b""
    # What the gain leaves of the range is shared as the photo had it: a dark one stays the darker end, a pale one the pale.
    left_over = 255 - (high - low) * gain
    start = left_over * low / max(1, 255 - (high - low))
    return bytes(min(255, max(0, round(start + (step - low) * gain))) for step in range(256))


def with_levels(image: QImage, table: bytes) -> QImage:
    """An empty table changes nothing."""
    if not table:
        return image
    colours = image.convertToFormat(QImage.Format.Format_RGB888)
    spread = bytes(colours.constBits()).translate(table)
    size, row = colours.size(), colours.bytesPerLine()
    lighter = QImage(spread, size.width(), size.height(), row, QImage.Format.Format_RGB888)
    return lighter.convertToFormat(QImage.Format.Format_RGB32)


def levelled(image: QImage) -> QImage:
    return with_levels(image, levels(image))


def as_jpeg(image: QImage) -> bytes:
    """At most MOST_KEPT bytes, with no metadata; noise costs quality first, and then pixels."""
    image = plain(image)
    data = b""
    for side, qualities in _SMALLER:
        if side < image.width():
            image = image.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation)
        for quality in qualities:
            data = _encoded(image, quality)
            if len(data) <= MOST_KEPT:
                return data
    return data


def _encoded(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(quality)
    writer.setOptimizedWrite(True)
    writer.write(image)
    return bytes(buffer.data().data())


def _kind(data: bytes) -> str:
    """By its first bytes, whatever its name says; empty for what is not read."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    starts = ((b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"BM", "bmp"))
    return next((kind for start, kind in starts if data.startswith(start)), "")


def _is_torn(data: bytes, kind: str) -> bool:
    """Qt shows what there is of half a JPEG or BMP and fills the rest with grey; of the others it tells itself."""
    if kind == "bmp":
        return len(data) < int.from_bytes(data[2:6], "little")
    return kind == "jpeg" and not 0 < _scans(data) <= MOST_SCANS


def _scans(data: bytes) -> int:
    """How often a JPEG goes over its pixels, at least twice if it may (progressive); 0 when its end is not there.

    What follows the end is no part of it: phones put a film or a second photo there.
    """
    scans, least, place = 0, 1, 0
    while marker := _MARKER.search(data, place):
        place = marker.end()
        code = marker[0][1]
        if code == _START:
            continue
        if code == _END:
            return max(scans, least) if scans else 0
        scans += code == _SCAN
        least = 2 if code == _PROGRESSIVE else least
        place += int.from_bytes(data[place : place + 2], "big")
    return 0


def _check_size(what: str, size: QSize, is_read_small: bool) -> None:
    longest, shortest = max(size.width(), size.height()), min(size.width(), size.height())
    most = MOST_PIXELS if is_read_small else MOST_PIXELS_AT_ONCE
    if longest > LONGEST_SIDE or size.width() * size.height() > most:
        raise PhotoRefused(f"{what} is te groot: {size.width()} bij {size.height()} beeldpunten; maak de foto eerst kleiner.")
    if shortest < SHORTEST_SIDE:
        raise PhotoRefused(f"{what} is te klein: {size.width()} bij {size.height()} beeldpunten; kies een grotere foto.")
