"""`PageSplitter`: a scanned album page, the boxes proposed for its prints, corrected by hand, and cut out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QColor, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolBar, QVBoxLayout, QWidget

from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.icons import icon
from photorestore.gui.pixmaps import Picture
from photorestore.gui.print_jobs import PrintJobs
from photorestore.gui.state.print_boxes import PrintBoxes
from photorestore.gui.theme import Theme
from photorestore.gui.views.print_canvas import PrintCanvas
from photorestore.gui.views.question import ask
from photorestore.library.database import Database
from photorestore.library.photos import LibraryPhoto

_SIZE = (1060, 720)
_TURN_STEP = 0.5


class PageSplitter(QDialog):
    """A window of its own; the library goes on meanwhile."""

    saved = Signal(object)  # ids of the new photographs
    closed = Signal()

    def __init__(self, db: Database, page: LibraryPhoto, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(self.tr("Cut album page: {name}").format(name=page.name))
        self.resize(*_SIZE)
        self.boxes = PrintBoxes(page.width, page.height)
        self.canvas = PrintCanvas(self.boxes)
        self.canvas.set_surround(QColor(theme.colours.surround))
        self.jobs = PrintJobs(db, page)
        self.is_saving = False
        self._is_given_up = False
        self._build()
        self._connect()
        self._say(self.tr("The page is read and its prints are looked for…"), is_busy=True)
        self._show_boxes()
        self.jobs.read()

    def _build(self) -> None:
        self.tools = QToolBar(self.tr("Boxes"))
        self.tools.setAccessibleName(self.tr("Boxes"))
        self.tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        boxes = self.boxes
        self._for_box = [
            self._tool("turn-left", self.tr("Turn left"), ",", lambda: boxes.turn(-_TURN_STEP)),
            self._tool("turn-right", self.tr("Turn right"), ".", lambda: boxes.turn(_TURN_STEP)),
            self._tool("remove", self.tr("Delete box"), "Del", boxes.remove),
        ]
        self._tool("add", self.tr("Add box"), "Ins", self._add)
        self.tools.addSeparator()
        self._undo = self._tool("undo", self.tr("Undo"), "Ctrl+Z", boxes.undo, is_key=True)
        self._redo = self._tool("redo", self.tr("Redo"), "Ctrl+Shift+Z", boxes.redo, is_key=True)
        self._tool("fit", self.tr("Whole page"), "Ctrl+0", self.canvas.fit, is_key=True)
        self._words = QLabel(wordWrap=True)
        self._hint = QLabel(
            self.tr("Drag a box, its corners or its round handle; draw a new one beside them. Keys: arrows move, "
                    "Ctrl + arrows size, comma and full stop turn, N goes to the next."),
            wordWrap=True,
        )  # fmt: skip
        self._hint.setProperty("kind", "muted")
        self._bar = QProgressBar(maximum=0, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.save_button = QPushButton()
        self.save_button.setProperty("kind", "primary")
        self.save_button.setAutoDefault(False)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setAutoDefault(False)
        words = QVBoxLayout()
        words.addWidget(self._words)
        words.addWidget(self._hint)
        words.addWidget(self._bar)
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 14)
        row.setSpacing(14)
        row.addLayout(words, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.canvas, 1)
        column.addLayout(row)

    def _tool(self, sign: str, words: str, key: str, act: Callable[[], object], *, is_key: bool = False) -> QAction:
        """Keys of letters are the canvas's own; those with Ctrl are for the whole window."""
        action = self.tools.addAction(icon(sign, self.palette()), words)
        action.setToolTip(f"{words} ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})")
        if is_key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda checked: act())
        if button := self.tools.widgetForAction(action):
            button.setAccessibleName(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return action

    def _connect(self) -> None:
        self.boxes.changed.connect(self._show_boxes)
        self.jobs.was_read.connect(self._show_page)
        self.jobs.were_found.connect(self._show_found)
        self.jobs.was_cut.connect(self._show_cut)
        self.jobs.some_were_saved.connect(self.saved)
        self.jobs.were_saved.connect(self._end)
        self.jobs.failed.connect(self._fail)
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.close)
        self.canvas.setFocus()

    # --- what comes from the thread -------------------------------------------------------------------------------

    def _show_page(self, picture: Picture) -> None:
        self.canvas.show_picture(picture)

    def _show_found(self, found: Sequence[object]) -> None:
        self.boxes.propose(found)  # type: ignore[arg-type]  # a tuple of Prints
        if found:
            words = self.tr("{n} prints were found. Correct the boxes where they are not right.").format(n=len(found))
        else:
            words = self.tr("No prints were found by themselves. Draw a box around each.")
        self._say(words, is_busy=False)
        self._show_boxes()

    def _show_cut(self, number: int) -> None:
        self._bar.setValue(number)

    def _fail(self, sentence: str) -> None:
        self.is_saving = False
        self._say(in_window_language(sentence), is_busy=False)
        self._show_boxes()

    def _end(self, ids: Sequence[int]) -> None:
        self.is_saving = False
        self.saved.emit(list(ids))
        self.close()

    # --- doing ----------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        self.boxes.add_in_middle((self.boxes.size[0] / 2, self.boxes.size[1] / 2))
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        self.is_saving = True
        self._bar.setRange(0, len(self.boxes.boxes))
        self._bar.setValue(0)
        self._say(self.tr("The prints are cut out and saved…"), is_busy=True)
        self._show_boxes()
        self.jobs.save(self.boxes.boxes)

    def _say(self, words: str, *, is_busy: bool) -> None:
        self._words.setText(words)
        self._bar.setVisible(is_busy)
        self._hint.setVisible(not is_busy)

    def _show_boxes(self) -> None:
        number = len(self.jobs.unsaved(self.boxes.boxes))
        one, many = self.tr("Cut out 1 print"), self.tr("Cut out {n} prints")
        self.save_button.setText(one if number == 1 else many.format(n=number))
        self.save_button.setEnabled(number > 0 and not self._bar.isVisibleTo(self))
        self.canvas.setEnabled(not self.is_saving)
        self.tools.setEnabled(not self.is_saving)
        for action in self._for_box:
            action.setEnabled(self.boxes.box is not None)
        self._undo.setEnabled(self.boxes.can_undo)
        self._redo.setEnabled(self.boxes.can_redo)

    def reject(self) -> None:
        """Escape first lets go of the chosen box."""
        if self.boxes.current is not None:
            self.boxes.choose(None)
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """`QDialog` would take it for an Escape, which here only lets go of the chosen box."""
        event.ignore()
        if self.is_saving:  # a moment; what is half done would be found by nobody
            return
        if not self._is_given_up and self.boxes.are_corrected and self.jobs.unsaved(self.boxes.boxes):
            self._ask_to_give_up()
            return
        self.jobs.close()
        self.closed.emit()
        event.accept()

    def _ask_to_give_up(self) -> None:
        self.activateWindow()
        ask(
            self,
            self.tr("Throw the corrected boxes away?"),
            self.tr("Not all of their prints are cut out yet."),
            self.tr("Throw them away"), self.tr("Keep on"), self._give_up,
        )  # fmt: skip

    def _give_up(self) -> None:
        self._is_given_up = True
        self.close()
