"""What the page about sound files says, in Dutch: of each sound, of all together, and of work that takes a while."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from beroepentaal.classroom.ports import Part, Trouble
from beroepentaal.ui.instructor.sound_files.work import Busy
from beroepentaal.ui.instructor.wording import number

LOOKING = Busy("De bestanden worden gelezen…")
READING = Busy("De opname wordt gelezen…")
CUTTING = Busy("De opname wordt geknipt…")
NOTHING_SAID = "In deze opname is niets te horen."
ONE_RECORDING = "Kies één opname: één bestand waarin de hele lijst staat."
NO_FILES = "Hier zitten geen geluidsbestanden in."

TROUBLES = {
    Trouble.NOTHING_HEARD: "niets te horen",
    Trouble.TOO_QUIET: "te zacht",
    Trouble.TOO_LOUD: "te hard opgenomen",
}
PARTS = {Part.TERM: ("woord", "woorden"), Part.SENTENCE: ("zin", "zinnen"), Part.CHUNK: ("opdracht", "opdrachten")}


class Sign(Enum):
    """Stands before a remark, so that no two differ by colour alone."""

    NONE = auto()
    GOOD = auto()
    KEPT = auto()
    REPLACES = auto()
    DOUBT = auto()
    TROUBLE = auto()


@dataclass(frozen=True, slots=True)
class Remark:
    """What must be known of a sound."""

    sign: Sign
    text: str


GOOD = Remark(Sign.GOOD, "goed")
KEPT = Remark(Sign.KEPT, "overgenomen")
REPLACES = Remark(Sign.REPLACES, "vervangt je opname")
WHICH_WORD = Remark(Sign.DOUBT, "welk woord is dit?")
NOT_SURE = Remark(Sign.DOUBT, "niet zeker")
NO_WORD = Remark(Sign.NONE, "geen woord: blijft weg")
NOT_SAID = Remark(Sign.NONE, "niet gezegd")
NO_TEXT_LEFT = Remark(Sign.DOUBT, "de lijst is op")
NO_PIECE_LEFT = Remark(Sign.DOUBT, "de opname is op")


LONG = Remark(Sign.DOUBT, "lang voor deze tekst")
SHORT = Remark(Sign.DOUBT, "kort voor deze tekst")


def also_in(name: str) -> Remark:
    return Remark(Sign.DOUBT, f"ook in ‘{name}’")


def together(remarks: Sequence[Remark]) -> Remark:
    """In one line, under the gravest sign; good where there is none."""
    gravest = max((remark.sign for remark in remarks), key=lambda sign: sign.value, default=Sign.GOOD)
    return Remark(gravest, ", ".join(remark.text for remark in remarks)) if remarks else GOOD


def reading(done: int, wanted: int) -> Busy:
    return Busy(f"{number(done)} van {_count(wanted, 'bestand', 'bestanden')} gelezen", done, wanted)


def keeping(done: int, wanted: int) -> Busy:
    return Busy(f"{number(done)} van {_sounds(wanted)} overgenomen", done, wanted)


def take_over(count: int) -> str:
    return f"Neem {_sounds(count)} over" if count else "Neem geluiden over"


def kept(count: int, failed: int) -> str:
    done = f"{_sounds(count)} overgenomen."
    return f"{done} {number(failed)} niet gelukt." if failed else done


def to_come_back_for(count: int) -> str:
    one = count == 1
    return f"{_sounds(count)} nog niet overgenomen; {'het staat' if one else 'ze staan'} klaar als je hier terugkomt."


def files(count: int, doubtful: int, bad: int) -> str:
    parts = [_count(count, "bestand", "bestanden")]
    parts += [f"{number(doubtful)} niet zeker"] if doubtful else []
    parts += [f"{number(bad)} met een probleem"] if bad else []
    return f"{', '.join(parts)}."


def fit(pieces: int, texts: int, part: Part, strange: int) -> str:
    """strange: how many have something to look at. That the numbers fit does not mean that each piece says its text."""
    found, wanted = _count(pieces, "stuk", "stukken"), _count(texts, *PARTS[part])
    if pieces != texts:
        return f"{found} voor {wanted}: kijk waar het niet klopt."
    listen = f"{number(strange)} vallen op: luister daar eerst." if strange > 1 else "Luister er een paar na."
    if strange == 1:
        listen = "1 valt op: luister daar eerst."
    return f"{found} gevonden voor {wanted}. {listen}"


def about(name: str, seconds: float) -> str:
    return f"{name} ({minutes(seconds)} min)"


def to_read(part: Part, count: int, *, core: bool) -> str:
    texts = _count(count, *PARTS[part])
    return f"{texts} van de kern" if core else f"alle {texts}"


def minutes(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"


def _sounds(count: int) -> str:
    return _count(count, "geluid", "geluiden")


def _count(count: int, one: str, more: str) -> str:
    return f"{number(count)} {one if count == 1 else more}"
