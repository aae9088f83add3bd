"""A clock that runs behind is noticed, and not believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beroepentaal.classroom.school_day import SchoolDay, school_day


@pytest.mark.parametrize(
    ("clock", "newest_seen", "expected"),
    [
        (739_000, None, SchoolDay(739_000, clock_is_behind=False)),
        (739_000, 738_990, SchoolDay(739_000, clock_is_behind=False)),
        (739_000, 739_000, SchoolDay(739_000, clock_is_behind=False)),
        (738_999, 739_000, SchoolDay(739_000, clock_is_behind=True)),
        (1, 739_000, SchoolDay(739_000, clock_is_behind=True)),
    ],
    ids=["first day", "new day", "same day", "yesterday", "empty clock battery"],
)
def test_it_is_the_later_of_the_clock_and_the_newest_day_seen(clock: int, newest_seen: int | None, expected: SchoolDay) -> None:
    assert school_day(clock, newest_seen) == expected


@given(st.integers(1, 3_000_000), st.integers(1, 3_000_000))
def test_a_school_day_never_goes_back(clock: int, newest_seen: int) -> None:
    assert school_day(clock, newest_seen).day >= newest_seen
