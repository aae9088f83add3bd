from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording_room import DECK, FULL, HEARING, NAMES, Room, a_line, lines, spoken

from beroepentaal.classroom.ports import Part, Take, Trouble
from beroepentaal.classroom.voicing import RECORDED, Line
from beroepentaal.ui.instructor.recording import wording
from beroepentaal.ui.instructor.recording.presenter import Phase, RecordingPresenter
from beroepentaal.ui.instructor.recording.session import Mark
from beroepentaal.ui.instructor.wording import NO_SOUND

UNHEARD = "De microfoon geeft geen geluid."


class Screen:
    def __init__(self) -> None:
        self.deck, self.sentence, self.time_left = "", "", ""
        self.phase = Phase.READY
        self.phases: list[Phase] = []
        self.marks: list[Mark] = []
        self.place = -1
        self.text = ""
        self.levels: list[float] = []
        self.take: Take | None = None
        self.end: list[str] = []

    def show_lines(self, deck: str, lines: Sequence[Line]) -> None:
        self.deck, self.marks = deck, [Mark.TO_DO] * len(lines)

    def mark(self, index: int, mark: Mark) -> None:
        self.marks[index] = mark

    def show_line(self, index: int, line: Line) -> None:
        self.place, self.text = index, line.utterance.text

    def show_phase(self, phase: Phase, sentence: str) -> None:
        self.phase, self.sentence = phase, sentence
        self.phases.append(phase)

    def show_level(self, level: float) -> None:
        self.levels.append(level)

    def show_take(self, take: Take | None) -> None:
        self.take = take

    def show_time_left(self, sentence: str) -> None:
        self.time_left = sentence

    def show_end(self, sentence: str, skipped: Sequence[str]) -> None:
        self.phase, self.sentence, self.end = Phase.END, sentence, list(skipped)


class Booth(Room):
    """Someone records at the page."""

    def __init__(self, wanted: Sequence[Line] = tuple(lines(3)), with_microphone: bool = True) -> None:
        super().__init__()
        self.screen = Screen()
        self.microphone.is_available = with_microphone
        self.presenter = RecordingPresenter(
            self.screen,
            self.microphone,
            HEARING,
            self.clips,
            self.speaker,
            self.background,
            self.notices.append,
            self.leave,
            lambda: self.now,
        )
        self.presenter.open(DECK, wanted)

    def say(self, word: str, trouble: Trouble | None = None) -> None:
        """Into the microphone that was opened, until all that comes of it is done."""
        self.microphone.hear(spoken(word, trouble))
        self.background.finish()

    def record(self, word: str, trouble: Trouble | None = None) -> None:
        self.presenter.on_space()
        self.say(word, trouble)


@pytest.fixture
def booth() -> Booth:
    return Booth()


def test_the_first_text_waits_for_the_space_bar(booth: Booth) -> None:
    assert (booth.screen.deck, booth.screen.text, booth.screen.phase) == ("Dakdekker", "de helm", Phase.READY)
    assert booth.screen.sentence == "Druk op de spatiebalk en zeg het woord."
    assert booth.microphone.calls == []


def test_a_sentence_is_asked_for_as_a_sentence() -> None:
    booth = Booth([a_line("helm", Part.SENTENCE)])
    assert booth.screen.text == "Pak de helm."
    assert booth.screen.sentence == "Druk op de spatiebalk en zeg de zin."


def test_a_word_is_read_and_kept_as_people_write_it() -> None:
    booth = Booth([a_line("wisselstroom")])
    assert booth.screen.text == "de wisselstroom"
    booth.record("wisselstroom")
    assert booth.clips.kept == [("de wisselstroom", "wisselstroom", RECORDED)]


