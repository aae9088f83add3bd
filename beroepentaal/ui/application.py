"""The running program as the desktop sees it: one per data folder, with its looks, and loud about its own mistakes."""

import hashlib
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from beroepentaal.refusal import Refusal
from beroepentaal.ui.theme import COLOURS, TYPE, stylesheet

FIRST_PAINT = 60
"""Milliseconds."""
PATIENCE = 500
"""Milliseconds in which a program that already runs must answer."""


class Application(QApplication):
    """Qt's part of the program, dressed in the theme."""

    def __init__(self, arguments: list[str] | None = None) -> None:
        """Raises Refusal on a PC without a screen."""
        if not _has_screen():
            raise Refusal("Er is geen scherm gevonden; start BeroepenTaal op een computer met een beeldscherm.")
        qInstallMessageHandler(_on_qt_message)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C in a terminal ends it; every answer is on disk already
        super().__init__(arguments or sys.argv[:1])
        self.setApplicationName("BeroepenTaal")
        self.setStyle("Fusion")
        self.setFont(QFont(TYPE.family, TYPE.body))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(COLOURS.paper))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(COLOURS.ink))
        self.setPalette(palette)
        self.setStyleSheet(stylesheet())

    def after_first_paint(self, then: Callable[[], None]) -> None:
        """Calls when the first page has had time to be drawn, so that slow work does not hold it up."""
        QTimer.singleShot(FIRST_PAINT, self, then)


@contextmanager
def without_a_screen() -> Iterator[None]:
    """For commands that draw: Qt's fonts and painters, and no window."""
    if QGuiApplication.instance():
        yield
        return
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_on_qt_message)
    application = QGuiApplication(sys.argv[:1])
    yield
    application.shutdown()


def _on_qt_message(_kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's warnings go to stderr, but for what it says of a PC without this sound server or that media library."""
    expected = (context.category or "").startswith("qt.multimedia") or "QtMultimedia backends" in message
    if sys.stderr and not expected and not message.startswith("PulseAudioService"):
        sys.stderr.write(f"{message}\n")


def _has_screen() -> bool:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class OnlyOne:
    """Sees to it that a data folder is open in one window; a second start brings the first one to the front."""

    def __init__(self, folder: Path) -> None:
        user = os.environ.get("USER") or os.environ.get("USERNAME") or ""
        digest = hashlib.sha256(f"{user}|{folder.resolve()}".encode()).hexdigest()[:16]
        self._name = f"beroepentaal-{digest}"
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)

    def found_another(self) -> bool:
        """Whether the program already runs; then it has been asked to come to the front."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE):
            return False
        socket.disconnectFromServer()
        return True

    def listen(self, come_to_front: Callable[[], None]) -> None:
        QLocalServer.removeServer(self._name)  # left behind by a PC that was switched off
        self._server.newConnection.connect(lambda: self._on_knock(come_to_front))
        self._server.listen(self._name)

    def close(self) -> None:
        self._server.close()

    def _on_knock(self, come_to_front: Callable[[], None]) -> None:
        while socket := self._server.nextPendingConnection():
            socket.disconnected.connect(socket.deleteLater)
        come_to_front()


def report_bugs(folder: Path, notify: Callable[[str], None]) -> Callable[[], None]:
    """A mistake of ours goes to stderr and a file, and the user hears that his answers are safe.

    Returns what ends that.
    """
    before = sys.excepthook

    def on_bug(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        story = "".join(traceback.format_exception(kind, bug, trace))
        if sys.stderr:
            sys.stderr.write(story)
        with suppress(OSError):  # the disk may be the very reason
            (folder / "fout.txt").write_text(story, encoding="utf-8")
        notify("Er ging iets mis in BeroepenTaal. Je antwoorden zijn bewaard; start het programma opnieuw.")

    def stop() -> None:
        sys.excepthook = before

    sys.excepthook = on_bug
    return stop
