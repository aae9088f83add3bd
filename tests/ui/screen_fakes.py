"""Stand-ins for what the pages need from outside: they remember what was asked of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from beroepentaal.classroom.ports import Sound, Trainee, Utterance
from beroepentaal.learning.exercises import Review
from beroepentaal.refusal import Refusal


class AtOnce:
    """A background that does the work right away."""

    def run(self, work: Callable[[], Any], then: Callable[[Any], None], refused: Callable[[Refusal], None]) -> None:
        try:
            result = work()
        except Refusal as refusal:
            refused(refusal)
        else:
            then(result)

    def to_screen(self, call: Callable[[], None]) -> None:
        call()


class Later:
    """A background whose work is done when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Callable[[], Any], then: Callable[[Any], None], refused: Callable[[Refusal], None]) -> None:
        self.waiting.append(lambda: AtOnce().run(work, then, refused))

    def to_screen(self, call: Callable[[], None]) -> None:
        self.waiting.append(call)

    def finish(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


@dataclass
class RecordingSpeaker:
    is_available: bool = True
    said: list[str] = field(default_factory=list)
    prepared: list[str] = field(default_factory=list)
    played: list[Sound] = field(default_factory=list)

    def say(self, *utterances: Utterance) -> None:
        self.said += [utterance.text for utterance in utterances]

    def prepare(self, *utterances: Utterance) -> None:
        self.prepared += [utterance.text for utterance in utterances]

    def play(self, *sounds: Sound) -> None:
        self.played += sounds

    def stop(self) -> None:
        self.said.append("(stop)")

    def forget(self) -> None:
        self.said.append("(forget)")


@dataclass
class MemoryRoster:
    here: list[Trainee] = field(default_factory=list)
    full: bool = False

    def trainees(self) -> list[Trainee]:
        return list(self.here)

    def add(self, trainee: Trainee) -> None:
        if self.full:
            raise Refusal("De schijf is vol.")
        self.here.append(trainee)


@dataclass
class MemoryLog:
    kept: list[Review] = field(default_factory=list)
    full: bool = False

    def append(self, trainee: Trainee, deck: str, review: Review) -> None:
        if self.full:
            raise Refusal("De schijf is vol.")
        self.kept.append(review)

    def reviews(self, trainee: Trainee, deck: str) -> list[Review]:
        return list(self.kept)

    def newest_day(self) -> int | None:
        return max((review.day for review in self.kept), default=None)


@dataclass
class FakeMicrophone:
    """Records when the test says so."""

    is_available: bool = True
    calls: list[tuple[Callable[[], None], Callable[[float], None], Callable[[Sound], None], Callable[[str], None]]] = field(
        default_factory=list
    )
    cancelled: int = 0
    stopped: int = 0

    def record(
        self,
        ready: Callable[[], None],
        level: Callable[[float], None],
        done: Callable[[Sound], None],
        failed: Callable[[str], None],
    ) -> None:
        self.calls.append((ready, level, done, failed))

    def hear(self, sound: Sound) -> None:
        """Somebody speaks, and is quiet again."""
        ready, level, done, _ = self.calls[-1]
        ready()
        level(0.5)
        done(sound)

    def stop(self) -> None:
        self.stopped += 1

    def cancel(self) -> None:
        self.cancelled += 1
