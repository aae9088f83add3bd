"""Decides which words the dictionary shows, in which order, and what is heard."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from beroepentaal.classroom.ports import Utterance, said
from beroepentaal.decks import Deck, Term
from beroepentaal.decks.search import TermSearch, in_order
from beroepentaal.ui.ports import Background, Speaker
from beroepentaal.ui.trainee.words.compounds import breakable, vocabulary

KNOWN = 0.9
"""Chance of recall from which a word is shown as learned, as on the ring at home."""
MORE = "Nog meer woorden"


class Level(Enum):
    """How well a word is known."""

    NEW = auto()
    """Never met in practice."""
    LEARNING = auto()
    KNOWN = auto()


@dataclass(frozen=True, slots=True)
class Card:
    """A word on its tile."""

    term: Term
    word: str
    """With its article, and soft hyphens where it may be broken."""
    level: Level
    recall: float
    """0 to 1."""


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    """May be empty."""
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class StepChoice:
    id: str
    title: str
    picture: str
    """File name in the deck's pictures; empty where no word of the step has one."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What the grid shows and why."""

    sections: tuple[Section, ...]
    step: str
    """The step that was chosen; empty for the whole deck."""
    search: str
    """What was searched for; empty for no search."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with all that its page needs."""

    card: Card
    deck: str
    language: str
    gloss: str
    """In the trainee's language; may be empty."""
    gloss_is_checked: bool
    has_previous: bool
    has_next: bool


class WordsView(Protocol):
    def show_deck(self, deck: str, steps: Sequence[StepChoice]) -> None: ...
    def show_listing(self, listing: Listing) -> None:
        """Puts the grid on the screen, at its beginning."""

    def show_word(self, word: Word) -> None: ...
    def show_grid(self, term: Term) -> None:
        """Back from a word: the grid as it was, with that term in sight."""


class WordsPresenter:
    def __init__(self, view: WordsView, speaker: Speaker, background: Background, left: Callable[[], None]) -> None:
        self._view = view
        self._speaker = speaker
        self._background = background
        self._left = left
        self._deck: Deck
        self._language = ""
        self._search: TermSearch | None = None
        """None until it has been built."""
        self._cards: Mapping[str, Card] = {}
        """By term id, in the order of the whole deck."""
        self._text = ""
        self._shown: list[Card] = []
        """In the order of the grid."""
        self._place = 0
        """Of the word that has its page open, in what is shown."""

    def open(self, deck: Deck, language: str, known: Mapping[str, float]) -> None:
        """known: the chance of recall, 0 to 1, of each term that was met, by its id."""
        self._deck, self._language = deck, language
        self._search = None
        words = vocabulary(deck.terms)
        self._cards = {term.id: _card(term, breakable(term.with_article, words), known.get(term.id)) for term in in_order(deck)}
        self._text = ""
        self._view.show_deck(deck.id, _steps(deck))
        self._show_step("")
        self._background.run(lambda: TermSearch(deck), lambda search: self._on_indexed(deck, search), lambda _: None)

    def on_search(self, text: str) -> None:
        """Searches the whole deck, once it can; without text all words are there again."""
        self._text = text
        if not text.strip():
            self._show_step("")
        elif self._search:
            found = tuple(self._cards[term.id] for term in self._search.find(text, self._language))
            self._show(Listing((Section("", found),) if found else (), "", text))

    def on_step(self, step: str) -> None:
        """Shows the words of one step of the job and says its name; of the whole deck for an empty one."""
        self._text = ""
        self._show_step(step)
        if title := next((each.title for each in self._deck.about.steps if each.id == step), ""):
            self._speaker.say(Utterance(title))

    def on_term(self, term: Term) -> None:
        self._open_word([card.term.id for card in self._shown].index(term.id))

    def on_next(self) -> None:
        if self._place + 1 < len(self._shown):
            self._open_word(self._place + 1)

    def on_previous(self) -> None:
        if self._place:
            self._open_word(self._place - 1)

    def on_say(self, utterance: Utterance) -> None:
        self._speaker.say(utterance)

    def on_back(self) -> None:
        self._speaker.stop()
        self._view.show_grid(self._shown[self._place].term)

    def on_leave(self) -> None:
        self._speaker.stop()
        self._left()

    def _on_indexed(self, deck: Deck, search: TermSearch) -> None:
        if deck is not self._deck:
            return
        self._search = search
        if self._text.strip():
            self.on_search(self._text)

    def _show_step(self, step: str) -> None:
        cards = [card for card in self._cards.values() if step in ("", card.term.step)]
        core = tuple(card for card in cards if card.term.core)
        more = tuple(card for card in cards if not card.term.core)
        title = next((each.title for each in self._deck.about.steps if each.id == step), "")
        sections = (Section(title, core), Section(MORE if core else title, more))
        self._show(Listing(tuple(section for section in sections if section.cards), step, ""))

    def _show(self, listing: Listing) -> None:
        self._shown = [card for section in listing.sections for card in section.cards]
        self._view.show_listing(listing)

    def _open_word(self, place: int) -> None:
        self._place = place
        card, deck = self._shown[place], self._deck
        self._view.show_word(
            Word(
                card=card,
                deck=deck.id,
                language=self._language,
                gloss=card.term.glosses.get(self._language, ""),
                gloss_is_checked=deck.about.languages.get(self._language, False),
                has_previous=place > 0,
                has_next=place + 1 < len(self._shown),
            )
        )
        self._speaker.say(said(deck.id, card.term))


def _card(term: Term, word: str, recall: float | None) -> Card:
    if recall is None:
        return Card(term, word, Level.NEW, 0.0)
    return Card(term, word, Level.KNOWN if recall >= KNOWN else Level.LEARNING, recall)


def _steps(deck: Deck) -> tuple[StepChoice, ...]:
    """Those that have words, each with the first picture of its words."""
    terms = in_order(deck)
    used = {term.step for term in terms}
    pictures = {term.step: term.picture for term in reversed(terms) if term.picture}
    return tuple(StepChoice(step.id, step.title, pictures.get(step.id, "")) for step in deck.about.steps if step.id in used)
