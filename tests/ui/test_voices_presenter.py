from collections.abc import Callable, Sequence

import pytest
from screen_fakes import AtOnce, Later, RecordingSpeaker
from voice_fakes import DRAIN, OFFLINE, ROOF, MemoryClips, ScriptedStudio

from beroepentaal.classroom.ports import Part, Utterance
from beroepentaal.classroom.voicing import RECORDED, Line, Only, State, utterances
from beroepentaal.decks import About, Deck
from beroepentaal.refusal import Refusal
from beroepentaal.ui.instructor.voices.making import Phase, Progress
from beroepentaal.ui.instructor.voices.presenter import Overview, Verdict, VoicesPresenter, verdict, voice_title

DECKS = {each.id: each for each in (ROOF, DRAIN)}
CORE_TEXTS, TEXTS = 6, 9
"""Of the roof."""


class RecordingView:
    def __init__(self) -> None:
        self.chosen: list[str] = []
        self.reading = 0
        self.overviews: list[Overview] = []
        self.lines: list[Line] = []
        self.summaries: list[str] = []
        self.making: list[Progress | None] = []

    def show_decks(self, decks: Sequence[About], chosen: str) -> None:
        self.chosen.append(chosen)

    def show_reading(self) -> None:
        self.reading += 1

    def show_overview(self, overview: Overview) -> None:
        self.overviews.append(overview)

    def show_line(self, line: Line, summary: str) -> None:
        self.lines.append(line)
        self.summaries.append(summary)

    def show_making(self, progress: Progress | None) -> None:
        self.making.append(progress)


class Desk:
    """A presenter with everything around it, opened."""

    def __init__(self, rendering: AtOnce | Later | None = None) -> None:
        self.view, self.clips, self.speaker = RecordingView(), MemoryClips(), RecordingSpeaker()
        self.studio = ScriptedStudio(self.clips)
        self.background = Later()
        self.rendering = rendering or AtOnce()
        self.notices: list[str] = []
        self.recorded: list[tuple[Deck, Sequence[Line]]] = []
        self.brought_in: list[Deck] = []
        self.left = 0
        self.now = 0.0
        self.damaged: set[str] = set()
        self.presenter = VoicesPresenter(
            self.view,
            [each.about for each in DECKS.values()],
            self.open_deck,
            self.clips,
            self.studio,
            self.speaker,
            self.background,
            self.rendering,
            self.notices.append,
            lambda deck, lines: self.recorded.append((deck, lines)),
            self.brought_in.append,
            self.leave,
            lambda: self.now,
        )

    def open(self) -> None:
        self.presenter.open()
        self.background.finish()

    def open_deck(self, deck: str) -> Deck:
        if deck in self.damaged:
            raise Refusal("Dit pakket is beschadigd.")
        return DECKS[deck]

    def leave(self) -> None:
        self.left += 1

    def choose(self, deck: str) -> None:
        self.presenter.on_deck(deck)
        self.background.finish()

    def render(self, *only: Only, engine: str = "gtts") -> None:
        self.presenter.on_render(engine, frozenset(only))
        self.background.finish()

    @property
    def shown(self) -> Sequence[Line]:
        return self.view.overviews[-1].lines

    def line(self, name: str, part: Part = Part.TERM) -> Line:
        return next(line for line in self.shown if line.term.id == name and line.utterance.part is part)

    @property
    def progress(self) -> Progress:
        progress = self.view.making[-1]
        assert progress
        return progress


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.open()
    return desk


def in_steps() -> Desk:
    """Its clips are made when the test says so."""
    desk = Desk(Later())
    desk.open()
    return desk


def test_every_text_of_the_first_deck_is_shown_the_core_first(desk: Desk) -> None:
    assert desk.view.chosen == ["dak"]
    assert len(desk.shown) == TEXTS
    assert [line.term.id for line in desk.shown[:2]] == ["helm", "ladder"]
    assert [line.term.id for line in desk.shown[CORE_TEXTS:]] == ["goot"] * 3


def test_the_deck_chosen_last_is_there_again_when_the_page_opens_again(desk: Desk) -> None:
    desk.choose("riool")
    desk.presenter.on_leave()
    desk.open()
    assert desk.view.chosen[-1] == "riool"
    assert {line.term.id for line in desk.shown} == {"buis"}


