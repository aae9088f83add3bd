"""The program as its user starts it: a process of its own, a real database, a real window without a screen."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from beroepentaal import bootstrap
from beroepentaal.decks.library import DeckLibrary
from beroepentaal.ui.application import Application, OnlyOne


@contextmanager
def program(data: Path) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "beroepentaal", "--data", str(data)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_until_open(data: Path) -> None:
    for _ in range(400):
        if (data / "beroepentaal.sqlite").exists():
            with sqlite3.connect(data / "beroepentaal.sqlite") as connection:
                if connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'reviews'").fetchone()[0]:
                    return
        time.sleep(0.05)
    raise TimeoutError


def test_a_second_start_ends_at_once_and_leaves_the_first_alone(tmp_path: Path) -> None:
    with program(tmp_path) as first:
        wait_until_open(tmp_path)
        with program(tmp_path) as second:
            assert second.wait(20) == 0
        assert first.poll() is None


def test_a_start_after_a_power_cut_opens_again(tmp_path: Path) -> None:
    for _ in range(2):
        with program(tmp_path) as process:
            wait_until_open(tmp_path)
            time.sleep(0.3)
            assert process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.wait()


def close_when_refused(app: bootstrap.App) -> list[str]:
    """The sentences on the window when it says that it cannot start; then it is closed as its user would."""
    seen: list[str] = []

    def look() -> None:
        if any(button.text() == "Sluiten" and button.isVisible() for button in app.window.findChildren(QPushButton)):
            seen.extend(label.text() for label in app.window.findChildren(QLabel) if label.isVisible())
            app.window.close()
        else:
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)
    return seen


def run_refused(qapp: Application, data: Path, capfd: pytest.CaptureFixture[str]) -> str:
    app = bootstrap.App(qapp, OnlyOne(data), data)
    seen = close_when_refused(app)
    assert app.run() == 2
    said = capfd.readouterr().err.strip().splitlines()[-1]
    assert said in seen
    return said


@pytest.mark.parametrize("place", ["file", "system"])
def test_a_folder_in_which_nothing_can_be_kept_is_told_in_one_sentence(
    place: str, tmp_path: Path, qtbot: QtBot, qapp: Application, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    data = tmp_path / "file" / "data" if place == "file" else Path("/proc/beroepentaal")
    said = run_refused(qapp, data, capfd)
    assert re.fullmatch(r"De map '.*' kan niet gebruikt worden om in te bewaren\.", said)


def test_a_damaged_database_is_told_and_left_as_it_was(
    tmp_path: Path, qtbot: QtBot, qapp: Application, capfd: pytest.CaptureFixture[str]
) -> None:
    database = tmp_path / "beroepentaal.sqlite"
    database.write_bytes(b"this is not a database, whatever its name says" * 100)
    before = database.read_bytes()
    assert "beschadigd" in run_refused(qapp, tmp_path, capfd)
    assert database.read_bytes() == before


def test_a_damaged_deck_is_told_when_the_program_starts(
    tmp_path: Path,
    qtbot: QtBot,
    qapp: Application,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    deck = tmp_path / "decks" / "dakdekker"
    deck.mkdir(parents=True)
    (deck / "deck.toml").write_text("id = ")
    monkeypatch.setattr(bootstrap, "deck_library", lambda: DeckLibrary(tmp_path / "decks", tmp_path))
    assert "deck.toml, regel 1" in run_refused(qapp, tmp_path / "data", capfd)


def test_the_window_is_named_after_the_program(qtbot: QtBot, qapp: Application, tmp_path: Path) -> None:
    app = bootstrap.App(qapp, OnlyOne(tmp_path), tmp_path)
    assert app.window.windowTitle().startswith("BeroepenTaal")
    app.close()


@pytest.fixture
def started(qtbot: QtBot, qapp: Application, tmp_path: Path) -> Iterator[bootstrap.App]:
    """The whole program in this process, on its first page, with the database open."""
    app = bootstrap.App(qapp, OnlyOne(tmp_path), tmp_path)
    app.window.show()
    app._start_journey()
    app._open()
    qtbot.waitUntil(lambda: app._database is not None)
    yield app
    app.close()


def press(app: bootstrap.App, name: str) -> None:
    buttons = [button for button in app.window.findChildren(QAbstractButton) if button.isVisible()]
    next(button for button in buttons if button.accessibleName() == name).click()


def test_the_gear_leads_to_the_desk_and_every_page_of_it_leads_back(started: bootstrap.App, qtbot: QtBot) -> None:
    press(started, "Voor de docent")
    desk = started.workshop
    assert desk is not None
    press(started, "Geluid")
    qtbot.waitUntil(lambda: desk.voices.isVisible() and bool(desk._voices._lines), timeout=20_000)
    press(started, "Geluidsbestanden halen")
    assert desk.sound_files.isVisible()
    press(started, "Terug")
    press(started, "Zelf opnemen")
    assert desk.recording.isVisible()
    press(started, "Terug")
    press(started, "Terug")
    press(started, "Plaatjes")
    assert desk.pictures.isVisible()
    press(started, "Terug")
    assert desk.front.isVisible()
    press(started, "Terug")
    assert started.journey is not None
    assert started.journey.sign_in.isVisible()


def test_a_rendering_goes_into_the_data_of_this_pc_and_ends_with_the_program(
    started: bootstrap.App, qtbot: QtBot, tmp_path: Path
) -> None:
    press(started, "Voor de docent")
    press(started, "Geluid")
    desk = started.workshop
    assert desk is not None
    qtbot.waitUntil(lambda: bool(desk._voices._lines), timeout=20_000)
    desk.voices.renderRequested.emit("espeak", frozenset())
    qtbot.waitUntil(lambda: len(list(tmp_path.rglob("*.opus"))) > 3, timeout=20_000)
    started.close()
    made = len(list(tmp_path.rglob("*.opus")))
    assert made < 700  # of about a thousand
    assert not list(tmp_path.rglob("*.part"))
    started.close = lambda: None
