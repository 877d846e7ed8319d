"""`RestorePanel`: what was found, the steps, the mask, the faces and the history, and the button that restores."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from photorestore.gui.state.desk import Desk
from photorestore.gui.state.open_photo import OpenPhoto, Phase
from photorestore.gui.views.faces_panel import FacesPanel
from photorestore.gui.views.findings import Findings
from photorestore.gui.views.fonts import bold
from photorestore.gui.views.history_panel import HistoryPanel
from photorestore.gui.views.restore_buttons import RestoreButtons
from photorestore.gui.views.stage_panel import StagePanel

_WIDTH_PX = 328
_MASK, _FACES = 1, 2


class RestorePanel(QFrame):
    def __init__(self, desk: Desk, mask_side: QWidget, draw_face: QAction) -> None:
        super().__init__()
        self._session = desk.session
        self.setProperty("kind", "panel")
        self.setFixedWidth(_WIDTH_PX)
        self.stages = StagePanel(desk.session, desk.recipes)
        self.faces = FacesPanel(desk.session, desk.recipes, desk.faces, draw_face)
        self.history = HistoryPanel(desk.session, desk.recipes)
        self.buttons = RestoreButtons(desk)
        self.tabs = QTabWidget(documentMode=True)
        for named in (self.tabs, self.tabs.tabBar()):
            named.setAccessibleName(self.tr("Parts of the panel"))
        self.tabs.tabBar().setExpanding(True)
        for words, widget in (
            (self.tr("Steps"), self._steps()),
            (self.tr("Mask"), _scrolling(mask_side, self.tr("Mask"))),
            (self.tr("Faces"), _scrolling(self.faces, self.tr("Faces"))),
            (self.tr("History"), self.history),
        ):
            self.tabs.addTab(widget, words)
        mask_side.show()  # taken from where it was, it is hidden
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.tabs, 1)
        column.addWidget(self.buttons)
        desk.session.current_changed.connect(self._show)
        desk.session.photo_changed.connect(self._show_photo)
        self._show()

    def recolour(self, palette: QPalette) -> None:
        self.stages.recolour(palette)
        self.faces.recolour(palette)

    def show_mask(self) -> None:
        self.tabs.setCurrentIndex(_MASK)

    def show_faces(self) -> None:
        self.tabs.setCurrentIndex(_FACES)

    def _head(self) -> QVBoxLayout:
        self._name = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._name.setFont(bold(self._name.font(), 1.15))
        self._facts = QLabel(wordWrap=True)
        self._facts.setProperty("kind", "muted")
        head = QVBoxLayout()
        head.setContentsMargins(18, 14, 18, 8)
        head.setSpacing(2)
        head.addWidget(self._name)
        head.addWidget(self._facts)
        return head

    def _steps(self) -> QWidget:
        self._title = QLabel(wordWrap=True)
        self._title.setFont(bold(self._title.font(), 1.0))
        self._findings = Findings()
        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setContentsMargins(18, 14, 18, 12)
        words.setSpacing(8)
        words.addWidget(self._title)
        words.addWidget(self._findings)
        words.addSpacing(6)
        words.addWidget(self.stages)
        words.addStretch()
        return _scrolling(inside, self.tr("Steps"))

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_photo(self, key: int) -> None:
        current = self._session.current
        if current is not None and current.key == key:
            self._show()

    def _show(self) -> None:
        entry = self._session.current
        if entry is None:
            return
        self._name.setText(_breakable(entry.path.name))
        self._name.setToolTip(str(entry.path))
        self._facts.setText(self._facts_of(entry))
        title, sentences = self._findings_of(entry)
        self._title.setText(title)
        self._findings.show_sentences(sentences)

    def _facts_of(self, entry: OpenPhoto) -> str:
        if entry.facts is None:
            return ""
        size = f"{entry.facts.width} × {entry.facts.height}"
        words = self.tr("{size} pixels, {bits} bits").format(size=size, bits=entry.facts.bit_depth)
        after = entry.restored_picture
        if after is not None and (after.width, after.height) != (entry.facts.width, entry.facts.height):
            words += "\n" + self.tr("Restored: {size} pixels").format(size=f"{after.width} × {after.height}")
        return words

    def _findings_of(self, entry: OpenPhoto) -> tuple[str, list[str]]:
        notes = list(entry.facts.notes) if entry.facts else []
        if entry.phase in (Phase.UNREAD, Phase.READING):
            return self.tr("Opening the photograph…"), []
        if entry.phase is Phase.UNREADABLE:
            return self.tr("This photograph could not be opened"), [entry.trouble]
        if entry.phase is Phase.LOOKING:
            return self.tr("Looking at the photograph…"), notes
        if entry.suggested is None:
            words = self.tr("This photograph was not examined; restoring looks for scratches and cracks.")
            return self.tr("What was found"), [words, *notes]
        return self.tr("What was found"), [*entry.suggested.reasons, *notes]


def _scrolling(inside: QWidget, name: str) -> QScrollArea:
    scroll = QScrollArea(widgetResizable=True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setAccessibleName(name)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    for surface in (scroll.viewport(), inside):
        surface.setAutoFillBackground(False)
    return scroll


def _breakable(name: str) -> str:
    """A label wraps at spaces only: allow a long file name to wrap after its punctuation too."""
    return "".join(letter + "\u200b" if letter in "_-." else letter for letter in name)
