"""A sound server that goes away is noticed before a sound is started on it."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from beroepentaal.ui.sound_server import SoundServer

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a sound server in a place that one can look at")


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Of the server's socket; short, as a socket's name must be."""
    with tempfile.TemporaryDirectory() as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        for name in ("PULSE_SERVER", "PULSE_RUNTIME_PATH"):
            monkeypatch.delenv(name, raising=False)
        Path(folder, "pulse").mkdir()
        yield Path(folder, "pulse", "native")


def listening(place: Path) -> socket.socket:
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(str(place))
    server.listen(8)
    return server


def test_a_server_that_answers_is_there(place: Path) -> None:
    with listening(place):
        assert SoundServer().is_there()


@pytest.mark.parametrize("leaves_its_socket", [True, False], ids=["killed", "ended"])
def test_a_server_that_is_gone_is_not(place: Path, leaves_its_socket: bool) -> None:
    with listening(place):
        server = SoundServer()
    if not leaves_its_socket:
        place.unlink()
    assert not server.is_there()


def test_a_new_server_in_the_place_of_the_old_one_is_not_the_same(place: Path) -> None:
    with listening(place):
        server = SoundServer()
    place.unlink()
    script = (
        "import socket, sys; s = socket.socket(socket.AF_UNIX); s.bind(sys.argv[1]); s.listen(8); print('ready', flush=True);"
        "sys.stdin.read()"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", script, str(place)], env=dict(os.environ), **pipes) as other:
        assert other.stdout is not None
        other.stdout.readline()
        assert SoundServer().is_there()
        assert not server.is_there()
        other.communicate(b"")


def test_a_pc_without_a_server_has_nothing_to_lose(place: Path) -> None:
    assert SoundServer().is_there()
