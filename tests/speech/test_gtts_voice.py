"""Google's voice is heard or politely left alone, whatever the network does; the real gTTS asks a server on this PC."""

import base64
import io
import json
import logging
import random
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import gtts.tts
import numpy as np
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from sounds import RATE, a_tone, noise, samples_of, seconds_of, silence
from werkzeug import Request, Response

from beroepentaal.classroom.ports import Sound
from beroepentaal.speech.gtts_voice import Gtts
from beroepentaal.speech.samples import Samples
from beroepentaal.speech.voice import CannotSay, VoiceStopped

PATH = "/_/TranslateWebserverUi/data/batchexecute"
LONG = (
    "Pak de tang, de schroevendraaier, de hamer en de waterpas. Leg ze klaar op de werkbank. "
    "Begin daarna met meten, en zet pas dan een streep met potlood op de plank."
)


def mp3(samples: Samples, rate: int = RATE) -> bytes:
    return encoded(samples, rate, "MP3", "MPEG_LAYER_III")


def encoded(samples: Samples, rate: int, form: str, subtype: str) -> bytes:
    file = io.BytesIO()
    soundfile.write(file, samples, rate, format=form, subtype=subtype)
    return file.getvalue()


def answer(sound: bytes) -> bytes:
    """As Google wraps an MP3."""
    inner = json.dumps([base64.b64encode(sound).decode()], separators=(",", ":"))
    return b")]}'\n\n" + json.dumps([["wrb.fr", "jQ1olc", inner, None, None, None, "generic"]], separators=(",", ":")).encode()


ONE_SECOND = mp3(a_tone(1.0))
GOOD = answer(ONE_SECOND)
LONGER = answer(mp3(a_tone(3.5, 8000), 8000))
NO_SOUND = b")]}'\n\n" + json.dumps([["wrb.fr", "jQ1olc", None]], separators=(",", ":")).encode()
SIGN_IN = b"<!doctype html><html><body>Welkom bij SchoolWifi. <form>Accepteer</form></body></html>"

Reply = bytes | Response | Callable[[], Response]


def refuses(status: int, **headers: str) -> Callable[[], Response]:
    return lambda: Response("nee", status, {name.replace("_", "-"): value for name, value in headers.items()})


@dataclass
class Google:
    """Gives its replies in turn, the last one for ever; keeps what was asked."""

    replies: list[Reply] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def reply(self, request: Request) -> Response:
        text, language, *_ = json.loads(json.loads(request.form["f.req"])[0][0][1])
        self.asked.append((text, language))
        reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        return Response(reply) if isinstance(reply, bytes) else reply if isinstance(reply, Response) else reply()

    def voice(self, *replies: Reply, timeout: float = 5.0) -> Gtts:
        self.replies = list(replies)
        return Gtts(self.waits.append, random.Random(1), timeout)

    @property
    def pauses(self) -> list[float]:
        """Without those that only keep the pace."""
        return [wait for wait in self.waits if wait > 2]


@pytest.fixture
def google(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Google]:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    google = Google()
    httpserver.expect_request(PATH, method="POST").respond_with_handler(google.reply)
    move(monkeypatch, httpserver.url_for(""))
    yield google
    google.closing.set()