def test_speak_now_is_not_said_before_the_microphone_hears(booth: Booth) -> None:
    booth.presenter.on_space()
    assert (booth.screen.phase, booth.screen.sentence) == (Phase.OPENING, "Wacht…")
    booth.microphone.get_ready()
    booth.microphone.feel(0.6)
    assert (booth.screen.phase, booth.screen.sentence) == (Phase.LISTENING, "Spreek nu")
    assert booth.screen.levels == [0.6]


def test_the_loudspeaker_is_silent_before_the_microphone_listens(booth: Booth) -> None:
    booth.presenter.on_listen()
    booth.presenter.on_space()
    assert booth.speaker.said[-2:] == ["(stop)", "(record)"]


def test_nothing_is_heard_while_the_microphone_listens(booth: Booth) -> None:
    booth.presenter.on_space()
    booth.microphone.get_ready()
    booth.speaker.said.clear()
    booth.presenter.on_listen()
    assert booth.speaker.said == []


def test_a_good_recording_is_kept_heard_once_and_ticked(booth: Booth) -> None:
    booth.record("helm")
    assert booth.clips.kept == [("de helm", "helm", RECORDED)]
    assert booth.played == ["helm"]
    assert booth.screen.marks == [Mark.RECORDED, Mark.TO_DO, Mark.TO_DO]
    assert (booth.screen.phase, booth.screen.take is not None) == (Phase.KEPT, True)
    assert "(forget)" in booth.speaker.said


def test_one_press_a_word(booth: Booth) -> None:
    for word in ("helm", "ladder", "wisselstroom"):
        booth.record(word)
    assert [said for _, said, _ in booth.clips.kept] == ["helm", "ladder", "wisselstroom"]
    booth.presenter.on_space()
    assert (booth.screen.phase, booth.screen.sentence) == (Phase.END, "Klaar: 3 opnamen.")


def test_space_ends_a_recording_in_a_noisy_room(booth: Booth) -> None:
    booth.presenter.on_space()
    booth.presenter.on_space()
    assert booth.microphone.stopped == 0, "it does not hear yet"
    booth.microphone.get_ready()
    booth.presenter.on_space()
    assert booth.microphone.stopped == 1


@pytest.mark.parametrize("trouble", Trouble)
def test_a_recording_that_is_no_use_is_not_kept_and_space_says_it_again(booth: Booth, trouble: Trouble) -> None:
    booth.record("helm", trouble)
    assert (booth.screen.phase, booth.screen.sentence) == (Phase.TROUBLE, wording.TROUBLES[trouble])
    assert booth.clips.kept == []
    assert booth.screen.marks[0] is Mark.TO_DO
    booth.record("helm")
    assert booth.clips.kept == [("de helm", "helm", RECORDED)]


def test_what_is_too_soft_is_heard_too_but_silence_is_not(booth: Booth) -> None:
    booth.record("zacht", Trouble.TOO_QUIET)
    booth.record("niets", Trouble.NOTHING_HEARD)
    assert booth.played == ["zacht"]


def test_space_before_it_is_on_disk_waits_for_the_disk_and_then_goes_on(booth: Booth) -> None:
    booth.presenter.on_space()
    booth.microphone.hear(spoken("helm"))
    booth.presenter.on_space()
    assert (booth.screen.place, booth.clips.kept) == (0, [])
    booth.background.finish()
    assert len(booth.clips.kept) == 1
    assert (booth.screen.place, booth.screen.phase) == (1, Phase.OPENING)
    assert booth.played == [], "the next word is being said"


def test_no_key_loses_a_recording_that_is_not_yet_on_disk(booth: Booth) -> None:
    handlers = (booth.presenter.on_again, booth.presenter.on_next, booth.presenter.on_previous, booth.presenter.on_leave)
    for count, press in enumerate(handlers, 1):
        booth.presenter.open(DECK, lines(3))
        booth.presenter.on_space()
        booth.microphone.hear(spoken("helm"))
        press()
        booth.background.finish()
        assert len(booth.clips.kept) == count


