import gc
import io
import os
import random
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from screen_fakes import FakeMicrophone, Later, MemoryLog, RecordingSpeaker

from beroepentaal.classroom.ports import Ear, Hearing, Sound, Take, Trainee, Trouble, Utterance
from beroepentaal.classroom.practise import Practice
from beroepentaal.classroom.school_day import SchoolDay
from beroepentaal.decks import About, Deck, Kind, Step, Term
from beroepentaal.learning.exercises import Exercise, Form, Means, Review
from beroepentaal.learning.memory import Rating
from beroepentaal.refusal import Refusal
from beroepentaal.ui.trainee.practice.own_voice import Listening, Saying
from beroepentaal.ui.trainee.practice.presenter import PracticePresenter, Question
from beroepentaal.ui.trainee.practice.view import FORMS

LANGUAGES = {"ar": False, "en": True}
ABOUT = About("dak", "Dak", "dak", 1, (), "GPL-3.0-or-later", "", LANGUAGES, (Step("dak", "Het dak"),))
ANNA = Trainee("a", "zon", 0, "ar", "dak")

MEANS = Means(forms=FORMS)
NAMES = ("helm", "ladder", "schroef", "nok", "omvormer", "kabel", "waterpas", "groep")


def term(number: int) -> Term:
    glosses = {"ar": "كلمة"} if number == 1 else {}
    name, picture = NAMES[number - 1], f"{number}.svg"
    return Term(
        name,
        name,
        "de",
        "",
        Kind.NOUN,
        "dak",
        False,
        number,
        "Iets.",
        f"Pak de {name}.",
        f"de {name} pakken",
        "",
        picture,
        glosses,
    )


DECK = Deck(ABOUT, tuple(term(number) for number in range(1, len(NAMES) + 1)))


class RecordingView:
    def __init__(self) -> None:
        self.questions: list[Question] = []
        self.selected: list[Term] = []
        self.feedback: list[tuple[bool, Term]] = []
        self.revealed = 0
        self.listening = Listening.IDLE
        self.levels: list[float] = []
        self.takes: tuple[Take | None, Take | None] = (None, None)
        self.told: list[Trouble | str] = []

    def show_question(self, question: Question) -> None:
        self.questions.append(question)

    def show_selected(self, term: Term) -> None:
        self.selected.append(term)

    def show_revealed(self) -> None:
        self.revealed += 1

    def show_feedback(self, right: bool, chosen: Term) -> None:
        self.feedback.append((right, chosen))

    def show_listening(self, listening: Listening) -> None:
        self.listening = listening

    def show_level(self, level: float) -> None:
        self.levels.append(level)

    def show_takes(self, model: Take | None, own: Take | None) -> None:
        self.takes = (model, own)

    def show_trouble(self, trouble: Trouble) -> None:
        self.told.append(trouble)

    def show_fault(self, sentence: str) -> None:
        self.told.append(sentence)


class PacedSpeaker(RecordingSpeaker):
    def say(self, *utterances: Utterance) -> None:
        self.said += [f"{each.text} (langzaam)" if each.slow else each.text for each in utterances]


class Voice(Sound):
    """A sound of which a test can tell whether anything still holds it."""


@dataclass
class Booth:
    """A PC with a microphone, and what comes out of it."""

    microphone: FakeMicrophone = field(default_factory=FakeMicrophone)
    trouble: Trouble | None = None
    mute: bool = False
    """There is no voice that can say the model."""
    models: list[str] = field(default_factory=list)

    @property
    def saying(self) -> Saying:
        return Saying(self.microphone, Hearing(self._new_ear, self._take_of, lambda _: 0.0), self._model)

    def _new_ear(self) -> Ear:
        raise NotImplementedError

    def _take_of(self, sound: Sound) -> Take:
        is_model = sound.samples.startswith(b"model")
        return Take(sound, (0.5,), (110.0,), None if is_model else self.trouble)

    def _model(self, utterance: Utterance) -> Sound:
        self.models.append(utterance.text)
        if self.mute:
            raise Refusal("Er is geen stem.")
        return Sound(b"model " + utterance.text.encode(), 24_000)


OWN = Sound(b"own", 24_000)


