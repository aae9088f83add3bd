"""Plays speech at once: sounds are made ready away from the screen and start on one device that is already awake."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal

from beroepentaal.classroom.ports import Sound, Utterance, Voices
from beroepentaal.refusal import Refusal
from beroepentaal.ui.ports import Background

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

PAUSE_SECONDS = 0.35
"""Between two utterances."""
MOST_KEPT = 24
"""Sounds kept ready; about 300 kB each."""
WARM_UP_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class DeviceFormat:
    """What the loudspeaker takes: samples a second, channels, and numpy's name of a sample's type."""

    rate: int
    channels: int
    sample: str


class DeviceSpeaker(QObject):
    """Implements ui.ports.Speaker on the PC's default loudspeaker or headphones."""

    unavailable = Signal()
    """This PC has nothing to make sound with."""
    failed = Signal(str)
    """Why a text could not be spoken."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._voices: Voices | None = None
        self._available = True
        self._devices: QMediaDevices | None = None
        self._sink: QAudioSink | None = None
        self._format = DeviceFormat(48_000, 2, "int16")
        self._playing: QBuffer | None = None
        self._ready: OrderedDict[Utterance, bytes] = OrderedDict()
        self._turn = 0

    @property
    def is_available(self) -> bool:
        return self._available

    def start(self, voices: Voices) -> None:
        """Wakes the device up; the first sound of a process costs about a second otherwise."""
        self._voices = voices
        self._background.run(_import_multimedia, lambda _: self._open_devices(), lambda _: None)

    def say(self, *utterances: Utterance) -> None:
        self._turn += 1
        if all(utterance in self._ready for utterance in utterances):
            self._play(utterances)
        elif self._voices and self._available:
            turn = self._turn
            self._make(utterances, lambda: self._play(utterances) if turn == self._turn else None)

    def prepare(self, *utterances: Utterance) -> None:
        if self._voices and self._available:
            self._make(utterances, lambda: None)

    def stop(self) -> None:
        self._turn += 1
        if self._sink:
            self._sink.stop()

    def _make(self, utterances: tuple[Utterance, ...], then: Callable[[], None]) -> None:
        voices, device = self._voices, self._format
        missing = [utterance for utterance in utterances if utterance not in self._ready]

        def work() -> dict[Utterance, bytes]:
            return {each: converted(voices.sound(each), device) for each in missing} if voices else {}

        def keep(made: dict[Utterance, bytes]) -> None:
            if device == self._format:
                self._ready.update(made)
                then()
                while len(self._ready) > MOST_KEPT:
                    self._ready.popitem(last=False)

        self._background.run(work, keep, self._on_refused)

    def _play(self, utterances: tuple[Utterance, ...]) -> None:
        if not self._sink:
            return
        for utterance in utterances:
            self._ready.move_to_end(utterance)
        size = self._format.channels * (4 if self._format.sample.endswith("32") else 2)
        pause = bytes(int(PAUSE_SECONDS * self._format.rate) * size)
        self._start(pause.join(self._ready[utterance] for utterance in utterances))

    def _start(self, samples: bytes) -> None:
        if not self._sink:
            return
        self._sink.stop()
        buffer = QBuffer(self)
        buffer.setData(QByteArray(samples))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.start(buffer)
        if self._playing:
            self._playing.deleteLater()
        self._playing = buffer

    def _open_devices(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._open_sink)
        self._open_sink()

    def _open_sink(self) -> None:
        from PySide6.QtMultimedia import QAudioSink, QMediaDevices

        if self._sink:
            self._sink.stop()
            self._sink.deleteLater()
            self._sink = None
        device = QMediaDevices.defaultAudioOutput()
        wanted = device.preferredFormat()
        was_available, self._available = self._available, not device.isNull()
        if not self._available:
            if was_available:
                self.unavailable.emit()
            return
        if (device_format := _device_format(wanted)) != self._format:
            self._ready.clear()
            self._format = device_format
        self._sink = QAudioSink(device, wanted, self)
        size = device_format.channels * (4 if device_format.sample.endswith("32") else 2)
        self._start(bytes(int(WARM_UP_SECONDS * device_format.rate) * size))

    def _on_refused(self, refusal: Refusal) -> None:
        self.failed.emit(str(refusal))


def converted(sound: Sound, device: DeviceFormat) -> bytes:
    """The sound as the device takes it: its rate, its channels, its kind of sample."""
    import numpy as np
    import soxr

    samples = np.frombuffer(sound.samples, np.int16).astype(np.float32) / 32768
    samples = np.clip(soxr.resample(samples, sound.rate, device.rate), -1, 1)
    spread = np.repeat(samples, device.channels)
    if device.sample == "float32":
        return bytes(spread.astype(np.float32).tobytes())
    full = np.iinfo(device.sample).max
    return bytes((spread.astype(np.float64) * full).astype(device.sample).tobytes())


def _device_format(wanted: QAudioFormat) -> DeviceFormat:
    from PySide6.QtMultimedia import QAudioFormat

    kinds = QAudioFormat.SampleFormat
    if wanted.sampleFormat() not in (kinds.Int16, kinds.Int32, kinds.Float):
        wanted.setSampleFormat(kinds.Int16)
    sample = {kinds.Int16: "int16", kinds.Int32: "int32", kinds.Float: "float32"}[wanted.sampleFormat()]
    return DeviceFormat(wanted.sampleRate(), wanted.channelCount(), sample)


def _import_multimedia() -> None:
    """A tenth of a second that the window need not wait for."""
    import numpy  # noqa: F401
    import PySide6.QtMultimedia  # noqa: F401
    import soundfile  # noqa: F401
    import soxr  # noqa: F401
