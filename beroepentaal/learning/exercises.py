"""The exercises as values: what is shown and heard, what may be answered, what an answer proves, how long it takes."""

import random
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from beroepentaal.decks import Term
from beroepentaal.decks.inflection import place_of
from beroepentaal.learning.likeness import could_pass_for, likeness
from beroepentaal.learning.memory import Rating

MEET_SECONDS = 19.6
"""What showing a new term takes; from the protocol of benchmarks/learning.py, as are the seconds of a recall."""
STRONG = 0.8
"""Chance of recall from which choices may sound like each other."""
GAP = "…"


class Skill(StrEnum):
    UNDERSTAND = "understand"
    SAY = "say"
    WRITE = "write"
    """Practised only where writing is a goal."""


class Cue(Enum):
    """What the trainee sees or hears."""

    EVERYTHING = auto()
    PICTURE = auto()
    """Its meaning where the term has no picture."""
    SOUND = auto()
    COMMAND = auto()
    """The chunk, heard."""
    GAP = auto()
    """The chunk or sentence with a gap where the term stands."""
    PICTURES = auto()
    """Of several terms."""
    SCENE = auto()


class Answer(Enum):
    NONE = auto()
    CHOOSE_PICTURE = auto()
    CHOOSE_SPOKEN = auto()
    CHOOSE_WRITTEN = auto()
    SAY = auto()
    """Aloud, then marked by the trainee."""
    ORDER = auto()
    TILES = auto()
    TYPE = auto()
    POINT = auto()


class Form(StrEnum):
    """By the name that the review log keeps."""

    MEET = "meet"
    HEAR_CHOOSE_PICTURE = "hear-choose-picture"
    PICTURE_CHOOSE_WORD = "picture-choose-word"
    HEAR_CHOOSE_WRITTEN = "hear-choose-written"
    PICTURE_SAY = "picture-say"
    GAP_CHOOSE = "gap-choose"
    GAP_SAY = "gap-say"
    COMMAND_CHOOSE_ACTION = "command-choose-action"
    ORDER_STEPS = "order-steps"
    DICTATION_TILES = "dictation-tiles"
    DICTATION_TYPE = "dictation-type"
    POINT_IN_SCENE = "point-in-scene"

    @property
    def traits(self) -> "Traits":
        return TRAITS[self]

    @property
    def skill(self) -> Skill:
        return self.traits.skill

    @property
    def has_choices(self) -> bool:
        return self.traits.choices > 1


@dataclass(frozen=True, slots=True)
class Traits:
    cue: Cue
    answer: Answer
    skill: Skill
    """Which it proves."""
    choices: int = 0
    """To choose between, once the term is no longer new; 0 where nothing can be guessed."""
    from_recall: float = 0.0
    """Chance of recall from which it is not too hard."""
    right_seconds: float = 12.4
    wrong_seconds: float = 19.4
    """Those other than of a recall are own estimates."""


TRAITS: Mapping[Form, Traits] = {
    Form.MEET: Traits(Cue.EVERYTHING, Answer.NONE, Skill.UNDERSTAND, right_seconds=MEET_SECONDS),
    Form.HEAR_CHOOSE_PICTURE: Traits(Cue.SOUND, Answer.CHOOSE_PICTURE, Skill.UNDERSTAND, 4, 0.0, 8, 13),
    Form.PICTURE_CHOOSE_WORD: Traits(Cue.PICTURE, Answer.CHOOSE_SPOKEN, Skill.UNDERSTAND, 4, 0.5, 11, 16),
    Form.HEAR_CHOOSE_WRITTEN: Traits(Cue.SOUND, Answer.CHOOSE_WRITTEN, Skill.UNDERSTAND, 4, 0.7, 8, 13),
    Form.PICTURE_SAY: Traits(Cue.PICTURE, Answer.SAY, Skill.SAY),
    Form.GAP_CHOOSE: Traits(Cue.GAP, Answer.CHOOSE_WRITTEN, Skill.UNDERSTAND, 4, 0.8, 11, 17),
    Form.GAP_SAY: Traits(Cue.GAP, Answer.SAY, Skill.SAY, from_recall=0.8),
    Form.COMMAND_CHOOSE_ACTION: Traits(Cue.COMMAND, Answer.CHOOSE_PICTURE, Skill.UNDERSTAND, 4, 0.8, 6, 11),
    Form.ORDER_STEPS: Traits(Cue.PICTURES, Answer.ORDER, Skill.UNDERSTAND, 4, 0.9, 20, 30),
    Form.DICTATION_TILES: Traits(Cue.SOUND, Answer.TILES, Skill.WRITE, 0, 0.0, 20, 30),
    Form.DICTATION_TYPE: Traits(Cue.SOUND, Answer.TYPE, Skill.WRITE, 0, 0.7, 15, 25),
    Form.POINT_IN_SCENE: Traits(Cue.SCENE, Answer.POINT, Skill.UNDERSTAND, 4, 0.7, 7, 12),
}
"""In the order from easy to hard."""


@dataclass(frozen=True, slots=True)
class Means:
    """What this PC and this course allow."""

    sound: bool = True
    forms: frozenset[Form] = frozenset(Form)
    """Those that there are pages for."""
    skills: tuple[Skill, ...] = (Skill.UNDERSTAND, Skill.SAY)
    scene: frozenset[str] = frozenset()
    """Ids of the terms that stand in the deck's scene."""


