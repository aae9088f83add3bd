"""Stand-ins for what gives a deck its voice: two small decks, clips in memory, and a voice that does what the test says."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace

from beroepentaal.classroom.ports import Sound, Utterance
from beroepentaal.classroom.voicing import Engine, Only, Rendering, of_core, utterances
from beroepentaal.decks import About, Deck, Kind, Step, Term
from beroepentaal.refusal import Refusal

OFFLINE = "Er is geen internet; de stem van Google kan nu niet spreken."
SILENCE = Sound(b"", 24_000)


def term(name: str, core: int | None = None) -> Term:
    return Term(name, name, "de", "", Kind.NOUN, "dak", False, core, "Iets.", f"Pak de {name}.", f"{name} pakken", "", "", {})


def deck(name: str, *terms: Term) -> Deck:
    return Deck(About(name, name.title(), name, 1, (), "GPL-3.0-or-later", "", {}, (Step("dak", "Het dak"),)), terms)


ROOF = deck("dak", term("helm", 1), term("ladder", 2), term("goot"))
DRAIN = deck("riool", term("buis", 1))


@dataclass
class MemoryClips:
    voices: dict[Utterance, str] = field(default_factory=dict)
    program: set[Utterance] = field(default_factory=set)
    """That came with the program."""
    stale: set[Utterance] = field(default_factory=set)
    old: int = 0
    full: bool = False

    def voice(self, utterance: Utterance) -> str | None:
        return self.voices.get(utterance)

    def is_stale(self, utterance: Utterance) -> bool:
        return utterance in self.stale and utterance not in self.voices

    def keep(self, utterance: Utterance, sound: Sound, voice: str) -> None:
        self.voices[utterance] = voice

    def discard(self, utterance: Utterance) -> None:
        if self.full:
            raise Refusal("Dit geluid kan niet weg; is de map alleen-lezen?")
        if utterance not in self.program:
            self.voices.pop(utterance, None)

    def unused(self, deck: Deck) -> range:
        return range(self.old)

    def clear(self, deck: Deck) -> int:
        gone, self.old = self.old, 0
        return gone


@dataclass
class ScriptedStudio:
    """Makes each clip that is not there; what happens before each step is for the test to say."""

    clips: MemoryClips
    before: Callable[[int], None] = lambda step: None
    silent: Collection[str] = ()
    offline_from: int = 1000
    begun: list[tuple[str, str, frozenset[Only]]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def engines(self) -> list[Engine]:
        return [
            Engine("gtts", "Google"),
            Engine("piper", "Piper", "Piper is niet geïnstalleerd."),
            Engine("espeak", "Computer"),
        ]

    def render(self, deck: Deck, engine: str, only: Collection[Only]) -> Iterator[Rendering]:
        if engine == "piper":
            raise Refusal("Piper is niet geïnstalleerd.")
        self.begun.append((deck.id, engine, frozenset(only)))
        return self._clips_of(list(of_core(deck) if Only.CORE in only else utterances(deck)), engine)

    def _clips_of(self, texts: list[Utterance], engine: str) -> Iterator[Rendering]:
        so_far = Rendering(len(texts))
        yield so_far
        for step, utterance in enumerate(texts):
            self.before(step)
            if utterance in self.clips.voices:
                so_far = replace(so_far, kept=so_far.kept + 1)
            elif len(self.asked) >= self.offline_from:
                yield replace(so_far, stopped=OFFLINE)
                return
            elif utterance.text in self.silent:
                so_far = replace(so_far, failed=(*so_far.failed, f"Geen geluid voor '{utterance.text}'."))
            else:
                self.asked.append(utterance.text)
                self.clips.keep(utterance, SILENCE, engine)
                so_far = replace(so_far, made=so_far.made + 1)
            yield so_far
