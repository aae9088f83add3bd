"""`python -m benchmarks.learning`: how many terms simulated learners know at the exam, by what decides what is asked.

Learners are paired: each number is one learner, with the same memory and the same stream of luck under every policy.
"""

import argparse
import itertools
import json
import math
import os
import random
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing import Pool
from pathlib import Path

import numpy as np

from benchmarks.own_policy import Beroepentaal
from benchmarks.policies import Fsrs90, Leitner, Policy, Sm2
from benchmarks.worlds import WORLDS, World, load_worlds

INTRODUCE_SECONDS, RIGHT_SECONDS, WRONG_SECONDS = 19.6, 12.4, 19.4
SLIPS = 0.03
"""The part of the recalled terms that is answered wrong all the same."""
LESSONS_A_WEEK = 5
EXAM_AFTER, LATER_AFTER = 3, 28
"""Days from the last lesson to the exam, and from the exam until what is left is counted."""


@dataclass(frozen=True, slots=True)
class Course:
    terms: int
    weeks: int
    minutes: int
    """Of each lesson."""

    @property
    def days(self) -> list[int]:
        """The days on which there is a lesson; the course begins on a Monday, day 0."""
        return [7 * week + day for week in range(self.weeks) for day in range(LESSONS_A_WEEK)]

    @property
    def lesson_seconds(self) -> float:
        return self.minutes * 60

    @property
    def exam(self) -> int:
        """Its day."""
        return self.days[-1] + EXAM_AFTER


POLICIES: dict[str, Callable[[Course], Policy]] = {
    "leitner": lambda course: Leitner(course.terms, len(course.days)),
    "sm2": lambda course: Sm2(course.terms, len(course.days)),
    "fsrs90": lambda course: Fsrs90(course.terms, len(course.days)),
    "beroepentaal": lambda course: Beroepentaal(course.terms, course.days, course.lesson_seconds, course.exam),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one learner has of a course: terms known, as the sum of the chances of recall, and the minutes it took."""

    known: float
    known_later: float
    minutes_used: float

    @property
    def minutes_per_known(self) -> float:
        return self.minutes_used / self.known if self.known else math.inf


@dataclass(frozen=True, slots=True)
class Job:
    """One learner's course, as a process can be told of it."""

    course: Course
    world: str
    policy: str
    learner: int
    worlds_file: Path | None


@dataclass(frozen=True, slots=True)
class Result:
    course: Course
    world: str
    policy: str
    outcomes: Sequence[Outcome]
    """One a learner."""

    def mean(self, figure: str) -> tuple[float, float]:
        """A figure of the outcomes, and its standard error over the learners."""
        values = [getattr(outcome, figure) for outcome in self.outcomes]
        return statistics.fmean(values), statistics.stdev(values) / math.sqrt(len(values))

    def row(self) -> dict[str, str | float]:
        course = self.course
        row: dict[str, str | float] = {"world": self.world, "policy": self.policy}
        row |= {"terms": course.terms, "weeks": course.weeks, "minutes": course.minutes}
        for figure in ("known", "known_later", "minutes_used"):
            row[figure], row[f"{figure}_se"] = self.mean(figure)
        return row


def main(arguments: Sequence[str] | None = None) -> int:
    options = parsed(arguments)
    names = list(worlds(options.worlds))
    courses = [Course(*each) for each in itertools.product(options.terms, options.weeks, options.minutes)]
    rows = []
    for course in courses:
        results = measure(course, names, options.policies, options.learners, options.worlds, options.processes)
        if options.json:
            rows += [result.row() for result in results]
        else:
            print_table(course, results)
    if options.json:
        print(json.dumps(rows, indent=2))
    return 0


def parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learning", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--terms", type=int, nargs="+", default=[50, 400])
    parser.add_argument("--weeks", type=int, nargs="+", default=[4, 8, 12])
    parser.add_argument("--minutes", type=int, nargs="+", default=[15, 25], help="of each lesson")
    parser.add_argument("--learners", type=int, default=20, help="in each world (default 20, at least 2)")
    parser.add_argument("--policies", nargs="+", choices=list(POLICIES), default=list(POLICIES))
    parser.add_argument("--worlds", type=Path, metavar="FILE", help="Python file with more worlds, or others of the same name")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="default: one a core")
    options = parser.parse_args(arguments)
    if options.learners < 2:
        parser.error("a standard error needs at least 2 learners")
    return options


