"""The microphone of this PC: records one word or sentence into memory, never to disk, and lets go of the device after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from beroepentaal.classroom.ports import Ear, Hearing, Sound
from beroepentaal.ui.sound_device import DeviceFormat, device_format, from_format, mono
from beroepentaal.ui.sound_server import SoundServer

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioSource

RATE = 24_000
MOST_SECONDS = 15
PATIENCE = 6.0
"""Seconds in which somebody must begin to speak."""
LINGER = 4000
"""Milliseconds in which the device stays open for a next word: opening it takes up to a second."""
UNHEARD = "De microfoon geeft geen geluid. Kijk of de stekker goed in de computer zit."


@dataclass
class Recording:
    ear: Ear
    ready: Callable[[], None]
    level: Callable[[float], None]
    done: Callable[[Sound], None]
    failed: Callable[[str], None]
    samples: bytearray = field(default_factory=bytearray)
    """As the device gives them."""
    seconds: float = 0.0


class DeviceMicrophone(QObject):
    """Implements ui.ports.Microphone."""

    def __init__(self, hearing: Hearing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hearing = hearing
        self._server = SoundServer()
        self._source: QAudioSource | None = None
        self._stream: QIODevice | None = None
        self._recording: Recording | None = None
        self._format = DeviceFormat(RATE, 1, "int16")
        self._hears = False
        self._closing = QTimer(self)
        self._closing.setSingleShot(True)
        self._closing.setInterval(LINGER)
        self._closing.timeout.connect(self._close)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(round(PATIENCE * 1000))
        self._waiting.timeout.connect(self._on_silence)

    @property
    def is_available(self) -> bool:
        from PySide6.QtMultimedia import QMediaDevices

        return self._server.is_there() and not QMediaDevices.defaultAudioInput().isNull()

    def record(
        self,
        ready: Callable[[], None],
        level: Callable[[float], None],
        done: Callable[[Sound], None],
        failed: Callable[[str], None],
    ) -> None:
        self._recording = Recording(self._hearing.new_ear(), ready, level, done, failed)
        self._closing.stop()
        if not self.is_available:
            self._fail(UNHEARD)
            return
        if self._source is None:
            self._open()
        elif self._hears:
            ready()
        self._waiting.start()

    def stop(self) -> None:
        if self._recording:
            recording, self._recording = self._recording, None
            self._waiting.stop()
            self._closing.start()
            recording.done(from_format(bytes(recording.samples), self._format, RATE))

    def cancel(self) -> None:
        self._recording = None
        self._close()

    def _open(self) -> None:
        from PySide6.QtMultimedia import QAudioSource, QMediaDevices

        device = QMediaDevices.defaultAudioInput()
        plain = mono(RATE)
        wanted = plain if device.isFormatSupported(plain) else device.preferredFormat()
        self._format = device_format(wanted)
        self._source = QAudioSource(device, wanted, self)
        self._hears = False
        self._stream = self._source.start()
        self._stream.readyRead.connect(self._on_samples)

    def _close(self) -> None:
        self._closing.stop()
        self._waiting.stop()
        if self._source:
            self._source.stop()
            self._source.deleteLater()
        self._source = self._stream = None

    def _on_samples(self) -> None:
        if not self._source or not self._stream:
            return
        samples = bytes(self._stream.readAll().data())
        if not self._hears:
            self._hears = True
            if self._recording:
                self._recording.ready()
        if self._recording:
            self._hear(self._recording, samples)

    def _hear(self, recording: Recording, samples: bytes) -> None:
        sound = from_format(samples, self._format, RATE)
        recording.samples += samples
        recording.seconds += len(sound.samples) / 2 / RATE
        recording.ear.hear(sound.samples)
        recording.level(self._hearing.level(sound))
        if recording.ear.has_begun:
            self._waiting.stop()
        if recording is self._recording and (recording.ear.has_ended or recording.seconds > MOST_SECONDS):
            self.stop()

    def _on_silence(self) -> None:
        if self._hears:
            self.stop()
        else:
            self._fail(UNHEARD)

    def _fail(self, sentence: str) -> None:
        recording, self._recording = self._recording, None
        self._close()
        if recording:
            recording.failed(sentence)
