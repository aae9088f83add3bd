"""What the page about a deck's sound says of its voices and of making them, in Dutch."""

from collections import Counter
from collections.abc import Iterable, Sequence

from beroepentaal.classroom.voicing import Line, Quality, Rendering, State, quality
from beroepentaal.ui.instructor.wording import number, time_left


def summary(lines: Sequence[Line]) -> str:
    core = [line for line in lines if line.term.core]
    other = [line for line in lines if not line.term.core]
    stale = sum(line.state is State.STALE for line in lines)
    parts = [f"{name}: {_voices(some)}." for name, some in (("Kern", core), ("Overig", other)) if some]
    if stale:
        parts.append(f"{number(stale)} verouderd.")
    return " ".join(parts)


def _voices(lines: Iterable[Line]) -> str:
    counts = Counter(quality(line.voice) if line.voice else Quality.COMPUTER for line in lines)
    recorded, natural, computer = (counts[each] for each in (Quality.RECORDED, Quality.NATURAL, Quality.COMPUTER))
    parts = [f"{number(recorded)} {'opname' if recorded == 1 else 'opnamen'}"] if recorded else []
    parts += [f"{number(natural)} natuurlijke stem"] if natural else []
    parts += [f"{number(computer)} computerstem"] if computer else []
    return ", ".join(parts)


def on_the_way(so_far: Rendering, seconds_left: float | None) -> str:
    if not so_far.done:
        return "Even geduld, de stem begint."
    done = f"{number(so_far.done)} van {number(so_far.wanted)}"
    return done if seconds_left is None else f"{done}, {time_left(seconds_left)}"


def at_rest(so_far: Rendering) -> str:
    """However it came to stand still; why is told apart."""
    done = f"{number(so_far.made + so_far.kept)} van {number(so_far.wanted)} klaar"
    return f"{done}, {number(len(so_far.failed))} mislukt." if so_far.failed else f"{done}."


def reasons(failed: Sequence[str]) -> list[str]:
    """Each once, however often it was the reason."""
    return [reason if times == 1 else f"{reason} ({number(times)} keer)" for reason, times in Counter(failed).items()]
