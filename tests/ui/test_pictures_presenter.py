from collections.abc import Sequence
from pathlib import Path

import pytest
from picture_fakes import DRAIN, FULL, NO_PHOTO, ROOF, FakePhoto, MemoryPhotos
from screen_fakes import Later

from beroepentaal.classroom.picturing import Card, Crop, Draft, Photo
from beroepentaal.decks import About, Deck
from beroepentaal.refusal import Refusal
from beroepentaal.ui.instructor.pictures.presenter import PicturesPresenter

DECKS = {each.id: each for each in (ROOF, DRAIN)}
PHOTO = Path("foto.jpg")


class RecordingView:
    def __init__(self) -> None:
        self.deck = ""
        self.words: list[str] | None = None
        """None while the deck is being read."""
        self.marked = ""
        self.card: Card | None = None
        self.can_undo = False
        self.changed: list[Card] = []
        self.is_opening = False
        self.edited: tuple[str, Photo] | None = None

    def show_decks(self, decks: Sequence[About], chosen: str) -> None:
        self.deck = chosen

    def show_reading(self) -> None:
        self.words = None

    def show_cards(self, cards: Sequence[Card], chosen: Card | None) -> None:
        self.words = [card.term.id for card in cards]
        self.marked = chosen.term.id if chosen else ""

    def show_card(self, card: Card, can_undo: bool) -> None:
        self.card, self.can_undo = card, can_undo

    def change_card(self, card: Card) -> None:
        self.changed.append(card)

    def show_opening(self, is_opening: bool) -> None:
        self.is_opening = is_opening

    def show_photo(self, card: Card, photo: Photo) -> None:
        self.edited = card.term.id, photo

    def close_photo(self) -> None:
        self.edited = None


class Desk:
    """A presenter with everything around it, opened."""

    def __init__(self) -> None:
        self.view, self.photos, self.background = RecordingView(), MemoryPhotos(), Later()
        self.notices: list[str] = []
        self.left = 0
        self.damaged: set[str] = set()
        abouts = [deck.about for deck in DECKS.values()]
        self.presenter = PicturesPresenter(
            self.view, abouts, self.open_deck, self.photos, self.background, self.notices.append, self.leave
        )
        self.open()

    def open(self) -> None:
        self.presenter.open()
        self.background.finish()

    def open_deck(self, deck: str) -> Deck:
        if deck in self.damaged:
            raise Refusal("Het pakket is beschadigd.")
        return DECKS[deck]

    def leave(self) -> None:
        self.left += 1

    def choose(self, term: str) -> None:
        self.presenter.on_choose(next(deck.by_id[term] for deck in DECKS.values() if term in deck.by_id))

    def start_photo(self, source: object = PHOTO) -> None:
        self.presenter.on_photo(source)
        self.background.finish()

    def save(self, source: object = PHOTO) -> None:
        self.start_photo(source)
        self.presenter.on_save(self.draft)
        self.background.finish()

    def remove(self) -> None:
        self.presenter.on_remove()
        self.background.finish()

    def undo(self) -> None:
        self.presenter.on_undo()
        self.background.finish()

    @property
    def draft(self) -> Draft:
        assert self.view.edited
        return Draft(self.view.edited[1], Crop(0, 0, 100), lighter=False)

    @property
    def shown_photo(self) -> Path | None:
        assert self.view.card
        return self.view.card.photo


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_page_opens_with_the_core_of_the_first_deck_and_its_first_word(desk: Desk) -> None:
    assert desk.view.deck == "dak"
    assert desk.view.words == ["helm", "ladder"]
    assert desk.view.marked == "helm"
    assert desk.view.card == Card("dak", ROOF.by_id["helm"], None)


def test_searching_finds_words_outside_the_core_too(desk: Desk) -> None:
    desk.presenter.on_search("goot")
    assert desk.view.words == ["goot"]
    assert desk.view.marked == "goot"
    desk.presenter.on_search("")
    assert desk.view.words == ["helm", "ladder"]


def test_the_chosen_word_stays_chosen_while_it_is_among_what_was_found(desk: Desk) -> None:
    desk.choose("ladder")
    desk.presenter.on_search("ladder")
    assert desk.view.marked == "ladder"
    desk.presenter.on_search("xqxq")
    assert (desk.view.words, desk.view.marked) == ([], "ladder")


def test_another_deck_is_read_and_what_it_shows_is_its_own(desk: Desk) -> None:
    desk.presenter.on_deck("riool")
    assert desk.view.words is None
    desk.background.finish()
    assert desk.view.words == ["buis"]
    assert desk.view.card == Card("riool", DRAIN.by_id["buis"], None)


def test_a_damaged_deck_is_told_and_the_next_one_opens(desk: Desk) -> None:
    desk.damaged.add("riool")
    desk.presenter.on_deck("riool")
    desk.background.finish()
    assert desk.notices == ["Het pakket is beschadigd."]
    assert desk.view.words == []
    desk.presenter.on_deck("dak")
    desk.background.finish()
    assert desk.view.words == ["helm", "ladder"]


def test_a_photo_is_cut_before_it_is_kept(desk: Desk) -> None:
    desk.choose("ladder")
    desk.start_photo()
    assert desk.view.edited == ("ladder", FakePhoto("foto.jpg"))
    assert not desk.photos.kept
    desk.presenter.on_save(desk.draft)
    desk.background.finish()
    assert desk.photos.kept == {("dak", "ladder"): b"foto.jpg"}
    assert desk.view.edited is None
    assert desk.view.changed[-1].photo == desk.shown_photo == Path("own/dak/ladder.jpg")


