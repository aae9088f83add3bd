"""A list that was said in one go comes apart into its terms, in a real room, and can be mended by hand."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sounds import RATE, a_tone, noise, silence

from beroepentaal.classroom.sound_files import Piece, joined
from beroepentaal.decks.library import BUILTIN, DeckLibrary
from beroepentaal.speech.espeak import Espeak
from beroepentaal.speech.pauses import cut, split
from beroepentaal.speech.samples import Samples, samples_of

DECKS = DeckLibrary(BUILTIN, Path(__file__).parents[2] / "assets" / "pictures")
KEPT = int(0.08 * RATE)
LATE = int(0.03 * RATE)


@cache
def said(text: str) -> Samples:
    """Without the silence around it."""
    sound = Espeak().speak(text)
    samples = soxr.resample(samples_of(sound), sound.rate, RATE)
    loud = np.flatnonzero(np.abs(samples) > 1e-3)
    return np.asarray(samples[loud[0] : loud[-1] + 1], np.float32)


@dataclass(frozen=True)
class Spoken:
    samples: Samples
    places: list[Piece]
    """Where each word stands, without a moment around it."""

    def with_noise(self, colour: Callable[[int], Samples], decibels: float) -> Samples:
        """So many below the speech."""
        speech = np.concatenate([self.samples[place.start : place.end] for place in self.places])
        hiss = colour(len(self.samples))
        scale = np.sqrt(np.mean(speech**2) / np.mean(hiss**2)) * 10 ** (-decibels / 20)
        return np.asarray(self.samples + scale * hiss, np.float32)


def a_list(words: Sequence[Samples], shortest: float = 0.45, longest: float = 1.6) -> Spoken:
    """With a pause of some seconds before each word and after the last."""
    chance = np.random.default_rng(len(words))
    parts, places, at = list[Samples](), list[Piece](), 0
    for word in words:
        pause = silence(chance.uniform(shortest, longest))
        start = at + len(pause)
        at = start + len(word)
        parts += [pause, word]
        places.append(Piece(start, at))
    return Spoken(np.concatenate([*parts, silence(longest)]), places)


@cache
def the_core(deck: str) -> Spoken:
    return a_list([said(term.spoken) for term in DECKS.deck(deck).core])


@cache
def white(count: int) -> Samples:
    return noise(count / RATE, 1.0)[:count]


@cache
def pink(count: int) -> Samples:
    """As most rooms are: each octave as loud as the next."""
    spectrum = np.fft.rfft(np.random.default_rng(2).standard_normal(1 << count.bit_length()))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 100))
    return np.fft.irfft(spectrum)[:count].astype(np.float32)


def breathing(count: int) -> Samples:
    """Pink noise that swells and fades every 20 seconds, as a fan or traffic may."""
    return np.asarray(pink(count) * (1 + 0.3 * np.sin(np.arange(count) / RATE * 2 * np.pi / 20)), np.float32)


def assert_in_place(pieces: list[Piece], spoken: Spoken, least: float = 0.9) -> None:
    """One piece for each word, with at least that part of it, and nothing of its neighbours."""
    assert len(pieces) == len(spoken.places)
    ends = [0, *((one.end + other.start) // 2 for one, other in pairwise(spoken.places)), len(spoken.samples)]
    for piece, place, before, after in zip(pieces, spoken.places, ends, ends[1:], strict=False):
        assert before <= piece.start < piece.end <= after
        held = min(piece.end, place.end) - max(piece.start, place.start)
        assert held >= least * (place.end - place.start)


@pytest.mark.parametrize("deck", DECKS.ids)
def test_the_fifty_terms_of_a_trade_become_fifty_pieces(deck: str) -> None:
    spoken = the_core(deck)
    assert_in_place(cut(spoken.samples, 50), spoken, least=0.97)


@pytest.mark.parametrize("decibels", [30, 20, 15])
@pytest.mark.parametrize("colour", [white, pink, breathing])
def test_a_noisy_room_does_not_matter(colour: Callable[[int], Samples], decibels: float) -> None:
    spoken = the_core("loodgieter")
    assert_in_place(cut(spoken.with_noise(colour, decibels), 50), spoken, least=0.9 if decibels >= 20 else 0.7)


def test_the_hum_of_the_mains_does_not_matter() -> None:
    spoken = the_core("loodgieter")
    moments = np.arange(len(spoken.samples)) / RATE * 2 * np.pi * 50
    hum = 0.3 * np.sin(moments) + 0.15 * np.sin(3 * moments) + 0.08 * np.sin(5 * moments)
    assert_in_place(cut((spoken.samples + hum).astype(np.float32), 50), spoken)


@pytest.mark.parametrize("seconds", [0.002, 0.03, 0.1])
def test_clicks_and_knocks_are_no_pieces(seconds: float) -> None:
    spoken = a_list([said(term.spoken) for term in DECKS.deck("loodgieter").core], shortest=0.8)
    samples = spoken.with_noise(pink, 30)
    for one, other in list(pairwise(spoken.places))[::3]:
        middle = (one.end + other.start) // 2
        knock = noise(seconds, 0.3)
        samples[middle : middle + len(knock)] += knock
    assert_in_place(cut(samples, 50), spoken)


def test_breath_is_no_piece_however_quiet_the_room() -> None:
    spoken = a_list([said(term.spoken) for term in DECKS.deck("loodgieter").core], shortest=1.2)
    samples = spoken.with_noise(pink, 70)
    for place in spoken.places[::3]:
        breath = noise(0.3, 0.0008)
        samples[place.start - RATE // 2 :][: len(breath)] += breath
    assert_in_place(cut(samples, 50), spoken)


def test_a_word_may_be_much_softer_than_the_others() -> None:
    words = [
        said(term.spoken) * 10 ** (-(15.0 * (number % 4 == 1)) / 20) for number, term in enumerate(DECKS.deck("zorghulp").core)
    ]
    spoken = a_list(words)
    assert_in_place(cut(spoken.with_noise(pink, 30), 50), spoken)


def test_a_moment_of_silence_stays_around_each_piece() -> None:
    spoken = the_core("zorghulp")
    for piece, place in zip(cut(spoken.samples, 50), spoken.places, strict=True):
        assert piece.start == pytest.approx(place.start - KEPT, abs=LATE)
        assert piece.end == pytest.approx(place.end + KEPT, abs=LATE)


def hesitating(*texts: str) -> Samples:
    """With a pause of 0.3 seconds between its words, longer than some pauses within one."""
    return np.concatenate([samples for text in texts for samples in (silence(0.3), said(text))][1:])


def test_a_term_of_several_words_stays_together_as_long_as_the_pauses_in_it_are_shorter_than_those_around_it() -> None:
    words = [
        hesitating("de kraan", "dichtdraaien"),
        said("de muur"),
        hesitating("handen", "wassen", "met", "zeep"),
        hesitating("stop", "de machine"),
        said("tillen"),
    ] * 3
    spoken = a_list(words, shortest=0.5)
    assert_in_place(cut(spoken.with_noise(pink, 25), 15), spoken)


@pytest.mark.parametrize(("expected", "given"), [(0, 2), (1, 2), (2, 2), (3, 3), (4, 4), (5, 4), (50, 4)])
def test_there_are_as_many_pieces_as_expected_or_as_near_to_it_as_the_pauses_allow(expected: int, given: int) -> None:
    word = said("de helm")
    samples = np.concatenate([word, silence(0.4), word, silence(2.5), word, silence(0.6), word, silence(0.5)])
    pieces = cut(samples + noise(len(samples) / RATE + 1, 0.001)[: len(samples)], expected)
    assert len(pieces) == given


@pytest.mark.parametrize(
    "samples",
    [silence(0), silence(0.001), silence(0.05), silence(30), noise(0.3, 0.1), noise(60, 0.01), noise(60, 0.5), a_tone(20)],
    ids=["nothing", "a millisecond", "a blink", "silence", "a blip of hiss", "hiss", "loud hiss", "a tone"],
)
def test_where_nobody_speaks_there_are_no_pieces(samples: Samples) -> None:
    assert cut(samples, 50) == []


def test_clicks_alone_are_no_list() -> None:
    samples = noise(20, 0.001)
    for second in range(1, 20):
        samples[second * RATE :][:300] += noise(0.1, 0.3)[:300]
    assert cut(samples, 19) == []


rough = arrays(np.float32, st.integers(0, 30_000), elements=st.floats(-1, 1, width=32))


@given(
    st.lists(st.tuples(st.floats(0.25, 3), st.floats(0.2, 1.2)), max_size=12),
    st.integers(0, 15),
    st.sampled_from([0, 1e-4, 3e-3]),
)
@settings(max_examples=25)
def test_pieces_stand_in_order_and_hold_all_that_was_said(words: list[tuple[float, float]], expected: int, hiss: float) -> None:
    sounds = [(silence(pause), a_tone(seconds)) for pause, seconds in words]
    samples = np.concatenate([*(part for sound in sounds for part in sound), silence(1)])
    samples += hiss * white(60 * RATE)[: len(samples)]
    pieces = cut(samples, expected)
    assert len(pieces) <= len(words)
    assert len(pieces) == min(max(expected, 1), len(words)) or any(pause >= 1.9 for pause, _ in words[1:])
    ends = [0, *(end for piece in pieces for end in (piece.start, piece.end)), len(samples)]
    assert ends == sorted(ends)
    rest = samples.copy()
    for piece in pieces:
        rest[piece.start : piece.end] = 0
    assert np.abs(rest).max() <= max(0.01, 6 * hiss)


@given(rough, st.integers(0, 20))
@settings(max_examples=30)
def test_any_sound_can_be_cut_and_split(samples: Samples, expected: int) -> None:
    whole = Piece(0, len(samples))
    one, other = split(samples, whole)
    assert (one.start, other.end) == (0, len(samples))
    assert one.end <= other.start
    assert all(0 <= piece.start < piece.end <= len(samples) for piece in cut(samples, expected))


@pytest.mark.parametrize("pause", [0.12, 0.2, 0.5, 1.5])
@pytest.mark.parametrize("hiss", [0.0, 0.003])
def test_a_piece_splits_between_two_words(pause: float, hiss: float) -> None:
    words = silence(0.7), said("de waterpomptang"), silence(pause), said("het afvoerputje"), silence(0.7)
    samples = np.concatenate(words)
    samples += noise(10, hiss)[: len(samples)]
    before, *_ = starts = np.cumsum([len(part) for part in words]).tolist()
    piece = Piece(before - KEPT, starts[3] + KEPT)
    one, other = split(samples, piece)
    assert (one.start, other.end) == (piece.start, piece.end)
    assert starts[1] - LATE <= one.end <= other.start <= starts[2] + LATE
    assert joined(one, other) == joined(other, one) == piece


def test_of_two_pauses_the_longer_is_taken() -> None:
    long, short = silence(0.5), silence(0.25)
    samples = np.concatenate([said("de kraan"), short, said("dichtdraaien"), long, said("de helm")])
    one, other = split(samples + noise(10, 0.001)[: len(samples)], Piece(0, len(samples)))
    assert one.end - KEPT == pytest.approx(len(samples) - len(said("de helm")) - len(long), abs=LATE)
    assert other.start + KEPT == pytest.approx(len(samples) - len(said("de helm")), abs=LATE)


def test_a_piece_without_a_pause_splits_at_its_softest_moment() -> None:
    samples = a_tone(2) * np.where(np.abs(np.arange(2 * RATE) / RATE - 0.9) < 0.06, 0.2, 1).astype(np.float32)
    one, other = split(samples, Piece(0, len(samples)))
    assert one.end == other.start == pytest.approx(0.9 * RATE, abs=0.07 * RATE)
