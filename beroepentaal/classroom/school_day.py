"""Which school day it is, on a PC whose clock may be wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SchoolDay:
    day: int
    """Proleptic ordinal (date.toordinal)."""
    clock_is_behind: bool
    """The PC's clock stands before a day on which someone already answered."""


def school_day(clock: int, newest_seen: int | None) -> SchoolDay:
    """The later of what the clock says and the newest day seen: a clock that fell back is noticed, not believed."""
    behind = newest_seen is not None and clock < newest_seen
    return SchoolDay(newest_seen if behind and newest_seen is not None else clock, behind)
