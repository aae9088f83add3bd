from pathlib import Path

from pytestqt.qtbot import QtBot
from screen_fakes import RecordingSpeaker

from beroepentaal.ui.application import Application, OnlyOne
from beroepentaal.ui.main_window import MainWindow
from beroepentaal.ui.widgets.spoken_label import SpokenLabel


def test_a_second_start_brings_the_first_window_to_the_front(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = OnlyOne(tmp_path), OnlyOne(tmp_path)
    assert not first.found_another()
    knocked: list[bool] = []
    first.listen(lambda: knocked.append(True))
    assert second.found_another()
    qtbot.waitUntil(lambda: bool(knocked))
    first.close()


def test_two_data_folders_are_two_programs(qtbot: QtBot, tmp_path: Path) -> None:
    first, other = OnlyOne(tmp_path / "a"), OnlyOne(tmp_path / "b")
    first.listen(lambda: None)
    assert not other.found_another()
    first.close()


def test_a_minimised_window_comes_back(qtbot: QtBot, qapp: Application) -> None:
    window = MainWindow(RecordingSpeaker())
    qtbot.addWidget(window)
    window.showMinimized()
    window.come_to_front()
    assert window.isVisible()
    assert not window.isMinimized()


def test_a_notice_stays_until_it_is_put_away_and_can_be_heard(qtbot: QtBot, qapp: Application) -> None:
    speaker = RecordingSpeaker()
    window = MainWindow(speaker)
    qtbot.addWidget(window)
    window.show()
    window.notify("De schijf is vol.")
    notice = next(label for label in window.findChildren(SpokenLabel) if label.label.text() == "De schijf is vol.")
    assert notice.isVisible()
    notice.speaker.click()
    assert speaker.said == ["De schijf is vol."]
    window._notice._close.click()
    assert not notice.isVisible()
