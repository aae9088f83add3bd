"""The floor of every start: the smallest window that PySide6 can show."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

TITLE = "Bare window"


def main() -> int:
    application = QApplication(sys.argv)
    label = QLabel("BeroepenTaal", None)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWindowTitle(TITLE)
    label.resize(1024, 730)
    label.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
