from collections.abc import Sequence

import pytest
from screen_fakes import Later, RecordingSpeaker

from beroepentaal.classroom.ports import Part, Utterance, said
from beroepentaal.decks import About, Deck, Kind, Step, Term
from beroepentaal.ui.trainee.words.compounds import SOFT_HYPHEN, breakable, vocabulary
from beroepentaal.ui.trainee.words.presenter import MORE, Level, Listing, StepChoice, Word, WordsPresenter

STEPS = (Step("veilig", "Veilig werken"), Step("dak", "Op het dak"), Step("leeg", "Nog niets"))
ABOUT = About("klus", "Klus", "klus", 1, (), "GPL-3.0-or-later", "", {"ar": False, "tr": True}, STEPS)


def term(name: str, step: str, core: int | None = None, picture: str = "", gloss: str = "") -> Term:
    glosses = {"ar": gloss, "tr": gloss} if gloss else {}
    article, kind = ("", Kind.VERB) if name.endswith("en") else ("de", Kind.NOUN)
    sentence, chunk = f"Pak de {name}.", f"Pak {name}!"
    return Term(
        name, name, article, f"{name}s", kind, step, name == "helm", core, "Iets.", sentence, chunk, "", picture, glosses
    )


DECK = Deck(
    ABOUT,
    (
        term("dakgoot", "dak"),
        term("dakpan", "dak", 3, "dakpan.svg"),
        term("tillen", "veilig"),
        term("ladder", "veilig", 2, "ladder.svg", "سلم"),
        term("helm", "veilig", 1),
        term("schroef", "dak"),
    ),
)
OTHER = Deck(About("keuken", "Keuken", "keuken", 1, (), "", "", {}, (Step("koken", "Koken"),)), (term("pan", "koken", 1),))


class RecordingView:
    def __init__(self) -> None:
        self.decks: list[tuple[str, Sequence[StepChoice]]] = []
        self.listings: list[Listing] = []
        self.words: list[Word] = []
        self.returned: list[Term] = []

    def show_deck(self, deck: str, steps: Sequence[StepChoice]) -> None:
        self.decks.append((deck, steps))

    def show_listing(self, listing: Listing) -> None:
        self.listings.append(listing)

    def show_word(self, word: Word) -> None:
        self.words.append(word)

    def show_grid(self, term: Term) -> None:
        self.returned.append(term)


class Dictionary:
    """The presenter with everything around it, its index built unless the test says later."""

    def __init__(self, language: str = "ar", *, ready: bool = True) -> None:
        self.view, self.speaker, self.background = RecordingView(), RecordingSpeaker(), Later()
        self.left = 0
        self.presenter = WordsPresenter(self.view, self.speaker, self.background, self._on_left)
        self.presenter.open(DECK, language, {"helm": 0.97, "ladder": 0.4, "tillen": 0.0})
        if ready:
            self.background.finish()

    def _on_left(self) -> None:
        self.left += 1

    @property
    def shown(self) -> list[tuple[str, list[str]]]:
        listing = self.view.listings[-1]
        return [(section.title, [card.term.id for card in section.cards]) for section in listing.sections]

    @property
    def word(self) -> Word:
        return self.view.words[-1]

    def tap(self, name: str) -> None:
        self.presenter.on_term(DECK.by_id[name])


@pytest.fixture
def dictionary() -> Dictionary:
    return Dictionary()


def test_the_core_comes_first_in_its_order_and_then_the_other_words_by_step(dictionary: Dictionary) -> None:
    assert dictionary.shown == [("", ["helm", "ladder", "dakpan"]), (MORE, ["tillen", "dakgoot", "schroef"])]


def test_all_words_are_there_before_the_search_is_ready() -> None:
    dictionary = Dictionary(ready=False)
    assert [names for _, names in dictionary.shown] == [["helm", "ladder", "dakpan"], ["tillen", "dakgoot", "schroef"]]