class Table:
    """A presenter with everything around it."""

    def __init__(self, speaker: RecordingSpeaker | None = None, saying: Saying | None = None) -> None:
        self.view, self.log, self.background = RecordingView(), MemoryLog(), Later()
        self.speaker = speaker or RecordingSpeaker()
        self.notices: list[str] = []
        self.finished: list[Practice] = []
        self.left: list[Practice] = []
        self.now = 0.0
        self.presenter = PracticePresenter(
            self.view,
            self.speaker,
            self.background,
            self.notices.append,
            lambda: self.now,
            self.finished.append,
            self.left.append,
            saying,
        )
        self.practice = self.begin()
        self.presenter.open(self.practice)

    def begin(self) -> Practice:
        return Practice(DECK, ANNA, self.log, SchoolDay(738_000, False), random.Random(1), MEANS)

    @property
    def question(self) -> Question:
        return self.view.questions[-1]

    def go_on(self) -> None:
        self.now += 10
        self.presenter.on_continue()
        self.background.finish()

    def reach(self, form: Form) -> None:
        """Answers rightly until that form is asked."""
        while self.question.exercise.form is not form:
            self.answer(right=True)

    def answer(self, right: bool) -> None:
        exercise = self.question.exercise
        if exercise.form is Form.PICTURE_SAY:
            self.go_on()
            self.presenter.on_knew(right)
            self.background.finish()
            return
        if exercise.form.has_choices:
            wrong = next(choice for choice in exercise.choices if choice.id != exercise.term.id)
            self.presenter.on_choose(exercise.term if right else wrong)
            if exercise.form is Form.PICTURE_CHOOSE_WORD:
                self.go_on()
        self.go_on()


@pytest.fixture
def table() -> Table:
    return Table()


def test_a_new_word_is_heard_with_its_sentence(table: Table) -> None:
    assert table.question.exercise.form is Form.MEET
    assert table.speaker.said == ["de helm", "Pak de helm."]


def test_the_translation_is_shown_in_the_own_language_and_marked_when_nobody_checked_it(table: Table) -> None:
    assert table.question.gloss == "كلمة"
    assert not table.question.gloss_is_checked


def test_a_word_without_translation_works_as_well(table: Table) -> None:
    table.go_on()
    assert table.question.exercise.term.id == "ladder"
    assert table.question.gloss == ""


def test_no_next_question_before_the_answer_is_on_disk(table: Table) -> None:
    table.presenter.on_continue()
    assert len(table.view.questions) == 1
    table.background.finish()
    assert len(table.log.kept) == 1
    assert len(table.view.questions) == 2


def test_an_impatient_trainee_who_presses_on_answers_only_once(table: Table) -> None:
    for _ in range(5):
        table.presenter.on_continue()
    table.background.finish()
    assert len(table.log.kept) == 1
    assert len(table.view.questions) == 2


def test_a_right_picture_counts_as_good_and_the_word_is_heard_again(table: Table) -> None:
    table.reach(Form.HEAR_CHOOSE_PICTURE)
    asked = table.question.exercise.term
    table.speaker.said.clear()
    table.presenter.on_choose(asked)
    table.background.finish()
    assert table.view.feedback == [(True, asked)]
    assert table.speaker.said == [asked.with_article]
    assert table.log.kept[-1].rating is Rating.GOOD


def test_a_wrong_picture_counts_as_again_and_the_right_word_is_heard(table: Table) -> None:
    table.reach(Form.HEAR_CHOOSE_PICTURE)
    asked = table.question.exercise.term
    chosen = next(choice for choice in table.question.exercise.choices if choice != asked)
    table.presenter.on_choose(chosen)
    table.background.finish()
    assert table.view.feedback == [(False, chosen)]
    assert table.speaker.said[-1] == asked.with_article
    assert table.log.kept[-1].rating is Rating.AGAIN


def test_a_second_choice_after_the_answer_changes_nothing(table: Table) -> None:
    table.reach(Form.HEAR_CHOOSE_PICTURE)
    kept = len(table.log.kept)
    for choice in table.question.exercise.choices:
        table.presenter.on_choose(choice)
    table.background.finish()
    assert len(table.view.feedback) == 1
    assert len(table.log.kept) == kept + 1


