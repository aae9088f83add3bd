"""What the answers of a whole group say about someone of whom little is known yet."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import numpy as np

from beroepentaal.decks import Term
from beroepentaal.learning.exercises import Form, Means, Review, Skill
from beroepentaal.learning.fitting import History, fit
from beroepentaal.learning.forecast import Forecast, Group
from beroepentaal.learning.memory import WEIGHTS, Rating, Weights
from beroepentaal.learning.progress import Progress
from beroepentaal.learning.theories import Floats

LEAST_ANSWERS = 50
"""Of a trainee in a skill, below which they say nothing about how he forgets."""
MOST_TRAINEES = 12
"""More say little more, and take longer to learn from."""
MOST_FITTED = 20_000
"""Reviews, the newest, to which FSRS is fitted."""


def group_of(terms: Sequence[Term], logs: Sequence[Sequence[Review]], means: Means) -> Group:
    """What these logs, a log a trainee, say about one more trainee."""
    trainees = [Progress(terms, log, means) for log in logs]
    weights, priors = {}, {}
    for skill in means.skills:
        weights[skill] = fitted_weights(logs, skill)
        prior = prior_of([trainee.forecasts[skill] for trainee in trainees if skill in trainee.forecasts])
        if prior is not None:
            priors[skill] = prior
    return Group(weights, priors)


def fitted_weights(logs: Iterable[Sequence[Review]], skill: Skill) -> Weights:
    """FSRS's weights for the group of which these are the logs, a log a trainee; its own where no fit foretells better."""
    histories: list[History] = []
    for log in logs:
        asked = [what for what in log if what.skill is skill and what.rating is not None and what.form is not Form.MEET]
        asked.sort(key=lambda what: what.term)
        for _, reviews in groupby(asked, key=lambda what: what.term):
            histories.append([(what.day, what.rating or Rating.GOOD) for what in reviews])
    newest = sorted(histories, key=lambda history: -history[-1][0])
    sizes = np.cumsum([len(history) for history in newest])
    return fit(newest[: int(np.searchsorted(sizes, MOST_FITTED)) + 1]).weights if newest else WEIGHTS


def prior_of(forecasts: Iterable[Forecast]) -> Floats | None:
    """Log weights by how many of the trainees each temper suits, with one more who is like anybody; None without trainees.

    Forecasts, one a trainee, must have been made without a prior.
    """
    suits = []
    for forecast in forecasts:
        if forecast.answers >= LEAST_ANSWERS:
            evidence = forecast.evidence()
            likely = np.exp(evidence - evidence.max())
            suits.append(likely / likely.sum())
    if not suits:
        return None
    return np.asarray(np.log((np.sum(suits, axis=0) + 1 / len(suits[0])) / (len(suits) + 1)))
