"""Decides what happens to loose sound files: reading them, hearing them, and putting those that were chosen into the deck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from beroepentaal.classroom.ports import Part, Utterance
from beroepentaal.classroom.sound_files import Match, SoundFiles
from beroepentaal.classroom.voicing import Clips
from beroepentaal.decks import Deck, Term
from beroepentaal.refusal import Refusal
from beroepentaal.ui.instructor.sound_files import keeping, wording
from beroepentaal.ui.instructor.sound_files.keeping import Kept
from beroepentaal.ui.instructor.sound_files.loose_file import (
    LooseFile,
    overview_sentence,
    parts_of,
    remarks,
    with_changed,
    with_more,
    without_kept,
)
from beroepentaal.ui.instructor.sound_files.wording import Remark, Sign
from beroepentaal.ui.instructor.sound_files.work import Busy, Work
from beroepentaal.ui.instructor.wording import NO_SOUND
from beroepentaal.ui.ports import Background, Notify, Speaker


@dataclass(frozen=True, slots=True)
class Row:
    """A file as the page shows it."""

    file: LooseFile
    says: str
    remark: Remark


@dataclass(frozen=True, slots=True)
class Overview:
    """Of all files."""

    rows: Sequence[Row]
    sentence: str
    is_clear: bool
    """There is nothing left to look at."""
    chosen: int


class LooseFilesView(Protocol):
    def show_terms(self, terms: Sequence[Term]) -> None: ...
    def show_files(self, overview: Overview) -> None: ...
    def show_busy(self, busy: Busy | None) -> None: ...


class LooseFiles:
    def __init__(
        self, view: LooseFilesView, files: SoundFiles, clips: Clips, speaker: Speaker, background: Background, notify: Notify
    ) -> None:
        self._view = view
        self._sounds = files
        self._clips = clips
        self._speaker = speaker
        self._notify = notify
        self._work = Work(background, view.show_busy, notify)
        self._deck: Deck
        self._recorded: set[Utterance] = set()
        self._files: list[LooseFile] = []
        self._result = ""
        """Of the last keeping, until something else is done."""
        self._is_open = False

    @property
    def waiting(self) -> int:
        """How many files would be kept now."""
        return 0 if self._work.is_busy else sum(file.chosen for file in self._files)

    def begin(self, deck: Deck) -> None:
        """Without any files yet."""
        self._work.put_aside()
        self._deck = deck
        self._files = []
        self._result = ""
        self._view.show_terms(sorted(deck.terms, key=lambda term: term.term.casefold()))

    def open(self, recorded: set[Utterance]) -> None:
        """recorded: texts that a person has spoken already; what is kept is added."""
        self._is_open = True
        self._recorded = recorded
        self._show()

    def close(self) -> None:
        """Files that have not been read stay out."""
        self._is_open = False

    def on_files(self, paths: Sequence[Path]) -> None:
        deck = self._deck
        self._work.run(wording.LOOKING, lambda: self._read(deck, paths), self._on_read)

    def on_assign(self, place: int, term: Term, part: Part) -> None:
        """Who says so is sure, and wants it."""
        if part in parts_of(term):
            file = replace(self._files[place], term=term, part=part, sure=True)
            self._change(place, replace(file, chosen=file.can_be_chosen))

    def on_choose(self, place: int, chosen: bool) -> None:
        file = self._files[place]
        if file.can_be_chosen:
            self._change(place, replace(file, chosen=chosen, sure=file.sure or chosen))

    def on_play(self, place: int) -> None:
        if not self._speaker.is_available:
            self._notify(NO_SOUND)
        elif take := self._files[place].take:
            self._speaker.play(take.sound)

    def on_keep(self) -> None:
        takes = {file.utterance: file.take for file in self._files if file.chosen and file.utterance and file.take}
        if takes:
            self._work.run(
                wording.keeping(0, len(takes)),
                lambda: keeping.keep(takes, lambda take: take, self._clips, self._work.tell),
                self._on_kept,
            )

    def _change(self, place: int, file: LooseFile) -> None:
        if not self._work.is_busy:
            self._result = ""
            self._files = with_changed(self._files, place, file)
            self._show()

    def _read(self, deck: Deck, paths: Sequence[Path]) -> list[LooseFile]:
        """Away from the screen."""
        found = self._sounds.found(paths)
        matches = self._sounds.match([path.name for path in found], deck.terms)
        files: list[LooseFile] = []
        for path, match in zip(found, matches, strict=True):
            if not self._is_open:
                break
            self._work.tell(wording.reading(len(files), len(found)))
            files.append(self._file(deck, path, match))
        return files

    def _file(self, deck: Deck, path: Path, match: Match) -> LooseFile:
        """Taken along if nothing speaks against it."""
        file = LooseFile(path, deck.id, match.part, match.term, match.sure, None)
        try:
            take = self._sounds.take(path)
        except Refusal as refusal:
            return replace(file, problem=str(refusal))
        return replace(file, take=take, chosen=match.sure and not take.trouble)

    def _on_read(self, read: Sequence[LooseFile]) -> None:
        self._files = with_more(self._files, read)
        self._result = ""
        self._show()
        if not read and self._is_open:
            self._notify(wording.NO_FILES)

    def _on_kept(self, kept: Kept) -> None:
        self._speaker.forget()
        self._recorded |= kept.done
        self._files = without_kept(self._files, kept)
        self._result = kept.sentence
        self._show()
        if not self._is_open:
            self._notify(kept.sentence)

    def _show(self) -> None:
        rows = [self._row(file, remark) for file, remark in zip(self._files, remarks(self._files, self._recorded), strict=True)]
        rest = overview_sentence(self._files) if self._files else ""
        sentence = f"{self._result} Nog {rest}" if self._result and rest else self._result or rest
        is_clear = all(row.remark.sign not in (Sign.DOUBT, Sign.TROUBLE) for row in rows)
        self._view.show_files(Overview(rows, sentence, is_clear, sum(file.chosen for file in self._files)))

    def _row(self, file: LooseFile, remark: Remark) -> Row:
        return Row(file, file.utterance.text if file.utterance else "", remark)