def test_spoken_words_can_all_be_heard_before_one_is_chosen(table: Table) -> None:
    table.reach(Form.PICTURE_CHOOSE_WORD)
    exercise = table.question.exercise
    kept, judged = len(table.log.kept), len(table.view.feedback)
    for choice in exercise.choices:
        table.presenter.on_choose(choice)
        assert table.speaker.said[-1] == choice.with_article
    assert table.view.selected == list(exercise.choices)
    assert len(table.log.kept) == kept
    assert len(table.view.feedback) == judged


def test_going_on_without_a_choice_does_nothing(table: Table) -> None:
    table.reach(Form.PICTURE_CHOOSE_WORD)
    shown, kept = len(table.view.questions), len(table.log.kept)
    table.go_on()
    assert (len(table.view.questions), len(table.log.kept)) == (shown, kept)


def test_the_word_to_say_is_heard_only_after_the_trainee_asks_for_it(table: Table) -> None:
    table.reach(Form.PICTURE_SAY)
    asked = table.question.exercise.term
    table.speaker.said.clear()
    table.presenter.on_replay()
    assert table.speaker.said == []
    table.presenter.on_continue()
    assert table.speaker.said == [asked.with_article]
    assert table.view.revealed == 1


def test_saying_is_judged_once_and_only_after_hearing(table: Table) -> None:
    table.reach(Form.PICTURE_SAY)
    kept = len(table.log.kept)
    table.presenter.on_knew(True)
    table.background.finish()
    assert len(table.log.kept) == kept
    table.presenter.on_continue()
    table.presenter.on_knew(False)
    table.presenter.on_knew(True)
    table.background.finish()
    assert [review.rating for review in table.log.kept[kept:]] == [Rating.AGAIN]


def test_the_answer_knows_how_long_it_took(table: Table) -> None:
    table.now += 7.5
    table.presenter.on_continue()
    table.background.finish()
    assert table.log.kept[-1].seconds == 7.5


def test_a_full_disk_is_said_and_the_question_stays_until_the_answer_is_kept(table: Table) -> None:
    table.log.full = True
    table.go_on()
    assert table.notices == ["Je antwoord is nog niet bewaard. De schijf is vol."]
    assert len(table.view.questions) == 1
    table.log.full = False
    table.go_on()
    assert len(table.log.kept) == 1
    assert len(table.view.questions) == 2


def test_without_sound_the_question_says_so_to_its_page() -> None:
    table = Table(RecordingSpeaker(is_available=False))
    assert not table.question.with_sound


def test_stopping_in_the_middle_goes_home_and_keeps_what_was_answered(table: Table) -> None:
    table.presenter.on_continue()
    table.presenter.on_leave()
    table.background.finish()
    assert table.left == [table.practice]
    assert len(table.log.kept) == 1


def test_a_word_is_said_slowly_wherever_it_may_be_heard() -> None:
    table = Table(PacedSpeaker())
    table.presenter.on_slow()
    assert table.speaker.said[-1] == "de helm (langzaam)"
    table.reach(Form.HEAR_CHOOSE_PICTURE)
    asked = table.question.exercise.term
    table.presenter.on_slow()
    assert table.speaker.said[-1] == f"{asked.with_article} (langzaam)"


def test_slowly_gives_no_answer_away_either() -> None:
    table = Table(PacedSpeaker())
    table.reach(Form.PICTURE_CHOOSE_WORD)
    table.speaker.said.clear()
    table.presenter.on_slow()
    assert table.speaker.said == []
    chosen = table.question.exercise.choices[0]
    table.presenter.on_choose(chosen)
    table.presenter.on_slow()
    assert table.speaker.said == [chosen.with_article, f"{chosen.with_article} (langzaam)"]
    table.reach(Form.PICTURE_SAY)
    table.speaker.said.clear()
    table.presenter.on_slow()
    assert table.speaker.said == []
    table.presenter.on_continue()
    table.presenter.on_slow()
    assert table.speaker.said[-1] == f"{table.question.exercise.term.with_article} (langzaam)"


def test_what_one_says_at_work_with_a_new_word_can_be_heard(table: Table) -> None:
    table.presenter.on_chunk()
    assert table.speaker.said[-1] == "de helm pakken"


