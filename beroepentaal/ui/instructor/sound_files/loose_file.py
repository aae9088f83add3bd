"""A sound file that says one word or sentence: which, whether it can be taken along, and what must be known of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from beroepentaal.classroom.ports import Part, Take, Utterance, said
from beroepentaal.decks import Term
from beroepentaal.ui.instructor.sound_files import wording
from beroepentaal.ui.instructor.sound_files.keeping import Kept
from beroepentaal.ui.instructor.sound_files.wording import Remark, Sign


@dataclass(frozen=True, slots=True)
class LooseFile:
    path: Path
    deck: str
    part: Part
    term: Term | None
    sure: bool
    take: Take | None
    """None where it cannot be read."""
    problem: str = ""
    """Why it cannot be read, or could not be kept."""
    chosen: bool = False
    """To be taken along."""

    @property
    def utterance(self) -> Utterance | None:
        return said(self.deck, self.term, self.part) if self.term else None

    @property
    def can_be_chosen(self) -> bool:
        return self.term is not None and self.take is not None


def parts_of(term: Term) -> list[Part]:
    """What can be said of it."""
    return [part for part in Part if said("", term, part).text]


def with_more(files: Sequence[LooseFile], more: Sequence[LooseFile]) -> list[LooseFile]:
    """Those at which a person has to look stand at the top. What another file says already is not taken along unasked."""
    paths = {file.path for file in more}
    before = [file for file in files if file.path not in paths]
    taken = {file.utterance for file in before if file.chosen}
    now = [replace(file, chosen=file.chosen and file.utterance not in taken) for file in more]
    return sorted([*before, *now], key=lambda file: bool(file.chosen) + bool(file.chosen or file.sure))


def with_changed(files: Sequence[LooseFile], place: int, changed: LooseFile) -> list[LooseFile]:
    """Of two files that say the same, only one is taken along: the one that was chosen last."""
    others = [replace(file, chosen=False) if changed.chosen and file.utterance == changed.utterance else file for file in files]
    return [*others[:place], changed, *others[place + 1 :]]


def without_kept(files: Sequence[LooseFile], kept: Kept) -> list[LooseFile]:
    """What was taken along and could not be kept stays, with the reason."""
    rest = [file for file in files if not (file.chosen and file.utterance in kept.done)]
    return [
        replace(file, problem=kept.failed.get(file.utterance, file.problem)) if file.chosen and file.utterance else file
        for file in rest
    ]


def remarks(files: Sequence[LooseFile], recorded: set[Utterance]) -> list[Remark]:
    """Of each file. recorded: what a person has spoken already."""
    taken = {file.utterance: file for file in files if file.chosen}
    return [wording.together(list(_remarks(file, taken.get(file.utterance), recorded))) for file in files]


def _remarks(file: LooseFile, taken: LooseFile | None, recorded: set[Utterance]) -> list[Remark]:
    """taken: the file that is taken along for the same utterance."""
    problem = file.problem.removeprefix(f"'{file.path.name}' ")  # stands in the same row
    found = [Remark(Sign.TROUBLE, problem)] if problem else []
    if file.take and file.take.trouble:
        found.append(Remark(Sign.TROUBLE, wording.TROUBLES[file.take.trouble]))
    if not file.term:
        found.append(wording.WHICH_WORD)
    elif not file.sure:
        found.append(wording.NOT_SURE)
    if file.term and taken not in (None, file):
        found.append(wording.also_in(taken.path.name))
    elif file.utterance in recorded:
        found.append(wording.REPLACES)
    return found


def overview_sentence(files: Sequence[LooseFile]) -> str:
    doubtful = sum(file.take is not None and not file.sure for file in files)
    bad = sum(file.take is None or file.take.trouble is not None for file in files)
    return wording.files(len(files), doubtful, bad)
