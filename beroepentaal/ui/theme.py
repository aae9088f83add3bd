"""The design language: every colour, size, distance, radius and movement that a page may use.

Contrast of each text colour on its ground is at least 4.5 : 1 (WCAG AA); a test computes it.
"""

from dataclasses import dataclass
from pathlib import Path

ICONS = Path(__file__).parent / "icons"


@dataclass(frozen=True, slots=True)
class Colours:
    ink: str = "#1F2A33"
    ink_soft: str = "#4A5864"
    paper: str = "#FBF6EC"
    card: str = "#FFFFFF"
    line: str = "#DDD3C1"
    primary: str = "#0B6159"
    primary_dark: str = "#084842"
    primary_soft: str = "#D6ECE8"
    on_primary: str = "#FFFFFF"
    sun: str = "#F6C83C"
    right: str = "#23703F"
    right_soft: str = "#DCF1E2"
    again: str = "#9A4410"
    again_soft: str = "#FDE8D3"
    notice: str = "#FFF1C2"
    focus: str = "#1B5FD0"


@dataclass(frozen=True, slots=True)
class Type:
    """Points."""

    family: str = "Noto Sans"
    body: int = 18
    button: int = 20
    title: int = 26
    term: int = 34
    long_term: int = 26
    """For words too long to stand on one line at the size of a term."""
    small: int = 18
    ethiopic: float = 1.2
    """Ethiopic letters are set this much larger than Latin ones to look as large."""


@dataclass(frozen=True, slots=True)
class Space:
    """Pixels at 100 %."""

    xs: int = 6
    s: int = 12
    m: int = 20
    l: int = 32  # noqa: E741  the sizes are a row: xs s m l xl
    xl: int = 48
    target: int = 72
    """Least width and height of anything to press."""
    target_big: int = 120
    """Height of the one button that a page is about."""
    widest: int = 1320
    highest: int = 900
    """Of a page's content; what a larger screen has more stays empty around it."""
    radius: int = 20
    radius_large: int = 28
    border: int = 2
    focus: int = 4


@dataclass(frozen=True, slots=True)
class Desk:
    """Sizes on the pages of an instructor, who reads and has a mouse."""

    body: int = 13
    title: int = 20
    button: int = 13
    height: int = 44
    """Pixels, of whatever is pressed or typed in."""
    icon: int = 24
    row: int = 36
    """Pixels, of a row of a table."""


@dataclass(frozen=True, slots=True)
class Motion:
    """Milliseconds."""

    ring: int = 600


COLOURS, TYPE, SPACE, DESK, MOTION = Colours(), Type(), Space(), Desk(), Motion()

AVATAR_GROUNDS = ("#CFE8F7", "#FCE3A6", "#F9D5D9", "#DDD4F0", "#D3EAD3", "#F7DEC4", "#D9E0E6", "#F1F3C5")
"""Grounds of trainee pictures; their number is how many trainees can share one picture."""

RIGHT_TO_LEFT = frozenset({"ar", "fa"})


