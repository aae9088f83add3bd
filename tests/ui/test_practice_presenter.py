import random

import pytest
from screen_fakes import Later, MemoryLog, RecordingSpeaker

from beroepentaal.classroom.ports import Trainee
from beroepentaal.classroom.practise import Practice
from beroepentaal.classroom.school_day import SchoolDay
from beroepentaal.decks import About, Deck, Kind, Step, Term
from beroepentaal.learning.exercises import Form, Means
from beroepentaal.learning.memory import Rating
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
    return Term(name, name, "de", "", Kind.NOUN, "dak", False, number, "Iets.", f"Pak de {name}.", "", "", picture, glosses)


DECK = Deck(ABOUT, tuple(term(number) for number in range(1, len(NAMES) + 1)))


class RecordingView:
    def __init__(self) -> None:
        self.questions: list[Question] = []
        self.selected: list[Term] = []
        self.feedback: list[tuple[bool, Term]] = []
        self.revealed = 0

    def show_question(self, question: Question) -> None:
        self.questions.append(question)

    def show_selected(self, term: Term) -> None:
        self.selected.append(term)

    def show_revealed(self) -> None:
        self.revealed += 1

    def show_feedback(self, right: bool, chosen: Term) -> None:
        self.feedback.append((right, chosen))


class Table:
    """A presenter with everything around it."""

    def __init__(self, speaker: RecordingSpeaker | None = None) -> None:
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
        )
        self.practice = Practice(DECK, ANNA, self.log, SchoolDay(738_000, False), random.Random(1), MEANS)
        self.presenter.open(self.practice)

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


def test_a_session_ends_after_about_ten_minutes(table: Table) -> None:
    for _ in range(300):
        if table.finished:
            break
        table.answer(right=True)
    assert table.finished == [table.practice]
    assert 600 <= sum(review.seconds for review in table.log.kept) <= 800