class Speaking:
    """A practice that asks nothing but to say words, without the plan that takes time to make."""

    answered, keep = Practice.answered, Practice.keep
    deck, trainee, today, done = DECK, ANNA, SchoolDay(738_000, False), 0.0

    def __init__(self, log: MemoryLog) -> None:
        self._log = log

    def advance(self, review: Review) -> None:
        """The next word follows from the log."""

    def next(self) -> Exercise:
        return Exercise(Form.PICTURE_SAY, DECK.core[len(self._log.kept) % len(DECK.core)])


class SpeakingTable(Table):
    """Stands at a word that is to be said."""

    def __init__(self, booth: Booth | None = None, speaker: RecordingSpeaker | None = None) -> None:
        self.booth = booth or Booth()
        super().__init__(speaker, self.booth.saying)
        self.speaker.said.clear()

    def begin(self) -> Practice:
        return cast("Practice", Speaking(self.log))

    @property
    def word(self) -> str:
        return self.question.exercise.term.with_article

    @property
    def model(self) -> Sound:
        return Sound(b"model " + self.word.encode(), 24_000)

    def speak(self, sound: Sound = OWN) -> None:
        self.presenter.on_speak()
        self.booth.microphone.hear(sound)
        self.background.finish()

    def judge(self, knew: bool = True) -> None:
        self.presenter.on_knew(knew)
        self.background.finish()


@pytest.fixture
def speaking() -> SpeakingTable:
    return SpeakingTable()


def test_who_says_the_word_sees_it_and_hears_the_model_before_himself(speaking: SpeakingTable) -> None:
    assert speaking.question.with_microphone
    speaking.speak()
    assert speaking.view.revealed == 1
    assert speaking.speaker.played == [speaking.model, OWN]
    assert speaking.view.takes == (Take(speaking.model, (0.5,), (110.0,), None), Take(OWN, (0.5,), (110.0,), None))
    assert speaking.view.told == []


def test_the_page_shows_when_to_wait_when_to_speak_and_how_loud_it_is(speaking: SpeakingTable) -> None:
    speaking.presenter.on_speak()
    assert speaking.view.listening is Listening.OPENING
    ready, level, done, _ = speaking.booth.microphone.calls[-1]
    ready()
    assert speaking.view.listening is Listening.HEARING
    level(0.7)
    assert speaking.view.levels == [0.7]
    done(OWN)
    assert speaking.view.listening is Listening.THINKING
    speaking.background.finish()
    assert speaking.view.listening is Listening.IDLE


def test_nothing_speaks_while_the_trainee_does(speaking: SpeakingTable) -> None:
    speaking.presenter.on_speak()
    assert speaking.speaker.said == ["(stop)"]
    speaking.presenter.on_text("Hoe heet dit?")
    assert speaking.view.listening is Listening.IDLE
    assert speaking.booth.microphone.cancelled
    assert speaking.view.revealed == 0


def test_both_voices_can_be_heard_again_as_they_are_seen(speaking: SpeakingTable) -> None:
    speaking.speak()
    speaking.speaker.played.clear()
    speaking.presenter.on_own()
    speaking.presenter.on_replay()
    assert speaking.speaker.played == [OWN, speaking.model]


def test_where_nothing_was_heard_the_word_stays_hidden_and_can_be_said_again(speaking: SpeakingTable) -> None:
    speaking.booth.trouble = Trouble.NOTHING_HEARD
    speaking.speak()
    assert speaking.view.told == [Trouble.NOTHING_HEARD]
    assert speaking.view.revealed == 0
    assert speaking.speaker.played == []
    speaking.booth.trouble = None
    speaking.speak()
    assert speaking.view.revealed == 1


@pytest.mark.parametrize("trouble", [Trouble.TOO_QUIET, Trouble.TOO_LOUD])
def test_too_soft_or_too_loud_is_told_and_the_word_is_shown_all_the_same(speaking: SpeakingTable, trouble: Trouble) -> None:
    speaking.booth.trouble = trouble
    speaking.speak()
    assert speaking.view.told == [trouble]
    assert speaking.view.revealed == 1
    assert speaking.speaker.played == [speaking.model, OWN]


