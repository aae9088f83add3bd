"""Looks at a program from outside, as a person does: is its window there, did the picture change, press a key."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from Xlib import XK, X
from Xlib import display as xdisplay
from Xlib.error import BadDrawable, BadMatch, BadWindow
from Xlib.ext import xtest

POLL_SECONDS = 0.004
VISIBLE_COLOURS = 3
"""A picture with at least this many colours shows something; a window that is only there has one."""


@contextmanager
def virtual_screen(number: int = 77) -> Iterator[str]:
    """An X server of its own, so that nothing else is on the screen; yields the name of its display."""
    server = shutil.which("Xvfb")
    if not server:
        raise SystemExit("This needs Xvfb: apt-get install xvfb")
    name = f":{number}"
    command = [server, name, "-screen", "0", "1024x768x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(lambda: os.path.exists(f"/tmp/.X11-unix/X{number}"), 10)  # noqa: PTH110, S108  where X puts it
        yield name
    finally:
        process.terminate()
        process.wait()


class Screen:
    def __init__(self, name: str) -> None:
        self._display = xdisplay.Display(name)
        self._root = self._display.screen().root

    def wait_for_window(self, title: str, seconds: float = 20) -> "Window":
        """The mapped window whose title begins so."""
        found: list[Window] = []

        def look() -> bool:
            found.extend(Window(self, window) for window in self._windows() if self._is_shown(window, title))
            return bool(found)

        _wait_for(look, seconds)
        return found[0]

    def press(self, key: str) -> None:
        code = self._display.keysym_to_keycode(XK.string_to_keysym(key))
        xtest.fake_input(self._display, X.KeyPress, code)
        xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()

    def focus(self, window: "Window") -> None:
        """Gives it the keyboard; taken away first, so that the program is told even if it had it already."""
        self._display.set_input_focus(X.NONE, X.RevertToParent, X.CurrentTime)
        window.handle.set_input_focus(X.RevertToParent, X.CurrentTime)
        self._display.sync()

    def _windows(self) -> "list[xdisplay.drawable.Window]":
        return list(self._root.query_tree().children)

    def _is_shown(self, window: "xdisplay.drawable.Window", title: str) -> bool:
        try:
            if window.get_attributes().map_state != X.IsViewable:
                return False
            name = window.get_full_text_property(self._display.get_atom("_NET_WM_NAME"))
        except (BadWindow, BadDrawable):
            return False
        return str(name or "").startswith(title)


class Window:
    def __init__(self, screen: Screen, handle: "xdisplay.drawable.Window") -> None:
        self._screen = screen
        self.handle = handle

    def picture(self, width: int = 700, height: int = 500) -> bytes:
        """The pixels of its middle, four bytes each."""
        size = self.handle.get_geometry()
        left, top = (size.width - width) // 2, (size.height - height) // 2
        try:
            return bytes(self.handle.get_image(left, top, width, height, X.ZPixmap, 0xFFFFFFFF).data)
        except BadMatch:
            return b""  # not on the screen yet

    def wait_until_painted(self, seconds: float = 20) -> None:
        _wait_for(lambda: len(_colours(self.picture())) >= VISIBLE_COLOURS, seconds)

    def seconds_until_changed(self, key: str, seconds: float = 30) -> float:
        """How long after the key its picture is another."""
        before = self.picture()
        self._screen.focus(self)  # without a window manager the focus does not stay by itself
        start = time.perf_counter()
        self._screen.press(key)
        _wait_for(lambda: self.picture() != before, seconds)
        return time.perf_counter() - start

    def settle(self, seconds: float = 0.35) -> None:
        """Waits until the picture has stood still for so long."""
        before, since = self.picture(), time.perf_counter()
        while time.perf_counter() - since < seconds:
            time.sleep(0.02)
            if (now := self.picture()) != before:
                before, since = now, time.perf_counter()


def _colours(picture: bytes) -> set[bytes]:
    return {picture[place : place + 3] for place in range(0, len(picture), 4 * 37)}


def _wait_for(condition: Callable[[], bool], seconds: float) -> None:
    end = time.perf_counter() + seconds
    while not condition():
        if time.perf_counter() > end:
            raise TimeoutError("the window did not come, or did not change")
        time.sleep(POLL_SECONDS)
