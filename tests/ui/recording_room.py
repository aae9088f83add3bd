"""A room to record in without devices: one says into it what the microphone would hear."""

from collections.abc import Callable
from dataclasses import dataclass, field

from screen_fakes import FakeMicrophone, Later, RecordingSpeaker

from beroepentaal.classroom.ports import Hearing, Part, Sound, Take, Trouble, Utterance, said
from beroepentaal.classroom.voicing import Line, State
from beroepentaal.decks import About, Deck, Kind, Step, Term
from beroepentaal.refusal import Refusal

FULL = "De schijf is vol."
NAMES = ("helm", "ladder", "wisselstroom", "nok", "omvormer", "kabel", "waterpas", "groep")


def a_term(name: str) -> Term:
    spoken_as = "wissel-stroom" if name == "wisselstroom" else ""
    return Term(
        name, name, "de", "", Kind.NOUN, "dak", False, 1, f"Wat {name} is.", f"Pak de {name}.", "", spoken_as, "", glosses={}
    )


DECK = Deck(About("dak", "Dakdekker", "dak", 1, (), "", "", {}, (Step("dak", "Het dak"),)), tuple(map(a_term, NAMES)))


def a_line(name: str, part: Part = Part.TERM, voice: str = "") -> Line:
    term = DECK.by_id[name]
    return Line(term, said(DECK.id, term, part), State.HAS_CLIP if voice else State.LIVE, voice)


def lines(count: int) -> list[Line]:
    return [a_line(name) for name in NAMES[:count]]


def spoken(word: str, trouble: Trouble | None = None) -> Sound:
    """What the microphone gives when that is said; trouble: what will be wrong with it."""
    return Sound(f"{word} {trouble.name if trouble else ''}".encode(), 24_000)


def take_of(sound: Sound) -> Take:
    word, trouble = sound.samples.decode().split(" ")
    return Take(Sound(word.encode(), 24_000), (0.5, 0.7), (120.0, None), Trouble[trouble] if trouble else None)


def no_ear() -> None:
    raise AssertionError("The microphone has an ear, the page needs none.")


HEARING = Hearing(no_ear, take_of, lambda _: 0.0)


@dataclass
class FakeClips:
    kept: list[tuple[str, str, str]] = field(default_factory=list)
    """Text, what was said, and whose voice."""
    full: bool = False

    def keep(self, utterance: Utterance, sound: Sound, voice: str) -> None:
        if self.full:
            raise Refusal(FULL)
        self.kept.append((utterance.text, sound.samples.decode(), voice))

    def voice(self, _utterance: Utterance) -> str | None:
        raise AssertionError("The lines say whose voice it is.")

    is_stale = discard = clear = voice


@dataclass
class Recorder(FakeMicrophone):
    """Tells in events, with the speaker, what happened in which order."""

    events: list[str] = field(default_factory=list)

    def record(
        self,
        ready: Callable[[], None],
        level: Callable[[float], None],
        done: Callable[[Sound], None],
        failed: Callable[[str], None],
    ) -> None:
        super().record(ready, level, done, failed)
        self.events.append("(record)")

    def get_ready(self) -> None:
        self.calls[-1][0]()

    def feel(self, level: float) -> None:
        self.calls[-1][1](level)

    def end(self, sound: Sound) -> None:
        self.calls[-1][2](sound)

    def fail(self, sentence: str) -> None:
        self.calls[-1][3](sentence)


class Room:
    """All that the presenter needs but a page."""

    def __init__(self) -> None:
        self.speaker = RecordingSpeaker()
        self.microphone = Recorder(events=self.speaker.said)
        self.clips, self.background = FakeClips(), Later()
        self.notices: list[str] = []
        self.left = 0
        self.now = 0.0

    def leave(self) -> None:
        self.left += 1

    @property
    def played(self) -> list[str]:
        return [sound.samples.decode() for sound in self.speaker.played]
