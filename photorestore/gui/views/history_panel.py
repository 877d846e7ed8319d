"""`HistoryPanel`: the results of a photograph and its named settings; any of them can be gone back to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from photorestore.gui.moments import moment
from photorestore.gui.state.recipe_desk import RecipeDesk
from photorestore.gui.state.session import Session
from photorestore.gui.views.buttons import ActionButton
from photorestore.gui.views.fonts import bold, heading
from photorestore.library.versions import Version

_ROLE = Qt.ItemDataRole.UserRole
_LEAST_PX = 60  # of each list: the window has to fit on small screens


class HistoryPanel(QWidget):
    def __init__(self, session: Session, recipes: RecipeDesk) -> None:
        super().__init__()
        self._session = session
        self._recipes = recipes
        self._shown: object = None
        self.versions = self._list(self.tr("Results"))
        self.versions.itemActivated.connect(self._go_to_version)
        self.snapshots = self._list(self.tr("Named settings"))
        self.snapshots.itemActivated.connect(self._go_to_snapshot)
        self.snapshot_button = ActionButton()
        self.snapshot_button.setProperty("kind", "words")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("Results")))
        column.addWidget(self.versions, 3)
        column.addSpacing(8)
        column.addWidget(heading(self.tr("Named settings")))
        column.addWidget(self.snapshots, 2)
        column.addWidget(self.snapshot_button, alignment=Qt.AlignmentFlag.AlignLeft)
        session.current_changed.connect(self._show)
        session.photo_changed.connect(self._on_photo)
        self._show()

    def bind(self, snapshot: QAction) -> None:
        self.snapshot_button.show_action(snapshot)

    def _list(self, name: str) -> QListWidget:
        made = QListWidget()
        made.setProperty("kind", "rows")
        made.setStyleSheet("QListWidget { activate-on-singleclick: 1 }")  # a click and Enter, on every desktop
        made.setAccessibleName(name)
        made.setWordWrap(True)
        made.setMinimumHeight(_LEAST_PX)
        return made

    def _on_photo(self, key: int) -> None:
        current = self._session.current
        if current is not None and current.key == key:
            self._show()

    def _show(self) -> None:
        entry = self._session.current
        now = None if entry is None else (entry.key, entry.is_ready, entry.versions, entry.snapshots, entry.version)
        if now == self._shown:
            return
        self._shown = now
        self.versions.clear()
        self.snapshots.clear()
        if entry is None or not entry.is_ready:
            return
        self._add_version(self.tr("Original photograph"), None, entry.version is None)
        for at, version in enumerate(entry.versions):
            is_shown = entry.version is not None and version.id == entry.version.id
            self._add_version(self._words(at + 1, version), version, is_shown)
        for named in entry.snapshots:
            item = QListWidgetItem(f"{named.name}\n{moment(named.created)}")
            item.setData(_ROLE, named)
            self.snapshots.addItem(item)

    def _add_version(self, words: str, version: Version | None, is_shown: bool) -> None:
        item = QListWidgetItem(words)
        item.setData(_ROLE, version)
        if is_shown:
            item.setFont(bold(self.font()))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("{words}, shown").format(words=words))
        self.versions.insertItem(0, item)
        if is_shown:
            self.versions.setCurrentItem(item)

    def _words(self, number: int, version: Version) -> str:
        name = version.name or self.tr("Result {n}").format(n=number)
        return f"{name}\n{moment(version.created)}"

    def _go_to_version(self, item: QListWidgetItem) -> None:
        version: Version | None = item.data(_ROLE)
        entry = self._session.current
        if entry is not None and _number(version) != _number(entry.version):
            self._recipes.go_to_version(version)

    def _go_to_snapshot(self, item: QListWidgetItem) -> None:
        self._recipes.go_to_named(item.data(_ROLE))


def _number(version: Version | None) -> int:
    return 0 if version is None else version.id