def test_a_deck_that_is_read_late_does_not_take_the_place_of_the_one_chosen_after_it(desk: Desk) -> None:
    desk.presenter.on_deck("riool")
    desk.presenter.on_deck("dak")
    desk.background.finish()
    assert {line.term.id for line in desk.shown} == {"helm", "ladder", "goot"}


def test_a_damaged_deck_is_told_and_offers_nothing_to_record(desk: Desk) -> None:
    desk.damaged.add("riool")
    desk.choose("riool")
    desk.presenter.on_record([])
    desk.presenter.on_bring_in()
    desk.render()
    assert desk.notices == ["Dit pakket is beschadigd."]
    assert not desk.shown
    assert not desk.recorded
    assert not desk.brought_in
    assert not desk.studio.begun


def test_the_summary_counts_the_voices_and_what_is_stale(desk: Desk) -> None:
    first, second, third, *_ = [line.utterance for line in desk.shown]
    desk.clips.voices = {first: RECORDED, second: "gtts"}
    desk.clips.stale = {third}
    desk.open()
    assert desk.view.overviews[-1].summary == (
        "Kern: 1 opname, 1 natuurlijke stem, 4 computerstem. Overig: 3 computerstem. 1 verouderd."
    )


def test_what_was_recorded_meanwhile_is_seen_when_the_page_opens_again(desk: Desk) -> None:
    desk.clips.voices[desk.line("helm").utterance] = RECORDED
    desk.open()
    assert desk.line("helm").voice == RECORDED


def test_a_line_is_heard_as_a_trainee_hears_it_and_slowly(desk: Desk) -> None:
    desk.presenter.on_play(desk.line("helm", Part.SENTENCE))
    desk.presenter.on_play_slow(desk.line("helm"))
    assert desk.speaker.said == ["Pak de helm.", "de helm"]


def test_without_sound_it_says_why_nothing_is_heard(desk: Desk) -> None:
    desk.speaker.is_available = False
    desk.presenter.on_play(desk.line("helm"))
    assert desk.speaker.said == []
    assert "geen geluid" in desk.notices[0]


def test_recording_without_a_choice_takes_all_that_no_person_has_spoken_in_order(desk: Desk) -> None:
    desk.clips.voices = {desk.line("helm").utterance: RECORDED, desk.line("ladder").utterance: "gtts"}
    desk.open()
    desk.presenter.on_record([])
    deck, lines = desk.recorded[0]
    assert deck is ROOF
    assert [line.utterance for line in lines] == [line.utterance for line in desk.shown[1:]]


def test_chosen_lines_are_recorded_anew_even_where_there_is_a_recording(desk: Desk) -> None:
    desk.clips.voices = {desk.line("helm").utterance: RECORDED}
    desk.open()
    chosen = [desk.line("helm"), desk.line("goot")]
    desk.presenter.on_record(chosen)
    assert desk.recorded == [(ROOF, chosen)]


def test_when_all_is_recorded_it_says_so(desk: Desk) -> None:
    desk.clips.voices = dict.fromkeys(utterances(ROOF), RECORDED)
    desk.open()
    desk.presenter.on_record([])
    assert desk.recorded == []
    assert desk.notices == ["Alle teksten van dit pakket hebben al een opname."]


def test_files_are_brought_in_for_the_deck_on_the_page(desk: Desk) -> None:
    desk.choose("riool")
    desk.presenter.on_bring_in()
    assert desk.brought_in == [DRAIN]


def test_a_discarded_sound_makes_room_for_the_computer_and_is_not_heard_again(desk: Desk) -> None:
    desk.clips.voices = {desk.line("helm").utterance: RECORDED}
    desk.open()
    desk.presenter.on_discard(desk.line("helm"))
    desk.background.finish()
    assert desk.view.lines[-1].state is State.LIVE
    assert desk.view.summaries[-1] == "Kern: 6 computerstem. Overig: 3 computerstem."
    assert desk.speaker.said == ["(forget)"]


def test_a_sound_that_came_with_the_program_stays_and_it_says_so(desk: Desk) -> None:
    helm = desk.line("helm").utterance
    desk.clips.voices, desk.clips.program = {helm: "gtts"}, {helm}
    desk.open()
    desk.presenter.on_discard(desk.line("helm"))
    desk.background.finish()
    assert desk.notices == ["Dit geluid hoort bij BeroepenTaal en blijft."]


def test_a_sound_that_cannot_be_discarded_is_told_and_stays(desk: Desk) -> None:
    desk.clips.full = True
    desk.presenter.on_discard(desk.line("helm"))
    desk.background.finish()
    assert desk.notices == ["Dit geluid kan niet weg; is de map alleen-lezen?"]
    assert desk.view.lines == []


