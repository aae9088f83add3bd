"""The microphone records one word at a time, into memory, and lets go of the device."""

from collections.abc import Iterator

import pytest
from PySide6 import QtMultimedia
from PySide6.QtCore import QByteArray, QObject, Signal
from pytestqt.qtbot import QtBot

from beroepentaal.classroom.ports import Hearing, Sound, Take
from beroepentaal.ui.microphone import MOST_SECONDS, RATE, UNHEARD, DeviceMicrophone

CHUNK = b"\1\0" * (RATE // 10)
"""A tenth of a second."""


class PatientEar:
    """Hears the beginning in the second chunk and the end in the fourth."""

    def __init__(self) -> None:
        self.chunks = 0

    @property
    def has_begun(self) -> bool:
        return self.chunks >= 2

    @property
    def has_ended(self) -> bool:
        return self.chunks >= 4

    def hear(self, samples: bytes) -> None:
        self.chunks += 1


class DeafEar(PatientEar):
    has_begun = True
    has_ended = False


class Stream(QObject):
    readyRead = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = QByteArray()

    def give(self, samples: bytes) -> None:
        self._waiting = QByteArray(samples)
        self.readyRead.emit()

    def readAll(self) -> QByteArray:
        return self._waiting


class FakeSource(QObject):
    """Takes the place of the device, which a build machine does not have."""

    opened: list["FakeSource"] = []

    def __init__(self, _device: object, _format: object, parent: QObject) -> None:
        super().__init__(parent)
        self.stream = Stream(self)
        self.stopped = False
        self.opened.append(self)

    def start(self) -> Stream:
        return self.stream

    def stop(self) -> None:
        self.stopped = True


class FakeDevice:
    def __init__(self, is_there: bool) -> None:
        self.is_there = is_there

    def isNull(self) -> bool:
        return not self.is_there

    def isFormatSupported(self, _wanted: object) -> bool:
        return True


class Heard(QObject):
    """What the microphone told."""

    over = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ready = 0
        self.levels: list[float] = []
        self.sounds: list[Sound] = []
        self.failures: list[str] = []

    def record(self, microphone: DeviceMicrophone) -> None:
        microphone.record(self.on_ready, self.levels.append, self.on_done, self.on_failed)

    def on_ready(self) -> None:
        self.ready += 1

    def on_done(self, sound: Sound) -> None:
        self.sounds.append(sound)
        self.over.emit()

    def on_failed(self, sentence: str) -> None:
        self.failures.append(sentence)
        self.over.emit()


@pytest.fixture(autouse=True)
def device(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeDevice]:
    fake = FakeDevice(is_there=True)
    monkeypatch.setattr(QtMultimedia, "QAudioSource", FakeSource)
    monkeypatch.setattr(QtMultimedia.QMediaDevices, "defaultAudioInput", lambda: fake)
    FakeSource.opened.clear()
    yield fake
    FakeSource.opened.clear()


def a_microphone(ear: type[PatientEar] = PatientEar) -> DeviceMicrophone:
    def take_of(sound: Sound) -> Take:
        return Take(sound, (), (), None)

    return DeviceMicrophone(Hearing(ear, take_of, lambda _sound: 0.5))


def test_a_word_is_recorded_until_it_is_quiet(qtbot: QtBot) -> None:
    microphone, heard = a_microphone(), Heard()
    heard.record(microphone)
    assert heard.ready == 0  # "speak now" comes with the first sound, not before it
    for _ in range(4):
        FakeSource.opened[0].stream.give(CHUNK)
    assert heard.ready == 1
    assert heard.levels == [0.5] * 4
    assert heard.sounds == [Sound(CHUNK * 4, RATE)]


def test_the_next_word_needs_no_new_device_and_has_nothing_of_the_last(qtbot: QtBot) -> None:
    microphone, heard = a_microphone(), Heard()
    for _ in range(2):
        heard.record(microphone)
        for _ in range(4):
            FakeSource.opened[0].stream.give(CHUNK)
    FakeSource.opened[0].stream.give(CHUNK)
    assert (len(FakeSource.opened), heard.ready) == (1, 2)
    assert heard.sounds == [Sound(CHUNK * 4, RATE)] * 2


def test_stopping_gives_what_was_heard(qtbot: QtBot) -> None:
    microphone, heard = a_microphone(), Heard()
    heard.record(microphone)
    FakeSource.opened[0].stream.give(CHUNK)
    microphone.stop()
    assert heard.sounds == [Sound(CHUNK, RATE)]


def test_cancelling_forgets_it_and_lets_go_of_the_device(qtbot: QtBot) -> None:
    microphone, heard = a_microphone(), Heard()
    heard.record(microphone)
    FakeSource.opened[0].stream.give(CHUNK)
    microphone.cancel()
    assert FakeSource.opened[0].stopped
    assert (heard.sounds, heard.failures) == ([], [])


def test_whoever_goes_on_talking_is_not_recorded_for_ever(qtbot: QtBot) -> None:
    microphone, heard = a_microphone(DeafEar), Heard()
    heard.record(microphone)
    for _ in range(10 * MOST_SECONDS + 1):
        FakeSource.opened[0].stream.give(CHUNK)
    assert len(heard.sounds) == 1


def test_after_some_seconds_without_a_word_the_device_is_let_go(qtbot: QtBot) -> None:
    microphone, heard = a_microphone(), Heard()
    microphone._waiting.setInterval(20)
    microphone._closing.setInterval(20)
    heard.record(microphone)
    with qtbot.waitSignal(heard.over):
        FakeSource.opened[0].stream.give(CHUNK)
    assert heard.sounds == [Sound(CHUNK, RATE)]
    qtbot.waitUntil(lambda: FakeSource.opened[0].stopped)


def test_a_device_that_gives_nothing_is_told(qtbot: QtBot) -> None:
    microphone, heard = a_microphone(), Heard()
    microphone._waiting.setInterval(20)
    with qtbot.waitSignal(heard.over):
        heard.record(microphone)
    assert heard.failures == [UNHEARD]
    assert FakeSource.opened[0].stopped


def test_a_pc_without_a_microphone_says_so(qtbot: QtBot, device: FakeDevice) -> None:
    device.is_there = False
    microphone, heard = a_microphone(), Heard()
    assert not microphone.is_available
    heard.record(microphone)
    assert heard.failures == [UNHEARD]
    assert not FakeSource.opened
