"""One deck being spoken by one voice: minutes of work that can be put on pause and gone on with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from beroepentaal.classroom import voicing
from beroepentaal.classroom.voicing import Clips, Line, Only, Rendering, State, Studio, quality
from beroepentaal.decks import Deck
from beroepentaal.refusal import Refusal
from beroepentaal.ui.instructor.voices.wording import at_rest, on_the_way, reasons
from beroepentaal.ui.ports import Background

ENOUGH = 3
"""Clips that must have been made before their pace says something."""


class Phase(Enum):
    RUNNING = auto()
    PAUSED = auto()
    """One more clip may come: the one that is being made."""
    STOPPED = auto()
    """The voice cannot go on now."""
    FINISHED = auto()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is, for the page."""

    phase: Phase
    done: int
    wanted: int
    sentence: str
    reasons: Sequence[str]
    """Why clips could not be made."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made."""

    deck: Deck
    engine: str
    only: frozenset[Only]


def to_make(lines: Sequence[Line], engine: str, only: Collection[Only]) -> int:
    """How many texts get a clip, as far as can be told beforehand."""
    return sum(_is_wanted(line, engine, only) for line in _within(lines, only))


def _within(lines: Sequence[Line], only: Collection[Only]) -> list[Line]:
    return [line for line in lines if line.term.core or Only.CORE not in only]


def _is_wanted(line: Line, engine: str, only: Collection[Only]) -> bool:
    if line.state is not State.HAS_CLIP:
        return True
    return Only.MISSING not in only and quality(line.voice) < quality(engine)


class Making:
    def __init__(
        self,
        order: Order,
        lines: Sequence[Line],
        clips: Clips,
        studio: Studio,
        background: Background,
        clock: Callable[[], float],
        told: Callable[[Making, Line | None], None],
    ) -> None:
        """lines: of the whole deck; told: that it is further, or that it came to rest, with the text that has a new clip."""
        self.order = order
        self.phase = Phase.PAUSED
        self._lines = _within(lines, order.only)
        self._clips = clips
        self._studio = studio
        self._background = background
        self._clock = clock
        self._told = told
        self._so_far = Rendering(len(self._lines))
        self._steps: Iterator[Rendering] | None = None
        """Only the background asks it for the next."""
        self._is_at_work = False
        """The background has not come back yet; on pause, it will after the clip that it is making."""
        self._since = 0.0
        self._seconds = 0.0
        """That making clips took, of _clips_made."""
        self._clips_made = 0

    @property
    def is_at_rest(self) -> bool:
        return not self._is_at_work

    @property
    def result(self) -> str:
        return at_rest(self._so_far)

    def progress(self) -> Progress:
        so_far = self._so_far
        sentence = {
            Phase.RUNNING: on_the_way(so_far, self._seconds_left()),
            Phase.PAUSED: f"{self.result} Het staat op pauze.",
            Phase.STOPPED: f"{self.result} Gestopt: {so_far.stopped}",
            Phase.FINISHED: self.result,
        }[self.phase]
        return Progress(self.phase, so_far.done, so_far.wanted, sentence, reasons(so_far.failed))

    def go_on(self) -> None:
        """Begins, or takes up where it stood still."""
        self.phase = Phase.RUNNING
        begins, self._is_at_work = not self._is_at_work, True
        self._told(self, None)
        if begins:
            self._since = self._clock()
            self._background.run(self._work, self._on_rest, self._on_refused)

    def pause(self) -> None:
        if self.phase is Phase.RUNNING:
            self.phase = Phase.PAUSED

    def _work(self) -> bool:
        """Away from the screen. Whether it came to an end."""
        try:
            return self._make_clips()
        except Exception:
            self._steps = None  # what raised gives no more
            self._background.to_screen(self._on_broken)
            raise

    def _make_clips(self) -> bool:
        self._steps = steps = self._steps or self._studio.render(self.order.deck, self.order.engine, self.order.only)
        made = 0
        for rendering in steps:
            line = self._heard_anew(rendering.done - 1) if rendering.made > made else None
            made = rendering.made
            self._tell(rendering, line, self._clock())
            if self.phase is Phase.PAUSED and rendering.done < rendering.wanted and not rendering.stopped:
                return False
        self._steps = None
        return True

    def _heard_anew(self, place: int) -> Line:
        before = self._lines[place]
        return voicing.line(before.term, before.utterance, self._clips)

    def _tell(self, rendering: Rendering, line: Line | None, now: float) -> None:
        self._background.to_screen(lambda: self._on_step(rendering, line, now))

    def _on_step(self, rendering: Rendering, line: Line | None, now: float) -> None:
        if _tried(rendering) > _tried(self._so_far):
            self._seconds += now - self._since
            self._clips_made += 1
        self._since = now
        self._so_far = rendering
        if line:
            self._lines[rendering.done - 1] = line
        self._told(self, line)

    def _on_rest(self, came_to_an_end: bool) -> None:
        self._is_at_work = False
        if came_to_an_end:
            self.phase = Phase.STOPPED if self._so_far.stopped else Phase.FINISHED
        elif self.phase is Phase.RUNNING:
            self.go_on()
            return
        self._told(self, None)

    def _on_refused(self, refusal: Refusal) -> None:
        self._so_far = replace(self._so_far, stopped=str(refusal))
        self._told(self, None)

    def _on_broken(self) -> None:
        self._is_at_work = False
        self.phase = Phase.STOPPED
        self._so_far = replace(self._so_far, stopped="er ging iets mis in BeroepenTaal.")
        self._told(self, None)

    def _seconds_left(self) -> float | None:
        if self._clips_made < ENOUGH:
            return None
        left = to_make(self._lines[self._so_far.done :], self.order.engine, self.order.only)
        return self._seconds / self._clips_made * left


def _tried(rendering: Rendering) -> int:
    return rendering.made + len(rendering.failed)
