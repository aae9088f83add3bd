from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from beroepentaal.ui.application import Application


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    """Pages are tested as they look."""
    return Application


@pytest.fixture(autouse=True)
def _leave_no_window(qapp: Application) -> Iterator[None]:
    before = set(QApplication.topLevelWidgets())
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    leaked = [widget for widget in QApplication.topLevelWidgets() if widget not in before and widget.isVisible()]
    assert not leaked
