"""Stand-ins for what the classroom needs from outside, and a small deck."""

from dataclasses import dataclass, field

from beroepentaal.classroom.ports import Trainee
from beroepentaal.decks import About, Deck, Kind, Step, Term
from beroepentaal.learning.exercises import Review
from beroepentaal.refusal import Refusal

ABOUT = About("dak", "Dak", "dak", 1, (), "GPL-3.0-or-later", "", {}, (Step("dak", "Het dak"),))


def a_term(name: str, core: int | None) -> Term:
    return Term(
        *(name, name, "de", "", Kind.NOUN, "dak", False, core, "Iets.", f"Pak de {name}.", ""),
        spoken_as="",
        picture=f"{name}.svg",
        glosses={},
    )


CORE = ("helm", "ladder", "schroef", "nok", "omvormer", "kabel", "waterpas", "groep", "tillen", "dakgoot")
"""Names of which no two are alike: those would not be met on one day."""
DECK = Deck(ABOUT, (*(a_term(name, number) for number, name in enumerate(CORE, 1)), a_term("los", None)))
ANNA = Trainee("anna", "kat", 0, "ar", "dak")
BORIS = Trainee("boris", "vis", 1, "uk", "dak")


@dataclass
class FakeRoster:
    here: list[Trainee] = field(default_factory=list)
    is_full: bool = False

    def trainees(self) -> list[Trainee]:
        return list(self.here)

    def add(self, trainee: Trainee) -> None:
        if self.is_full:
            raise Refusal("De schijf is vol.")
        self.here.append(trainee)


@dataclass
class FakeLog:
    kept: list[tuple[Trainee, str, Review]] = field(default_factory=list)
    is_full: bool = False

    def append(self, trainee: Trainee, deck: str, review: Review) -> None:
        if self.is_full:
            raise Refusal("De schijf is vol.")
        self.kept.append((trainee, deck, review))

    def reviews(self, trainee: Trainee, deck: str) -> list[Review]:
        return [review for who, what, review in self.kept if (who, what) == (trainee, deck)]

    def newest_day(self) -> int | None:
        return max((review.day for _, _, review in self.kept), default=None)
