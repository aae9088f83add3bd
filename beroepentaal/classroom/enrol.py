"""A new trainee joins: a picture, a language and a trade, and nothing else."""

import uuid
from collections.abc import Collection, Sequence

from beroepentaal.classroom.ports import Roster, Trainee


def free_pictures(pictures: Sequence[str], colours: int, taken: Collection[Trainee]) -> list[tuple[str, int]]:
    """A picture and a background for each thing a new trainee may choose.

    Each picture comes on the first background on which nobody has it yet; one that is taken on all is left out.
    """
    used = {(trainee.picture, trainee.colour) for trainee in taken}
    free = []
    for place, picture in enumerate(pictures):
        backgrounds = [(place + turn) % colours for turn in range(colours)]
        colour = next((colour for colour in backgrounds if (picture, colour) not in used), None)
        if colour is not None:
            free.append((picture, colour))
    return free


def enrol(roster: Roster, picture: str, colour: int, language: str, deck: str) -> Trainee:
    """Raises Refusal if the trainee cannot be stored."""
    trainee = Trainee(uuid.uuid4().hex, picture, colour, language, deck)
    roster.add(trainee)
    return trainee
