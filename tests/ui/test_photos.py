from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from photo_files import (
    CAMERA,
    GPS,
    PLACE,
    encoded,
    from_a_phone,
    greys,
    halves,
    jpeg_codes,
    jpeg_of_size,
    jpeg_segment,
    noise,
    png_of_zeros,
    told_png,
)
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QColorSpace, QImage

from beroepentaal.ui.photos import (
    LONGEST_READ,
    MOST_BYTES,
    MOST_KEPT,
    SIDE,
    PhotoRefused,
    as_jpeg,
    fitted,
    levelled,
    levels,
    read_photo,
    square,
    with_levels,
)

WHOLE = {kind: encoded(halves(), kind) for kind in ("jpeg", "png", "webp", "bmp")}
PROGRESSIVE = encoded(halves(), "jpeg", progressive=True)
JFIF_AND_PIXELS = {0xE0, 0xDB, 0xC0, 0xC4}


def near(image: QImage, x: int, y: int, colour: str, by: int = 40) -> bool:
    found, wanted = image.pixelColor(x, y), QColor(colour)
    pairs = ((found.red(), wanted.red()), (found.green(), wanted.green()), (found.blue(), wanted.blue()))
    return all(abs(one - other) <= by for one, other in pairs)


def brightness(image: QImage) -> float:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(bytes(grey.constBits())) / (grey.width() * grey.height())


@pytest.mark.parametrize("data", [*WHOLE.values(), PROGRESSIVE], ids=[*WHOLE, "progressive"])
def test_a_photo_of_each_kind_opens(data: bytes) -> None:
    image = read_photo(data)
    assert (image.width(), image.height()) == (400, 300)
    assert near(image, 100, 150, "#c03020")
    assert near(image, 300, 150, "#2040c0")


def test_a_large_photo_becomes_no_larger_than_is_of_use_and_a_small_one_is_not_blown_up() -> None:
    large = encoded(halves(2 * LONGEST_READ, 600), "jpeg")
    assert read_photo(large).width() == LONGEST_READ
    assert read_photo(large, longest=100).width() == 100
    assert read_photo(WHOLE["png"], longest=800).width() == 400


def test_a_photo_that_was_taken_upright_stands_upright() -> None:
    image = read_photo(from_a_phone(halves(), orientation=6))
    assert (image.width(), image.height()) == (300, 400)
    assert near(image, 150, 100, "#c03020")


def test_where_and_with_what_a_photo_was_taken_does_not_come_along() -> None:
    data = from_a_phone(halves())
    assert all(told in data for told in (CAMERA, PLACE, GPS))
    kept = as_jpeg(square(read_photo(data), QRect(0, 0, 300, 300)))
    assert not any(told in kept for told in (CAMERA, PLACE, GPS, b"Exif", b"http", b"ICC_PROFILE"))
    assert set(jpeg_codes(kept)) == JFIF_AND_PIXELS


def test_what_is_written_in_a_png_does_not_come_along() -> None:
    data = told_png(halves())
    image = read_photo(data)
    assert not image.textKeys()
    kept = as_jpeg(image)
    assert PLACE in data
    assert PLACE not in kept
    assert CAMERA not in kept
    assert set(jpeg_codes(kept)) == JFIF_AND_PIXELS


def test_whatever_image_is_kept_tells_nothing_but_its_pixels() -> None:
    image = halves(SIDE, SIDE)
    image.setText("Comment", PLACE.decode())
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    kept = as_jpeg(image)
    assert PLACE not in kept
    assert set(jpeg_codes(kept)) == JFIF_AND_PIXELS


def test_a_photo_in_the_wide_colours_of_a_phone_is_shown_in_those_of_every_screen() -> None:
    wide = halves(left="#c03020")
    wide.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    image = read_photo(encoded(wide, "png"))
    assert not image.colorSpace().isValid()
    assert image.pixelColor(10, 10).red() > 200  # the same red takes more of the smaller range


def test_what_is_transparent_becomes_white() -> None:
    image = QImage(100, 100, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    assert read_photo(encoded(image, "png")).pixelColor(50, 50) == QColor("white")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        b"GIF89a\x01\0\x01\0\0\0\0;",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.4",
        b"II*\0" + bytes(100),
        b"Beste collega,",
    ],
    ids=["empty", "heic", "gif", "svg", "pdf", "tiff", "text"],
)
def test_what_is_no_photo_is_refused_with_what_to_use_instead(data: bytes) -> None:
    with pytest.raises(PhotoRefused, match=r"^'x.heic' is geen foto die BeroepenTaal kent; gebruik JPG of PNG.$"):
        read_photo(data, "x.heic")
    with pytest.raises(PhotoRefused, match=r"^Dit plaatje is geen foto"):
        read_photo(data)


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_half_a_photo_is_refused_and_not_shown_half_grey(kind: str, part: float) -> None:
    data = WHOLE[kind]
    with pytest.raises(PhotoRefused, match="beschadigd of niet helemaal gekopieerd"):
        read_photo(data[: int(len(data) * part)], "half")


def test_half_a_photo_of_a_phone_is_refused_although_its_thumbnail_is_whole() -> None:
    data = from_a_phone(halves())
    with pytest.raises(PhotoRefused, match="beschadigd"):
        read_photo(data[: data.index(PLACE + b"\xff\xda") - 10])


