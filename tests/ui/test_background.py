import threading

import pytest
from pytestqt.qtbot import QtBot

from beroepentaal.refusal import Refusal
from beroepentaal.ui.application import Application
from beroepentaal.ui.background import ThreadBackground


@pytest.fixture
def background(qapp: Application) -> ThreadBackground:
    return ThreadBackground(qapp)


def test_work_runs_elsewhere_and_its_result_comes_back_to_the_screen(background: ThreadBackground, qtbot: QtBot) -> None:
    threads: list[int] = []
    results: list[int] = []

    def deliver(result: int) -> None:
        threads.append(threading.get_ident())
        results.append(result)

    background.run(threading.get_ident, deliver, pytest.fail)
    qtbot.waitUntil(lambda: bool(results))
    assert results[0] != threading.get_ident()
    assert threads == [threading.get_ident()]


def test_pieces_of_work_are_done_in_the_order_in_which_they_were_asked(background: ThreadBackground, qtbot: QtBot) -> None:
    done: list[int] = []
    for number in range(50):
        background.run(lambda number=number: number, done.append, pytest.fail)
    qtbot.waitUntil(lambda: len(done) == 50)
    assert done == list(range(50))


def test_a_refusal_is_told_and_the_next_work_goes_on(background: ThreadBackground, qtbot: QtBot) -> None:
    told: list[str] = []

    def refuse() -> None:
        raise Refusal("De schijf is vol.")

    background.run(refuse, pytest.fail, lambda refusal: told.append(str(refusal)))
    background.run(lambda: "verder", told.append, pytest.fail)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["De schijf is vol.", "verder"]


def test_a_bug_in_the_work_is_raised_on_the_screen_and_not_swallowed(background: ThreadBackground, qtbot: QtBot) -> None:
    def stumble() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as bugs:
        background.run(stumble, pytest.fail, pytest.fail)
        qtbot.waitUntil(lambda: bool(bugs))
    assert bugs[0][0] is ZeroDivisionError


def test_closing_waits_for_what_is_being_written(background: ThreadBackground) -> None:
    written: list[int] = []
    for number in range(20):
        background.run(lambda number=number: written.append(number), lambda _: None, pytest.fail)
    background.finish()
    assert len(written) == 20
