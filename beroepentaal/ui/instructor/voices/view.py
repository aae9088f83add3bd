"""The page about a deck's sound: its texts with their voices, and three ways to a better one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from beroepentaal.classroom.voicing import Line
from beroepentaal.decks import About
from beroepentaal.ui.instructor.deck_chooser import DeckChooser
from beroepentaal.ui.instructor.desk import Choice, DeskButton, DeskPage
from beroepentaal.ui.instructor.voices.actions import Actions
from beroepentaal.ui.instructor.voices.lines_model import Show
from beroepentaal.ui.instructor.voices.make_panel import MakePanel
from beroepentaal.ui.instructor.voices.making import Phase, Progress
from beroepentaal.ui.instructor.voices.panels import MakingStrip
from beroepentaal.ui.instructor.voices.presenter import NOTHING, Overview
from beroepentaal.ui.instructor.voices.table import LinesTable
from beroepentaal.ui.instructor.wording import number
from beroepentaal.ui.theme import COLOURS, DESK, SPACE
from beroepentaal.ui.widgets.pictures import icon


class VoicesPage(DeskPage):
    deckRequested = Signal(str)
    playRequested = Signal(object)
    slowRequested = Signal(object)
    recordRequested = Signal(object)
    bringInRequested = Signal()
    discardRequested = Signal(object)
    clearRequested = Signal()
    renderRequested = Signal(str, object)
    pauseRequested = Signal()
    resumeRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Geluid van"))
        self._is_reading = True
        self._wants_strip = True
        """The strip of a making that stands still was not put away."""
        self._add_deck_chooser()
        self._texts = QWidget()
        column = QVBoxLayout(self._texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self._ways())
        column.addWidget(self._making_strip())
        column.addLayout(self._summary_row())
        column.addLayout(self._search_row())
        column.addWidget(self._lines_table(), 1)
        column.addWidget(self._actions_row())
        self._make = MakePanel(self)
        self._make.renderRequested.connect(self._on_render)
        self._make.closed.connect(self._close_make_panel)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._texts)
        self._pages.addWidget(self._make)
        self.body.addWidget(self._pages, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._on_find)

    def show_decks(self, decks: Sequence[About], chosen: str) -> None:
        self._decks.show_decks(decks, chosen)
        self._wants_strip = True

    def show_reading(self) -> None:
        self.show_overview(NOTHING)
        self._is_reading = True
        self._wants_strip = True
        self._close_make_panel()
        self._choose()

    def show_overview(self, overview: Overview) -> None:
        self._is_reading = False
        self._summary.setText(overview.summary)
        if self.hasFocus():
            self._table.setFocus()
        self._table.show_lines(overview.lines)
        self._choose()
        self._show_unused(overview.unused)
        self._make.show_overview(overview)
        for choice in self._choices.findChildren(Choice):
            choice.setEnabled(bool(overview.lines))

    def show_line(self, line: Line, summary: str) -> None:
        self._summary.setText(summary)
        self._table.show_line(line)

    def show_making(self, progress: Progress | None) -> None:
        if progress:
            self._wants_strip = self._wants_strip or progress.phase is Phase.RUNNING
            self._strip.show_progress(progress)
        with_strip = progress is not None and self._wants_strip
        self._strip.setVisible(with_strip)
        self._choices.setVisible(not with_strip)

    def event(self, event: QEvent) -> bool:
        """Escape first closes what is open on the page; only then does it lead back."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event) and self._is_something_open:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if _is_escape(event) and self._is_something_open:
            self._close_make_panel()
            self._actions.answer(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    @property
    def _is_something_open(self) -> bool:
        return self._pages.currentWidget() is self._make or self._actions.is_asking

    def _add_deck_chooser(self) -> None:
        self._decks = DeckChooser(self)
        self._decks.deckRequested.connect(self.deckRequested)
        self.head.insertWidget(self.head.count() - 1, self._decks)

    def _ways(self) -> QWidget:
        self._choices = QWidget()
        record = Choice("microphone", self.tr("Zelf opnemen"), self.tr("De beste stem: een mens"), primary=True)
        make = Choice("wave", self.tr("Natuurlijke stem maken"), self.tr("Een computer spreekt alles in"))
        bring_in = Choice("folder", self.tr("Geluidsbestanden halen"), self.tr("Opnamen die je al hebt"))
        record.clicked.connect(lambda: self.recordRequested.emit([]))
        make.clicked.connect(self._open_make_panel)
        bring_in.clicked.connect(self.bringInRequested)
        row = QHBoxLayout(self._choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        for choice in (record, make, bring_in):
            row.addWidget(choice, 1)
        return self._choices

    def _making_strip(self) -> QWidget:
        self._strip = MakingStrip(self)
        self._strip.pauseRequested.connect(self.pauseRequested)
        self._strip.resumeRequested.connect(self.resumeRequested)
        self._strip.closed.connect(self._put_strip_away)
        self._strip.hide()
        return self._strip

    def _summary_row(self) -> QHBoxLayout:
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self._clear = DeskButton("", "trash", parent=self)
        self._clear.clicked.connect(lambda: self._actions.ask_clear(self._unused))
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self._summary, 1)
        row.addWidget(self._clear)
        return row

    def _search_row(self) -> QHBoxLayout:
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Zoek een woord of zin"))
        self._search.setAccessibleName(self.tr("Zoek een woord of zin"))
        self._search.setTextMargins(DESK.icon + SPACE.xs, 0, 0, 0)
        glass = QLabel(self._search)
        glass.setPixmap(icon("search", COLOURS.ink_soft, DESK.icon).pixmap(DESK.icon))
        glass.move(SPACE.s, (DESK.height - DESK.icon) // 2)
        self._search.textChanged.connect(self._choose)
        self._shown = QComboBox(self)
        self._shown.setAccessibleName(self.tr("Welke teksten"))
        for title, show in (
            (self.tr("Alles"), Show.ALL),
            (self.tr("Kern"), Show.CORE),
            (self.tr("Zonder goede stem"), Show.NOT_GOOD),
            (self.tr("Verouderd"), Show.STALE),
        ):
            self._shown.addItem(title, show)
        self._shown.setMinimumWidth(220)
        self._shown.currentIndexChanged.connect(self._choose)
        self._count = QLabel(self)
        self._count.setProperty("role", "soft")
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        row.addWidget(self._search, 1)
        row.addWidget(self._shown)
        row.addWidget(self._count)
        return row

    def _lines_table(self) -> QWidget:
        self._table = LinesTable(self)
        self._table.played.connect(self.playRequested)
        self._table.chosen.connect(self._on_chosen)
        self._table.discarded.connect(lambda: self._actions.ask_discard())
        return self._table

    def _actions_row(self) -> QWidget:
        self._actions = Actions(self)
        self._actions.hearRequested.connect(lambda: self.playRequested.emit(self._table.current))
        self._actions.slowRequested.connect(lambda: self.slowRequested.emit(self._table.current))
        self._actions.recordRequested.connect(lambda: self.recordRequested.emit(self._to_record()))
        self._actions.discardRequested.connect(self.discardRequested)
        self._actions.clearRequested.connect(self.clearRequested)
        self._actions.answered.connect(self._table.setFocus)
        return self._actions

    def _choose(self) -> None:
        """Which lines the table shows, by the filter and what is typed."""
        message = self.tr("Even geduld…") if self._is_reading else self.tr("Geen tekst gevonden.")
        self._table.show_only(self._shown.currentData(), self._search.text(), message)
        count = len(self._table.shown)
        self._count.setText(self.tr("1 tekst") if count == 1 else self.tr("{count} teksten").format(count=number(count)))

    def _show_unused(self, count: int) -> None:
        self._unused = count
        self._clear.setVisible(count > 0)
        self._clear.setText(self.tr("Oude geluiden opruimen ({count})").format(count=number(count)))
        self._clear.setAccessibleName(self._clear.text())

    def _on_chosen(self) -> None:
        self._actions.show_selection(self._table.selected, len(self._to_record()))

    def _to_record(self) -> list[Line]:
        """The selected lines, or of those that are shown all that no person has spoken yet."""
        return self._table.selected or [line for line in self._table.shown if not line.is_recorded]

    def _on_find(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _on_render(self, engine: str, only: object) -> None:
        self._close_make_panel()
        self.renderRequested.emit(engine, only)

    def _open_make_panel(self) -> None:
        self._pages.setCurrentWidget(self._make)
        self._make.open()

    def _close_make_panel(self) -> None:
        if self._pages.currentWidget() is self._make:
            self._pages.setCurrentWidget(self._texts)
            self._table.setFocus()

    def _put_strip_away(self) -> None:
        self._wants_strip = False
        self._strip.hide()
        self._choices.show()
        self._table.setFocus()


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
