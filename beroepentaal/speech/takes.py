"""Makes of what a microphone heard something to listen to and to look at, and says when it is of no use.

It never says how well a word was spoken: what a program can measure of that is the voice more than the word.
"""

from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from beroepentaal.classroom.ports import Sound, Take, Trouble
from beroepentaal.speech.loudness import MOST_GAIN_DB, TARGET_LUFS, levelled, trimmed
from beroepentaal.speech.pitch import pitch_of
from beroepentaal.speech.samples import Samples, samples_of, sound_of
from beroepentaal.speech.sound_files import RATE

SHORTEST_SPEECH = 0.15
"""Seconds above the noise; "ik" has 0.26. What is shorter is a knock, or the start of a word at best."""
SHORTEST_VOICE = 0.06
"""Seconds of it in one go that have a pitch, which breath, a chair and a door have not; "tik" has 0.16."""
LEAST_PERIODIC = 0.6
"""Share of the power that comes back a period later, for a frame to have a voice; hiss has up to 0.5, breath seldom 0.6."""
LEAST_ABOVE_NOISE_DB = 9.0
"""For a frame to be speech; those of steady noise stay within 4 dB of each other."""
LEAST_VOICE_TO_NOISE_DB = 18.0
"""Measured here, on frames with a voice; about 11 dB over a whole word. With less, trimming takes 0.2 s of it for noise."""
SOFTEST_DB = TARGET_LUFS - MOST_GAIN_DB
"""What is softer stays soft after levelling."""
NOISE_STRETCH, HUM_WITHIN_DB, NOISE_WITHIN_DB = 0.4, 5.0, 12.0
"""Seconds and steadiness, with and without a pitch, that no speech has; nowhere in the clips of the built-in decks."""
FULL_SCALE = 32440
"""99 %: a sound that was clipped before it got another sample rate is no longer quite flat."""
CLIPPED_IN_A_ROW = 3
LEAST_CLIPPED = 10
"""Times. Speech that just fits has none; 1 dB over it has up to 16, which nobody hears; 6 dB over it has 100 to 500."""
AROUND_VOICE = 0.5
"""Seconds for consonants that have no pitch; "herfst" has 0.36 of them in all. A click further away was the mouse."""
SILENCE_AT_END = 0.9
"""Seconds after which a word is over; longer than a stop inside a compound, or a hesitation after the article."""

_HOP = 0.02
"""Seconds from frame to frame; frames are twice as long."""
_FRAMES_AT_ONCE = 5
"""Of what is heard, so that many small chunks cost little."""
_DIGITAL_SILENCE_DB = -85.0
"""No microphone is as quiet."""
_REMEMBERED = 600
"""Frames, 12 s: longer than any sentence of a deck, and it bounds what listening costs."""

Flags = NDArray[np.bool_]


def take_of(sound: Sound) -> Take:
    """Of any sound, a person's or a voice's. What is no speech is neither trimmed nor levelled: that would blow up noise."""
    samples = _without_rumble(_at_rate(sound))
    frames = _frames(np.pad(samples, int(_HOP * RATE / 2)), RATE)
    noise = _noise(frames)
    speech = _speech(frames, noise)
    if not speech.any():
        outline = _outline(samples)
        return Take(sound_of(samples, RATE), outline, (None,) * len(outline), Trouble.NOTHING_HEARD)
    voice = np.flatnonzero(speech & frames.voiced)
    begin, end = float(voice[0]) * _HOP, float(voice[-1] + 1) * _HOP
    runs = _running_from(frames) * _HOP if noise > _DIGITAL_SILENCE_DB else 0.0
    spoken = samples[int(max(runs, begin - AROUND_VOICE) * RATE) : int((end + AROUND_VOICE) * RATE)]
    even = levelled(trimmed(spoken, RATE), RATE)
    strength = 10 * float(np.log10((10 ** (frames.level[voice] / 10)).mean()))
    trouble = None
    if _is_clipped(np.frombuffer(sound.samples, np.int16)[int(begin * sound.rate) : int(end * sound.rate)]):
        trouble = Trouble.TOO_LOUD
    elif strength < max(SOFTEST_DB, noise + LEAST_VOICE_TO_NOISE_DB):
        trouble = Trouble.TOO_QUIET
    return Take(sound_of(even, RATE), _outline(even), pitch_of(even, RATE), trouble)


