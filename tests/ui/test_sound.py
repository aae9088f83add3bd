import math
import os
import struct
import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from screen_fakes import AtOnce, Later

from beroepentaal.classroom.ports import Sound, Utterance
from beroepentaal.refusal import Refusal
from beroepentaal.ui.sound import MOST_KEPT, DeviceSpeaker
from beroepentaal.ui.sound_device import DeviceFormat, from_format, in_format


def tone(rate: int, seconds: float = 0.5) -> Sound:
    wave = [round(12_000 * math.sin(2 * math.pi * 440 * place / rate)) for place in range(int(rate * seconds))]
    return Sound(struct.pack(f"{len(wave)}h", *wave), rate)


def test_a_device_that_takes_plain_sound_gets_it_untouched() -> None:
    sound = tone(24_000)
    assert in_format(sound, DeviceFormat(24_000, 1, "int16")) is sound.samples


@pytest.mark.parametrize("sample", ["uint8", "int16", "int32", "float32"])
@pytest.mark.parametrize("channels", [1, 2, 6])
def test_a_device_with_its_own_format_hears_the_same_tone(sample: str, channels: int) -> None:
    made = np.frombuffer(in_format(tone(22_050), DeviceFormat(48_000, channels, sample)), sample)
    frames = made.reshape(-1, channels)
    middle, full = {"uint8": (128, 127), "int16": (0, 2**15 - 1), "int32": (0, 2**31 - 1), "float32": (0, 1)}[sample]
    level = (frames.astype(np.float64) - middle) / full
    assert len(frames) == pytest.approx(24_000, abs=5)
    assert all((frames[:, 0] == frames[:, channel]).all() for channel in range(channels))
    assert np.abs(level).max() == pytest.approx(12_000 / 32_768, rel=0.03)
    crossings = sum((one < 0) != (other < 0) for one, other in pairwise(level[1000:-1000, 0]))
    assert crossings / 2 / (len(frames) - 2000) * 48_000 == pytest.approx(440, rel=0.03)


@pytest.mark.parametrize("sample", ["uint8", "int16", "int32", "float32"])
@pytest.mark.parametrize("channels", [1, 2])
def test_what_a_microphone_of_any_format_hears_comes_out_as_it_was(sample: str, channels: int) -> None:
    device = DeviceFormat(44_100, channels, sample)
    heard = from_format(in_format(tone(24_000), device) + b"\0", device, 24_000)
    assert heard.rate == 24_000
    before, after = (np.frombuffer(each.samples, np.int16).astype(float)[2000:10_000] for each in (tone(24_000), heard))
    assert np.abs(before - after).max() < (300 if sample == "uint8" else 30)


@given(st.binary(max_size=400).filter(lambda data: len(data) % 2 == 0))
def test_no_sound_breaks_the_conversion(samples: bytes) -> None:
    made = in_format(Sound(samples, 24_000), DeviceFormat(48_000, 2, "int16"))
    assert len(made) % 4 == 0


class CountingVoices:
    def __init__(self) -> None:
        self.made: list[str] = []

    def clip(self, utterance: Utterance) -> Sound | None:
        return tone(24_000, 0.02) if utterance.term else None

    def live(self, utterance: Utterance) -> Sound:
        if utterance.language == "xx":
            raise Refusal("De computerstem spreekt de taal 'xx' niet.")
        self.made.append(utterance.text)
        return tone(24_000, 0.01)

    def wording(self, utterance: Utterance) -> str:
        return f"voluit: {utterance.text}"


class FakeDevice:
    """Takes the place of the loudspeaker, which a build machine does not have."""

    def __init__(self) -> None:
        self.is_available = True
        self.played: list[Sound] = []

    def play(self, sound: Sound) -> None:
        self.played.append(sound)

    def stop(self) -> None:
        pass


