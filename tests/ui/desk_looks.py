"""What must hold for how every page of the desk looks."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QTabBar, QTableView, QWidget

CONTROLS = QAbstractButton | QComboBox | QLineEdit | QTabBar


def assert_nothing_is_cut_off(page: QWidget, state: str) -> None:
    QApplication.processEvents()
    window = page.window()
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            assert widget.height() >= widget.heightForWidth(widget.width()), (state, widget.text())
        elif not isinstance(widget.parent(), QTableView):
            assert widget.width() >= min(widget.sizeHint().width(), widget.minimumSizeHint().width()), (state, widget)
        corner = widget.mapTo(window, QPoint(widget.width() - 1, widget.height() - 1))
        assert window.rect().contains(corner), (state, widget)


def assert_every_control_is_named_and_large_enough(page: QWidget, state: str) -> None:
    QApplication.processEvents()
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, CONTROLS) and widget.focusPolicy() and not _is_inside_another(widget):
            name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert name, (state, widget)
            assert widget.height() >= 44, (state, name)


def _is_inside_another(widget: QWidget) -> bool:
    return isinstance(widget.parent(), QComboBox | QTabBar)