@pytest.mark.parametrize(
    "make",
    [
        lambda: png_of_zeros(30_000, 30_000),
        lambda: png_of_zeros(20_001, 40),
        lambda: png_of_zeros(8_000, 5_000),
        lambda: jpeg_of_size(WHOLE["jpeg"], 12_000, 8_000),
        lambda: jpeg_of_size(WHOLE["jpeg"], 65_000, 65_000),
        lambda: jpeg_segment(0xD8, b"")[:2] + b"\xff" * 10 + jpeg_of_size(WHOLE["jpeg"], 65_000, 65_000)[2:],
    ],
    ids=["bomb", "long", "40 megapixels at once", "96 megapixels", "largest jpeg", "filled jpeg"],
)
def test_what_would_fill_the_memory_is_refused_before_it_is_decoded(make: Callable[[], bytes]) -> None:
    with pytest.raises(PhotoRefused, match="is te groot"):
        read_photo(make(), "bom")


def test_a_file_that_is_too_large_is_refused_by_its_size() -> None:
    with pytest.raises(PhotoRefused, match="hoogstens 40 MB"):
        read_photo(WHOLE["jpeg"] + bytes(MOST_BYTES))


def test_a_jpeg_that_takes_forever_is_refused() -> None:
    scan = PROGRESSIVE.rindex(b"\xff\xda")
    endless = PROGRESSIVE[:scan] + PROGRESSIVE[scan:-2] * 200 + PROGRESSIVE[-2:]
    with pytest.raises(PhotoRefused, match="beschadigd"):
        read_photo(endless)


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (4000, 3)])
def test_what_is_too_small_to_see_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(PhotoRefused, match=r"te klein|beschadigd"):
        read_photo(png_of_zeros(*size))


@pytest.mark.qt_log_ignore(".")
@settings(max_examples=150)
@given(
    kind=st.sampled_from([*WHOLE, "progressive", "phone"]),
    changes=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=6),
    cut=st.integers(0, 40),
)
def test_a_photo_with_wrong_bytes_opens_or_is_refused_and_nothing_else(
    kind: str, changes: list[tuple[int, int]], cut: int
) -> None:
    whole = {**WHOLE, "progressive": PROGRESSIVE, "phone": from_a_phone(halves(), 8)}[kind]
    data = bytearray(whole)
    for place, value in changes:
        data[place % len(data)] = value
    try:
        image = read_photo(bytes(data[: len(data) - cut]))
    except PhotoRefused:
        return
    assert 0 < max(image.width(), image.height()) <= LONGEST_READ


def test_an_image_of_another_program_becomes_as_small_as_one_of_a_file() -> None:
    assert fitted(halves(3000, 1000)).width() == LONGEST_READ
    for image in (QImage(), halves(10, 10)):
        with pytest.raises(PhotoRefused):
            fitted(image)


@pytest.mark.parametrize("crop", [QRect(0, 0, 300, 300), QRect(150, 100, 64, 64), QRect(0, -50, 400, 400)])
def test_a_picture_is_square_whatever_is_cut(crop: QRect) -> None:
    image = square(halves(), crop)
    assert (image.width(), image.height()) == (SIDE, SIDE)


def test_what_the_square_holds_beside_the_photo_is_white() -> None:
    image = square(halves(), QRect(0, -50, 400, 400))
    assert image.pixelColor(SIDE // 2, 10) == QColor("white")
    assert near(image, 100, SIDE // 2, "#c03020")


def test_a_dark_photo_becomes_lighter_and_keeps_its_colours_apart() -> None:
    dark = halves(left="#401810", right="#101840")
    assert brightness(levelled(dark)) > 1.3 * brightness(dark)
    left = levelled(dark).pixelColor(10, 10)
    assert left.red() > left.green() >= left.blue()


def test_a_photo_whose_light_is_good_stays_as_it_is() -> None:
    good = greys(5, 250)
    assert not levels(good)
    assert levelled(good) == good


def test_light_is_spread_no_further_than_its_noise_allows() -> None:
    table = levels(greys(100, 120))
    assert table[120] - table[100] <= 41


@given(st.integers(0, 255), st.integers(0, 255))
def test_levels_never_swap_two_lights_and_leave_black_and_white_alone(one: int, other: int) -> None:
    table = levels(greys(min(one, other), max(one, other)))
    if table:
        assert list(table) == sorted(table)
        assert (table[0], table[255]) == (0, 255)
        assert len(table) == 256


def test_levels_change_each_pixel_alike_at_any_width() -> None:
    table = bytes(255 - step for step in range(256))
    for width in (33, 34, 35, 36):
        image = with_levels(halves(width, 40, left="#000000", right="#ffffff"), table)
        assert image.pixelColor(QPoint(0, 39)) == QColor("white")
        assert image.pixelColor(QPoint(width - 1, 39)) == QColor("black")


@pytest.mark.parametrize("image", [halves(SIDE, SIDE), noise(SIDE, SIDE), noise(1500, 1500)], ids=["plain", "noise", "large"])
def test_a_picture_fits_on_a_stick_with_a_thousand_others(image: QImage) -> None:
    data = as_jpeg(image)
    assert len(data) <= MOST_KEPT
    assert not read_photo(data).isNull()