def test_a_microphone_that_fails_is_told_and_holds_nobody_up(speaking: SpeakingTable) -> None:
    speaking.presenter.on_speak()
    speaking.booth.microphone.calls[-1][3]("De microfoon geeft geen geluid.")
    assert speaking.view.told == ["De microfoon geeft geen geluid."]
    assert speaking.view.listening is Listening.IDLE
    kept = len(speaking.log.kept)
    speaking.go_on()
    assert speaking.view.revealed == 1
    assert speaking.speaker.said[-1] == speaking.word
    speaking.judge()
    assert len(speaking.log.kept) == kept + 1


def test_who_says_nothing_hears_the_word_and_judges_himself(speaking: SpeakingTable) -> None:
    speaking.presenter.on_continue()
    assert speaking.view.revealed == 1
    assert speaking.speaker.said == [speaking.word]
    assert speaking.booth.microphone.calls == []
    assert speaking.booth.models == []


def test_who_wants_to_hear_the_word_while_it_listens_hears_it(speaking: SpeakingTable) -> None:
    speaking.presenter.on_speak()
    speaking.booth.microphone.calls[-1][0]()
    speaking.go_on()
    assert speaking.view.revealed == 1
    assert speaking.view.listening is Listening.IDLE
    assert speaking.booth.microphone.cancelled


def test_a_second_press_ends_the_recording_and_before_it_has_begun_calls_it_off(speaking: SpeakingTable) -> None:
    microphone = speaking.booth.microphone
    speaking.presenter.on_speak()
    speaking.presenter.on_speak()
    assert speaking.view.listening is Listening.IDLE
    speaking.presenter.on_speak()
    microphone.calls[-1][0]()
    speaking.presenter.on_speak()
    assert microphone.stopped == 1
    assert len(microphone.calls) == 2


def test_impatience_loses_no_recording(speaking: SpeakingTable) -> None:
    speaking.presenter.on_speak()
    speaking.booth.microphone.hear(OWN)
    speaking.presenter.on_speak()
    speaking.background.finish()
    assert speaking.view.revealed == 1


def test_the_word_can_be_said_as_often_as_one_likes_and_is_judged_once(speaking: SpeakingTable) -> None:
    kept = len(speaking.log.kept)
    for attempt in (b"first", b"second"):
        speaking.speak(Sound(attempt, 24_000))
    assert speaking.view.revealed == 1
    assert speaking.speaker.played[-1] == Sound(b"second", 24_000)
    assert speaking.booth.models == [speaking.word]
    speaking.judge(False)
    assert [review.rating for review in speaking.log.kept[kept:]] == [Rating.AGAIN]


def test_an_earlier_attempt_is_gone_as_soon_as_another_begins(speaking: SpeakingTable) -> None:
    speaking.speak()
    speaking.speaker.played.clear()
    speaking.booth.trouble = Trouble.NOTHING_HEARD
    speaking.speak()
    speaking.presenter.on_own()
    assert speaking.speaker.played == []
    assert speaking.view.takes == (None, None)
    speaking.presenter.on_replay()
    assert speaking.speaker.said[-1] == speaking.word


def test_judging_counts_the_seconds_of_speaking_too(speaking: SpeakingTable) -> None:
    asked_at = speaking.now
    speaking.speak()
    speaking.now = asked_at + 9
    speaking.judge()
    assert speaking.log.kept[-1].seconds == 9.0


def test_who_judges_himself_while_it_listens_goes_on(speaking: SpeakingTable) -> None:
    speaking.go_on()
    shown = len(speaking.view.questions)
    speaking.presenter.on_speak()
    speaking.judge()
    assert speaking.view.listening is Listening.IDLE
    assert len(speaking.view.questions) == shown + 1


def test_what_is_heard_too_late_is_dropped(speaking: SpeakingTable) -> None:
    speaking.presenter.on_continue()
    speaking.presenter.on_speak()
    speaking.booth.microphone.hear(OWN)
    speaking.presenter.on_knew(True)
    speaking.background.finish()
    assert speaking.view.takes == (None, None)
    assert speaking.speaker.played == []


def test_where_no_voice_can_say_the_model_one_still_hears_oneself(speaking: SpeakingTable) -> None:
    speaking.booth.mute = True
    speaking.speak()
    assert speaking.view.revealed == 1
    assert speaking.speaker.said[-1] == speaking.word
    assert speaking.view.takes[0] is None
    speaking.presenter.on_own()
    assert speaking.speaker.played == [OWN]
    speaking.presenter.on_replay()
    assert speaking.speaker.said[-1] == speaking.word