def test_each_step_with_words_is_offered_with_the_first_picture_of_its_core(dictionary: Dictionary) -> None:
    assert dictionary.view.decks == [
        ("klus", (StepChoice("veilig", "Veilig werken", "ladder.svg"), StepChoice("dak", "Op het dak", "dakpan.svg")))
    ]


def test_a_tile_tells_how_well_its_word_is_known(dictionary: Dictionary) -> None:
    cards = {card.term.id: card for section in dictionary.view.listings[-1].sections for card in section.cards}
    assert cards["helm"].level is Level.KNOWN
    assert (cards["ladder"].level, cards["ladder"].recall) == (Level.LEARNING, 0.4)
    assert cards["tillen"].level is Level.LEARNING
    assert cards["schroef"].level is Level.NEW


def test_a_step_shows_its_own_words_and_says_its_name(dictionary: Dictionary) -> None:
    dictionary.presenter.on_step("dak")
    assert dictionary.shown == [("Op het dak", ["dakpan"]), (MORE, ["dakgoot", "schroef"])]
    assert dictionary.view.listings[-1].step == "dak"
    assert dictionary.speaker.said == ["Op het dak"]


def test_all_words_come_back_after_a_step(dictionary: Dictionary) -> None:
    dictionary.presenter.on_step("dak")
    dictionary.presenter.on_step("")
    assert [len(names) for _, names in dictionary.shown] == [3, 3]


def test_a_search_shows_the_best_first_without_headings(dictionary: Dictionary) -> None:
    dictionary.presenter.on_search("dak")
    assert dictionary.shown == [("", ["dakpan", "dakgoot"])]
    assert dictionary.view.listings[-1].search == "dak"


def test_the_own_language_is_searched(dictionary: Dictionary) -> None:
    dictionary.presenter.on_search("سُلَّم")
    assert dictionary.shown == [("", ["ladder"])]


def test_a_search_looks_in_the_whole_deck_whatever_step_was_chosen(dictionary: Dictionary) -> None:
    dictionary.presenter.on_step("dak")
    dictionary.presenter.on_search("helm")
    assert dictionary.shown == [("", ["helm"])]
    assert dictionary.view.listings[-1].step == ""


def test_what_is_not_in_the_deck_gives_an_empty_listing(dictionary: Dictionary) -> None:
    dictionary.presenter.on_search("xylofoon")
    assert dictionary.shown == []


def test_an_emptied_search_shows_all_words_again(dictionary: Dictionary) -> None:
    dictionary.presenter.on_search("dak")
    dictionary.presenter.on_search(" ")
    assert [len(names) for _, names in dictionary.shown] == [3, 3]


def test_what_was_typed_too_early_is_searched_as_soon_as_it_can_be() -> None:
    dictionary = Dictionary(ready=False)
    dictionary.presenter.on_search("hel")
    dictionary.presenter.on_search("helm")
    assert len(dictionary.view.listings) == 1
    dictionary.background.finish()
    assert dictionary.shown == [("", ["helm"])]


def test_a_step_that_is_chosen_meanwhile_is_not_undone_by_the_search() -> None:
    dictionary = Dictionary(ready=False)
    dictionary.presenter.on_search("helm")
    dictionary.presenter.on_step("dak")
    dictionary.background.finish()
    assert dictionary.view.listings[-1].step == "dak"


def test_the_search_of_another_deck_that_comes_late_is_not_used() -> None:
    dictionary = Dictionary(ready=False)
    dictionary.presenter.open(OTHER, "", {})
    dictionary.presenter.on_search("pan")
    dictionary.background.finish()
    assert dictionary.shown == [("", ["pan"])]


def test_a_tapped_word_opens_and_is_heard(dictionary: Dictionary) -> None:
    dictionary.tap("ladder")
    assert dictionary.word.card.term.id == "ladder"
    assert dictionary.word.deck == "klus"
    assert dictionary.speaker.said == ["de ladder"]


