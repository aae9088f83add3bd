import dataclasses
import re

import pytest

from beroepentaal.ui.theme import AVATAR_GROUNDS, COLOURS, SPACE, TYPE

TEXT_ON_GROUND = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "primary_soft"),
    ("ink", "right_soft"),
    ("ink", "again_soft"),
    ("ink", "notice"),
    ("ink_soft", "paper"),
    ("ink_soft", "card"),
    ("ink_soft", "line"),
    ("primary", "paper"),
    ("primary_dark", "primary_soft"),
    ("on_primary", "primary"),
    ("on_primary", "primary_dark"),
    ("on_primary", "right"),
    ("on_primary", "again"),
]


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_stands_out_from_its_ground(text: str, ground: str) -> None:
    assert contrast(getattr(COLOURS, text), getattr(COLOURS, ground)) >= 4.5


@pytest.mark.parametrize("mark", ["right", "again", "primary", "focus"])
def test_marks_and_focus_stand_out_from_the_page(mark: str) -> None:
    assert contrast(getattr(COLOURS, mark), COLOURS.paper) >= 3
    assert contrast(getattr(COLOURS, mark), COLOURS.card) >= 3


def test_every_colour_is_written_in_full() -> None:
    colours = [*dataclasses.asdict(COLOURS).values(), *AVATAR_GROUNDS]
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours)


def test_text_and_targets_are_large_enough_for_who_reads_little() -> None:
    assert min(TYPE.body, TYPE.small, TYPE.button) >= 18
    assert SPACE.target >= 64