def measure(
    course: Course, names: Sequence[str], policies: Sequence[str], learners: int, worlds_file: Path | None, processes: int
) -> list[Result]:
    """A result for each world and policy, in this order."""
    cells = list(itertools.product(names, policies))
    jobs = [Job(course, world, policy, learner, worlds_file) for world, policy in cells for learner in range(learners)]
    outcomes = run(jobs, processes)
    return [Result(course, world, policy, list(itertools.islice(outcomes, learners))) for world, policy in cells]


def run(jobs: Sequence[Job], processes: int) -> Iterator[Outcome]:
    if processes == 1:
        yield from map(outcome_of, jobs)
    else:
        with Pool(processes) as pool:
            yield from pool.imap(outcome_of, jobs)


def outcome_of(job: Job) -> Outcome:
    course = job.course
    world = worlds(job.worlds_file)[job.world](course.terms, np.random.default_rng(job.learner))
    policy = POLICIES[job.policy](course)
    return take_course(course, world, policy, random.Random(job.learner))


@cache
def worlds(file: Path | None) -> dict[str, type[World]]:
    """Those of the project and those in the file; of two with the same name the one in the file."""
    return {world.__name__: world for world in (*WORLDS, *(load_worlds(file) if file else ()))}


def take_course(course: Course, world: World, policy: Policy, luck: random.Random) -> Outcome:
    days, met, seconds_used = course.days, set[int](), 0.0
    for lesson, day in enumerate(days):
        world.advance(float(day), False)
        policy.start_lesson(day, len(days) - lesson)
        seconds_used += take_lesson(day, course.lesson_seconds, world, policy, luck, met)
    known, known_later = (float(np.sum(world.recall_all(float(course.exam + after)))) for after in (0, LATER_AFTER))
    return Outcome(known, known_later, seconds_used / 60)


def take_lesson(day: int, seconds: float, world: World, policy: Policy, luck: random.Random, met: set[int]) -> float:
    """The seconds used, until they are up (the last exercise is finished) or the policy has nothing to ask.

    met, the terms introduced so far, grows.
    """
    now, used = float(day), 0.0
    while used < seconds and (ask := policy.next(seconds - used, now)):
        term, new = ask
        if new == (term in met):
            raise ValueError(f"term {term} is {'introduced again' if new else 'asked and was never introduced'}")
        met.add(term)
        right = not new and luck.random() < world.recall(term, now) * (1 - SLIPS)
        world.study(term, now, right)
        used += INTRODUCE_SECONDS if new else RIGHT_SECONDS if right else WRONG_SECONDS
        now = day + used / 86400
        world.advance(now, True)
        policy.answered(term, right, now)
    return used


def print_table(course: Course, results: Sequence[Result]) -> None:
    learners = len(results[0].outcomes)
    print(f"{course.terms} terms, {course.weeks} weeks, {course.minutes} minutes a day, {learners} learners")
    figures = {"known": 1, "known_later": 1, "minutes_used": 0, "minutes_per_known": 2}
    print(f"  {'world':12} {'policy':14}" + "".join(f"{name.replace('_', ' '):>20}" for name in figures))
    for result in results:
        cells = []
        for figure, digits in figures.items():
            mean, error = result.mean(figure)
            cells.append(f"{mean:11.{digits}f} ± {error:<6.{digits}f}")
        print(f"  {result.world:12} {result.policy:14}" + "".join(cells))
    print(flush=True)


if __name__ == "__main__":
    sys.exit(main())