def test_going_on_does_not_pass_over_a_recording_that_is_no_use(booth: Booth) -> None:
    booth.presenter.on_space()
    booth.microphone.hear(spoken("helm", Trouble.TOO_LOUD))
    booth.presenter.on_space()
    booth.background.finish()
    assert (booth.screen.place, booth.screen.phase) == (0, Phase.TROUBLE)


def test_again_records_over_it(booth: Booth) -> None:
    booth.record("hlem")
    booth.presenter.on_again()
    booth.say("helm")
    assert [said for _, said, _ in booth.clips.kept] == ["hlem", "helm"]
    assert booth.screen.place == 0


def test_a_slip_of_the_tongue_is_forgotten_when_one_begins_again(booth: Booth) -> None:
    booth.presenter.on_space()
    booth.microphone.get_ready()
    slip = booth.microphone.calls[-1]
    booth.presenter.on_again()
    slip[2](spoken("hlem"))
    slip[3](UNHEARD)
    booth.say("helm")
    assert [said for _, said, _ in booth.clips.kept] == ["helm"]


def test_one_hears_back_what_was_recorded_and_before_it_how_it_sounds_now(booth: Booth) -> None:
    booth.presenter.on_listen()
    assert booth.speaker.said[-1] == "de helm"
    booth.record("helm")
    booth.presenter.on_listen()
    assert booth.played == ["helm", "helm"]
    booth.presenter.on_next()
    booth.presenter.on_listen()
    assert booth.speaker.said[-1] == "de ladder"


def test_without_loudspeaker_one_records_all_the_same_and_is_told_when_one_wants_to_hear(booth: Booth) -> None:
    booth.speaker.is_available = False
    booth.record("helm")
    assert (len(booth.clips.kept), booth.notices) == (1, [])
    booth.presenter.on_listen()
    assert (booth.played, booth.notices) == ([], [NO_SOUND])


def test_a_full_disk_is_said_and_space_keeps_the_same_recording_again(booth: Booth) -> None:
    booth.clips.full = True
    booth.record("helm")
    assert (booth.screen.phase, booth.screen.sentence) == (Phase.NOT_KEPT, FULL)
    assert booth.screen.marks[0] is Mark.TO_DO
    booth.presenter.on_space()
    booth.background.finish()
    assert booth.screen.phase is Phase.NOT_KEPT
    booth.clips.full = False
    booth.presenter.on_space()
    booth.background.finish()
    assert booth.clips.kept == [("de helm", "helm", RECORDED)]
    assert len(booth.microphone.calls) == 1
    assert booth.screen.marks[0] is Mark.RECORDED


def test_a_full_disk_stops_who_was_leaving(booth: Booth) -> None:
    booth.clips.full = True
    booth.presenter.on_space()
    booth.microphone.hear(spoken("helm"))
    booth.presenter.on_leave()
    booth.background.finish()
    assert (booth.left, booth.screen.sentence) == (0, FULL)
    booth.presenter.on_leave()
    assert booth.left == 1


def test_who_insists_on_leaving_leaves_and_hears_afterwards_that_the_disk_was_full(booth: Booth) -> None:
    booth.clips.full = True
    booth.presenter.on_space()
    booth.microphone.hear(spoken("helm"))
    booth.background.waiting.pop(0)()
    booth.presenter.on_leave()
    booth.presenter.on_leave()
    assert booth.left == 1
    booth.background.finish()
    assert booth.notices == [FULL]


def test_a_recording_that_is_kept_after_one_left_ticks_nothing_of_the_next_session(booth: Booth) -> None:
    booth.presenter.on_space()
    booth.microphone.hear(spoken("helm"))
    booth.background.waiting.pop(0)()
    booth.presenter.on_leave()
    booth.presenter.on_leave()
    booth.presenter.open(DECK, [a_line("nok")])
    booth.background.finish()
    assert len(booth.clips.kept) == 1
    assert (booth.screen.marks, booth.screen.phase) == ([Mark.TO_DO], Phase.READY)


