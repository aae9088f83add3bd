"""The desktop's own voice is used where it speaks Dutch, and nowhere else. Qt's mock engine stands in for Windows'."""

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from beroepentaal.classroom.ports import Utterance
from beroepentaal.ui.system_voice import ENGINES, SystemVoice, find_system_voice


@pytest.fixture
def voice(qtbot: QtBot) -> SystemVoice:
    return SystemVoice(QTextToSpeech("mock"))


def test_it_speaks_only_the_languages_that_it_has(voice: SystemVoice) -> None:
    assert voice.speaks("en")
    assert not voice.speaks("nl")


def test_it_tells_when_it_is_done(voice: SystemVoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(voice.finished, timeout=5000):
        voice.say(Utterance("hello", "en", slow=True))


def test_what_was_stopped_is_not_said_to_be_done(voice: SystemVoice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(voice.finished, wait=300):
        voice.say(Utterance("hello", "en"))
        voice.stop()


def test_a_desktop_whose_voice_has_no_dutch_is_not_used(monkeypatch: pytest.MonkeyPatch, qapp: QObject) -> None:
    monkeypatch.setitem(ENGINES, sys.platform, "mock")
    assert find_system_voice(qapp) is None


def test_a_desktop_without_a_voice_of_its_own_has_none(monkeypatch: pytest.MonkeyPatch, qapp: QObject) -> None:
    monkeypatch.setitem(ENGINES, sys.platform, "geen")
    assert find_system_voice(qapp) is None
    monkeypatch.delitem(ENGINES, sys.platform)
    assert find_system_voice(qapp) is None
