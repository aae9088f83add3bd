"""The voice that Windows or macOS has for Dutch, where it has one: better than the computer's own, and only live."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from beroepentaal.classroom.ports import Utterance

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

ENGINES = {"win32": "winrt", "darwin": "darwin"}
"""Linux has none: speech-dispatcher would speak through the same espeak-ng."""
PACE, SLOW = -0.1, -0.5
"""As Qt counts: -1 to 1, 0 the voice's own."""


class SystemVoice(QObject):
    finished = Signal()

    def __init__(self, engine: QTextToSpeech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        engine.setParent(self)
        engine.stateChanged.connect(self._on_state)
        self._locales = {locale.name().split("_")[0]: locale for locale in reversed(engine.availableLocales())}
        self._is_speaking = False

    def speaks(self, language: str) -> bool:
        return language in self._locales

    def say(self, utterance: Utterance) -> None:
        self._engine.setLocale(self._locales[utterance.language])
        self._engine.setRate(SLOW if utterance.slow else PACE)
        self._is_speaking = True
        self._engine.say(utterance.text)

    def stop(self) -> None:
        if self._is_speaking:
            self._is_speaking = False
            self._engine.stop()

    def _on_state(self) -> None:
        from PySide6.QtTextToSpeech import QTextToSpeech

        if self._is_speaking and self._engine.state() == QTextToSpeech.State.Ready:
            self._is_speaking = False
            self.finished.emit()


def find_system_voice(parent: QObject) -> SystemVoice | None:
    """None where the desktop has no voice for Dutch."""
    name = ENGINES.get(sys.platform)
    if not name:
        return None
    from PySide6.QtTextToSpeech import QTextToSpeech

    if name not in QTextToSpeech.availableEngines():
        return None
    voice = SystemVoice(QTextToSpeech(name), parent)
    return voice if voice.speaks("nl") else None
