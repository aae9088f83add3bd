"""The offline voice for everything without a clip: libespeak-ng, called through ctypes.

Library and data come from the espeakng-loader wheel. API: espeak-ng, src/include/espeak-ng/speak_lib.h.
"""

import atexit
import ctypes
import os
import shutil
import sys
import tempfile
import threading
import unicodedata
from ctypes import CFUNCTYPE, POINTER, c_char_p, c_int, c_short, c_size_t, c_uint, c_void_p
from functools import cache
from pathlib import Path

from beroepentaal.classroom.ports import Sound
from beroepentaal.refusal import Refusal

LONGEST_PATH = 150
"""Bytes of the path of the voice data; the library fails from 160 on Linux and 231 on Windows."""
WORDS_PER_MINUTE = 140

_SYNCHRONOUS, _DONT_EXIT = 2, 0x8000
_RATE = 1
_CHARACTERS, _UTF8 = 1, 1
_OnAudio = CFUNCTYPE(c_int, POINTER(c_short), c_int, c_void_p)


class EspeakRefused(Refusal):
    """The voice cannot be used on this PC."""


class Espeak:
    """A Dutch voice, and one for most other languages; however many are made, one library speaks for all of them."""

    name = "espeak"

    def __init__(self) -> None:
        with _LOCK:
            self._engine = _engine()

    def speak(self, text: str, language: str = "nl") -> Sound:
        """About 2 ms a sentence. A language without a voice raises EspeakRefused."""
        with _LOCK:
            return self._engine.speak(text, language)


class _Engine:
    """The library, which keeps global state and crashes some time after it was initialised again."""

    def __init__(self) -> None:
        self._heard: list[bytes] = []
        self._on_audio = _OnAudio(self._keep)  # held here, or it is collected while the library still calls it
        self._library = _load()
        self._library.espeak_SetSynthCallback(self._on_audio)
        self._rate = _initialise(self._library)
        self._voice = ""

    def speak(self, text: str, language: str) -> Sound:
        data = unicodedata.normalize("NFC", text).replace("\0", " ").strip().encode()
        self._select(language)
        self._library.espeak_SetParameter(_RATE, WORDS_PER_MINUTE, 0)
        self._heard = []
        buffer = ctypes.create_string_buffer(data)
        failed = self._library.espeak_Synth(buffer, len(data) + 1, 0, _CHARACTERS, 0, _UTF8, None, None)
        if failed or self._library.espeak_Synchronize():
            raise EspeakRefused("De computerstem kan deze tekst niet uitspreken.")
        return Sound(b"".join(self._heard), self._rate)

    def _select(self, language: str) -> None:
        if language != self._voice:
            if self._library.espeak_SetVoiceByName(language.encode()):
                raise EspeakRefused(f"De computerstem spreekt de taal '{language}' niet.")
            self._voice = language

    def _keep(self, samples: "ctypes._Pointer[c_short]", count: int, _events: object) -> int:
        if samples and count > 0:
            self._heard.append(ctypes.string_at(samples, 2 * count))
        return 0


_LOCK = threading.Lock()
"""The library is not thread-safe."""

_engine = cache(_Engine)


def _load() -> ctypes.CDLL:
    import espeakng_loader

    if sys.platform == "win32":  # the library needs MSVCP140.dll, which the Qt wheel carries
        import importlib.util

        qt = importlib.util.find_spec("PySide6")
        if qt and qt.origin:
            os.add_dll_directory(str(Path(qt.origin).parent))
    try:
        library = ctypes.CDLL(espeakng_loader.get_library_path())
    except OSError as error:
        raise EspeakRefused("De computerstem ontbreekt; installeer BeroepenTaal opnieuw.") from error
    for name, result, arguments in (
        ("Initialize", c_int, [c_int, c_int, c_char_p, c_int]),
        ("SetSynthCallback", None, [_OnAudio]),
        ("SetVoiceByName", c_int, [c_char_p]),
        ("SetParameter", c_int, [c_int, c_int, c_int]),
        ("Synth", c_int, [c_void_p, c_size_t, c_uint, c_int, c_uint, c_uint, c_void_p, c_void_p]),
        ("Synchronize", c_int, []),
    ):
        function = getattr(library, f"espeak_{name}")
        function.restype, function.argtypes = result, arguments
    return library


def _initialise(library: ctypes.CDLL) -> int:
    import espeakng_loader

    data = _reachable(Path(espeakng_loader.get_data_path()))
    rate = int(library.espeak_Initialize(_SYNCHRONOUS, 0, data, _DONT_EXIT))
    if rate <= 0:
        raise EspeakRefused("De computerstem kan niet starten; installeer BeroepenTaal opnieuw.")
    return rate


def _reachable(data: Path) -> bytes:
    """The path of the voice data as the library can open it; a copy where the real one is too long or too foreign."""
    if path := _as_bytes(data):
        return path
    for base in (os.environ.get("PROGRAMDATA"), os.environ.get("PUBLIC"), tempfile.gettempdir()):
        if not base or not Path(base).is_dir() or not _as_bytes(Path(base, "beroepentaal-12345678", data.name)):
            continue
        try:
            copy = Path(tempfile.mkdtemp(prefix="beroepentaal-", dir=base))
            atexit.register(shutil.rmtree, copy, ignore_errors=True)
            shutil.copytree(data, copy / data.name)
        except OSError:
            continue
        return _as_bytes(copy / data.name) or b""
    raise EspeakRefused("De computerstem vindt haar gegevens niet; zet BeroepenTaal in een map met een kortere naam.")


def _as_bytes(path: Path) -> bytes | None:
    encoding = "mbcs" if sys.platform == "win32" else sys.getfilesystemencoding()
    try:
        data = str(path).encode(encoding, "strict")
    except UnicodeEncodeError:
        return None
    return data if len(data) <= LONGEST_PATH else None