class FakeSystemVoice:
    """Speaks Dutch only."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def speaks(self, language: str) -> bool:
        return language == "nl"

    def say(self, utterance: Utterance) -> None:
        self.said.append(utterance.text)

    def stop(self) -> None:
        pass


def speaker_with(background: AtOnce | Later, qtbot: QtBot) -> tuple[DeviceSpeaker, CountingVoices, FakeDevice]:
    speaker = DeviceSpeaker(background)
    voices, device = CountingVoices(), FakeDevice()
    speaker._voices, speaker._device = voices, device
    return speaker, voices, device


def test_what_was_prepared_is_said_without_being_made_again(qtbot: QtBot) -> None:
    background = Later()
    speaker, voices, device = speaker_with(background, qtbot)
    speaker.prepare(Utterance("de helm"))
    background.finish()
    speaker.say(Utterance("de helm"))
    assert len(device.played) == 1
    assert not background.waiting
    assert voices.made == ["de helm"]


def test_only_the_last_of_what_was_asked_is_heard(qtbot: QtBot) -> None:
    background = Later()
    speaker, voices, device = speaker_with(background, qtbot)
    for word in ("de helm", "de ladder", "de nok"):
        speaker.say(Utterance(word))
    background.finish()
    assert len(voices.made) == 3
    assert len(device.played) == 1


def test_utterances_follow_one_another(qtbot: QtBot) -> None:
    speaker, _, device = speaker_with(AtOnce(), qtbot)
    speaker.say(Utterance("de helm"), Utterance("Zet je helm op!"))
    assert len(device.played) == 1
    speaker._on_finished()
    qtbot.waitUntil(lambda: len(device.played) == 2)
    speaker._on_finished()
    qtbot.wait(400)
    assert len(device.played) == 2


def test_stopping_drops_what_would_have_followed(qtbot: QtBot) -> None:
    speaker, _, device = speaker_with(AtOnce(), qtbot)
    speaker.say(Utterance("de helm"), Utterance("Zet je helm op!"))
    speaker._on_finished()
    speaker.stop()
    qtbot.wait(400)
    assert len(device.played) == 1


def test_sounds_that_were_made_elsewhere_are_played_in_turn(qtbot: QtBot) -> None:
    speaker, _, device = speaker_with(AtOnce(), qtbot)
    speaker.play(tone(24_000), tone(22_050))
    speaker._on_finished()
    qtbot.waitUntil(lambda: [sound.rate for sound in device.played] == [24_000, 22_050])


def test_a_clip_that_changed_is_made_anew(qtbot: QtBot) -> None:
    speaker, voices, _ = speaker_with(AtOnce(), qtbot)
    speaker.say(Utterance("de helm"))
    speaker.forget()
    speaker.say(Utterance("de helm"))
    assert voices.made == ["de helm", "de helm"]


def test_the_desktops_own_voice_says_what_has_no_clip_and_the_clip_is_played_where_there_is_one(qtbot: QtBot) -> None:
    speaker, voices, device = speaker_with(AtOnce(), qtbot)
    desktop = FakeSystemVoice()
    speaker._system_voice = desktop
    speaker.say(Utterance("30 mA"), Utterance("de helm", deck="dak", term="helm"))
    speaker._on_finished()
    qtbot.waitUntil(lambda: len(device.played) == 1)
    assert desktop.said == ["voluit: 30 mA"]
    speaker.say(Utterance("hello", "en"))
    assert voices.made == ["hello"]


def test_what_cannot_be_said_is_told(qtbot: QtBot) -> None:
    speaker, _, device = speaker_with(AtOnce(), qtbot)
    with qtbot.waitSignal(speaker.failed) as told:
        speaker.say(Utterance("hallo", "xx"))
    assert told.args == ["De computerstem spreekt de taal 'xx' niet."]
    assert not device.played


def test_memory_for_sounds_is_bounded(qtbot: QtBot) -> None:
    speaker, _, _ = speaker_with(AtOnce(), qtbot)
    for number in range(3 * MOST_KEPT):
        speaker.prepare(Utterance(str(number)))
    assert len(speaker._ready) == MOST_KEPT


def test_without_a_device_nothing_is_made_and_nothing_fails(qtbot: QtBot) -> None:
    speaker, voices, device = speaker_with(AtOnce(), qtbot)
    device.is_available = False
    speaker.say(Utterance("de helm"))
    assert not speaker.is_available
    assert not voices.made


LOADED_SILENTLY = """
from PySide6.QtCore import QCoreApplication, qInstallMessageHandler
from beroepentaal.ui.sound_device import SoundDevice
heard = []
handler = lambda kind, context, message: heard.append(message)
qInstallMessageHandler(handler)
app = QCoreApplication([])
SoundDevice(app).open()
assert qInstallMessageHandler(None) is handler
assert not [message for message in heard if "pipewire" in message], heard
"""


def test_no_python_runs_while_qt_multimedia_is_loaded() -> None:
    """A handler of messages that ran then waited for ever for a thread that imported something else: the start hung."""
    environment = {**os.environ, "QT_DEBUG_PLUGINS": "0", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", LOADED_SILENTLY], env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
