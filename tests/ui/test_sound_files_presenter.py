from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from screen_fakes import AtOnce, Later, RecordingSpeaker
from sound_file_fakes import HERE, TRADE, FakeFiles, a_list, files
from voice_fakes import DRAIN, MemoryClips

from beroepentaal.classroom.ports import Part, Sound, Take, Trouble, Utterance, said
from beroepentaal.classroom.sound_files import Piece
from beroepentaal.classroom.voicing import RECORDED
from beroepentaal.decks import Deck, Term
from beroepentaal.refusal import Refusal
from beroepentaal.ui.instructor.sound_files import loose_files, spoken_rows
from beroepentaal.ui.instructor.sound_files.fitting import Fitting, Kind, Steps, What, to_read
from beroepentaal.ui.instructor.sound_files.presenter import SoundFilesPresenter
from beroepentaal.ui.instructor.sound_files.work import Busy
from beroepentaal.ui.ports import Background

WORDS = to_read(TRADE, What.CORE_WORDS)


class LooseView:
    def __init__(self) -> None:
        self.terms: Sequence[Term] = ()
        self.overviews: list[loose_files.Overview] = []
        self.busy: list[Busy | None] = []

    def show_terms(self, terms: Sequence[Term]) -> None:
        self.terms = terms

    def show_files(self, overview: loose_files.Overview) -> None:
        self.overviews.append(overview)

    def show_busy(self, busy: Busy | None) -> None:
        self.busy.append(busy)


class SpokenView:
    def __init__(self) -> None:
        self.choices: Sequence[tuple[What, str]] = ()
        self.texts: Sequence[str] = ()
        self.overviews: list[spoken_rows.Overview | None] = []
        self.takes: list[Take | None] = []
        self.busy: list[Busy | None] = []

    def show_choices(self, choices: Sequence[tuple[What, str]]) -> None:
        self.choices = choices

    def show_texts(self, what: What, texts: Sequence[str]) -> None:
        self.texts = texts

    def show_list(self, overview: spoken_rows.Overview | None) -> None:
        self.overviews.append(overview)

    def show_take(self, take: Take | None) -> None:
        self.takes.append(take)

    def show_busy(self, busy: Busy | None) -> None:
        self.busy.append(busy)


class PageView:
    def __init__(self) -> None:
        self.loose, self.spoken = LooseView(), SpokenView()
        self.title = ""
        self.suffixes: Sequence[str] = ()

    def show_deck(self, title: str) -> None:
        self.title = title

    def show_suffixes(self, suffixes: Sequence[str]) -> None:
        self.suffixes = suffixes


