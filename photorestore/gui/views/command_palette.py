"""`CommandPalette`: type a few letters, choose with the arrow keys, Enter does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from photorestore.gui.state.fuzzy import rank
from photorestore.gui.views.actions import Actions, menu_title

_SIZE = QSize(620, 460)
_ROW_PX = 38
_ICON_PX = 18
_MOST_ROWS = 400


@dataclass(frozen=True)
class _Item:
    words: str
    where: str  # the menu it stands in
    keys: str
    run: Callable[[], object]
    icon: QIcon | None = None
    action: QAction | None = None

    @property
    def is_possible(self) -> bool:
        return self.action is None or self.action.isEnabled()


class CommandPalette(QDialog):
    """Over all actions of all menus, and `more`: words and what to do. What is not possible now is shown last."""

    def __init__(self, actions: Actions, more: Sequence[tuple[str, Callable[[], object]]], parent: QWidget) -> None:
        super().__init__(parent)
        self._items = self._collect(actions, more)
        self._shown: list[_Item] = []
        self.setWindowTitle(self.tr("Find an action"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "palette")
        self.resize(_SIZE)
        self.query = QLineEdit(clearButtonEnabled=True)
        self.query.setPlaceholderText(self.tr("Action, page or photograph"))
        self.query.setAccessibleName(self.tr("Action, page or photograph"))
        self.query.setAccessibleDescription(self.tr("Up and Down choose, Enter does what is chosen."))
        self.list = QListWidget()
        self.list.setProperty("kind", "palette")
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._count = QLabel()
        self._count.setProperty("kind", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 10)
        column.setSpacing(8)
        for widget in (self.query, self.list, self._count):
            column.addWidget(widget)
        self.query.installEventFilter(self)
        self.query.textChanged.connect(self._search)
        self.list.itemClicked.connect(self._run)  # not `itemActivated`: on some desktops a click is both
        self.list.currentRowChanged.connect(self._announce)
        self._search("")

    def _collect(self, actions: Actions, more: Sequence[tuple[str, Callable[[], object]]]) -> list[_Item]:
        found = []
        for entry in actions.entries:
            action, where = actions[entry.name], menu_title(entry.menu).replace("&", "")
            if entry.name != "palette":
                keys = actions.shown_keys(entry.name)
                found.append(_Item(action.iconText(), where, keys, action.trigger, action.icon(), action))
        photograph = self.tr("Photograph")
        return found + [_Item(words, photograph, "", run) for words, run in more]

    def _search(self, query: str) -> None:
        places = rank(query, [f"{item.words} {item.where}" for item in self._items])[:_MOST_ROWS]
        self._shown = sorted((self._items[place] for place in places), key=lambda item: not item.is_possible)
        self.list.clear()
        for item in self._shown:
            self._add_row(item)
        self.list.setCurrentRow(0 if self._shown else -1)
        self._count.setText(self._count_words(len(self._shown)))

    def _add_row(self, item: _Item) -> None:
        row = QListWidgetItem()
        row.setSizeHint(QSize(0, _ROW_PX))
        spoken = ", ".join(filter(None, (item.words, item.where, item.keys)))
        row.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        if not item.is_possible:
            row.setFlags(row.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        self.list.addItem(row)
        self.list.setItemWidget(row, _Row(item))

    def _count_words(self, count: int) -> str:
        if count == 0:
            return self.tr("Nothing is called that.")
        return self.tr("1 found") if count == 1 else self.tr("{n} found").format(n=count)

    def _announce(self, row: int) -> None:
        """The list never has the focus, so a screen reader has to be told."""
        if 0 <= row < len(self._shown):
            words = self.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.query, words))

    def _run(self) -> None:
        row = self.list.currentRow()
        if self.isVisible() and 0 <= row < len(self._shown) and self._shown[row].is_possible:
            self.accept()
            self._shown[row].run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: 8,
                Qt.Key.Key_PageUp: -8,
            }.get(Qt.Key(event.key()))
            if step is not None and self._shown:
                at = self.list.currentRow() + step
                last = len(self._shown) - 1
                self.list.setCurrentRow(at % len(self._shown) if abs(step) == 1 else min(last, max(0, at)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
                return True
        return super().eventFilter(watched, event)


class _Row(QWidget):
    """The words, the menu they stand in, and the keys at the end."""

    def __init__(self, item: _Item) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        sign, words, where, keys = QLabel(), QLabel(item.words), QLabel(item.where), QLabel(item.keys)
        sign.setFixedWidth(_ICON_PX)
        if item.icon is not None:
            mode = QIcon.Mode.Normal if item.is_possible else QIcon.Mode.Disabled
            sign.setPixmap(item.icon.pixmap(QSize(_ICON_PX, _ICON_PX), self.devicePixelRatioF(), mode))
        words.setTextFormat(Qt.TextFormat.PlainText)
        for label in (where, keys):
            label.setProperty("kind", "muted")
        if not item.is_possible:
            words.setProperty("kind", "muted")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 0, 12, 0)
        line.setSpacing(10)
        line.addWidget(sign)
        line.addWidget(words)
        line.addWidget(where)
        line.addStretch()
        line.addWidget(keys)
