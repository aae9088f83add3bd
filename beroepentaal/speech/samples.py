"""Sounds as numbers to calculate with."""

import numpy as np
from numpy.typing import NDArray

from beroepentaal.classroom.ports import Sound

Samples = NDArray[np.float32]
"""Mono, -1 to 1."""


def samples_of(sound: Sound) -> Samples:
    return np.frombuffer(sound.samples, np.int16).astype(np.float32) / np.float32(32768)


def sound_of(samples: Samples, rate: int) -> Sound:
    return Sound(np.rint(np.clip(samples, -1, 1) * 32767).astype(np.int16).tobytes(), rate)
