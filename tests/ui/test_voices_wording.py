import pytest

from beroepentaal.ui.instructor.voices.wording import reasons
from beroepentaal.ui.instructor.wording import number, time_left


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (10, "nog minder dan een minuut"),
        (60, "nog ongeveer 1 minuut"),
        (250, "nog ongeveer 4 minuten"),
        (19 * 60, "nog ongeveer 20 minuten"),
        (64 * 60, "nog ongeveer 65 minuten"),
        (125 * 60, "nog ongeveer 2 uur"),
    ],
)
def test_time_left_is_told_as_coarsely_as_it_is_known(seconds: float, words: str) -> None:
    assert time_left(seconds) == words


def test_thousands_are_written_the_dutch_way() -> None:
    assert number(1254) == "1.254"


def test_a_reason_that_holds_for_many_is_told_once() -> None:
    assert reasons(("Vol.", "Stil.", "Vol.")) == ["Vol. (2 keer)", "Stil."]
