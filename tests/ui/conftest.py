import pytest

from beroepentaal.ui.application import Application


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    """Pages are tested as they look."""
    return Application
