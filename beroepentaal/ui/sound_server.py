"""Tells whether the sound server that the program began with is still there, on desktops that have one (Linux).

Qt (seen in 6.11) forgets its connection when the server goes, tries once more after three seconds, and ends the whole
program if a sound is started without one.
"""

import os
import socket
import struct
import sys
from contextlib import suppress
from pathlib import Path

TIMEOUT = 0.2
"""Seconds; a server on the same PC answers in less than one of a thousand."""


class SoundServer:
    def __init__(self) -> None:
        self._place = _place()
        self._process = self._answering()

    def is_there(self) -> bool:
        """Whether the same server answers; true where there was none to begin with (ALSA, Windows, macOS)."""
        return self._process is None or self._answering() == self._process

    def _answering(self) -> int | None:
        """The process that listens; None where nobody does."""
        if not self._place:
            return None
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
            knock.settimeout(TIMEOUT)
            knock.connect(str(self._place))
            peer = knock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
            return int(struct.unpack("3i", peer)[0])
        return None


def _place() -> Path | None:
    """Of the server's socket, where PulseAudio and PipeWire put it."""
    if sys.platform != "linux":
        return None
    named = os.environ.get("PULSE_SERVER", "")
    places = [Path(named.removeprefix("unix:"))] if named.startswith(("/", "unix:")) else []
    if folder := os.environ.get("PULSE_RUNTIME_PATH"):
        places.append(Path(folder, "native"))
    if folder := os.environ.get("XDG_RUNTIME_DIR"):
        places.append(Path(folder, "pulse", "native"))
    return next((place for place in places if place.is_socket()), None)
