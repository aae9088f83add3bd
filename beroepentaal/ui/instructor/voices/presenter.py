"""Decides what happens on the page about a deck's sound: which voice each text has, hearing it, and making a better one."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Protocol

from beroepentaal.classroom import voicing
from beroepentaal.classroom.ports import Utterance
from beroepentaal.classroom.voicing import Clips, Engine, Line, Only, Quality, State, Studio, lines, quality
from beroepentaal.decks import About, Deck
from beroepentaal.refusal import Refusal
from beroepentaal.ui.instructor.voices.making import Making, Order, Phase, Progress
from beroepentaal.ui.instructor.voices.wording import summary
from beroepentaal.ui.instructor.wording import NO_SOUND, number
from beroepentaal.ui.ports import Background, Notify, Speaker


class Verdict(Enum):
    """What an instructor must know of how a text sounds."""

    GOOD = auto()
    STALE = auto()
    COMPUTER = auto()


def verdict(line: Line) -> Verdict:
    if line.state is State.STALE:
        return Verdict.STALE
    return Verdict.GOOD if line.voice and quality(line.voice) > Quality.COMPUTER else Verdict.COMPUTER


def voice_title(voice: str) -> str:
    """As people call it; voice as clips name it, empty where the computer says it live."""
    if not voice:
        return "computerstem live"
    if quality(voice) is Quality.RECORDED:
        return "opname van een mens"
    engine, _, name = voice.partition(":")
    return {"espeak": "computerstem", "gtts": "Google"}.get(engine, f"Piper: {name}")


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page shows of a deck."""

    lines: Sequence[Line]
    summary: str
    engines: Sequence[Engine]
    unused: int
    """Clips of older texts."""


NOTHING = Overview((), "", (), 0)


class VoicesView(Protocol):
    def show_decks(self, decks: Sequence[About], chosen: str) -> None: ...
    def show_reading(self) -> None: ...
    def show_overview(self, overview: Overview) -> None: ...
    def show_line(self, line: Line, summary: str) -> None: ...
    def show_making(self, progress: Progress | None) -> None: ...