def test_the_translation_is_that_of_the_own_language_with_whether_it_was_checked() -> None:
    for language, gloss, is_checked in (("ar", "سلم", False), ("tr", "سلم", True), ("nl", "", False)):
        dictionary = Dictionary(language)
        dictionary.tap("ladder")
        assert (dictionary.word.gloss, dictionary.word.gloss_is_checked) == (gloss, is_checked)


def test_one_goes_from_word_to_word_through_the_headings_and_stops_at_the_ends(dictionary: Dictionary) -> None:
    dictionary.tap("dakpan")
    dictionary.presenter.on_next()
    assert dictionary.word.card.term.id == "tillen"
    for _ in range(9):
        dictionary.presenter.on_next()
    assert dictionary.word.card.term.id == "schroef"
    assert (dictionary.word.has_previous, dictionary.word.has_next) == (True, False)
    for _ in range(9):
        dictionary.presenter.on_previous()
    assert dictionary.word.card.term.id == "helm"
    assert (dictionary.word.has_previous, dictionary.word.has_next) == (False, True)


def test_the_next_word_is_the_next_of_what_was_found(dictionary: Dictionary) -> None:
    dictionary.presenter.on_search("dak")
    dictionary.tap("dakpan")
    dictionary.presenter.on_next()
    assert dictionary.word.card.term.id == "dakgoot"
    assert not dictionary.word.has_next


def test_back_leads_to_the_grid_as_it_was_with_the_last_word_in_sight(dictionary: Dictionary) -> None:
    dictionary.presenter.on_search("dak")
    listings = len(dictionary.view.listings)
    dictionary.tap("dakpan")
    dictionary.presenter.on_next()
    dictionary.presenter.on_back()
    assert dictionary.view.returned == [DECK.by_id["dakgoot"]]
    assert len(dictionary.view.listings) == listings
    assert dictionary.speaker.said[-1] == "(stop)"


def test_whatever_has_a_loudspeaker_is_heard(dictionary: Dictionary) -> None:
    helm = DECK.by_id["helm"]
    for utterance in (said("klus", helm, slow=True), said("klus", helm, Part.CHUNK), Utterance(helm.plural)):
        dictionary.presenter.on_say(utterance)
    assert dictionary.speaker.said == ["de helm", "Pak helm!", "helms"]


def test_leaving_is_silent(dictionary: Dictionary) -> None:
    dictionary.presenter.on_leave()
    assert (dictionary.left, dictionary.speaker.said) == (1, ["(stop)"])


def test_opened_again_it_begins_anew(dictionary: Dictionary) -> None:
    dictionary.presenter.on_search("dak")
    dictionary.presenter.open(DECK, "ar", {})
    dictionary.background.finish()
    assert [len(names) for _, names in dictionary.shown] == [3, 3]
    assert dictionary.view.listings[-1].search == ""


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("de wegwerphandschoen", "de wegwerp-handschoen"),
        ("het schoonmaakmiddel", "het schoon-maak-middel"),
        ("de accuboormachine", "de accu-boormachine"),
        ("het draagvermogen", "het draagvermogen"),
        ("de Aardappelschilmachine", "de Aardappelschil-machine"),
        ("handen wassen", "handen wassen"),
    ],
)
def test_a_long_word_may_be_broken_only_before_a_word_that_it_ends_in(text: str, broken: str) -> None:
    words = frozenset(("handschoen", "middel", "machine", "boormachine", "accu", "maak", "ogen", "wassen"))
    assert breakable(text, words).replace(SOFT_HYPHEN, "-") == broken


def test_the_parts_of_words_are_those_that_the_deck_itself_uses() -> None:
    assert {"dakgoot", "ladder", "ladders", "iets"} <= vocabulary(DECK.terms)
    assert "de" not in vocabulary(DECK.terms)
