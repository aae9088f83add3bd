"""The one place where slow work runs: a thread that does one piece after the other."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from beroepentaal.refusal import Refusal

Result = TypeVar("Result")


class ThreadBackground(QObject):
    """Implements ui.ports.Background. Anything but a Refusal is a bug and is raised on the screen's thread."""

    _delivered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._delivered.connect(lambda deliver: deliver())

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        def attempt() -> None:
            try:
                result = work()
            except Refusal as refusal:
                self._delivered.emit(lambda refusal=refusal: refused(refusal))
            except Exception as bug:
                self._delivered.emit(lambda bug=bug: _raise(bug))
            else:
                self._delivered.emit(lambda: then(result))

        self._pool.start(QRunnable.create(attempt))

    def to_screen(self, call: Callable[[], None]) -> None:
        self._delivered.emit(call)

    def finish(self) -> None:
        """Waits until everything that was asked is done; no more is delivered after it."""
        self._delivered.disconnect()
        self._pool.waitForDone()


def _raise(bug: Exception) -> None:
    raise bug