class FullClips(MemoryClips):
    """No room for some."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: set[str] = set()
        self.sounds: dict[Utterance, Sound] = {}

    def keep(self, utterance: Utterance, sound: Sound, voice: str) -> None:
        if utterance.term in self.refused:
            raise Refusal("De schijf is vol.")
        super().keep(utterance, sound, voice)
        self.sounds[utterance] = sound


class Desk:
    """A presenter with everything around it, opened."""

    def __init__(self, recorded: Sequence[Utterance] = (), background: Background | None = None) -> None:
        self.view, self.clips, self.speaker = PageView(), FullClips(), RecordingSpeaker()
        self.clips.voices = dict.fromkeys(recorded, RECORDED)
        self.files = FakeFiles()
        self.background = Later()
        self.notices: list[str] = []
        self.left = 0
        self.presenter = SoundFilesPresenter(
            self.view, self.files, self.clips, self.speaker, background or self.background, self.notices.append, self.leave
        )
        self.loose, self.spoken = self.presenter.loose, self.presenter.spoken
        self.open()

    def open(self, deck: Deck = TRADE) -> None:
        self.presenter.open(deck)
        self.background.finish()

    def leave(self) -> None:
        self.left += 1

    def bring(self, *names: str) -> None:
        self.loose.on_files(files(*names))
        self.background.finish()

    def keep(self) -> None:
        self.loose.on_keep()
        self.spoken.on_keep()
        self.background.finish()

    @property
    def overview(self) -> loose_files.Overview:
        return self.view.loose.overviews[-1]

    @property
    def names(self) -> list[str]:
        return [row.file.path.name for row in self.overview.rows]

    @property
    def ticked(self) -> list[str]:
        return [row.file.path.name for row in self.overview.rows if row.file.chosen]

    def place(self, name: str) -> int:
        return self.names.index(name)

    def remark(self, name: str) -> str:
        return self.overview.rows[self.place(name)].remark.text

    def bring_list(self, count: int, name: str = "lijst.wav") -> None:
        self.files.spoken = a_list(count)
        self.spoken.on_files(files(name))
        self.background.finish()

    @property
    def pieces(self) -> spoken_rows.Overview:
        overview = self.view.spoken.overviews[-1]
        assert overview
        return overview

    @property
    def pairs(self) -> list[tuple[int, str]]:
        return [(row.number, row.says) for row in self.pieces.rows]

    def go(self, row: int) -> None:
        self.spoken.on_row(row)
        self.background.finish()

    def split(self) -> None:
        self.spoken.on_split()
        self.background.finish()


@pytest.fixture
def desk() -> Desk:
    return Desk()


# Loose files


def test_a_file_named_after_a_word_is_taken_along_and_nothing_is_written_before_the_button(desk: Desk) -> None:
    desk.bring("woord1.wav", "woord2 zin.wav")
    assert desk.ticked == ["woord1.wav", "woord2 zin.wav"]
    assert [row.says for row in desk.overview.rows] == ["de woord1", "Pak de woord2."]
    assert not desk.clips.voices
    desk.keep()
    assert desk.clips.voices == {
        said("dak", TRADE.by_id["woord1"]): RECORDED,
        said("dak", TRADE.by_id["woord2"], Part.SENTENCE): RECORDED,
    }
    assert desk.overview.rows == []
    assert desk.overview.sentence == "2 geluiden overgenomen."


def test_what_is_not_sure_stands_at_the_top_and_stays_out_until_someone_confirms_it(desk: Desk) -> None:
    desk.bring("woord1.wav", "woord2 kopie.wav", "maandag.wav")
    assert desk.names == ["woord2 kopie.wav", "maandag.wav", "woord1.wav"]
    assert desk.ticked == ["woord1.wav"]
    assert (desk.remark("woord2 kopie.wav"), desk.remark("maandag.wav")) == ("niet zeker", "welk woord is dit?")
    assert desk.overview.sentence == "3 bestanden, 2 niet zeker."
    desk.loose.on_choose(0, True)
    assert (desk.ticked, desk.remark("woord2 kopie.wav")) == (["woord2 kopie.wav", "woord1.wav"], "goed")


def test_a_file_gets_the_word_that_a_person_gives_it_and_stays_in_its_place(desk: Desk) -> None:
    desk.bring("maandag.wav", "woord1.wav")
    desk.loose.on_assign(0, TRADE.by_id["goot"], Part.SENTENCE)
    assert (desk.names[0], desk.overview.rows[0].says) == ("maandag.wav", "Pak de goot.")
    assert desk.overview.chosen == 2
    assert desk.overview.is_clear
    desk.keep()
    assert said("dak", TRADE.by_id["goot"], Part.SENTENCE) in desk.clips.voices


def test_a_part_that_a_word_does_not_have_cannot_be_given(desk: Desk) -> None:
    bare = replace(TRADE.by_id["goot"], chunk="")
    desk.bring("maandag.wav")
    desk.loose.on_assign(0, bare, Part.CHUNK)
    assert desk.overview.rows[0].file.term is None


def test_a_file_that_cannot_be_read_says_why_and_cannot_be_taken_along(desk: Desk) -> None:
    desk.files.broken = {"woord1.wav"}
    desk.bring("woord1.wav", "woord2.wav")
    assert desk.remark("woord1.wav") == "is beschadigd."
    desk.loose.on_choose(desk.place("woord1.wav"), True)
    desk.loose.on_assign(desk.place("woord1.wav"), TRADE.by_id["goot"], Part.TERM)
    assert desk.ticked == ["woord2.wav"]
    assert desk.overview.sentence == "2 bestanden, 1 met een probleem."


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (Trouble.TOO_QUIET, "te zacht"),
        (Trouble.TOO_LOUD, "te hard opgenomen"),
        (Trouble.NOTHING_HEARD, "niets te horen"),
    ],
)
def test_a_sound_that_is_not_good_stays_out_unless_a_person_wants_it(desk: Desk, trouble: Trouble, words: str) -> None:
    desk.files.troubles = {"woord1.wav": trouble}
    desk.bring("woord1.wav")
    assert (desk.ticked, desk.remark("woord1.wav")) == ([], words)
    desk.loose.on_choose(0, True)
    assert desk.ticked == ["woord1.wav"]


def test_of_two_files_that_say_the_same_only_the_one_chosen_last_is_taken_along(desk: Desk) -> None:
    desk.bring("woord1.wav", "woord1 kopie.wav")
    assert desk.remark("woord1 kopie.wav") == "niet zeker, ook in ‘woord1.wav’"
    desk.loose.on_choose(desk.place("woord1 kopie.wav"), True)
    assert desk.ticked == ["woord1 kopie.wav"]
    assert desk.remark("woord1.wav") == "ook in ‘woord1 kopie.wav’"
    desk.bring("woord1.mp3")
    assert desk.ticked == ["woord1 kopie.wav"]


def test_a_recording_that_would_be_replaced_is_marked() -> None:
    desk = Desk([said("dak", TRADE.by_id["woord1"])])
    desk.clips.voices[said("dak", TRADE.by_id["woord2"])] = "gtts"
    desk.bring("woord1.wav", "woord2.wav")
    assert (desk.remark("woord1.wav"), desk.remark("woord2.wav")) == ("vervangt je opname", "goed")


def test_what_was_kept_a_moment_ago_is_marked_as_a_recording_too(desk: Desk) -> None:
    desk.bring("woord1.wav")
    desk.keep()
    desk.bring("woord1.mp3")
    assert desk.remark("woord1.mp3") == "vervangt je opname"


def test_what_cannot_be_kept_stays_with_the_reason_and_the_rest_is_in(desk: Desk) -> None:
    desk.clips.refused = {"woord2"}
    desk.bring("woord1.wav", "woord2.wav", "woord3.wav")
    desk.keep()
    assert {utterance.term for utterance in desk.clips.voices} == {"woord1", "woord3"}
    assert (desk.ticked, desk.remark("woord2.wav")) == (["woord2.wav"], "De schijf is vol.")
    assert desk.overview.sentence == "2 geluiden overgenomen. 1 niet gelukt. Nog 1 bestand."
    desk.clips.refused.clear()
    desk.keep()
    assert desk.overview.rows == []


def test_reading_and_keeping_tell_how_far_they_are() -> None:
    desk = Desk(background=AtOnce())
    desk.bring("woord1.wav", "woord2.wav")
    desk.keep()
    assert [busy and (busy.done, busy.wanted) for busy in desk.view.loose.busy[1:]] == [
        *((0, 0), (0, 2), (1, 2), None),
        *((0, 2), (0, 2), (1, 2), None),
    ]


def test_while_something_is_under_way_nothing_else_begins_and_nothing_changes(desk: Desk) -> None:
    desk.bring("woord1.wav", "woord2.wav")
    desk.loose.on_keep()
    desk.loose.on_choose(0, False)
    desk.loose.on_keep()
    desk.loose.on_files(files("woord3.wav"))
    desk.background.finish()
    assert {utterance.term for utterance in desk.clips.voices} == {"woord1", "woord2"}
    assert desk.files.read == ["woord1.wav", "woord2.wav"]


def test_the_same_file_brought_twice_is_one_row(desk: Desk) -> None:
    desk.bring("woord1.wav", "woord2.wav")
    desk.bring("woord1.wav")
    assert sorted(desk.names) == ["woord1.wav", "woord2.wav"]
    assert sorted(desk.ticked) == ["woord1.wav", "woord2.wav"]


def test_a_folder_stands_for_the_sounds_in_it(desk: Desk) -> None:
    desk.files.folders = {HERE: files("woord1.wav"), Path("leeg"): []}
    desk.loose.on_files([HERE])
    desk.background.finish()
    assert desk.names == ["woord1.wav"]
    desk.loose.on_files([Path("leeg")])
    desk.background.finish()
    assert desk.notices == ["Hier zitten geen geluidsbestanden in."]


def test_a_file_is_heard_as_it_will_be_kept(desk: Desk) -> None:
    desk.files.broken = {"woord2.wav"}
    desk.bring("woord1.wav", "woord2.wav")
    desk.loose.on_play(desk.place("woord1.wav"))
    desk.loose.on_play(desk.place("woord2.wav"))
    desk.keep()
    assert desk.speaker.played == list(desk.clips.sounds.values())
    desk.bring("woord1.wav")
    desk.speaker.is_available = False
    desk.loose.on_play(0)
    assert len(desk.notices) == 1


def test_new_clips_are_heard_from_then_on(desk: Desk) -> None:
    desk.bring("woord1.wav")
    desk.keep()
    assert "(forget)" in desk.speaker.said


def test_leaving_stops_the_reading(desk: Desk) -> None:
    desk.loose.on_files(files("woord1.wav", "woord2.wav"))
    desk.presenter.on_leave()
    desk.background.finish()
    assert desk.files.read == []
    assert desk.left == 1


def test_who_leaves_with_files_that_are_not_kept_is_told_and_finds_them_again(desk: Desk) -> None:
    desk.bring("woord1.wav", "maandag.wav")
    desk.presenter.on_leave()
    assert desk.notices == ["1 geluid nog niet overgenomen; het staat klaar als je hier terugkomt."]
    desk.open()
    assert desk.names == ["maandag.wav", "woord1.wav"]
    desk.open(DRAIN)
    assert desk.overview.rows == []
    assert [term.id for term in desk.view.loose.terms] == ["buis"]


def test_who_leaves_while_files_are_being_kept_hears_what_became_of_them(desk: Desk) -> None:
    desk.bring("woord1.wav", "woord2.wav")
    desk.clips.refused = {"woord2"}
    desk.loose.on_keep()
    desk.presenter.on_leave()
    desk.background.finish()
    assert desk.notices == ["1 geluid overgenomen. 1 niet gelukt."]


def test_the_words_to_choose_from_are_in_the_order_of_the_alphabet(desk: Desk) -> None:
    assert [term.id for term in desk.view.loose.terms][:3] == ["goot", "Helm", "woord1"]
    assert (desk.view.title, desk.view.suffixes) == ("Dak", (".wav", ".mp3"))


# One long recording


def test_as_many_pieces_as_words_are_matched_in_order(desk: Desk) -> None:
    desk.bring_list(10)
    assert desk.pairs == [(number, f"de woord{number}") for number in range(1, 11)]
    assert desk.pieces.sentence == "10 stukken gevonden voor 10 woorden. Luister er een paar na."
    assert desk.pieces.about == "lijst.wav (1:28 min)"
    assert not desk.clips.voices
    desk.keep()
    assert desk.clips.voices == dict.fromkeys(WORDS, RECORDED)
    assert [sound.samples[0] for sound in desk.clips.sounds.values()] == list(range(10))
    assert (desk.pieces.sentence, desk.pieces.to_keep) == ("10 geluiden overgenomen.", 0)
    assert {row.remark.text for row in desk.pieces.rows} == {"overgenomen"}


def test_what_does_not_fit_says_so_and_cannot_be_kept(desk: Desk) -> None:
    desk.bring_list(12)
    assert desk.pieces.sentence == "12 stukken voor 10 woorden: kijk waar het niet klopt."
    assert not desk.pieces.can_keep
    desk.keep()
    assert not desk.clips.voices


def test_a_piece_that_is_no_word_is_left_out_and_the_rows_after_it_shift(desk: Desk) -> None:
    desk.bring_list(11)
    desk.go(1)
    desk.spoken.on_leave_out()
    assert desk.pairs[:4] == [(1, "de woord1"), (2, ""), (3, "de woord2"), (4, "de woord3")]
    assert desk.pieces.row == 1
    assert desk.pieces.can_keep
    desk.spoken.on_leave_out()
    assert desk.pairs[1] == (2, "de woord2")


def test_a_word_that_was_not_said_is_skipped_and_the_rows_after_it_shift(desk: Desk) -> None:
    desk.bring_list(9)
    desk.go(2)
    desk.spoken.on_skip()
    assert desk.pairs[1:5] == [(2, "de woord2"), (0, "de woord3"), (3, "de woord4"), (4, "de woord5")]
    assert desk.pieces.can_keep
    desk.keep()
    assert set(desk.clips.voices) == set(WORDS) - {WORDS[2]}
    desk.spoken.on_skip()
    assert desk.pairs[2] == (3, "de woord3")


def test_a_recording_that_ends_early_needs_one_key_to_skip_all_words_after_it(desk: Desk) -> None:
    desk.bring_list(4)
    assert [row.kind for row in desk.pieces.rows[3:6]] == [Kind.FITS, Kind.TOO_FEW, Kind.TOO_FEW]
    desk.go(4)
    desk.spoken.on_skip()
    assert {row.kind for row in desk.pieces.rows[4:]} == {Kind.NOT_SAID}
    assert desk.pieces.can_keep


def test_a_recording_that_goes_on_too_long_needs_one_key_to_leave_out_the_rest(desk: Desk) -> None:
    desk.bring_list(13)
    desk.go(10)
    desk.spoken.on_leave_out()
    assert {row.kind for row in desk.pieces.rows[10:]} == {Kind.NO_WORD}
    assert desk.pieces.can_keep


def test_two_pieces_of_one_word_are_joined_and_one_piece_of_two_words_is_split(desk: Desk) -> None:
    desk.bring_list(11)
    desk.go(3)
    desk.spoken.on_join()
    assert len(desk.pieces.rows[3].outline) == 180
    assert desk.pieces.can_keep
    desk.split()
    assert [len(row.outline) for row in desk.pieces.rows[3:5]] == [90, 90]
    assert len(desk.pieces.rows) == 11


def test_steps_that_do_not_apply_change_nothing(desk: Desk) -> None:
    for step in (desk.spoken.on_join, desk.spoken.on_leave_out, desk.split, desk.spoken.on_undo, desk.spoken.on_play):
        step()
    desk.bring_list(9)
    before = desk.pairs
    desk.go(8)
    desk.spoken.on_join()
    desk.go(9)
    for step in (desk.spoken.on_join, desk.spoken.on_leave_out, desk.split, desk.spoken.on_play):
        step()
    assert desk.pairs == before
    assert not desk.pieces.can_undo
    desk.bring_list(0)
    desk.spoken.on_leave_out()
    assert desk.pieces.sentence == "In deze opname is niets te horen."


def test_every_step_can_be_undone_and_done_again_where_it_was_taken(desk: Desk) -> None:
    desk.bring_list(10)
    shown = [desk.pairs]
    for row, step in ((4, desk.spoken.on_join), (7, desk.split), (2, desk.spoken.on_skip), (0, desk.spoken.on_leave_out)):
        desk.go(row)
        step()
        shown.append(desk.pairs)
    for pairs, row in zip(reversed(shown[:-1]), (0, 2, 7, 4), strict=True):
        desk.spoken.on_undo()
        assert (desk.pairs, desk.pieces.row) == (pairs, row)
    assert not desk.pieces.can_undo
    for pairs in shown[1:]:
        desk.spoken.on_redo()
        assert desk.pairs == pairs
    assert not desk.pieces.can_redo


def test_another_list_cuts_the_recording_anew_and_that_too_can_be_undone(desk: Desk) -> None:
    desk.bring_list(10)
    desk.spoken.on_skip()
    desk.spoken.on_what(What.ALL_WORDS)
    desk.background.finish()
    assert desk.files.spoken.cuts == [10, 12]
    assert desk.pieces.sentence == "10 stukken voor 12 woorden: kijk waar het niet klopt."
    assert len(desk.view.spoken.texts) == 12
    desk.spoken.on_undo()
    assert desk.pairs[0] == (0, "de woord1")
    assert len(desk.view.spoken.texts) == 10


def test_the_lists_that_can_be_read_aloud_are_those_of_the_deck(desk: Desk) -> None:
    assert [title for _, title in desk.view.spoken.choices] == [
        *("10 woorden van de kern", "10 zinnen van de kern", "10 opdrachten van de kern"),
        "alle 12 woorden",
    ]
    desk.spoken.on_what(What.CORE_SENTENCES)
    assert desk.view.spoken.texts[0] == "Pak de woord1."
    without_core = Deck(TRADE.about, tuple(replace(term, core=None, chunk="") for term in TRADE.terms))
    desk.open(without_core)
    assert [what for what, _ in desk.view.spoken.choices] == [What.ALL_WORDS]


def test_the_row_that_is_looked_at_is_listened_to_first_and_then_the_others(desk: Desk) -> None:
    desk.files.spoken = a_list(10)
    desk.spoken.on_files(files("lijst.wav"))
    desk.background.waiting.pop(0)()
    while not desk.view.spoken.overviews[-1]:
        desk.background.waiting.pop(0)()
    desk.spoken.on_row(7)
    desk.spoken.on_play()
    desk.background.finish()
    pieces = desk.files.spoken.pieces
    assert desk.files.spoken.taken == [pieces[0], pieces[7], *pieces[1:7], *pieces[8:]]
    assert [sound.samples[0] for sound in desk.speaker.played] == [7]
    assert desk.view.spoken.takes[-1]
    desk.spoken.on_play()
    assert len(desk.speaker.played) == 2


def test_who_goes_on_to_another_row_does_not_hear_the_one_before(desk: Desk) -> None:
    desk.files.spoken = a_list(10)
    desk.spoken.on_files(files("lijst.wav"))
    while not desk.view.spoken.overviews[-1]:
        desk.background.waiting.pop(0)()
    desk.spoken.on_row(7)
    desk.spoken.on_play()
    desk.spoken.on_row(8)
    desk.background.finish()
    assert desk.speaker.played == []


def test_without_a_loudspeaker_that_is_told(desk: Desk) -> None:
    desk.bring_list(10)
    desk.speaker.is_available = False
    desk.spoken.on_play()
    assert len(desk.notices) == 1


def test_a_piece_with_a_trouble_and_one_that_replaces_a_recording_are_marked() -> None:
    desk = Desk([WORDS[1]])
    desk.files.spoken = a_list(10)
    desk.files.spoken.troubles = {desk.files.spoken.pieces[1]: Trouble.TOO_QUIET}
    desk.spoken.on_files(files("lijst.wav"))
    desk.background.finish()
    assert desk.pieces.rows[1].remark.text == "te zacht, vervangt je opname"
    assert desk.pieces.sentence == "10 stukken gevonden voor 10 woorden. 1 valt op: luister daar eerst."
    assert not desk.pieces.is_clear
    assert desk.pieces.can_keep


def test_a_piece_that_is_too_long_for_its_word_stands_out_although_the_numbers_fit(desk: Desk) -> None:
    recording = a_list(10)
    recording.pieces[4] = Piece(4000, 5700)
    recording.pieces[8] = Piece(8000, 8300)
    desk.files.spoken = recording
    desk.spoken.on_files(files("lijst.wav"))
    desk.background.finish()
    assert desk.pieces.rows[4].remark.text == "lang voor deze tekst"
    assert desk.pieces.rows[8].remark.text == "kort voor deze tekst"
    assert desk.pieces.sentence == "10 stukken gevonden voor 10 woorden. 2 vallen op: luister daar eerst."


def test_a_piece_that_cannot_be_kept_says_why_and_only_that_one_is_tried_again(desk: Desk) -> None:
    desk.bring_list(10)
    desk.clips.refused = {"woord3"}
    desk.keep()
    assert desk.pieces.rows[2].remark.text == "De schijf is vol."
    assert (desk.pieces.sentence, desk.pieces.to_keep) == ("9 geluiden overgenomen. 1 niet gelukt.", 1)
    desk.clips.refused.clear()
    desk.clips.voices.clear()
    desk.keep()
    assert list(desk.clips.voices) == [WORDS[2]]


def test_a_word_that_shifts_after_it_was_kept_is_to_be_kept_again(desk: Desk) -> None:
    desk.bring_list(10)
    desk.keep()
    desk.go(8)
    desk.spoken.on_join()
    desk.go(9)
    desk.spoken.on_skip()
    assert desk.pieces.to_keep == 1


@pytest.mark.parametrize("paths", [[], files("a.wav", "b.wav")])
def test_only_one_recording_is_taken(desk: Desk, paths: list[Path]) -> None:
    desk.spoken.on_files(paths)
    assert desk.notices == ["Kies één opname: één bestand waarin de hele lijst staat."]


def test_a_recording_that_cannot_be_read_leaves_the_one_before_as_it_was(desk: Desk) -> None:
    desk.bring_list(10)
    desk.files.broken = {"stuk.wav"}
    desk.spoken.on_files(files("stuk.wav"))
    desk.background.finish()
    assert desk.notices == ["'stuk.wav' is beschadigd."]
    assert desk.pieces.about.startswith("lijst.wav")
    assert desk.view.spoken.busy[-1] is None


def test_while_pieces_are_being_kept_nothing_changes(desk: Desk) -> None:
    desk.bring_list(10)
    desk.spoken.on_keep()
    before = desk.pairs
    desk.spoken.on_leave_out()
    desk.spoken.on_undo()
    desk.spoken.on_what(What.ALL_WORDS)
    desk.spoken.on_files(files("andere.wav"))
    desk.background.finish()
    assert desk.pairs == before


def test_who_leaves_before_all_is_kept_finds_the_corrections_again(desk: Desk) -> None:
    desk.bring_list(11)
    desk.spoken.on_leave_out()
    desk.presenter.on_leave()
    assert desk.notices == ["10 geluiden nog niet overgenomen; ze staan klaar als je hier terugkomt."]
    desk.open()
    assert desk.pairs[0] == (1, "")
    desk.keep()
    desk.presenter.on_leave()
    desk.open()
    assert desk.view.spoken.overviews[-1] is None


def test_nothing_is_listened_to_behind_another_page(desk: Desk) -> None:
    desk.files.spoken = a_list(10)
    desk.spoken.on_files(files("lijst.wav"))
    while not desk.view.spoken.overviews[-1]:
        desk.background.waiting.pop(0)()
    desk.presenter.on_leave()
    desk.background.finish()
    assert len(desk.files.spoken.taken) == 1
    desk.open()
    assert len(desk.files.spoken.taken) == 10


def test_who_leaves_while_pieces_are_being_kept_hears_what_became_of_them(desk: Desk) -> None:
    desk.bring_list(10)
    desk.spoken.on_keep()
    desk.presenter.on_leave()
    desk.background.finish()
    assert desk.notices == ["10 geluiden overgenomen."]


STEPS = st.lists(st.tuples(st.sampled_from(["join", "split", "leave_out", "skip"]), st.integers(0, 20)), max_size=12)


@given(st.integers(1, 14), STEPS)
def test_whatever_is_done_no_piece_and_no_text_is_lost_and_all_stay_in_order(count: int, taken: list[tuple[str, int]]) -> None:
    recording = a_list(count)
    steps = Steps(Fitting(What.CORE_WORDS, WORDS, tuple(recording.pieces)))
    before = [steps.now]
    for name, number in taken:
        now = steps.now
        row = number % len(now.pairs)
        piece = now.pairs[row].piece
        if name != "split":
            now = getattr(now, name)(row)
        elif piece and piece.end - piece.start > 1:
            now = now.split(row, recording.split(piece))
        if now is not steps.now:
            before.append(now)
        steps.take(now, row)
        assert [pair.piece for pair in now.pairs if pair.piece] == sorted(now.pieces, key=lambda piece: piece.start)
        assert [pair.text for pair in now.pairs if pair.text is not None] == list(range(len(WORDS)))
        fits = [pair for pair in now.pairs if pair.kind is Kind.FITS]
        assert len(fits) == min(now.spoken, now.wanted)
        if now.fits:
            assert {pair.kind for pair in now.pairs} <= {Kind.FITS, Kind.NO_WORD, Kind.NOT_SAID}
    for fitting in reversed(before[:-1]):
        steps.undo()
        assert steps.now == fitting
