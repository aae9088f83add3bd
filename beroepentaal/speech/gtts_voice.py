"""The voice of Google Translate: natural Dutch for clips that are rendered once, asked for slowly and never believed unheard.

gTTS checks no certificate, so anyone on the way may have written the answer: only what decodes to enough sound is passed on.
"""

import io
import logging
import math
import random
import re
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import soundfile
import soxr
from gtts import gTTS, gTTSError
from gtts.lang import tts_langs
from requests import PreparedRequest, Response
from requests.exceptions import Timeout

from beroepentaal.classroom.ports import Sound
from beroepentaal.speech.loudness import QUIETEST_SPEECH_LUFS, loudness
from beroepentaal.speech.samples import Samples, sound_of
from beroepentaal.speech.sound_files import LONGEST_SECONDS, RATE
from beroepentaal.speech.voice import CannotSay, VoiceStopped

SECONDS_BETWEEN = (0.8, 1.4)
"""Between the starts of two requests, at random."""
PAUSES = (5.0, 15.0, 45.0)
"""Seconds, after each time that Google was too busy; then it is left alone."""
LONGEST_PAUSE = 60.0
MOST_BYTES = 500_000
"""Of an answer; ten seconds of 64 kbit/s take a fifth of it."""
MOST_MENTIONS = 9
"""In an answer, of the name before the sound, which stands there once: gTTS would search thousands of them for minutes."""
MOST_CHARACTERS = 100
"""That Google says at a time."""
SHORTEST_SECONDS = 0.2
MOST_LETTERS_A_SECOND = 30
"""The fastest of 900 clips in the computer voice has 18: what is as fast as this has lost a piece."""

OFFLINE = "Er is geen internet; de stem van Google kan nu niet spreken."
BUSY = "De stem van Google is nu te druk; ga later verder."
FORBIDDEN = "De stem van Google laat dit netwerk nu niet toe; ga later verder."
PORTAL = "Dit netwerk vraagt eerst om aan te melden; open een browser, meld je aan en ga dan verder."

_SIGN_IN_FIRST, _TOO_MANY = 511, 429
_GOOGLE_BEGINS_WITH = b")]}'"
_ROOM = f".{{1,{MOST_CHARACTERS}}}"
_PART = re.compile(f"({_ROOM}$|{_ROOM}(?<=[.,:;!?])(?= )|{_ROOM}(?= )|{_ROOM}) ?")
"""All that is left, or up to the last mark, else the last space, else wherever the room ends."""

logging.getLogger("gtts").setLevel(logging.CRITICAL)  # it logs every text


class Gtts:
    """One request at a time, about one a second; when Google is too busy it waits, longer each time, and then stops."""

    name = "gtts"

    def __init__(
        self, wait: Callable[[float], None] = time.sleep, rng: random.Random | None = None, timeout: float = 10.0
    ) -> None:
        """timeout: seconds until the answer begins, between two pieces of it, and for all of it."""
        self._wait = wait
        self._rng = rng or random.Random()
        self._timeout = timeout
        self._next_request = -math.inf

    def speak(self, text: str, language: str) -> Sound:
        """At RATE. Takes a second or more for each MOST_CHARACTERS, and minutes when Google is busy.

        Raises CannotSay, VoiceStopped.
        """
        if language not in tts_langs():
            raise CannotSay(f"De stem van Google spreekt de taal '{language}' niet.")
        try:
            samples = np.concatenate([self._said(part, language) for part in _parts(text)])
        except _NoSound as error:
            raise CannotSay(f"De stem van Google gaf geen geluid voor '{text}'.") from error
        return sound_of(samples, RATE)

    def _said(self, part: str, language: str) -> Samples:
        try:
            return _heard(self._answer(part, language), part)
        except _NoSound:  # what was garbled once is mostly whole the next time
            return _heard(self._answer(part, language), part)

    def _answer(self, part: str, language: str) -> list[bytes]:
        pauses = iter(PAUSES)
        while True:
            self._keep_pace()
            try:
                return _asked(part, language, self._timeout)
            except _Busy as busy:
                pause = max(next(pauses, math.inf), busy.seconds)
                if pause > LONGEST_PAUSE:
                    raise VoiceStopped(BUSY) from busy
                self._wait(pause)

    def _keep_pace(self) -> None:
        if (early := self._next_request - time.monotonic()) > 0:
            self._wait(early)
        self._next_request = time.monotonic() + self._rng.uniform(*SECONDS_BETWEEN)


