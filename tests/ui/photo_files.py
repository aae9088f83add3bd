"""Makes photos as cameras and programs write them, whole and broken, byte by byte where it matters."""

import random
import struct
import zlib

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

CAMERA, PLACE = b"Cameramerk X100", b"Almere-Haven 52.3702N"
"""What a photo tells of who took it, and where."""
GPS = struct.pack("<6I", 52, 1, 22, 1, 12, 1)
"""Degrees, minutes and seconds as EXIF has them."""


def halves(width: int = 400, height: int = 300, left: str = "#c03020", right: str = "#2040c0") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(right))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height, QColor(left))
    painter.end()
    return image


def greys(darkest: int, brightest: int, width: int = 200, height: int = 200) -> QImage:
    """Each grey as often."""
    row = [darkest + (brightest - darkest) * place // (width - 1) for place in range(width)]
    data = b"".join(bytes((grey, grey, grey)) for grey in row) * height
    return QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def noise(width: int, height: int) -> QImage:
    data = random.Random(1).randbytes(4 * width * height)
    return QImage(data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def encoded(image: QImage, kind: str, quality: int = 90, *, progressive: bool = False) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind.encode())
    writer.setQuality(quality)
    writer.setProgressiveScanWrite(progressive)
    assert writer.write(image), writer.errorString()
    return bytes(buffer.data().data())


def jpeg_segment(code: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, code, len(content) + 2) + content


def png_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def exif(orientation: int) -> bytes:
    """IFD0 with the maker, the orientation and a GPS IFD."""
    start = 8 + 2 + 3 * 12 + 4
    gps_at = start + len(CAMERA) + 1
    gps_data_at = gps_at + 2 + 2 * 12 + 4
    entries = struct.pack("<HHII", 0x010F, 2, len(CAMERA) + 1, start)
    entries += struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    entries += struct.pack("<HHII", 0x8825, 4, 1, gps_at)
    gps = struct.pack("<H", 2) + struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0") + struct.pack("<HHII", 2, 5, 3, gps_data_at)
    ifd0 = b"II*\0" + struct.pack("<IH", 8, 3) + entries + struct.pack("<I", 0)
    return b"Exif\0\0" + ifd0 + CAMERA + b"\0" + gps + struct.pack("<I", 0) + GPS


def from_a_phone(image: QImage, orientation: int = 1) -> bytes:
    """A JPEG that tells all that a phone tells, with a thumbnail in front and a film behind it."""
    plain = encoded(image, "jpeg")
    thumbnail = encoded(image.scaled(32, 24), "jpeg")
    told = jpeg_segment(0xE1, exif(orientation) + thumbnail)
    told += jpeg_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + PLACE + b"</x:xmpmeta>")
    told += jpeg_segment(0xED, b"Photoshop 3.0\0" + PLACE) + jpeg_segment(0xFE, PLACE)
    return plain[:2] + told + plain[2:] + PLACE + b"\xff\xda\xff\xd9" * 200


def told_png(image: QImage) -> bytes:
    plain = encoded(image, "png")
    end_of_header = 8 + 25
    told = png_chunk(b"tEXt", b"Comment\0" + PLACE) + png_chunk(b"iTXt", b"Author\0\0\0\0\0" + CAMERA)
    told += png_chunk(b"eXIf", exif(1)[6:])
    return plain[:end_of_header] + told + plain[end_of_header:]


def png_of_zeros(width: int, height: int) -> bytes:
    """Far smaller than what it says to be."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    row = b"\0" * (1 + 3 * width)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(min(height, 100))) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + png_chunk(b"IDAT", data) + png_chunk(b"IEND", b"")


def jpeg_of_size(jpeg: bytes, width: int, height: int) -> bytes:
    """The same, with another size in its header."""
    place = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:place] + struct.pack(">HH", height, width) + jpeg[place + 4 :]


def jpeg_codes(jpeg: bytes) -> list[int]:
    """Of all segments before the pixels."""
    codes, place = [], 2
    while jpeg[place + 1] != 0xDA:
        codes.append(jpeg[place + 1])
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
    return codes