@dataclass(frozen=True, slots=True)
class Exercise:
    form: Form
    term: Term
    choices: tuple[Term, ...] = ()
    """In the order shown, the right one among them (to put in order: all of them); empty where there is no choice."""
    text: str = ""
    """With a gap: the chunk or sentence, GAP in the place of the term."""


@dataclass(frozen=True, slots=True)
class Review:
    """What happened in one exercise, as the review log keeps it."""

    term: str
    form: Form
    rating: Rating | None
    """None when the term was shown and not asked."""
    day: int
    """School day as a proleptic ordinal (date.toordinal)."""
    seconds: float

    @property
    def skill(self) -> Skill:
        return self.form.skill


def choices_of(form: Form, is_new: bool) -> int:
    """Among how many a trainee chooses: fewer on the day on which the term was met."""
    if is_new:
        return {Form.HEAR_CHOOSE_PICTURE: 2}.get(form, min(form.traits.choices, 3))
    return form.traits.choices


def guess(form: Form, is_new: bool) -> float:
    """The chance of a right answer without knowing the term."""
    return 1 / choices_of(form, is_new) if form.has_choices else 0.0


def can_ask(form: Form, term: Term, means: Means) -> bool:
    """Whether the term has what the form needs, and the PC too.

    Without sound the pages show the written word instead, which is no question where the written word is the answer.
    """
    is_allowed = form in means.forms and form.traits.skill in means.skills
    return is_allowed and (form not in _NEEDS or _NEEDS[form](term, means))


_NEEDS: Mapping[Form, Callable[[Term, Means], bool]] = {
    Form.HEAR_CHOOSE_PICTURE: lambda term, _: bool(term.picture),
    Form.PICTURE_CHOOSE_WORD: lambda term, _: bool(term.picture or term.meaning),
    Form.HEAR_CHOOSE_WRITTEN: lambda _, means: means.sound,
    Form.GAP_CHOOSE: lambda term, _: bool(gapped(term)),
    Form.GAP_SAY: lambda term, _: bool(gapped(term)),
    Form.COMMAND_CHOOSE_ACTION: lambda term, means: means.sound and term.safety and bool(term.chunk and term.picture),
    Form.ORDER_STEPS: lambda term, _: bool(term.picture),
    Form.DICTATION_TILES: lambda _, means: means.sound,
    Form.DICTATION_TYPE: lambda _, means: means.sound,
    Form.POINT_IN_SCENE: lambda term, means: term.id in means.scene,
}


def fitting_form(skill: Skill, term: Term, recall: float, means: Means, rng: random.Random) -> Form | None:
    """The hardest form that suits a term of that strength, of equals any; None if the skill cannot be asked."""
    forms = [form for form in Form if form is not Form.MEET and form.skill is skill and can_ask(form, term, means)]
    if not forms:
        return None
    hardest = max((form.traits.from_recall for form in forms if form.traits.from_recall <= recall), default=0.0)
    return rng.choice([form for form in forms if form.traits.from_recall == hardest] or forms[:1])


def compose(
    form: Form, term: Term, pool: Sequence[Term], met: Collection[str], is_new: bool, recall: float, rng: random.Random
) -> Exercise:
    """The exercise for a term, with choices where the form has them.

    pool is where wrong choices come from; terms already met (by id) and of the same kind come first, of a strong term
    (recall from 0 to 1) those that sound like it; nothing that could be taken for a second right answer is among them.
    """
    text = gapped(term) if form.traits.cue is Cue.GAP else ""
    if not form.has_choices or form is Form.POINT_IN_SCENE:
        return Exercise(form, term, text=text)
    if form.traits.answer is Answer.CHOOSE_PICTURE or form is Form.ORDER_STEPS:
        pool = [other for other in pool if other.picture]
    candidates = [other for other in pool if other.id != term.id and not could_pass_for(other, term)]
    rng.shuffle(candidates)
    near = {other.id: round(likeness(other, term), 1) if recall >= STRONG else 0.0 for other in candidates}
    candidates.sort(key=lambda other: (other.id not in met, other.kind != term.kind, -near[other.id]))
    if form is Form.ORDER_STEPS:
        candidates = _one_a_step(term, candidates)
    choices = [term, *candidates[: choices_of(form, is_new) - 1]]
    rng.shuffle(choices)
    return Exercise(form, term, tuple(choices), text)


def _one_a_step(term: Term, candidates: Sequence[Term]) -> list[Term]:
    """Of each other step of the job the first candidate."""
    by_step = {other.step: other for other in reversed(candidates) if other.step != term.step}
    return [other for other in candidates if by_step.get(other.step) is other]


def gapped(term: Term) -> str:
    """The chunk, or else the sentence, with GAP wherever the term stands; empty if it stands in neither."""
    for text in (term.chunk, term.sentence):
        rest, done = text, ""
        while span := place_of(rest, term.term, term.plural, term.kind):
            rest, done = rest[span[1] :], f"{done}{rest[: span[0]]}{GAP}"
        if done:
            return done + rest
    return ""