def test_what_one_wanted_before_the_disk_was_full_is_asked_anew(booth: Booth) -> None:
    booth.clips.full = True
    booth.presenter.on_space()
    booth.microphone.hear(spoken("helm"))
    booth.presenter.on_next()
    booth.background.finish()
    booth.clips.full = False
    booth.presenter.on_space()
    booth.background.finish()
    assert (booth.screen.place, booth.screen.phase) == (0, Phase.KEPT)


def test_skipping_again_at_the_end_passes_over_what_is_recorded(booth: Booth) -> None:
    booth.presenter.on_next()
    booth.record("ladder")
    booth.presenter.on_next()
    booth.presenter.on_next()
    booth.presenter.on_choose(0)
    booth.presenter.on_next()
    assert booth.screen.place == 2


def test_skipped_words_can_be_recorded_at_the_end(booth: Booth) -> None:
    booth.presenter.on_next()
    booth.record("ladder")
    booth.presenter.on_next()
    booth.presenter.on_next()
    assert booth.screen.sentence == "Klaar: 1 opname. 2 overgeslagen."
    assert booth.screen.end == ["de helm", "de wisselstroom"]
    assert booth.screen.marks == [Mark.SKIPPED, Mark.RECORDED, Mark.SKIPPED]
    booth.record("helm")
    booth.record("wisselstroom")
    booth.presenter.on_space()
    assert (booth.screen.sentence, booth.screen.end) == ("Klaar: 3 opnamen.", [])


def test_skipping_ends_the_listening(booth: Booth) -> None:
    booth.presenter.on_space()
    booth.microphone.get_ready()
    late = booth.microphone.calls[-1]
    booth.presenter.on_next()
    late[2](spoken("helm"))
    booth.background.finish()
    assert booth.microphone.stopped == 1
    assert (booth.screen.place, booth.screen.phase, booth.clips.kept) == (1, Phase.READY, [])


def test_back_and_forth_with_the_arrows_loses_no_tick(booth: Booth) -> None:
    booth.record("helm")
    booth.presenter.on_next()
    booth.presenter.on_previous()
    assert (booth.screen.place, booth.screen.sentence) == (0, wording.AGAIN)
    booth.presenter.on_previous()
    assert booth.screen.place == 0
    booth.presenter.on_next()
    assert booth.screen.marks == [Mark.RECORDED, Mark.TO_DO, Mark.TO_DO]
    assert booth.screen.place == 1


def test_after_mending_an_earlier_word_space_goes_to_what_is_still_to_do() -> None:
    booth = Booth(lines(4))
    for word in ("helm", "ladder", "wisselstroom"):
        booth.record(word)
    booth.presenter.on_choose(0)
    booth.record("helm")
    booth.presenter.on_space()
    assert booth.screen.place == 3


def test_what_a_person_recorded_before_is_marked_so() -> None:
    booth = Booth([a_line("helm", voice="gtts"), a_line("ladder", voice="opname"), a_line("nok", voice="juf Anna")])
    assert booth.screen.marks == [Mark.TO_DO, Mark.BEFORE, Mark.BEFORE]
    booth.presenter.on_choose(1)
    booth.record("ladder")
    assert booth.screen.marks[1] is Mark.RECORDED


def test_from_the_end_one_can_go_back_to_the_last_word(booth: Booth) -> None:
    booth.presenter.on_choose(2)
    booth.presenter.on_next()
    booth.presenter.on_next()
    booth.presenter.on_again()
    booth.presenter.on_listen()
    assert booth.screen.phase is Phase.END
    assert booth.microphone.calls == []
    booth.presenter.on_previous()
    assert (booth.screen.place, booth.screen.phase) == (2, Phase.READY)


