"""Tells whether an Ogg file is whole: libsndfile plays what is left of a damaged one as if it were all.

Format: RFC 3533, section 6.
"""

import zlib

_HEADER = 27
_LAST = 4
_BITS_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def is_whole(data: bytes) -> bool:
    """Whether the file is a row of undamaged pages, none missing, that ends with a last page."""
    place = number = flags = 0
    while place < len(data):
        header = data[place : place + _HEADER]
        if len(header) < _HEADER or header[:4] != b"OggS" or int.from_bytes(header[18:22], "little") != number:
            return False
        start = place + _HEADER + header[26]
        end = start + sum(data[place + _HEADER : start])
        page = header[:22] + bytes(4) + data[place + 26 : end]
        if end > len(data) or _checksum(page) != header[22:26]:
            return False
        place, number, flags = end, number + 1, header[5]
    return bool(flags & _LAST)


def _checksum(page: bytes) -> bytes:
    """Ogg's CRC-32, as it stands in the page: zlib's, with the bits of each byte in the other order and no inversion."""
    crc = zlib.crc32(page.translate(_BITS_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return crc.to_bytes(4, "big").translate(_BITS_REVERSED)