def test_old_sounds_are_counted_and_gone_after_clearing(desk: Desk) -> None:
    desk.clips.old = 7
    desk.open()
    assert desk.view.overviews[-1].unused == 7
    desk.presenter.on_clear()
    desk.background.finish()
    assert desk.notices == ["7 oude geluiden zijn opgeruimd."]
    assert desk.view.overviews[-1].unused == 0


def test_a_whole_deck_is_spoken_and_the_end_is_said_in_one_sentence(desk: Desk) -> None:
    desk.render(Only.WORSE)
    assert desk.progress == Progress(Phase.FINISHED, TEXTS, TEXTS, "9 van 9 klaar.", [])
    assert desk.studio.begun == [("dak", "gtts", frozenset({Only.WORSE}))]


def test_the_table_follows_while_clips_come(desk: Desk) -> None:
    desk.clips.voices = {desk.line("ladder").utterance: RECORDED}
    desk.open()
    desk.render(Only.CORE, Only.MISSING)
    made = [(line.term.id, line.voice) for line in desk.view.lines]
    assert made == [("helm", "gtts"), ("helm", "gtts"), ("ladder", "gtts"), ("helm", "gtts"), ("ladder", "gtts")]
    assert desk.view.summaries[0] == "Kern: 1 opname, 1 natuurlijke stem, 4 computerstem. Overig: 3 computerstem."
    assert desk.speaker.said.count("(forget)") == 5


def test_what_could_not_be_made_is_counted_and_told_why(desk: Desk) -> None:
    desk.studio.silent = {"de helm", "helm pakken"}
    desk.render(Only.CORE)
    assert desk.progress.sentence == "4 van 6 klaar, 2 mislukt."
    assert desk.progress.reasons == ["Geen geluid voor 'de helm'.", "Geen geluid voor 'helm pakken'."]


def test_without_internet_it_stops_says_why_and_goes_on_later_without_doing_anything_twice(desk: Desk) -> None:
    desk.studio.offline_from = 2
    desk.render()
    assert desk.progress.phase is Phase.STOPPED
    assert desk.progress.sentence == f"2 van 9 klaar. Gestopt: {OFFLINE}"
    desk.studio.offline_from = 1000
    desk.presenter.on_resume()
    desk.background.finish()
    assert desk.progress.sentence == "9 van 9 klaar."
    assert len(desk.studio.asked) == len(set(desk.studio.asked)) == TEXTS


def test_a_voice_that_is_not_there_says_so_and_can_be_tried_again(desk: Desk) -> None:
    desk.render(engine="piper")
    assert desk.progress.phase is Phase.STOPPED
    assert desk.progress.sentence == "0 van 9 klaar. Gestopt: Piper is niet geïnstalleerd."


def test_a_mistake_of_ours_is_not_hidden_and_leaves_no_page_that_waits_for_ever(desk: Desk) -> None:
    def stumble(step: int) -> None:
        raise ZeroDivisionError

    desk.studio.before = stumble
    with pytest.raises(ZeroDivisionError):
        desk.render()
    assert desk.progress.phase is Phase.STOPPED
    desk.studio.before = lambda step: None
    desk.presenter.on_resume()
    assert desk.progress.phase is Phase.FINISHED


def test_a_pause_lets_the_clip_that_is_being_made_come_and_then_no_more(desk: Desk) -> None:
    desk.studio.before = lambda step: desk.presenter.on_pause() if step == 3 else None
    desk.render()
    assert desk.progress.phase is Phase.PAUSED
    assert desk.progress.sentence == "4 van 9 klaar. Het staat op pauze."
    assert len(desk.studio.asked) == 4


def test_after_a_pause_it_goes_on_with_the_same_rendering(desk: Desk) -> None:
    desk.studio.before = lambda step: desk.presenter.on_pause() if step == 3 else None
    desk.render()
    desk.presenter.on_resume()
    assert desk.progress.phase is Phase.FINISHED
    assert len(desk.studio.begun) == 1
    assert len(desk.studio.asked) == TEXTS


def test_who_changes_his_mind_before_the_clip_is_there_just_goes_on(desk: Desk) -> None:
    def change_mind(step: int) -> None:
        desk.presenter.on_pause()
        desk.presenter.on_resume()

    desk.studio.before = change_mind
    desk.render()
    assert desk.progress.phase is Phase.FINISHED
    assert len(desk.studio.asked) == TEXTS


