import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from beroepentaal.ui.application import Application

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("default", deadline=None)  # machines are noisy; speed is measured in benchmarks/
settings.load_profile("default")


@pytest.fixture(scope="session")
def qapp_cls() -> type["Application"]:
    """Pages are tested as they look."""
    from beroepentaal.ui.application import Application

    return Application


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test ever touches the data of the person who runs it."""
    monkeypatch.setenv("BEROEPENTAAL_DATA", str(tmp_path_factory.mktemp("data")))
