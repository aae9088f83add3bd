"""Says things at once: sounds are made ready away from the screen and played one after the other."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from beroepentaal.classroom.ports import Sound, Utterance, Voices
from beroepentaal.refusal import Refusal
from beroepentaal.ui.ports import Background
from beroepentaal.ui.sound_device import SoundDevice
from beroepentaal.ui.system_voice import SystemVoice, find_system_voice

PAUSE = 350
"""Milliseconds between two utterances."""
MOST_KEPT = 32
"""Sounds kept ready; about 100 kB each."""

Speech = Sound | Utterance
"""What is played: a sound, or what the desktop's own voice says."""


class DeviceSpeaker(QObject):
    """Implements ui.ports.Speaker on the loudspeaker or headphones of this PC."""

    unavailable = Signal()
    """This PC has nothing to make sound with."""
    failed = Signal(str)
    """Why something could not be said."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._voices: Voices | None = None
        self._device = SoundDevice(self)
        self._device.lost.connect(self.unavailable)
        self._device.finished.connect(self._on_finished)
        self._system_voice: SystemVoice | None = None
        self._ready: OrderedDict[Utterance, Speech] = OrderedDict()
        self._queue: list[Speech] = []
        self._turn = 0
        """Counts what was asked for, so that only the last of it is heard."""

    @property
    def is_available(self) -> bool:
        return self._device.is_available

    def start(self, make_voices: Callable[[], Voices]) -> None:
        """Wakes voices and device up behind the first page."""

        def work() -> Voices:
            import soundfile  # noqa: F401  here, so that the first clip need not wait for it

            return make_voices()

        def begin(voices: Voices) -> None:
            self._voices = voices
            self._device.open()
            self._system_voice = find_system_voice(self)
            if self._system_voice:
                self._system_voice.finished.connect(self._on_finished)

        self._background.run(work, begin, self._on_refused)

    def say(self, *utterances: Utterance) -> None:
        self.stop()
        turn = self._turn
        self._make(utterances, lambda sounds: self._play(sounds) if turn == self._turn else None)

    def prepare(self, *utterances: Utterance) -> None:
        self._make(utterances, lambda _: None)

    def play(self, *sounds: Sound) -> None:
        self.stop()
        self._play(sounds)

    def stop(self) -> None:
        self._turn += 1
        self._queue = []
        self._device.stop()
        if self._system_voice:
            self._system_voice.stop()

    def close(self) -> None:
        """Lets go of the device; nothing is said any more."""
        self.stop()
        self._voices = None
        self._device.close()

    def forget(self) -> None:
        """Makes every sound anew: clips have changed."""
        self._ready.clear()

    def _make(self, utterances: Sequence[Utterance], then: Callable[[Sequence[Speech]], None]) -> None:
        voices, system_voice = self._voices, self._system_voice
        if not voices or not self.is_available:
            return
        ready = {each: self._ready[each] for each in utterances if each in self._ready}

        def speech(utterance: Utterance) -> Speech:
            if clip := voices.clip(utterance):
                return clip
            if system_voice and system_voice.speaks(utterance.language):
                return replace(utterance, text=voices.wording(utterance))
            return voices.live(utterance)

        def work() -> dict[Utterance, Speech]:
            return {each: ready.get(each) or speech(each) for each in utterances}

        def keep(made: dict[Utterance, Speech]) -> None:
            for utterance, made_ready in made.items():
                self._ready[utterance] = made_ready
                self._ready.move_to_end(utterance)
            while len(self._ready) > MOST_KEPT:
                self._ready.popitem(last=False)
            then([made[each] for each in utterances])

        if len(ready) == len(utterances):
            keep(ready)  # at once: not even the way to another thread
        else:
            self._background.run(work, keep, self._on_refused)

    def _play(self, speeches: Sequence[Speech]) -> None:
        self._queue = list(speeches)
        self._play_next()

    def _play_next(self) -> None:
        if not self._queue:
            return
        speech = self._queue.pop(0)
        if isinstance(speech, Sound):
            self._device.play(speech)
        elif self._system_voice:
            self._system_voice.say(speech)

    def _on_finished(self) -> None:
        turn = self._turn
        QTimer.singleShot(PAUSE, self, lambda: self._play_next() if turn == self._turn else None)

    def _on_refused(self, refusal: Refusal) -> None:
        self.failed.emit(str(refusal))
