from collections.abc import Iterator
from pathlib import Path

import pytest
from photo_files import encoded, from_a_phone, greys, halves
from picture_fakes import DRAIN, ROOF
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from screen_fakes import AtOnce, RecordingSpeaker

from beroepentaal.classroom.picturing import Crop
from beroepentaal.ui.instructor.pictures.card_grid import CardGrid
from beroepentaal.ui.instructor.pictures.card_model import CARD
from beroepentaal.ui.instructor.pictures.crop_frame import CropFrame
from beroepentaal.ui.instructor.pictures.loaded_photo import PhotoFolder
from beroepentaal.ui.instructor.pictures.presenter import PicturesPresenter
from beroepentaal.ui.instructor.pictures.view import PicturesPage
from beroepentaal.ui.main_window import MainWindow
from beroepentaal.ui.photos import read_photo

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256"><rect width="256" height="256" fill="#23303B"/></svg>'
DECKS = {each.id: each for each in (ROOF, DRAIN)}


class Desk:
    """The page in the window, with its presenter and real photos on a real disk."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.window = MainWindow(RecordingSpeaker())
        qtbot.addWidget(self.window)
        drawings = folder / "drawings" / "dak"
        drawings.mkdir(parents=True)
        for name in ("helm.svg", "ladder.svg"):
            (drawings / name).write_text(DRAWING)
        self.page = page = PicturesPage(folder / "drawings", self.window)
        self.window.add_page(page)
        self.photos = PhotoFolder(folder / "own")
        self.notices: list[str] = []
        self.left: list[bool] = []
        self.presenter = presenter = PicturesPresenter(
            page,
            [deck.about for deck in DECKS.values()],
            DECKS.__getitem__,
            self.photos,
            AtOnce(),
            self.notices.append,
            lambda: self.left.append(True),
        )
        for signal, handler in (
            (page.deckRequested, presenter.on_deck),
            (page.searchRequested, presenter.on_search),
            (page.cardRequested, presenter.on_choose),
            (page.photoRequested, presenter.on_photo),
            (page.saveRequested, presenter.on_save),
            (page.cancelRequested, presenter.on_cancel),
            (page.removeRequested, presenter.on_remove),
            (page.undoRequested, presenter.on_undo),
            (page.backRequested, presenter.on_leave),
        ):
            signal.connect(handler)
        self.window.resize(1024, 640)
        self.window.show()
        self.window.show_page(page)
        presenter.open()
        QApplication.processEvents()

    @property
    def grid(self) -> CardGrid:
        return self.page.findChild(CardGrid)

    @property
    def frame(self) -> CropFrame:
        return self.page.findChild(CropFrame)

    @property
    def search(self) -> QLineEdit:
        return self.page.findChild(QLineEdit)

    @property
    def is_cutting(self) -> bool:
        QApplication.processEvents()
        return self.frame.isVisible()

    @property
    def words(self) -> list[str]:
        model = self.grid.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @property
    def heard(self) -> list[str]:
        """What a screen reader says of each."""
        model = self.grid.model()
        return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    def has_photo(self, term: str) -> bool:
        return self.photos.path("dak", term) is not None

    def button(self, name: str) -> QAbstractButton:
        QApplication.processEvents()
        shown = [button for button in self.page.findChildren(QAbstractButton) if button.isVisible()]
        return next(button for button in shown if (button.accessibleName() or button.text()) == name)

    def click(self, name: str) -> None:
        self.qtbot.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.windowHandle(), key, modifier)
        QApplication.processEvents()

    def paste(self) -> None:
        self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def copy(self, data: bytes) -> None:
        given = QMimeData()
        given.setData("image/jpeg", data)
        QGuiApplication.clipboard().setMimeData(given)

    def hold(self, given: QMimeData, place: QPoint) -> QDragEnterEvent:
        event = QDragEnterEvent(
            place, Qt.DropAction.CopyAction, given, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self.page, event)
        return event

    def drop(self, given: QMimeData, place: QPoint) -> None:
        self.hold(given, place)
        button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.page, QDropEvent(QPointF(place), Qt.DropAction.CopyAction, given, button, held))

    def place_of(self, row: int) -> QPoint:
        """Of a card, on the page."""
        spot = self.grid.visualRect(self.grid.model().index(row, 0)).center()
        return self.grid.viewport().mapTo(self.page, spot)

    def says(self, text: str) -> bool:
        QApplication.processEvents()
        return any(text in label.text() for label in self.page.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    yield Desk(qtbot, tmp_path)
    QGuiApplication.clipboard().clear()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "foto.jpg"
    file.write_bytes(from_a_phone(halves()))
    return file


@pytest.fixture
def dialog(monkeypatch: pytest.MonkeyPatch, photo: Path) -> list[str]:
    """The folders in which a photo was looked for; the person at the desk takes the one photo there is."""
    folders: list[str] = []

    def choose(_parent: QWidget, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        folders.append(folder)
        return str(photo), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    return folders


def test_each_word_says_what_it_shows_without_colour(desk: Desk) -> None:
    desk.search.setText("goot")
    assert desk.heard == ["de goot, geen plaatje"]
    desk.search.clear()
    assert desk.heard == ["de helm, tekening", "de ladder, tekening"]
    assert desk.says("2 woorden")
    assert desk.says("Tekening")


def test_a_photo_from_a_file_becomes_the_picture_of_the_word(desk: Desk, dialog: list[str]) -> None:
    desk.click("Foto kiezen…")
    assert desk.says("Foto voor de helm")
    desk.click("Bewaar")
    assert not desk.is_cutting
    assert desk.heard[0] == "de helm, eigen foto"
    assert desk.says("Eigen foto")
    assert desk.says("2 woorden, 1 met een eigen foto")
    assert desk.grid.hasFocus()


def test_the_next_photo_is_looked_for_where_the_last_one_was(desk: Desk, dialog: list[str], photo: Path) -> None:
    for _ in range(2):
        desk.click("Foto kiezen…")
        desk.click("Annuleer")
    assert dialog[1] == str(photo.parent)


def test_without_a_file_nothing_happens(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    desk.click("Foto kiezen…")
    assert not desk.is_cutting
    assert not desk.notices


def test_a_photo_is_placed_and_kept_by_keyboard_alone(desk: Desk, dialog: list[str]) -> None:
    assert desk.grid.hasFocus()
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Tab)
    desk.press(Qt.Key.Key_Return)
    assert desk.frame.hasFocus()
    for key in (Qt.Key.Key_Minus, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right):
        desk.press(key)
    crop = desk.frame.crop
    assert crop.side < 300
    assert crop.left > (300 - crop.side) // 2
    desk.press(Qt.Key.Key_Plus)
    assert desk.frame.crop.side > crop.side
    desk.press(Qt.Key.Key_Return)
    assert desk.has_photo("ladder")
    assert not desk.has_photo("helm")


def test_enter_on_cancel_cancels(desk: Desk, dialog: list[str]) -> None:
    desk.click("Foto kiezen…")
    desk.button("Annuleer").setFocus()
    desk.press(Qt.Key.Key_Return)
    assert not desk.is_cutting
    assert not desk.has_photo("helm")


def test_escape_leads_from_the_photo_to_the_words_and_then_away(desk: Desk, dialog: list[str]) -> None:
    desk.click("Foto kiezen…")
    desk.press(Qt.Key.Key_Escape)
    assert not desk.is_cutting
    assert not desk.left
    desk.press(Qt.Key.Key_Escape)
    assert desk.left


def test_a_photo_is_pasted_also_when_one_was_searching(desk: Desk) -> None:
    desk.copy(from_a_phone(halves()))
    desk.search.setFocus()
    desk.paste()
    assert desk.is_cutting
    assert not desk.search.text()


def test_words_are_pasted_into_the_search_field(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("ladder")
    desk.search.setFocus()
    desk.paste()
    assert desk.words == ["de ladder"]
    assert not desk.notices


def test_pasting_nothing_says_what_to_do(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()
    desk.click("Plakken")
    assert desk.notices == ["Er staat geen foto op het klembord; kopieer eerst een foto."]


def test_a_photo_that_is_dropped_on_a_word_is_for_that_word(desk: Desk, photo: Path) -> None:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(photo))])
    desk.drop(given, desk.place_of(1))
    assert desk.says("Foto voor de ladder")


def test_a_photo_that_is_dropped_beside_the_words_is_for_the_chosen_one(desk: Desk, photo: Path) -> None:
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(photo))])
    assert desk.hold(given, QPoint(900, 400)).isAccepted()
    assert desk.says("Laat de foto los")
    QApplication.sendEvent(desk.page, QDragLeaveEvent())
    assert desk.says("Of sleep een foto hierheen")
    desk.drop(given, QPoint(900, 400))
    assert desk.says("Foto voor de helm")


def test_text_cannot_be_dropped(desk: Desk) -> None:
    given = QMimeData()
    given.setText("helm")
    assert not desk.hold(given, QPoint(900, 400)).isAccepted()


def test_the_frame_is_moved_by_its_middle_and_sized_by_its_corners(desk: Desk, dialog: list[str]) -> None:
    desk.click("Foto kiezen…")
    frame = desk.frame
    middle = frame.rect().center()
    assert frame.crop == Crop(0, 0, 300)
    scale = (min(frame.width(), frame.height()) - 42) / 400
    corner = middle + QPoint(round(-200 * scale), round(-150 * scale))
    drag(frame, middle, middle + QPoint(2000, 0))
    assert frame.crop == Crop(100, 0, 300)
    drag(frame, middle, middle - QPoint(2000, 0))
    drag(frame, corner, corner + QPoint(round(100 * scale), round(100 * scale)))
    assert abs(frame.crop.side - 200) <= 2
    assert abs(frame.crop.left - 100) <= 2
    assert frame.crop.top + frame.crop.side == 300


def test_the_wheel_sizes_the_frame_around_its_middle(desk: Desk, dialog: list[str]) -> None:
    desk.click("Foto kiezen…")
    for turn in (-120, -120, 120, 120):
        wheel(desk.frame, turn)
    assert abs(desk.frame.crop.side - 300) <= 3
    for _ in range(20):
        wheel(desk.frame, 120)
    assert desk.frame.crop == Crop(0, -50, 400)


def test_what_is_in_the_frame_is_what_is_kept(desk: Desk, dialog: list[str]) -> None:
    desk.click("Foto kiezen…")
    for _ in range(20):
        wheel(desk.frame, -120)
    drag(desk.frame, desk.frame.rect().center(), desk.frame.rect().center() + QPoint(2000, 0))
    desk.click("Bewaar")
    kept = desk.photos.path("dak", "helm")
    assert kept
    colour = read_photo(kept.read_bytes()).pixelColor(5, 320)
    assert colour.blue() > 2 * colour.red()


def test_turning_keeps_the_frame_on_the_same_part(desk: Desk, dialog: list[str]) -> None:
    desk.click("Foto kiezen…")
    desk.click("Draai")
    assert desk.frame.crop == Crop(0, 0, 300)
    desk.click("Draai")
    assert desk.frame.crop == Crop(100, 0, 300)
    desk.click("Bewaar")
    kept = desk.photos.path("dak", "helm")
    assert kept
    assert read_photo(kept.read_bytes()).pixelColor(5, 320).blue() > 120


def test_a_dark_photo_is_made_lighter_unless_one_does_not_want_it(desk: Desk) -> None:
    desk.copy(encoded(greys(5, 90), "jpeg"))
    kept = []
    for _ in range(2):
        desk.paste()
        light = desk.page.findChild(QCheckBox)
        assert light.isChecked()
        if kept:
            desk.press(Qt.Key.Key_Tab)
            desk.press(Qt.Key.Key_Tab)
            desk.press(Qt.Key.Key_Space)
        desk.click("Bewaar")
        path = desk.photos.path("dak", "helm")
        assert path
        kept.append(read_photo(path.read_bytes()).pixelColor(630, 5).red())
    assert kept[0] > kept[1] + 40


def test_a_photo_of_good_light_offers_nothing_to_choose(desk: Desk) -> None:
    desk.copy(encoded(greys(0, 255), "jpeg"))
    desk.paste()
    light = desk.page.findChild(QCheckBox)
    assert not light.isEnabled()
    assert light.text() == "Lichter maken is niet nodig"


def test_back_to_the_drawing_and_undone_by_keyboard(desk: Desk, dialog: list[str]) -> None:
    assert not desk.button("Terug naar de tekening").isEnabled()
    assert not desk.button("Ongedaan maken").isEnabled()
    desk.click("Foto kiezen…")
    desk.click("Bewaar")
    desk.button("Terug naar de tekening").setFocus()
    desk.press(Qt.Key.Key_Return)
    assert not desk.has_photo("helm")
    assert desk.button("Ongedaan maken").hasFocus()
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.has_photo("helm")
    assert desk.heard[0] == "de helm, eigen foto"


def test_where_there_is_no_drawing_to_go_back_to_the_photo_is_taken_away(desk: Desk) -> None:
    desk.search.setText("goot")
    assert desk.says("Nog geen plaatje")
    assert desk.button("Foto weghalen")


def test_undo_does_nothing_behind_the_back_of_who_cuts_a_photo(desk: Desk, dialog: list[str]) -> None:
    desk.click("Foto kiezen…")
    desk.click("Bewaar")
    desk.click("Foto kiezen…")
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.has_photo("helm")
    assert desk.is_cutting


def test_letters_that_are_typed_among_the_words_search(desk: Desk) -> None:
    for key in (Qt.Key.Key_L, Qt.Key.Key_A):
        desk.press(key)
    assert desk.search.hasFocus()
    assert desk.words == ["de ladder"]
    desk.press(Qt.Key.Key_Down)
    assert desk.grid.hasFocus()
    assert desk.grid.currentIndex().data(CARD).term.id == "ladder"


def test_nothing_found_is_said(desk: Desk) -> None:
    desk.search.setText("xqxqxq")
    assert desk.words == []
    assert desk.says("0 woorden")


def test_another_deck_shows_its_own_words(desk: Desk) -> None:
    decks = desk.page.findChild(QComboBox)
    decks.setFocus()
    desk.press(Qt.Key.Key_Down)
    assert desk.words == ["de buis"]


def test_everything_that_can_be_reached_has_a_name(desk: Desk, dialog: list[str]) -> None:
    def check() -> None:
        for widget in desk.page.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                assert widget.accessibleName() or text, widget

    check()
    desk.click("Foto kiezen…")
    check()


@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
def test_no_button_is_cut_off_on_a_screen_of_any_size(desk: Desk, dialog: list[str], size: tuple[int, int]) -> None:
    desk.window.resize(*size)

    def check() -> None:
        QApplication.processEvents()
        for button in desk.page.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width(), button.text()
                assert button.height() >= 44, button.text()
                assert desk.page.rect().contains(button.geometry().translated(button.parentWidget().mapTo(desk.page, QPoint())))
        assert not desk.page.grab().isNull()

    check()
    desk.click("Foto kiezen…")
    check()
    assert (desk.window.width(), desk.window.height()) == size


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)
    QApplication.processEvents()


def wheel(widget: QWidget, turn: int) -> None:
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
