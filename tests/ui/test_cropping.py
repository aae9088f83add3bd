from hypothesis import given
from hypothesis import strategies as st

from beroepentaal.classroom.picturing import Crop
from beroepentaal.ui.instructor.pictures.cropping import BOTTOM_RIGHT, TOP_LEFT, largest_inside, moved, sized, turned

sides = st.integers(10, 2000)
photos = st.tuples(sides, sides)
points = st.tuples(st.sampled_from([0.0, 0.5, 1.0]), st.sampled_from([0.0, 0.5, 1.0]))
steps = st.floats(-3000, 3000)


def stands_well(crop: Crop, photo: tuple[int, int]) -> bool:
    """Inside, or in the middle of what is too short for it."""
    return all(
        0 <= start <= length - crop.side or start == (length - crop.side) // 2
        for start, length in zip((crop.left, crop.top), photo, strict=True)
    )


@given(photos, st.lists(st.tuples(steps, steps, st.floats(0, 5000), points), max_size=5))
def test_whatever_is_done_to_the_frame_it_stays_on_the_photo(
    photo: tuple[int, int], deeds: list[tuple[float, float, float, tuple[float, float]]]
) -> None:
    crop = largest_inside(photo)
    for right, down, side, fixed in deeds:
        crop = sized(moved(crop, right, down, photo), side, photo, fixed)
        assert stands_well(crop, photo)
        assert min(64, *photo) <= crop.side <= max(photo)


def test_the_frame_begins_as_large_as_the_photo_allows() -> None:
    assert largest_inside((400, 300)) == Crop(0, 0, 300)


def test_the_whole_of_a_long_photo_can_be_taken_with_white_at_both_sides() -> None:
    assert sized(largest_inside((400, 300)), 400, (400, 300)) == Crop(0, -50, 400)


def test_a_corner_that_is_drawn_leaves_the_opposite_one_where_it_is() -> None:
    crop = Crop(100, 100, 200)
    assert sized(crop, 150, (1000, 1000), TOP_LEFT) == Crop(100, 100, 150)
    assert sized(crop, 150, (1000, 1000), BOTTOM_RIGHT) == Crop(150, 150, 150)


def test_the_frame_stops_at_the_edge() -> None:
    assert moved(Crop(0, 0, 300), 500, 500, (400, 300)) == Crop(100, 0, 300)


@given(photos, steps, steps, st.integers(64, 2000))
def test_four_quarters_bring_the_frame_back(photo: tuple[int, int], right: float, down: float, side: int) -> None:
    crop = first = moved(sized(largest_inside(photo), side, photo), right, down, photo)
    for size in (photo, photo[::-1], photo, photo[::-1]):
        crop = turned(crop, size)
    assert crop == first