def level(sound: Sound) -> float:
    """Of the last 50 ms, for a meter: 0 at -60 dBFS and below, 1 at 0 dBFS."""
    last = np.frombuffer(sound.samples, np.int16)[-(sound.rate // 20) :]
    if not len(last):
        return 0.0
    strength = float(last.std()) / 32768  # around the mean: cheap sound cards add an offset
    return min(1.0, max(0.0, 1 + 20 * float(np.log10(strength + 1e-9)) / 60))


class WordEar:
    """Listens along while someone says a word; the noise of the room is learnt while listening."""

    def __init__(self, rate: int = RATE) -> None:
        self.has_begun = False
        """As it seems by now: taken back where it turns out to be the noise of the room."""
        self.has_ended = False
        self._rate = rate
        self._rest = b""
        self._frames = _Frames(np.empty(0), np.empty(0, np.bool_))

    def hear(self, samples: bytes) -> None:
        """The next chunk, however long, of mono signed 16 bits; about a millisecond each 0.1 s."""
        self._rest += samples
        hop = int(_HOP * self._rate)
        count = len(self._rest) // 2 // hop - 1
        if count < _FRAMES_AT_ONCE:
            return
        whole = samples_of(Sound(self._rest[: 2 * hop * (count + 1)], self._rate))
        self._rest = self._rest[2 * hop * count :]
        heard = zip(self._frames, _frames(whole, self._rate), strict=True)
        self._frames = _Frames(*(np.concatenate(pair)[-_REMEMBERED:] for pair in heard))
        speech = np.flatnonzero(_speech(self._frames, _quietest_tenth(self._frames)))
        self.has_begun = len(speech) > 0
        self.has_ended = self.has_begun and (len(self._frames.level) - 1 - int(speech[-1])) * _HOP >= SILENCE_AT_END


class _Frames(NamedTuple):
    level: NDArray[np.float64]
    """dBFS between 200 and 4000 Hz, where speech is and the worst of mains hum is not."""
    voiced: Flags


def _frames(samples: Samples, rate: int) -> _Frames:
    """Voiced by autocorrelation, after P. Boersma, IFA Proceedings 17 (1993); for pitches of 75 to 500 Hz."""
    hop = int(_HOP * rate)
    if len(samples) < 2 * hop:
        return _Frames(np.empty(0), np.empty(0, np.bool_))
    window = np.hanning(2 * hop)
    spectra = np.abs(np.fft.rfft(sliding_window_view(samples, 2 * hop)[::hop] * window, 4 * hop)) ** 2
    frequencies = np.fft.rfftfreq(4 * hop, 1 / rate)
    spectra[:, (frequencies < 200) | (frequencies > 4000)] = 0
    alike = np.fft.irfft(spectra) / np.fft.irfft(np.abs(np.fft.rfft(window, 4 * hop)) ** 2).clip(1e-9)
    power = alike[:, 0]
    again = alike[:, rate // 500 : rate // 75].max(axis=1)
    return _Frames(10 * np.log10(power + 1e-12), again > LEAST_PERIODIC * power)


def _speech(frames: _Frames, noise: float) -> Flags:
    """Which frames are speech: none at all where they are too few, or too few of them have a voice."""
    if not len(frames.level):
        return frames.voiced
    lasting = np.median(sliding_window_view(np.pad(frames.level, 2, constant_values=-120.0), 5), axis=1)  # no clicks
    speech = lasting > noise + max(LEAST_ABOVE_NOISE_DB, 0.4 * (lasting.max() - noise))
    in_a_row = round(SHORTEST_VOICE / _HOP)
    has_voice = sliding_window_view(np.pad(speech & frames.voiced, in_a_row), in_a_row).all(axis=1).any()
    return speech if has_voice and (speech.sum() - 1) * _HOP >= SHORTEST_SPEECH else np.zeros_like(speech)


def _noise(frames: _Frames) -> float:
    """In dBFS, of the quietest stretch that is no speech. A clip that was cut tightly has no such stretch, and no noise."""
    start = _running_from(frames)
    level, voiced = np.maximum(frames.level[start:], _DIGITAL_SILENCE_DB), frames.voiced[start:]
    if not len(level):
        return _DIGITAL_SILENCE_DB
    size = min(len(level), round(NOISE_STRETCH / _HOP))
    stretches = sliding_window_view(level, size)
    loudest = stretches.max(axis=1)
    has_voice = sliding_window_view(voiced, size).any(axis=1)
    is_noise = loudest - stretches.min(axis=1) < np.where(has_voice, HUM_WITHIN_DB, NOISE_WITHIN_DB)
    return float(loudest[is_noise].min()) if is_noise.any() else _DIGITAL_SILENCE_DB


def _quietest_tenth(frames: _Frames) -> float:
    """In dBFS, of what was heard so far; bears other people's talk, which _noise takes for speech."""
    return max(float(np.percentile(frames.level[_running_from(frames) :], 10)), _DIGITAL_SILENCE_DB)


def _running_from(frames: _Frames) -> int:
    """Which frame is the first with any sound: some devices give silence of their own before they run."""
    return int((frames.level > _DIGITAL_SILENCE_DB).argmax()) if len(frames.level) else 0


def _is_clipped(samples: NDArray[np.int16]) -> bool:
    in_a_row = sliding_window_view(np.pad(samples, CLIPPED_IN_A_ROW), CLIPPED_IN_A_ROW)
    clipped = (in_a_row >= FULL_SCALE).all(axis=1) | (in_a_row <= -FULL_SCALE).all(axis=1)
    return int(clipped.sum()) >= LEAST_CLIPPED


def _outline(samples: Samples) -> tuple[float, ...]:
    """As loud as it seems, after S. S. Stevens: power to the 0.3; 1 is 10 dB over what a whole take is levelled to."""
    hop = RATE // 100
    power = (np.pad(samples, (0, -len(samples) % hop)).reshape(-1, hop) ** 2).mean(axis=1)
    return tuple(np.minimum(1.0, (power / 10 ** ((TARGET_LUFS + 10) / 10)) ** 0.3).tolist())


def _without_rumble(samples: Samples) -> Samples:
    """Without offset and mains hum, which cheap sound cards add and which hide where a word begins and ends."""
    size = 1 << (len(samples) + RATE // 10).bit_length()  # the end must not ring into the beginning; a power of 2 is fast
    kept = np.clip((np.fft.rfftfreq(size, 1 / RATE) - 55) / 20, 0, 1)
    return np.fft.irfft(np.fft.rfft(samples, size) * kept, size)[: len(samples)].astype(np.float32)


def _at_rate(sound: Sound) -> Samples:
    import soxr

    samples = samples_of(sound)
    return samples if sound.rate == RATE else np.asarray(soxr.resample(samples, sound.rate, RATE), np.float32)
