"""Moves and sizes the square that is cut from a photo; what it may be and where."""

from beroepentaal.classroom.picturing import Crop

Size = tuple[int, int]
"""Width and height of a photo in pixels."""
LEAST = 64
"""Pixels of a side; less than this shows nothing at the size of a tile."""
MIDDLE, TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT = (0.5, 0.5), (0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)
"""Points of a square, as parts of its side."""


def largest_inside(photo: Size) -> Crop:
    return _placed(0, 0, min(photo), photo)


def moved(crop: Crop, right: float, down: float, photo: Size) -> Crop:
    return _placed(crop.left + right, crop.top + down, crop.side, photo)


def sized(crop: Crop, side: float, photo: Size, fixed: tuple[float, float] = MIDDLE) -> Crop:
    """fixed: the point of the square that stays where it is, as far as the photo allows."""
    side = round(min(max(side, min(LEAST, *photo)), max(photo)))
    shift = crop.side - side
    return _placed(crop.left + fixed[0] * shift, crop.top + fixed[1] * shift, side, photo)


def turned(crop: Crop, photo: Size) -> Crop:
    """Of the same part, when the photo is turned a quarter to the right; photo is its size before."""
    return Crop(photo[1] - crop.top - crop.side, crop.left, crop.side)


def _placed(left: float, top: float, side: int, photo: Size) -> Crop:
    """Inside the photo; in a direction in which that is too short, it stands in the middle, with white at both ends."""
    return Crop(_along(left, side, photo[0]), _along(top, side, photo[1]), side)


def _along(start: float, side: int, length: int) -> int:
    return (length - side) // 2 if side >= length else min(max(round(start), 0), length - side)