class VoicesPresenter:
    def __init__(
        self,
        view: VoicesView,
        decks: Sequence[About],
        open_deck: Callable[[str], Deck],
        clips: Clips,
        studio: Studio,
        speaker: Speaker,
        background: Background,
        rendering: Background,
        notify: Notify,
        record: Callable[[Deck, Sequence[Line]], None],
        bring_in: Callable[[Deck], None],
        left: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """decks: at least one; open_deck raises Refusal; rendering: for work of many minutes; clock counts seconds."""
        self._view = view
        self._decks = decks
        self._open_deck = open_deck
        self._clips = clips
        self._studio = studio
        self._speaker = speaker
        self._background = background
        self._rendering = rendering
        self._notify = notify
        self._record = record
        self._bring_in = bring_in
        self._left = left
        self._clock = clock
        self._chosen = decks[0].id
        self._deck: Deck | None = None
        self._lines: dict[Utterance, Line] = {}
        self._makings: dict[str, Making] = {}
        """By deck, the one that runs or can be gone on with."""

    def open(self) -> None:
        self._view.show_decks(self._decks, self._chosen)
        self._show_deck()

    def close(self) -> None:
        """The program ends: after the clip that is being made, no more is begun."""
        for making in self._makings.values():
            making.pause()

    def on_deck(self, deck: str) -> None:
        if deck != self._chosen:
            self._set_aside()
            self._chosen = deck
            self._deck = None
            self._show_deck()

    def on_play(self, line: Line) -> None:
        self._say(line.utterance)

    def on_play_slow(self, line: Line) -> None:
        self._say(replace(line.utterance, slow=True))

    def on_record(self, chosen: Sequence[Line]) -> None:
        """Without any chosen: all that no person has spoken yet."""
        wanted = list(chosen) or [line for line in self._lines.values() if not line.is_recorded]
        if self._deck and wanted:
            deck = self._deck
            self._leave(lambda: self._record(deck, wanted))
        elif self._deck:
            self._notify("Alle teksten van dit pakket hebben al een opname.")

    def on_bring_in(self) -> None:
        if deck := self._deck:
            self._leave(lambda: self._bring_in(deck))

    def on_discard(self, line: Line) -> None:
        def work() -> Line:
            self._clips.discard(line.utterance)
            return voicing.line(line.term, line.utterance, self._clips)

        def then(now: Line) -> None:
            self._replace(now)
            if now == line:
                self._notify("Dit geluid hoort bij BeroepenTaal en blijft.")

        self._background.run(work, then, self._on_refused)

    def on_clear(self) -> None:
        if deck := self._deck:
            self._background.run(lambda: self._clips.clear(deck), self._on_cleared, self._on_refused)

    def on_render(self, engine: str, only: frozenset[Only]) -> None:
        making = self._making
        if self._deck and not (making and making.phase is Phase.RUNNING):
            order = Order(self._deck, engine, only)
            lines = list(self._lines.values())
            making = Making(order, lines, self._clips, self._studio, self._rendering, self._clock, self._on_making)
            self._makings[self._chosen] = making
            self.on_resume()

    def on_pause(self) -> None:
        if making := self._making:
            making.pause()
            self._view.show_making(making.progress())

    def on_resume(self) -> None:
        if making := self._making:
            making.go_on()

    def on_leave(self) -> None:
        self._leave(self._left)

    @property
    def _making(self) -> Making | None:
        """Of the deck on the page."""
        return self._makings.get(self._chosen)

    def _leave(self, to: Callable[[], None]) -> None:
        self._speaker.stop()
        self._set_aside()
        to()

    def _set_aside(self) -> None:
        """Nothing is made for a deck that is not on the page."""
        making = self._making
        if making and making.phase is Phase.RUNNING:
            making.pause()
            title = making.order.deck.about.title
            self._notify(f"De stem voor {title} staat op pauze: {making.result}")
        elif making and making.phase is Phase.FINISHED:
            del self._makings[self._chosen]

    def _show_deck(self) -> None:
        if not self._deck:
            self._view.show_reading()
        self._view.show_making(self._making.progress() if self._making else None)
        self._read()

    def _read(self) -> None:
        chosen = self._chosen

        def work() -> tuple[Deck, Overview]:
            deck = self._open_deck(chosen)
            found = lines(deck, self._clips)
            return deck, Overview(found, summary(found), self._studio.engines(), len(self._clips.unused(deck)))

        def then(read: tuple[Deck, Overview]) -> None:
            if chosen == self._chosen:
                self._on_read(*read)

        def refused(refusal: Refusal) -> None:
            if chosen == self._chosen:
                self._view.show_overview(NOTHING)
                self._notify(str(refusal))

        self._background.run(work, then, refused)

    def _on_read(self, deck: Deck, overview: Overview) -> None:
        self._deck = deck
        self._lines = {line.utterance: line for line in overview.lines}
        self._view.show_overview(overview)

    def _on_making(self, making: Making, line: Line | None) -> None:
        if line:
            self._replace(line)
        if making is self._making:
            self._view.show_making(making.progress())
            if making.is_at_rest:
                self._read()

    def _replace(self, line: Line) -> None:
        self._speaker.forget()
        if line.utterance in self._lines:
            self._lines[line.utterance] = line
            self._view.show_line(line, summary(list(self._lines.values())))

    def _on_cleared(self, count: int) -> None:
        self._speaker.forget()
        self._notify("1 oud geluid is opgeruimd." if count == 1 else f"{number(count)} oude geluiden zijn opgeruimd.")
        self._read()

    def _on_refused(self, refusal: Refusal) -> None:
        self._notify(str(refusal))

    def _say(self, utterance: Utterance) -> None:
        if self._speaker.is_available:
            self._speaker.say(utterance)
        else:
            self._notify(NO_SOUND)
