"""Renders the clips of a deck with one voice, once, so that any PC can play them without that voice."""

from collections.abc import Collection, Iterator
from dataclasses import replace

import soxr

from beroepentaal.classroom.ports import Sound, Utterance
from beroepentaal.classroom.voicing import Only, Quality, Rendering, of_core, quality, utterances
from beroepentaal.decks import Deck
from beroepentaal.refusal import Refusal
from beroepentaal.speech.clips import ClipLibrary
from beroepentaal.speech.loudness import QUIETEST_SPEECH_LUFS, levelled, loudness, trimmed
from beroepentaal.speech.reading import read_out
from beroepentaal.speech.samples import samples_of, sound_of
from beroepentaal.speech.sound_files import RATE
from beroepentaal.speech.voice import CannotSay, Voice, VoiceStopped

SHORTEST_SECONDS = 0.2


def render(deck: Deck, voice: Voice, clips: ClipLibrary, only: Collection[Only] = ()) -> Iterator[Rendering]:
    """Makes a clip for all that a deck says, one each time the next value is asked for; see classroom.voicing.Studio."""
    texts = list(of_core(deck) if Only.CORE in only else utterances(deck))
    so_far = Rendering(len(texts))
    yield so_far
    for utterance in texts:
        if not _wants(clips.voice(utterance), voice.name, only):
            so_far = replace(so_far, kept=so_far.kept + 1)
        else:
            try:
                clips.keep(utterance, _sound(utterance, voice), voice.name)
                so_far = replace(so_far, made=so_far.made + 1)
            except VoiceStopped as why:
                yield replace(so_far, stopped=str(why))
                return
            except Refusal as why:
                so_far = replace(so_far, failed=(*so_far.failed, str(why)))
        yield so_far


def _wants(present: str | None, voice: str, only: Collection[Only]) -> bool:
    """Whether a clip in the voice is wanted in the place of the present one."""
    if present is None:
        return True
    if Only.MISSING in only or present == voice or quality(present) is Quality.RECORDED:
        return False
    return quality(present) < quality(voice) if Only.WORSE in only else quality(present) <= quality(voice)


def _sound(utterance: Utterance, voice: Voice) -> Sound:
    """As a clip must be: trimmed, as loud as all others. Raises CannotSay."""
    said = voice.speak(read_out(utterance.for_voice), utterance.language)
    samples = trimmed(soxr.resample(samples_of(said), said.rate, RATE), RATE)
    if len(samples) < SHORTEST_SECONDS * RATE or loudness(samples, RATE) < QUIETEST_SPEECH_LUFS:
        raise CannotSay(f"De stem gaf geen geluid voor '{utterance.text}'.")
    return sound_of(levelled(samples, RATE), RATE)