def test_only_a_word_that_is_to_be_said_is_listened_to() -> None:
    booth = Booth()
    table = Table(saying=booth.saying)
    assert table.question.exercise.form is Form.MEET
    assert not table.question.with_microphone
    table.presenter.on_speak()
    assert booth.microphone.calls == []
    assert "(stop)" not in table.speaker.said


@pytest.mark.parametrize(("microphone", "sound"), [(False, True), (True, False)])
def test_without_microphone_or_sound_saying_is_as_it_was(microphone: bool, sound: bool) -> None:
    table = SpeakingTable(Booth(FakeMicrophone(is_available=microphone)), RecordingSpeaker(is_available=sound))
    assert not table.question.with_microphone
    table.presenter.on_speak()
    table.presenter.on_own()
    assert table.booth.microphone.calls == []
    table.go_on()
    assert table.view.revealed == 1


LEAVING: list[Callable[[SpeakingTable], Any]] = [SpeakingTable.judge, lambda table: table.presenter.on_leave()]


@pytest.mark.parametrize("leave", LEAVING, ids=["next question", "leaving"])
def test_a_voice_is_forgotten_with_its_question(speaking: SpeakingTable, leave: Callable[[SpeakingTable], Any]) -> None:
    sound = Voice(b"own", 24_000)
    held = weakref.ref(sound)
    speaking.speak(sound)
    cancelled = speaking.booth.microphone.cancelled
    speaking.speaker.played.clear()  # what a loudspeaker does too, with the next sound
    del sound
    assert held() is not None
    leave(speaking)
    gc.collect()
    assert held() is None
    assert speaking.booth.microphone.cancelled > cancelled
    assert speaking.view.takes == (None, None)


def test_a_voice_never_touches_the_disk(speaking: SpeakingTable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[object] = []
    monkeypatch.chdir(tmp_path)
    for module, name in ((io, "open"), (os, "open"), (Path, "open"), (Path, "write_bytes")):
        monkeypatch.setattr(module, name, lambda *arguments, **_: opened.append(arguments))
    monkeypatch.setattr("builtins.open", lambda *arguments, **_: opened.append(arguments))
    speaking.speak()
    speaking.presenter.on_own()
    speaking.judge()
    monkeypatch.undo()
    assert opened == []
    assert list(tmp_path.iterdir()) == []


PRESSES: dict[str, Callable[[SpeakingTable], Any]] = {
    "speak": lambda table: table.presenter.on_speak(),
    "hears": lambda table: table.view.listening is Listening.OPENING and table.booth.microphone.calls[-1][0](),
    "quiet": lambda table: table.view.listening is Listening.HEARING and table.booth.microphone.calls[-1][2](OWN),
    "fails": lambda table: table.view.listening is Listening.OPENING and table.booth.microphone.calls[-1][3]("Kapot."),
    "wait": lambda table: table.background.finish(),
    "continue": lambda table: table.presenter.on_continue(),
    "knew": lambda table: table.presenter.on_knew(True),
    "replay": lambda table: table.presenter.on_replay(),
    "slow": lambda table: table.presenter.on_slow(),
    "own": lambda table: table.presenter.on_own(),
    "text": lambda table: table.presenter.on_text("Hoe heet dit?"),
    "leave": lambda table: table.presenter.on_leave(),
}


@given(presses=st.lists(st.sampled_from(sorted(PRESSES)), max_size=25), trouble=st.sampled_from([None, *Trouble]))
def test_whatever_is_pressed_every_question_is_answered_once(presses: list[str], trouble: Trouble | None) -> None:
    table = SpeakingTable(Booth(trouble=trouble))
    kept, shown = len(table.log.kept), len(table.view.questions)
    for press in presses:
        PRESSES[press](table)
    table.presenter.on_leave()
    table.background.finish()
    assert table.view.takes == (None, None)
    assert table.view.listening is Listening.IDLE
    assert 0 <= len(table.log.kept) - kept - (len(table.view.questions) - shown) <= 1


def test_a_session_ends_after_about_ten_minutes(table: Table) -> None:
    for _ in range(300):
        if table.finished:
            break
        table.answer(right=True)
    assert table.finished == [table.practice]
    assert 600 <= sum(review.seconds for review in table.log.kept) <= 800
