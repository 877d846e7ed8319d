"""Everything the window and its pages can do, each once: words, keys, icon and menu; and the keys a user prefers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QWidget

from photorestore.gui.icons import icon
from photorestore.gui.settings import SHORTCUTS, Settings
from photorestore.gui.words import QT_TRANSLATE_NOOP

MENUS: tuple[tuple[str, str], ...] = (
    ("file", QT_TRANSLATE_NOOP("Menus", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menus", "&Edit")),
    ("view", QT_TRANSLATE_NOOP("Menus", "&View")),
    ("photo", QT_TRANSLATE_NOOP("Menus", "&Photograph")),
    ("mask", QT_TRANSLATE_NOOP("Menus", "&Mask")),
    ("album", QT_TRANSLATE_NOOP("Menus", "&Album")),
    ("go", QT_TRANSLATE_NOOP("Menus", "&Go")),
    ("help", QT_TRANSLATE_NOOP("Menus", "&Help")),
)


@dataclass(frozen=True)
class Entry:
    """`menu` is a name in `MENUS`. A page's entry works on its page only, unless it is for `everywhere`.

    `on_page`: its keys, often single letters, reach the page's own widgets only. `is_held`: its keys also act while
    held down, so the page watches them itself and the menu only names them.
    """

    name: str
    menu: str
    text: str
    tip: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    is_switch: bool = False
    on_page: bool = False
    is_held: bool = False
    everywhere: bool = False
    after_line: bool = False  # in its menu
    page: str = ""  # filled in by `Actions.add`

    def meets(self, other: Entry) -> bool:
        """Whether both can be wanted at the same time, so that one key for both would be ambiguous."""
        return not self.page or not other.page or self.page == other.page


class Actions(QObject):
    """The entries as QActions, by name. An action is enabled if its owner wants it and its page is shown."""

    keys_changed = Signal()

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._entries: dict[str, Entry] = {}
        self._actions: dict[str, QAction] = {}
        self._refused: set[str] = set()
        self._page = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries.values())

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def add(
        self,
        entries: Iterable[Entry],
        commands: Mapping[str, Callable[..., object]],
        page: QWidget | None = None,
        page_name: str = "",
        made: Mapping[str, QAction] | None = None,
    ) -> None:
        """`commands` says by name what each entry does; a switch is told on or off.

        `made` are actions that a page made itself, with what they do: they only get their keys and place here.
        """
        for plain in entries:
            entry = replace(plain, page="" if plain.everywhere else page_name)
            action = (made or {}).get(entry.name) or self._make(entry, commands, page)
            self._entries[entry.name], self._actions[entry.name] = entry, action
            self._set_keys(entry)
            self._enable(entry)

    def _make(self, entry: Entry, commands: Mapping[str, Callable[..., object]], page: QWidget | None) -> QAction:
        action = QAction(entry.text, self._window)
        action.setCheckable(entry.is_switch)
        action.setIconText(entry.text.replace("&", "").rstrip(" …"))
        if entry.on_page:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        (action.toggled if entry.is_switch else action.triggered).connect(_command(entry, commands))
        (page if page is not None and entry.on_page else self._window).addAction(action)
        return action

    def menu(self, name: str) -> list[QAction | None]:
        """What the menu offers on the page that is shown; None is a line. What is for every page comes last."""
        here = [entry for entry in self.entries if entry.menu == name and entry.page == self._page]
        everywhere = [entry for entry in self.entries if entry.menu == name and not entry.page]
        listed: list[QAction | None] = []
        for part in (here, everywhere):
            for at, entry in enumerate(part):
                if listed and (at == 0 or entry.after_line):
                    listed.append(None)
                listed.append(self[entry.name])
        return listed

    def recolour(self, palette: QPalette) -> None:
        for entry in self.entries:
            if entry.icon:
                self._actions[entry.name].setIcon(icon(entry.icon, palette))

    # --- who may be triggered -------------------------------------------------------------------------------------

    def set_enabled(self, name: str, on: bool) -> None:
        self._refused -= {name}
        if not on:
            self._refused |= {name}
        self._enable(self._entries[name])

    def show_page(self, page_name: str) -> None:
        """From now on the actions of this page can be triggered, and those of no other."""
        self._page = page_name
        for entry in self.entries:
            self._enable(entry)

    def _enable(self, entry: Entry) -> None:
        is_there = not entry.page or entry.page == self._page
        self._actions[entry.name].setEnabled(is_there and entry.name not in self._refused)

    # --- keys -----------------------------------------------------------------------------------------------------

    def keys_of(self, name: str) -> tuple[str, ...]:
        chosen = self._settings.get(SHORTCUTS).get(name)
        return self._entries[name].keys if chosen is None else tuple(chosen)

    def has_usual_keys(self, name: str) -> bool:
        return self.keys_of(name) == self._entries[name].keys

    def shown_keys(self, name: str) -> str:
        """As this computer names them."""
        return ", ".join(_sequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in self.keys_of(name))

    def conflicts(self, name: str, keys: Sequence[str]) -> list[Entry]:
        """Which other entries have one of these keys and can be wanted at the same time."""
        wanted, entry = {_sequence(key).toString() for key in keys}, self._entries[name]
        others = (other for other in self.entries if other.name != name and other.meets(entry))
        return [other for other in others if wanted & {_sequence(k).toString() for k in self.keys_of(other.name)}]

    def rebind(self, name: str, keys: Sequence[str]) -> None:
        """Use these keys from now on; the usual ones are not kept as a choice."""
        chosen = {other: list(taken) for other, taken in self._settings.get(SHORTCUTS).items() if other != name}
        if tuple(keys) != self._entries[name].keys:
            chosen[name] = list(keys)
        self._settings.set(SHORTCUTS, chosen)
        self._set_keys(self._entries[name])
        self.keys_changed.emit()

    def reset_keys(self) -> None:
        self._settings.reset(SHORTCUTS)
        for entry in self.entries:
            self._set_keys(entry)
        self.keys_changed.emit()

    def _set_keys(self, entry: Entry) -> None:
        action, shown = self._actions[entry.name], self.shown_keys(entry.name)
        words = entry.tip or action.iconText()
        action.setToolTip(f"{words} ({shown})" if shown else words)
        if entry.is_held:
            action.setText(f"{entry.text}\t{shown}")
        else:
            action.setShortcuts([_sequence(key) for key in self.keys_of(entry.name)])


def menu_title(name: str) -> str:
    return QCoreApplication.translate("Menus", dict(MENUS)[name])


def _sequence(key: str) -> QKeySequence:
    return QKeySequence(key, QKeySequence.SequenceFormat.PortableText)


def _command(entry: Entry, commands: Mapping[str, Callable[..., object]]) -> Callable[[bool], object]:
    command = commands[entry.name]
    return command if entry.is_switch else lambda checked: command()
