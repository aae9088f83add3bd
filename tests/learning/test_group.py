"""What a group's answers say about a new trainee: nothing while there are few, and then how fast people there forget."""

import random

import pytest
from lessons import MONDAY, a_review, terms_of

from beroepentaal.learning.exercises import Form, Means, Review, Skill
from beroepentaal.learning.forecast import Group
from beroepentaal.learning.group import LEAST_ANSWERS, fitted_weights, group_of, prior_of
from beroepentaal.learning.memory import WEIGHTS
from beroepentaal.learning.progress import Progress
from beroepentaal.learning.theories import HalfLife

TERMS = terms_of(30)
MEANS = Means()
LESSONS = [0, 1, 3, 7, 8, 14, 21]


def a_log(half_life: float, seed: int = 0) -> list[Review]:
    """Of someone who says each term in seven lessons, and forgets half in so many days, ever longer ones."""
    luck, log = random.Random(seed), list[Review]()
    for term in TERMS:
        log.append(a_review(Form.MEET, None, MONDAY, term.id))
    days, strength = 0, [half_life] * len(TERMS)
    for lesson in LESSONS[1:]:
        for place, term in enumerate(TERMS):
            right = luck.random() < 2 ** (-(lesson - days) / strength[place])
            strength[place] *= 1.5 if right else 1
            log.append(a_review(Form.PICTURE_SAY, right, MONDAY + lesson, term.id))
        days = lesson
    return log


def recall_of_a_new_trainee(group: Group) -> float:
    progress = Progress(TERMS, [a_review(Form.MEET, None)], MEANS, group)
    return progress.recall(TERMS[0].id, Skill.SAY, MONDAY + 3)


@pytest.mark.parametrize("logs", [[], [[]], [[a_review(Form.MEET, None), a_review(Form.PICTURE_SAY, True, MONDAY + 1)]]])
def test_a_group_with_hardly_any_answers_forgets_as_people_do(logs: list[list[Review]]) -> None:
    group = group_of(TERMS, logs, MEANS)
    assert recall_of_a_new_trainee(group) == recall_of_a_new_trainee(Group())


def test_a_new_trainee_of_a_group_that_forgets_fast_is_expected_to_forget_fast() -> None:
    fast, slow = (group_of(TERMS, [a_log(days, seed) for seed in range(3)], MEANS) for days in (0.8, 12.0))
    assert recall_of_a_new_trainee(fast) < recall_of_a_new_trainee(Group()) < recall_of_a_new_trainee(slow)


def test_a_group_says_nothing_of_a_skill_in_which_nobody_was_asked() -> None:
    group = group_of(TERMS, [a_log(0.8)], MEANS)
    assert Skill.SAY in group.priors
    assert Skill.UNDERSTAND not in group.priors
    assert group.weights[Skill.UNDERSTAND] == WEIGHTS


def test_fewer_answers_than_prove_anything_do_not_count() -> None:
    log = a_log(0.8)
    answers = [review for review in log if review.rating is not None]
    met = [review for review in log if review.rating is None]
    few, enough = (
        Progress(TERMS, [*met, *answers[:number]]).forecasts[Skill.SAY] for number in (LEAST_ANSWERS - 1, LEAST_ANSWERS)
    )
    assert prior_of([few]) is None
    assert prior_of([few, enough]) is not None


def test_however_sure_a_group_is_any_way_to_forget_stays_possible() -> None:
    prior = prior_of([Progress(TERMS, a_log(0.8, seed)).forecasts[Skill.SAY] for seed in range(5)])
    assert prior is not None
    assert prior.min() > -10
    # The last tempers are those of half-lives, by which this group forgets.
    assert int(prior.argmax()) >= len(prior) - HalfLife().tempers


def test_no_answers_leave_the_weights_as_they_are() -> None:
    assert fitted_weights([], Skill.SAY) == WEIGHTS
    assert fitted_weights([[a_review(Form.MEET, None)]], Skill.SAY) == WEIGHTS


def test_a_large_group_s_answers_change_the_weights_of_that_skill() -> None:
    logs = [a_log(0.8, seed) for seed in range(4)]
    assert fitted_weights(logs, Skill.SAY) != WEIGHTS
    assert fitted_weights(logs, Skill.UNDERSTAND) == WEIGHTS