def test_a_second_start_while_it_runs_changes_nothing() -> None:
    desk = in_steps()
    desk.presenter.on_render("gtts", frozenset())
    desk.presenter.on_render("espeak", frozenset())
    desk.rendering.finish()
    assert [engine for _, engine, _ in desk.studio.begun] == ["gtts"]


@pytest.mark.parametrize("go", ["leave", "deck", "record", "files"])
def test_leaving_pauses_says_so_and_coming_back_offers_to_go_on(desk: Desk, go: str) -> None:
    ways: dict[str, Callable[[], None]] = {
        "leave": desk.presenter.on_leave,
        "deck": lambda: desk.presenter.on_deck("riool"),
        "record": lambda: desk.presenter.on_record([]),
        "files": desk.presenter.on_bring_in,
    }
    desk.studio.before = lambda step: ways[go]() if step == 1 else None
    desk.render()
    assert desk.notices == ["De stem voor Dak staat op pauze: 1 van 9 klaar."]
    assert len(desk.studio.asked) == 2
    desk.choose("dak")
    desk.open()
    assert desk.progress.phase is Phase.PAUSED
    assert desk.progress.sentence == "2 van 9 klaar. Het staat op pauze."


def test_a_deck_that_is_on_pause_does_not_show_on_the_page_of_another(desk: Desk) -> None:
    desk.studio.before = lambda step: desk.presenter.on_deck("riool") if step == 1 else None
    desk.render()
    assert desk.view.making[-1] is None
    assert {line.term.id for line in desk.shown} == {"buis"}


def test_what_is_finished_is_not_shown_again_when_the_page_opens_again(desk: Desk) -> None:
    desk.render()
    desk.presenter.on_leave()
    desk.open()
    assert desk.view.making[-1] is None
    assert desk.notices == []


def test_closing_the_program_begins_no_more_clips(desk: Desk) -> None:
    desk.studio.before = lambda step: desk.presenter.close() if step == 2 else None
    desk.render()
    assert len(desk.studio.asked) == 3
    assert desk.notices == []


def test_the_time_left_follows_from_the_pace_of_what_was_really_made(desk: Desk) -> None:
    desk.clips.voices = {line.utterance: RECORDED for line in desk.shown[:2]}
    desk.open()

    def take_a_minute(step: int) -> None:
        desk.now += 60 if step >= 2 else 0

    desk.studio.before = take_a_minute
    desk.render(Only.WORSE)
    sentences = [progress.sentence for progress in desk.view.making if progress and progress.phase is Phase.RUNNING]
    assert sentences[0] == "Even geduld, de stem begint."
    assert "4 van 9" in sentences
    assert "5 van 9, nog ongeveer 4 minuten" in sentences
    assert "8 van 9, nog ongeveer 1 minuut" in sentences


def test_a_pause_does_not_count_as_slowness(desk: Desk) -> None:
    def pause(step: int) -> None:
        desk.now += 60
        if step == 4:
            desk.presenter.on_pause()

    desk.studio.before = pause
    desk.render()
    desk.now += 100_000
    shown = len(desk.view.making)
    desk.presenter.on_resume()
    assert any("6 van 9, nog ongeveer 3 minuten" in progress.sentence for progress in desk.view.making[shown:] if progress)


@pytest.mark.parametrize(
    ("voice", "title"),
    [
        ("", "computerstem live"),
        ("espeak", "computerstem"),
        ("gtts", "Google"),
        ("piper:nl_NL-mls-medium", "Piper: nl_NL-mls-medium"),
        (RECORDED, "opname van een mens"),
    ],
)
def test_every_voice_has_a_name_that_people_know(voice: str, title: str) -> None:
    assert voice_title(voice) == title


@pytest.mark.parametrize(
    ("state", "voice", "expected"),
    [
        (State.HAS_CLIP, RECORDED, Verdict.GOOD),
        (State.HAS_CLIP, "gtts", Verdict.GOOD),
        (State.HAS_CLIP, "espeak", Verdict.COMPUTER),
        (State.LIVE, "", Verdict.COMPUTER),
        (State.STALE, "", Verdict.STALE),
    ],
)
def test_a_text_is_good_only_with_a_natural_voice_that_says_it_now(state: State, voice: str, expected: Verdict) -> None:
    assert verdict(Line(ROOF.terms[0], Utterance("de helm"), state, voice)) is expected