class _NoSound(Exception):
    """The answer holds nothing that can be heard."""


class _Busy(Exception):
    """Google says that it has too much to do."""

    def __init__(self, response: Response) -> None:
        asked = response.headers.get("Retry-After", "")
        self.seconds = float(asked) if re.fullmatch(r"[0-9]{1,9}", asked) else 0.0


class _Client(gTTS):  # type: ignore[misc]  # has no types
    """One request of gTTS, which itself would read the answer however large it is and however long it takes."""

    def __init__(self, part: str, language: str, timeout: float) -> None:
        # Its pre-processors know English only: they take the full stop from "Sluit de kast. Pak de mast."
        super().__init__(part, lang=language, lang_check=False, pre_processor_funcs=[], timeout=timeout)
        self.google_answered = False

    def _prepare_requests(self) -> list[PreparedRequest]:
        requests: list[PreparedRequest] = super()._prepare_requests()
        for request in requests:
            request.register_hook("response", self._read)
        return requests

    def _read(self, response: Response, **_: Any) -> None:
        until = time.monotonic() + self.timeout
        body = bytearray()
        for piece in response.iter_content(16_384):
            body += piece
            if len(body) > MOST_BYTES:
                break
            if time.monotonic() > until:
                response.close()
                raise Timeout
        response.close()
        if body.count(self.GOOGLE_TTS_RPC.encode()) > MOST_MENTIONS:
            body.clear()
        response._content = bytes(body[:MOST_BYTES])
        self.google_answered = body.startswith(_GOOGLE_BEGINS_WITH)


def _asked(part: str, language: str, timeout: float) -> list[bytes]:
    """The MP3s of one answer: one, unless something is odd."""
    client = _Client(part, language, timeout)
    try:
        mp3s = list(client.stream())
    except gTTSError as error:
        raise _trouble(error.rsp) from error
    except ValueError as error:  # no UTF-8, damaged base64
        raise _NoSound from error
    if not mp3s and not client.google_answered:
        raise VoiceStopped(PORTAL)
    return mp3s


def _trouble(response: Response | None) -> Exception:
    if response is None:  # not `not response`: a response with an error is false
        return VoiceStopped(OFFLINE)
    if response.status_code == _SIGN_IN_FIRST:
        return VoiceStopped(PORTAL)
    if response.status_code == _TOO_MANY or response.status_code >= 500:
        return _Busy(response)
    return VoiceStopped(FORBIDDEN) if response.status_code >= 400 else _NoSound()


def _heard(mp3s: list[bytes], part: str) -> Samples:
    """At RATE, not silent and no shorter than it takes to say the part; raises _NoSound."""
    samples = np.concatenate([_decoded(mp3) for mp3 in mp3s] or [np.zeros(0, np.float32)])
    letters = sum(character.isalnum() for character in part)
    if len(samples) < RATE * max(SHORTEST_SECONDS, letters / MOST_LETTERS_A_SECOND):
        raise _NoSound
    if loudness(samples, RATE) < QUIETEST_SPEECH_LUFS:
        raise _NoSound
    return samples


def _decoded(mp3: bytes) -> Samples:
    try:
        with soundfile.SoundFile(io.BytesIO(mp3)) as file:
            if file.format != "MP3":  # other formats can hold what is no number, or a thousand channels
                raise _NoSound
            most = LONGEST_SECONDS * file.samplerate  # a damaged header promises hours, for which there is no memory
            samples = file.read(most, "float32", always_2d=True).mean(axis=1)
            if len(samples) == most:
                raise _NoSound
            return np.asarray(np.clip(soxr.resample(samples, file.samplerate, RATE), -1, 1), np.float32)
    except soundfile.SoundFileError as error:
        raise _NoSound from error


def _parts(text: str) -> list[str]:
    """As few as Google takes; gTTS itself would ask for each piece between two commas, and Google says each as a sentence.

    Raises _NoSound if there is nothing to say.
    """
    parts = [part for part in _PART.findall(" ".join(text.split())) if any(map(str.isalnum, part))]
    if not parts:
        raise _NoSound
    return parts