def move(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setattr(gtts.tts, "_translate_url", lambda tld="com", path="": f"{place.rstrip('/')}/{path}")


def is_speech(sound: Sound) -> bool:
    return sound.rate == RATE and seconds_of(sound) >= 0.2 and float(np.abs(samples_of(sound)).max()) > 0.001


def test_a_sentence_is_asked_for_once_and_heard_whole(google: Google) -> None:
    sound = google.voice(GOOD).speak("Pak de omvormer.", "nl")
    assert google.asked == [("Pak de omvormer.", "nl")]
    assert is_speech(sound)
    assert seconds_of(sound) == pytest.approx(1.0, abs=0.1)
    assert np.abs(samples_of(sound)).max() == pytest.approx(0.3, abs=0.03)


def test_other_languages_are_asked_for_by_their_code(google: Google) -> None:
    google.voice(GOOD).speak("baret", "tr")
    assert google.asked == [("baret", "tr")]


@pytest.mark.parametrize("language", ["", "xx", "geen-taal", "en-gb"])
def test_a_language_that_google_does_not_say_is_refused_without_asking(google: Google, language: str) -> None:
    with pytest.raises(CannotSay, match="spreekt de taal"):
        google.voice(GOOD).speak("de helm", language)
    assert google.asked == []


def test_full_stops_and_capitals_reach_google_as_they_are_written(google: Google) -> None:
    """By itself gTTS takes the full stop from each Dutch word that ends like `st.` or `dr.`."""
    text = "Sluit de kast. Pak de mast! Klopt het? Bel Esq. Jansen."
    google.voice(LONGER).speak(text, "nl")
    assert google.asked == [(text, "nl")]


@pytest.mark.parametrize("rate", [16_000, 22_050, 44_100, 48_000])
def test_a_sound_of_another_rate_is_as_long_and_as_high(google: Google, rate: int) -> None:
    sound = google.voice(answer(mp3(a_tone(1.0, rate, frequency=1000), rate))).speak("de helm", "nl")
    heard = samples_of(sound)[2400:-2400]
    assert sound.rate == RATE
    assert seconds_of(sound) == pytest.approx(1.0, abs=0.1)
    assert np.abs(np.fft.rfft(heard)).argmax() * RATE / len(heard) == pytest.approx(1000, abs=5)


def test_stereo_becomes_one_voice(google: Google) -> None:
    both = np.stack([a_tone(1.0)] * 2, axis=1)
    assert seconds_of(google.voice(answer(mp3(both))).speak("de helm", "nl")) == pytest.approx(1.0, abs=0.1)


def test_a_loud_voice_is_cut_and_does_not_turn_over(google: Google) -> None:
    loud = mp3(np.sign(a_tone(1.0)))
    samples = soundfile.read(io.BytesIO(loud))[0]
    assert samples.max() > 1.1  # which MP3 makes of corners
    heard = samples_of(google.voice(answer(loud)).speak("de helm", "nl"))
    np.testing.assert_allclose(heard, samples.clip(-1, 1), atol=0.001)


# A long text


def test_a_long_text_is_asked_for_in_parts_and_heard_to_its_end(google: Google) -> None:
    lengths = [5.0, 4.0]
    sound = google.voice(*(answer(mp3(a_tone(length))) for length in lengths)).speak(LONG, "nl")
    assert [text for text, _ in google.asked] == [LONG[:87], LONG[88:]]  # between two sentences
    assert seconds_of(sound) == pytest.approx(sum(lengths), abs=0.2)


@given(words=st.lists(st.text("abcdefg.,!?é", min_size=1, max_size=130), max_size=40), space=st.sampled_from([" ", "\n", "  "]))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_letter_of_a_text_is_lost_and_no_part_is_too_long(google: Google, words: list[str], space: str) -> None:
    google.asked.clear()
    text = space.join(words)
    letters = "".join(filter(str.isalnum, text))
    voice = google.voice(LONGER)
    if letters:
        voice.speak(text, "nl")
    else:
        with pytest.raises(CannotSay):
            voice.speak(text, "nl")
    parts = [part for part, _ in google.asked]
    assert "".join(filter(str.isalnum, "".join(parts))) == letters
    assert all(len(part) <= 100 for part in parts)


def test_a_part_that_fails_is_asked_for_again_and_not_the_parts_before_it(google: Google) -> None:
    google.voice(LONGER, refuses(429), LONGER).speak(LONG, "nl")
    assert [text[:3] for text, _ in google.asked] == ["Pak", "Beg", "Beg"]


@pytest.mark.parametrize("second", [SIGN_IN, refuses(403), b""])
def test_half_a_text_is_never_passed_on_as_all_of_it(google: Google, second: Reply) -> None:
    with pytest.raises(VoiceStopped):
        google.voice(LONGER, second).speak(LONG, "nl")


# Not too fast


def test_requests_are_about_a_second_apart_and_not_on_a_steady_beat(google: Google) -> None:
    voice = google.voice(GOOD)
    for _ in range(10):
        voice.speak("de helm", "nl")
    assert len(google.waits) == 9
    assert all(0.3 < wait <= 1.4 for wait in google.waits)
    assert max(google.waits) - min(google.waits) > 0.1


def test_a_voice_that_was_too_busy_once_is_waited_for(google: Google) -> None:
    assert is_speech(google.voice(refuses(429), GOOD).speak("de helm", "nl"))
    assert google.pauses == [5]


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_voice_that_stays_too_busy_is_left_alone_after_ever_longer_pauses(google: Google, status: int) -> None:
    with pytest.raises(VoiceStopped, match="te druk"):
        google.voice(refuses(status)).speak("de helm", "nl")
    assert google.pauses == [5, 15, 45]
    assert len(google.asked) == 4


def test_google_may_ask_for_a_longer_pause(google: Google) -> None:
    assert is_speech(google.voice(refuses(429, Retry_After="33"), GOOD).speak("de helm", "nl"))
    assert google.pauses == [33]


def test_a_pause_of_more_than_a_minute_is_left_to_the_user(google: Google) -> None:
    with pytest.raises(VoiceStopped, match="ga later verder"):
        google.voice(refuses(429, Retry_After="3600")).speak("de helm", "nl")
    assert google.pauses == []
    assert len(google.asked) == 1


@pytest.mark.parametrize("asked", ["", "straks", "-5", "1e9", "²", "9" * 5000, "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_a_pause_that_is_no_number_is_not_believed(google: Google, asked: str) -> None:
    google.voice(refuses(429, Retry_After=asked), GOOD).speak("de helm", "nl")
    assert google.pauses == [5]


# Worst days of the network


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_a_network_that_google_shuts_out_stops_the_voice_at_once(google: Google, status: int) -> None:
    with pytest.raises(VoiceStopped, match="laat dit netwerk nu niet toe"):
        google.voice(refuses(status)).speak("de helm", "nl")
    assert len(google.asked) == 1


def redirects(httpserver: HTTPServer) -> Callable[[], Response]:
    httpserver.expect_request("/aanmelden").respond_with_data(SIGN_IN, content_type="text/html")
    return lambda: Response("", 302, {"Location": httpserver.url_for("/aanmelden"), "Set-Cookie": "a=b"})


def test_a_network_that_wants_a_sign_in_first_is_named(google: Google, httpserver: HTTPServer) -> None:
    for page in (SIGN_IN, b"", b"\n", refuses(511), redirects(httpserver)):
        with pytest.raises(VoiceStopped, match="open een browser"):
            google.voice(page).speak("de helm", "nl")
    assert len(google.asked) == 5


def test_a_network_that_sends_round_in_circles_stops_the_voice(google: Google, httpserver: HTTPServer) -> None:
    url = httpserver.url_for(PATH)
    with pytest.raises(VoiceStopped):
        google.voice(lambda: Response("", 307, {"Location": url})).speak("de helm", "nl")


def test_an_answer_that_never_comes_is_not_waited_for(google: Google) -> None:
    def hang() -> Response:
        google.closing.wait(20)
        return Response()

    with pytest.raises(VoiceStopped, match="geen internet"):
        google.voice(hang, timeout=0.1).speak("de helm", "nl")
    google.closing.set()


def test_an_answer_that_comes_in_drops_is_not_waited_for(google: Google) -> None:
    def drops() -> Iterator[bytes]:
        while not google.closing.wait(0.05):
            yield b"x" * 20_000

    with pytest.raises(VoiceStopped, match="geen internet"):
        google.voice(lambda: Response(drops()), timeout=0.2).speak("de helm", "nl")
    google.closing.set()


def test_an_answer_without_end_is_not_read_to_its_end(google: Google) -> None:
    given_ = 0

    def flood() -> Iterator[bytes]:
        nonlocal given_
        while not google.closing.is_set() and given_ < 200_000_000:
            given_ += 100_000
            yield b"x" * 100_000

    with pytest.raises(VoiceStopped):
        google.voice(lambda: Response(flood())).speak("de helm", "nl")
    google.closing.set()
    assert given_ < 50_000_000


def test_a_connection_that_breaks_off_stops_the_voice(google: Google) -> None:
    def half() -> Response:
        return Response(iter([GOOD[: len(GOOD) // 2]]), headers={"Content-Length": str(len(GOOD))})

    with pytest.raises(VoiceStopped, match="geen internet"):
        google.voice(half).speak("de helm", "nl")


def test_no_internet_is_told(google: Google, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    move(monkeypatch, f"http://127.0.0.1:{port}")
    with pytest.raises(VoiceStopped, match="geen internet"):
        google.voice(GOOD).speak("de helm", "nl")


def test_a_name_that_nobody_knows_is_told_as_no_internet(google: Google, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody_knows(*_: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody_knows)
    with pytest.raises(VoiceStopped, match="geen internet"):
        google.voice(GOOD).speak("de helm", "nl")


def test_a_server_that_does_not_encrypt_is_told_as_no_internet(
    google: Google, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(monkeypatch, f"https://127.0.0.1:{httpserver.port}")
    with pytest.raises(VoiceStopped, match="geen internet"):
        google.voice(GOOD).speak("de helm", "nl")


# Worst answers

USELESS = {
    "no sound": NO_SOUND,
    "empty sound": answer(b""),
    "no sound and no word of it": b")]}'\n\n[]",
    "damaged base64": GOOD.replace(b"A", b"*").replace(b'\\"]', b'A\\"]'),
    "half of the base64": GOOD.split(b'\\"]')[0][:2000].rstrip(b"=") + b'A\\"]"]]',
    "cut in the middle": GOOD[: len(GOOD) // 2],
    "no UTF-8": b")]}'\n\njQ1olc\xff\xfe",
    "no ASCII": ')]}\'\n\n[["wrb.fr","jQ1olc","[\\"né\\"]"]]'.encode(),
    "no MP3": answer(random.Random(1).randbytes(4000)),
    "text": answer(SIGN_IN * 30),
    "a sound file that is no MP3": answer(encoded(a_tone(1.0), RATE, "WAV", "FLOAT")),
    "the beginning of the MP3": answer(ONE_SECOND[:100]),
    "half of the MP3": answer(mp3(a_tone(0.5))[:1000]),
    "a tick": answer(mp3(a_tone(0.1))),
    "silence": answer(mp3(silence(1.0))),
    "next to silence": answer(mp3(noise(1.0, 0.0002))),
}


@pytest.mark.parametrize("useless", USELESS.values(), ids=USELESS)
def test_an_answer_in_which_nothing_can_be_heard_is_asked_for_twice_and_refused(google: Google, useless: bytes) -> None:
    with pytest.raises(CannotSay, match="gaf geen geluid voor 'het valharnas'"):
        google.voice(useless).speak("het valharnas", "nl")
    assert len(google.asked) == 2


@pytest.mark.parametrize("useless", USELESS.values(), ids=USELESS)
def test_an_answer_that_was_garbled_once_is_heard_the_second_time(google: Google, useless: bytes) -> None:
    assert is_speech(google.voice(useless, GOOD).speak("het valharnas", "nl"))


def test_a_sound_that_promises_years_takes_no_memory(google: Google) -> None:
    place = ONE_SECOND.index(b"Xing") + 8
    years = ONE_SECOND[:place] + b"\x7f\xff\xff\xff" + ONE_SECOND[place + 4 :]
    assert soundfile.info(io.BytesIO(years)).frames > 10**12
    assert is_speech(google.voice(answer(years)).speak("de helm", "nl"))


def test_a_sound_that_goes_on_and_on_is_no_sentence(google: Google) -> None:
    with pytest.raises(CannotSay):
        google.voice(answer(mp3(a_tone(31.0, 8000), 8000))).speak("de helm", "nl")


def test_an_answer_made_to_keep_gtts_searching_is_not_searched(google: Google) -> None:
    with pytest.raises(VoiceStopped):
        google.voice(b")]}'\n" + b'jQ1olc","[\\"' * 20_000).speak("de helm", "nl")


def test_a_short_word_takes_a_fifth_of_a_second_at_least(google: Google) -> None:
    with pytest.raises(CannotSay):
        google.voice(answer(mp3(a_tone(0.1)))).speak("ui", "nl")


def test_a_sentence_that_takes_no_time_to_say_has_lost_its_end(google: Google) -> None:
    with pytest.raises(CannotSay):
        google.voice(GOOD).speak("Controleer eerst je valharnas, dan gaan we naar boven.", "nl")


@pytest.mark.parametrize("text", ["", " ", "\n\t", "...", "\0", "?!", ". " * 100])
def test_a_text_without_words_is_refused_without_asking(google: Google, text: str) -> None:
    with pytest.raises(CannotSay):
        google.voice(GOOD).speak(text, "nl")
    assert google.asked == []


def test_after_a_text_that_cannot_be_said_the_next_one_is(google: Google) -> None:
    voice = google.voice(NO_SOUND, NO_SOUND, GOOD)
    with pytest.raises(CannotSay):
        voice.speak("hm", "nl")
    assert is_speech(voice.speak("de helm", "nl"))


def test_nothing_of_it_is_printed_or_logged(
    google: Google, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        google.voice(GOOD).speak("de helm", "nl")
    assert "helm" not in caplog.text
    assert capfd.readouterr() == ("", "")


def damaged(sound: bytes) -> st.SearchStrategy[bytes]:
    changes = st.lists(st.tuples(st.integers(0, len(sound) - 1), st.integers(0, 255)), max_size=20)

    def change(wrong: list[tuple[int, int]], end: int) -> bytes:
        changed = bytearray(sound)
        for place, value in wrong:
            changed[place] = value
        return bytes(changed[:end])

    return st.builds(change, changes, st.integers(0, len(sound)))


@given(
    body=st.binary(max_size=3000) | st.binary(max_size=3000).map(answer) | damaged(ONE_SECOND).map(answer) | damaged(GOOD),
    status=st.just(200) | st.integers(200, 599),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_server_answers_there_is_speech_or_a_refusal(google: Google, body: bytes, status: int) -> None:
    try:
        sound = google.voice(lambda: Response(body, status)).speak("de helm", "nl")
    except (CannotSay, VoiceStopped):
        return
    assert is_speech(sound)
