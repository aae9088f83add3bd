from pathlib import Path

import pytest
from photo_files import encoded, from_a_phone, greys, halves
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from beroepentaal.classroom.picturing import Crop, Draft
from beroepentaal.refusal import Refusal
from beroepentaal.ui.instructor.pictures.loaded_photo import LoadedPhoto, PhotoFolder
from beroepentaal.ui.instructor.pictures.pasting import found_in, may_be_photo
from beroepentaal.ui.photos import MOST_KEPT, SIDE, read_photo

LEFT_HALF = Crop(0, 0, 200)


@pytest.fixture
def photos(tmp_path: Path) -> PhotoFolder:
    return PhotoFolder(tmp_path / "pictures")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "foto.jpg"
    path.write_bytes(from_a_phone(halves()))
    return path


def test_what_is_inside_the_frame_is_kept_as_the_picture(photos: PhotoFolder, file: Path) -> None:
    assert photos.keep("dak", "helm", Draft(photos.open(file), LEFT_HALF, lighter=False)) is None
    kept = photos.path("dak", "helm")
    assert kept
    assert kept.stat().st_size <= MOST_KEPT
    image = read_photo(kept.read_bytes())
    assert (image.width(), image.height()) == (SIDE, SIDE)
    assert image.pixelColor(SIDE - 5, 5).red() > 150


def test_a_change_can_be_undone_to_the_byte(photos: PhotoFolder, file: Path) -> None:
    draft = Draft(photos.open(file), LEFT_HALF, lighter=False)
    drawing = photos.keep("dak", "helm", draft)
    kept = photos.path("dak", "helm")
    assert kept
    first = kept.read_bytes()
    before = photos.keep("dak", "helm", Draft(draft.photo, Crop(200, 0, 200), lighter=False))
    photos.put_back("dak", "helm", before)
    assert kept.read_bytes() == first
    photos.put_back("dak", "helm", photos.remove("dak", "helm"))
    assert kept.read_bytes() == first
    photos.put_back("dak", "helm", drawing)
    assert photos.path("dak", "helm") is None


def test_only_a_photo_that_needs_it_can_be_made_lighter(photos: PhotoFolder) -> None:
    dark, good = (photos.open(encoded(greys(low, high), "png")) for low, high in ((5, 90), (0, 255)))
    assert dark.can_be_lighter
    assert not good.can_be_lighter
    crop = Crop(0, 0, 200)
    assert (
        dark.cut(crop, lighter=True).pixelColor(SIDE - 1, 0).red() > dark.cut(crop, lighter=False).pixelColor(SIDE - 1, 0).red()
    )
    assert good.cut(crop, lighter=True) == good.cut(crop, lighter=False)


def test_the_sketch_beside_the_frame_looks_like_what_will_be_kept(photos: PhotoFolder, file: Path) -> None:
    photo, crop = photos.open(file), Crop(100, 20, 190)
    sketch, cut = photo.sketched(crop, lighter=False), photo.cut(crop, lighter=False)
    for x, y in ((20, 20), (600, 600)):
        assert abs(sketch.pixelColor(x, y).red() - cut.pixelColor(x, y).red()) < 8


def test_turning_is_to_the_right(photos: PhotoFolder, file: Path) -> None:
    photo = photos.open(file).turned()
    assert photo.size == (300, 400)
    assert photo.image.pixelColor(150, 10).red() > photo.image.pixelColor(150, 390).red()


def test_what_is_no_file_or_no_photo_is_refused_by_its_name(photos: PhotoFolder, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"PK\3\4")
    for name in ("", "weg.jpg", "brief.docx"):
        with pytest.raises(Refusal, match=f"'{name or tmp_path.name}'"):
            photos.open(tmp_path / name)


def test_a_file_is_found_on_the_clipboard_and_nothing_of_the_internet(file: Path) -> None:
    given = QMimeData()
    given.setUrls([QUrl("https://voorbeeld.nl/foto.jpg"), QUrl.fromLocalFile(str(file))])
    assert may_be_photo(given)
    assert found_in(given) == file
    given.setUrls([QUrl("https://voorbeeld.nl/foto.jpg")])
    assert not may_be_photo(given)
    assert found_in(given) is None


def test_an_image_that_another_program_copied_is_checked_as_a_file_is(photos: PhotoFolder) -> None:
    given = QMimeData()
    given.setData("image/png", encoded(halves(), "png"))
    found = found_in(given)
    assert isinstance(found, bytes)
    assert photos.open(found).size == (400, 300)


def test_an_image_without_a_format_is_taken_as_it_is(photos: PhotoFolder) -> None:
    given = QMimeData()
    given.setImageData(halves())
    assert may_be_photo(given)
    found = found_in(given)
    assert isinstance(found, QImage)
    assert isinstance(photos.open(found), LoadedPhoto)


def test_text_on_the_clipboard_is_no_photo_and_neither_is_nothing() -> None:
    given = QMimeData()
    given.setText("helm")
    for nothing in (given, None):
        assert not may_be_photo(nothing)
        assert found_in(nothing) is None
