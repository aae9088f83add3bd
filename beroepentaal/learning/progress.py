"""What a trainee knows, derived from the review log and nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from beroepentaal.learning.exercises import Form, Review, Skill
from beroepentaal.learning.memory import Memory, Rating, retrievability, review

SECURE = 0.9
"""Chance of recall from which a term counts as known."""


@dataclass(frozen=True, slots=True)
class TermProgress:
    met: int
    """School day on which the term was first shown."""
    memories: Mapping[Skill, tuple[Memory, int]] = field(default_factory=dict)
    """By skill: the memory and the school day of its last test."""
    right_today: frozenset[Form] = frozenset()
    """Forms answered right on the last day, since the last mistake of that day."""
    missed_today: bool = False
    last: int = 0
    """School day of the last review of any form."""
    recalled_later: bool = False
    """The last recall without choices was right at once, and on a later day than the first meeting."""

    def recall(self, skill: Skill, day: int) -> float:
        """The chance that the skill succeeds on that school day; 0 if it was never tested."""
        if skill not in self.memories:
            return 0.0
        memory, last = self.memories[skill]
        return retrievability(memory, day - last)

    def is_known(self, day: int) -> bool:
        """Recalled without choices on a later day than the first, and still secure."""
        return self.recalled_later and self.recall(Skill.SAY, day) >= SECURE

    def was_missed_on(self, day: int) -> bool:
        return self.last == day and self.missed_today

    def was_right_on(self, day: int) -> frozenset[Form]:
        return self.right_today if self.last == day else frozenset()


Progress = Mapping[str, TermProgress]
"""By term id; a term that was never met is absent."""


def progress_after(reviews: Iterable[Review]) -> dict[str, TermProgress]:
    """What reviews in the order in which they happened leave behind."""
    progress: dict[str, TermProgress] = {}
    for each in reviews:
        progress[each.term] = after(progress.get(each.term), each)
    return progress


def after(before: TermProgress | None, what: Review) -> TermProgress:
    """A term's progress after one more review of it."""
    state = before or TermProgress(met=what.day)
    if state.last != what.day:
        state = replace(state, right_today=frozenset(), missed_today=False, last=what.day)
    if what.rating is None:
        return state
    right = what.rating is not Rating.AGAIN
    memory, last = state.memories.get(what.skill, (None, what.day))
    memories = {**state.memories, what.skill: (review(memory, what.day - last, what.rating), what.day)}
    recalled_later = state.recalled_later
    if not what.form.has_choices:
        recalled_later = right and not state.missed_today and (recalled_later or what.day > state.met)
    return replace(
        state,
        memories=memories,
        right_today=state.right_today | {what.form} if right else frozenset(),
        missed_today=state.missed_today or not right,
        recalled_later=recalled_later,
    )