def test_at_the_very_end_space_leads_back(booth: Booth) -> None:
    for word in ("helm", "ladder", "wisselstroom"):
        booth.record(word)
    booth.presenter.on_space()
    booth.presenter.on_space()
    assert (booth.left, booth.microphone.cancelled) == (1, 1)


def test_without_microphone_the_page_says_so_and_goes_on_when_there_is_one() -> None:
    booth = Booth(with_microphone=False)
    assert (booth.screen.phase, booth.screen.sentence) == (Phase.NO_MICROPHONE, wording.NO_MICROPHONE)
    booth.presenter.on_space()
    assert (booth.screen.phase, booth.microphone.calls) == (Phase.NO_MICROPHONE, [])
    booth.microphone.is_available = True
    booth.record("helm")
    assert len(booth.clips.kept) == 1


def test_a_microphone_that_is_pulled_out_says_why_and_the_word_can_be_said_again(booth: Booth) -> None:
    booth.presenter.on_space()
    booth.microphone.fail(UNHEARD)
    assert (booth.screen.phase, booth.screen.sentence) == (Phase.NO_MICROPHONE, UNHEARD)
    booth.record("helm")
    assert len(booth.clips.kept) == 1


def test_leaving_lets_go_of_the_microphone_and_is_silent(booth: Booth) -> None:
    booth.presenter.on_space()
    booth.microphone.get_ready()
    booth.presenter.on_leave()
    assert (booth.left, booth.microphone.cancelled) == (1, 1)
    assert booth.speaker.said[-1] == "(stop)"
    booth.microphone.end(spoken("helm"))
    booth.background.finish()
    assert booth.clips.kept == []


def test_after_five_words_their_pace_tells_how_long_the_rest_takes() -> None:
    booth = Booth(lines(8))
    for count, word in enumerate(NAMES[:6], 1):
        booth.now += 600 if count == 3 else 61  # a pause for coffee does not count
        booth.record(word)
        assert bool(booth.screen.time_left) == (count >= 5)
    assert booth.screen.time_left == "nog ongeveer 2 minuten"


def test_recording_anew_does_not_quicken_the_pace() -> None:
    booth = Booth(lines(8))
    for word in NAMES[:5]:
        booth.now += 60
        booth.record(word)
    for _ in range(9):
        booth.presenter.on_again()
        booth.say("omvormer")
    assert booth.screen.time_left == "nog ongeveer 3 minuten"


KEYS = ("space", "again", "listen", "next", "previous", "first", "last", "plug", "disk", "finish", "good", "loud", "fail")


@given(st.lists(st.sampled_from(KEYS), max_size=60))
def test_whatever_is_pressed_a_tick_means_that_the_recording_is_on_disk(keys: list[str]) -> None:
    booth = Booth()
    presenter = booth.presenter
    presses = {"first": lambda: presenter.on_choose(0), "last": lambda: presenter.on_choose(2)}
    for key in keys:
        if key == "plug":
            booth.microphone.is_available = not booth.microphone.is_available
        elif key == "disk":
            booth.clips.full = not booth.clips.full
        elif key == "finish":
            booth.background.finish()
        elif key in ("good", "loud", "fail"):
            if booth.screen.phase in (Phase.OPENING, Phase.LISTENING):
                booth.microphone.get_ready()
                ends = {"good": spoken("goed"), "loud": spoken("hard", Trouble.TOO_LOUD)}
                booth.microphone.end(ends[key]) if key in ends else booth.microphone.fail(UNHEARD)
        elif not booth.left:
            (presses.get(key) or getattr(presenter, f"on_{key}"))()
    booth.background.finish()
    on_disk = {text for text, _, _ in booth.clips.kept}
    ticked = {line.utterance.text for line, mark in zip(lines(3), booth.screen.marks, strict=True) if mark is Mark.RECORDED}
    assert ticked <= on_disk
    assert on_disk <= ticked or booth.left
    assert all(said == "goed" for _, said, _ in booth.clips.kept)