def stylesheet() -> str:
    c, t, s, d = COLOURS, TYPE, SPACE, DESK
    return f"""
    * {{ font-family: "{t.family}"; font-size: {t.body}pt; color: {c.ink}; }}
    QMainWindow, QWidget[page="true"] {{ background: {c.paper}; }}
    QLabel {{ background: transparent; }}
    QLabel[role="title"] {{ font-size: {t.title}pt; font-weight: 600; }}
    QLabel[role="term"] {{ font-size: {t.term}pt; font-weight: 700; }}
    QLabel[role="long-term"] {{ font-size: {t.long_term}pt; font-weight: 700; }}
    QLabel[role="soft"] {{ color: {c.ink_soft}; }}
    QFrame[role="card"] {{ background: {c.card}; border: {s.border}px solid {c.line}; border-radius: {s.radius_large}px; }}
    QFrame[role="right"] {{ background: {c.right_soft}; border-radius: {s.radius}px; }}
    QFrame[role="again"] {{ background: {c.again_soft}; border-radius: {s.radius}px; }}
    QFrame[role="notice"] {{ background: {c.notice}; border-radius: {s.radius}px; }}
    QPushButton {{
        min-height: {s.target - 2 * s.focus}px; padding: 0 {s.l}px; border-radius: {s.radius}px;
        border: {s.focus}px solid transparent; font-size: {t.button}pt; font-weight: 600;
    }}
    QPushButton[role="primary"] {{ background: {c.primary}; color: {c.on_primary}; }}
    QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {{ background: {c.primary_dark}; }}
    QPushButton[role="primary"]:disabled {{ background: {c.line}; color: {c.ink_soft}; }}
    QPushButton[weight="big"] {{ min-height: {s.target_big - 2 * s.focus}px; font-size: {t.title}pt; }}
    QPushButton[role="plain"] {{ background: {c.card}; color: {c.ink}; border-color: {c.line}; }}
    QPushButton[role="plain"]:hover, QPushButton[role="plain"]:pressed {{ background: {c.primary_soft}; }}
    QPushButton:focus {{ border-color: {c.focus}; }}
    QPushButton[role="primary"]:focus {{ border-color: {c.sun}; }}
    QToolButton {{
        border: {s.focus}px solid transparent; border-radius: {s.target // 2}px; background: {c.primary_soft};
        min-width: {s.target - 2 * s.focus}px; min-height: {s.target - 2 * s.focus}px; padding: 0;
    }}
    QToolButton:hover, QToolButton:pressed {{ background: {c.line}; }}
    QToolButton:focus {{ border-color: {c.focus}; }}
    QProgressBar {{ background: {c.line}; border: none; border-radius: 7px; max-height: 14px; min-height: 14px; }}
    QProgressBar::chunk {{ background: {c.primary}; border-radius: 7px; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ width: 20px; background: transparent; }}
    QScrollBar::handle:vertical {{ background: {c.line}; border-radius: 10px; min-height: 64px; }}
    QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
    QWidget[desk="true"] QLabel, QWidget[desk="true"] QCheckBox, QWidget[desk="true"] QRadioButton,
    QWidget[desk="true"] QAbstractItemView, QWidget[desk="true"] QHeaderView {{ font-size: {d.body}pt; }}
    QWidget[desk="true"] QLabel[role="title"] {{ font-size: {d.title}pt; }}
    QWidget[desk="true"] QPushButton[desk="true"] {{
        min-height: {d.height - 2 * s.border}px; padding: 0 {s.m}px; border-radius: {s.s}px;
        border-width: {s.border}px; font-size: {d.button}pt;
    }}
    QWidget[desk="true"] QPushButton:disabled {{ color: {c.ink_soft}; background: {c.paper}; border-color: {c.line}; }}
    QLineEdit, QComboBox, QSpinBox {{
        min-height: {d.height - 2 * s.border}px; padding: 0 {s.s}px; border-radius: {s.s}px; font-size: {d.body}pt;
        border: {s.border}px solid {c.line}; background: {c.card}; selection-background-color: {c.primary};
        selection-color: {c.on_primary};
    }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border-color: {c.focus}; }}
    QComboBox::drop-down {{ border: none; width: {d.icon + s.s}px; }}
    QComboBox::down-arrow {{ image: url("{(ICONS / "down.svg").as_posix()}"); width: {d.icon}px; height: {d.icon}px; }}
    QComboBox QAbstractItemView {{
        background: {c.card}; selection-background-color: {c.primary_soft}; selection-color: {c.ink};
    }}
    QTableView, QListView {{
        background: {c.card}; alternate-background-color: {c.paper}; border: {s.border}px solid {c.line};
        border-radius: {s.s}px; gridline-color: {c.line}; selection-background-color: {c.primary_soft};
        selection-color: {c.ink};
    }}
    QTableView:focus, QListView:focus {{ border-color: {c.focus}; }}
    QHeaderView::section {{
        background: transparent; border: none; border-bottom: {s.border}px solid {c.line}; padding: {s.xs}px {s.s}px;
        font-weight: 600;
    }}
    QHeaderView {{ background: transparent; }}
    QCheckBox, QRadioButton {{
        padding: {s.border}px {s.xs}px; border: {s.border}px solid transparent; border-radius: {s.xs}px;
    }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {c.focus}; }}
    """
