"""The loudspeaker or headphones of this PC: plays one sound at once, whatever is plugged in or pulled out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QLoggingCategory,
    QObject,
    Signal,
    qInstallMessageHandler,
)

from beroepentaal.classroom.ports import Sound
from beroepentaal.ui.sound_server import SoundServer

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices

WARM_UP_SECONDS = 0.2
"""Of silence; the first sound of a process would start about a second late."""
RATES = (24_000, 22_050)
"""Of clips and of the live voice: what is played is made ready for, in samples a second."""


class SoundDevice(QObject):
    finished = Signal()
    """The sound is over."""
    lost = Signal()
    """There is nothing to make sound with, or no longer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_available = True
        self._devices: QMediaDevices | None = None
        self._server = SoundServer()
        self._device: QAudioDevice | None = None
        self._sinks: dict[int, Sink] = {}
        self._playing: Sink | None = None

    def open(self) -> None:
        """Finds the device and wakes it up; about 10 ms once QtMultimedia is imported."""
        # Without a backend for media files Qt keeps devices and sinks, which is all that is used; FFmpeg, Qml and
        # Quick stay out of memory (13 MB, a tenth of a second).
        paths = QCoreApplication.libraryPaths()
        QCoreApplication.setLibraryPaths([])
        try:
            QMediaDevices = _loaded()  # noqa: N806  a class
            self._devices = QMediaDevices(self)
            QMediaDevices.defaultAudioOutput()
        finally:
            QCoreApplication.setLibraryPaths(paths)
        self._devices.audioOutputsChanged.connect(self._find)
        self._find()

    def play(self, sound: Sound) -> None:
        self.stop()
        if self._is_safe() and (sink := self._sink(sound.rate)):
            self._playing = sink
            sink.play(sound)

    def stop(self) -> None:
        if self._playing:
            playing, self._playing = self._playing, None
            playing.stop()

    def _is_safe(self) -> bool:
        """False once the sound server went: Qt would end the program, and does not say when it has a new one."""
        if self.is_available and not self._server.is_there():
            self.close()
            self.is_available = False
            self._devices = None
            self.lost.emit()
        return self._devices is not None

    def close(self) -> None:
        for sink in self._sinks.values():
            sink.close()
        self._sinks.clear()
        self._playing = None

    def _find(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        if not self._is_safe():
            return
        self.close()
        self._device = QMediaDevices.defaultAudioOutput()
        was_available, self.is_available = self.is_available, not self._device.isNull()
        if was_available and not self.is_available:
            self.lost.emit()
        for rate in RATES if self.is_available else ():
            if awake := self._sink(rate):
                awake.play(Sound(bytes(2 * int(WARM_UP_SECONDS * rate)), rate))

    def _sink(self, rate: int) -> Sink | None:
        if not self._device or not self.is_available:
            return None
        if rate not in self._sinks:
            sink = Sink(self._device, rate, self)
            sink.idle.connect(lambda: self._on_idle(sink))
            self._sinks[rate] = sink
        return self._sinks[rate]

    def _on_idle(self, sink: Sink) -> None:
        if sink is self._playing:
            self._playing = None
            self.finished.emit()


class Sink(QObject):
    """One format of sound on one device; a device that refuses it gets the sound in the format that it prefers."""

    idle = Signal()

    def __init__(self, device: QAudioDevice, rate: int, parent: QObject) -> None:
        super().__init__(parent)
        self._device = device
        plain = mono(rate)
        self._open(plain if device.isFormatSupported(plain) else device.preferredFormat())
        self._buffer = QBuffer(self)

    def play(self, sound: Sound) -> None:
        from PySide6.QtMultimedia import QtAudio

        self._start(sound)
        if self._sink.error() != QtAudio.Error.NoError and self._format != self._device.preferredFormat():
            self._sink.blockSignals(True)
            self._sink.deleteLater()
            self._open(self._device.preferredFormat())
            self._start(sound)

    def stop(self) -> None:
        self._sink.stop()
        self._buffer.close()
        self._buffer.setData(QByteArray())  # what a trainee said is kept nowhere

    def close(self) -> None:
        self._sink.blockSignals(True)  # it may still tell of its end when it is gone
        self._sink.stop()
        self.deleteLater()

    def _open(self, wanted: QAudioFormat) -> None:
        from PySide6.QtMultimedia import QAudioSink

        self._format = wanted
        self._sink: QAudioSink = QAudioSink(self._device, wanted, self)
        self._sink.stateChanged.connect(lambda: self._on_state())

    def _start(self, sound: Sound) -> None:
        self._sink.stop()
        self._buffer.close()
        self._buffer.setData(QByteArray(in_format(sound, device_format(self._format))))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.start(self._buffer)

    def _on_state(self) -> None:
        from PySide6.QtMultimedia import QtAudio

        if self._sink.state() == QtAudio.State.IdleState:
            self.idle.emit()


@dataclass(frozen=True, slots=True)
class DeviceFormat:
    """What a device takes: samples a second, channels, and numpy's name of a sample's type."""

    rate: int
    channels: int
    sample: str


def in_format(sound: Sound, device: DeviceFormat) -> bytes:
    """The sound as the device takes it: its rate, its channels, its kind of sample."""
    if device == DeviceFormat(sound.rate, 1, "int16"):
        return sound.samples
    import numpy as np  # only for devices that refuse plain sound
    import soxr

    samples = np.frombuffer(sound.samples, np.int16).astype(np.float32) / np.float32(32768)
    spread = np.repeat(np.clip(soxr.resample(samples, sound.rate, device.rate), -1, 1), device.channels)
    middle, full = _SCALES[device.sample]
    return bytes((spread.astype(np.float64) * full + middle).astype(device.sample).tobytes())


def from_format(samples: bytes, device: DeviceFormat, rate: int) -> Sound:
    """What a device gave, as plain sound of a rate: the other way round than in_format()."""
    if device == DeviceFormat(rate, 1, "int16"):
        return Sound(samples, rate)
    import numpy as np
    import soxr

    whole = len(samples) // np.dtype(device.sample).itemsize // device.channels * device.channels
    frames = np.frombuffer(samples, device.sample, whole).reshape(-1, device.channels)
    middle, full = _SCALES[device.sample]
    mixed = (frames.astype(np.float64).mean(axis=1) - middle) / full
    resampled = np.clip(soxr.resample(mixed, device.rate, rate), -1, 1)
    return Sound((resampled * 32767).astype(np.int16).tobytes(), rate)


_SCALES = {"uint8": (128, 127), "int16": (0, 32_767), "int32": (0, 2_147_483_647), "float32": (0, 1)}
"""Of each kind of sample: where silence is, and how far full scale is from it."""


def mono(rate: int) -> QAudioFormat:
    from PySide6.QtMultimedia import QAudioFormat

    plain = QAudioFormat()
    plain.setSampleRate(rate)
    plain.setChannelCount(1)
    plain.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return plain


def device_format(wanted: QAudioFormat) -> DeviceFormat:
    from PySide6.QtMultimedia import QAudioFormat

    kinds = QAudioFormat.SampleFormat
    names = {kinds.UInt8: "uint8", kinds.Int16: "int16", kinds.Int32: "int32", kinds.Float: "float32"}
    return DeviceFormat(wanted.sampleRate(), wanted.channelCount(), names[wanted.sampleFormat()])


def _loaded() -> type[QMediaDevices]:
    """Imports Qt Multimedia with nobody to take its messages.

    While it is being loaded it may have one, and a handler in Python waits for the interpreter; whose owner, a thread that
    imports something else, may be waiting for the loader. Neither would ever go on.
    """
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver=false")  # which sound servers this PC does not have
    handler = qInstallMessageHandler(None)
    try:
        from PySide6.QtMultimedia import QMediaDevices

        return QMediaDevices
    finally:
        qInstallMessageHandler(handler)