def test_while_a_photo_opens_the_page_says_so(desk: Desk) -> None:
    desk.presenter.on_photo(PHOTO)
    assert desk.view.is_opening
    desk.background.finish()
    assert not desk.view.is_opening


def test_what_is_no_photo_is_told_and_the_page_stays(desk: Desk) -> None:
    desk.start_photo(Path("brief.docx"))
    assert desk.notices == [NO_PHOTO]
    assert not desk.view.is_opening
    assert desk.view.edited is None


def test_pasting_without_a_photo_says_what_to_do(desk: Desk) -> None:
    desk.start_photo(None)
    assert desk.notices == ["Er staat geen foto op het klembord; kopieer eerst een foto."]


def test_of_two_photos_the_last_one_opens(desk: Desk) -> None:
    desk.presenter.on_photo(PHOTO)
    desk.start_photo(Path("beter.jpg"))
    assert desk.view.edited == ("helm", FakePhoto("beter.jpg"))


def test_another_photo_while_one_is_cut_is_for_the_same_word(desk: Desk) -> None:
    desk.choose("ladder")
    desk.start_photo()
    desk.start_photo(Path("beter.jpg"))
    assert desk.view.edited == ("ladder", FakePhoto("beter.jpg"))


def test_a_photo_that_was_still_opening_when_one_left_does_not_come_up(desk: Desk) -> None:
    desk.presenter.on_photo(PHOTO)
    desk.presenter.on_leave()
    desk.background.finish()
    assert desk.view.edited is None


def test_a_full_disk_is_told_and_the_photo_stays_on_the_page_to_be_kept_later(desk: Desk) -> None:
    desk.photos.full = True
    desk.save()
    assert desk.notices == [FULL]
    assert desk.view.edited == ("helm", FakePhoto("foto.jpg"))
    desk.photos.full = False
    desk.presenter.on_save(desk.draft)
    desk.background.finish()
    assert desk.photos.kept == {("dak", "helm"): b"foto.jpg"}


def test_pressing_save_twice_still_leaves_the_drawing_to_go_back_to(desk: Desk) -> None:
    desk.start_photo()
    desk.presenter.on_save(desk.draft)
    desk.presenter.on_save(desk.draft)
    desk.background.finish()
    desk.undo()
    assert not desk.photos.kept


def test_cancelling_leaves_everything_as_it_was(desk: Desk) -> None:
    desk.start_photo()
    desk.presenter.on_cancel()
    assert desk.view.edited is None
    assert not desk.photos.kept
    assert not desk.view.can_undo


def test_back_to_the_drawing_and_undone(desk: Desk) -> None:
    desk.save()
    desk.remove()
    assert desk.shown_photo is None
    assert desk.view.can_undo
    desk.undo()
    assert desk.shown_photo == Path("own/dak/helm.jpg")
    assert desk.photos.kept == {("dak", "helm"): b"foto.jpg"}
    assert not desk.view.can_undo


def test_a_photo_in_the_place_of_another_can_be_undone(desk: Desk) -> None:
    desk.save()
    desk.save(Path("slechter.jpg"))
    desk.undo()
    assert desk.photos.kept == {("dak", "helm"): b"foto.jpg"}


def test_each_word_has_its_own_undo_also_after_a_look_at_another_deck(desk: Desk) -> None:
    desk.save()
    desk.choose("ladder")
    assert not desk.view.can_undo
    desk.undo()
    assert desk.photos.kept
    for deck in ("riool", "dak"):
        desk.presenter.on_deck(deck)
        desk.background.finish()
    assert desk.view.can_undo
    desk.undo()
    assert not desk.photos.kept


def test_what_cannot_be_undone_is_told_and_can_be_tried_again(desk: Desk) -> None:
    desk.save()
    desk.photos.full = True
    desk.undo()
    desk.remove()
    assert desk.notices == [FULL, FULL]
    assert desk.view.can_undo
    assert desk.shown_photo


def test_a_word_that_has_no_photo_has_none_to_remove(desk: Desk) -> None:
    desk.remove()
    assert not desk.view.can_undo


def test_removing_does_not_take_the_choice_away_from_who_went_on(desk: Desk) -> None:
    desk.save()
    desk.presenter.on_remove()
    desk.choose("ladder")
    desk.background.finish()
    assert desk.view.card
    assert desk.view.card.term.id == "ladder"
    assert desk.view.changed[-1] == Card("dak", ROOF.by_id["helm"], None)


def test_back_leads_from_the_photo_to_the_words_and_then_away(desk: Desk) -> None:
    desk.start_photo()
    desk.presenter.on_leave()
    assert (desk.view.edited, desk.left) == (None, 0)
    desk.presenter.on_leave()
    assert desk.left == 1


def test_who_comes_back_finds_his_photos_and_nothing_to_undo(desk: Desk) -> None:
    desk.save()
    desk.presenter.on_leave()
    desk.open()
    assert desk.shown_photo == Path("own/dak/helm.jpg")
    assert not desk.view.can_undo


def test_one_waits_for_a_photo_that_is_being_written(desk: Desk) -> None:
    desk.start_photo()
    desk.presenter.on_save(desk.draft)
    desk.presenter.on_leave()
    desk.presenter.on_cancel()
    assert desk.view.edited
    desk.background.finish()
    assert desk.view.edited is None
    assert desk.left == 0
