"""Everything the window can do, each once: its words, keys, icon and menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QPalette
from PySide6.QtWidgets import QWidget

from photorestore.gui.icons import icon


@dataclass(frozen=True)
class Entry:
    """`on_page`: its keys, often single letters, don't reach beyond the page. `held`: its keys also act while held
    down, so the window watches them itself and the menu only names them."""

    name: str
    menu: str
    text: str
    tip: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    is_switch: bool = False
    on_page: bool = False
    is_held: bool = False


class Actions(QObject):
    """The entries as QActions, by name; `commands` says by name what each does (a switch is told on or off)."""

    def __init__(self, window: QWidget, page: QWidget, commands: Mapping[str, Callable[..., object]]) -> None:
        super().__init__(window)
        self.entries = (*self._file_entries(), *self._restore_entries(), *self._view_entries(), *self._zoom_entries())
        help_menu = self.tr("&Help")
        self.entries += (Entry("keys", help_menu, self.tr("&Keys and gestures"), keys=("F1", "Ctrl+/")),)
        self._actions: dict[str, QAction] = {}
        for entry in self.entries:
            action = _make(entry, window)
            (action.toggled if entry.is_switch else action.triggered).connect(_command(entry, commands))
            (page if entry.on_page else window).addAction(action)
            self._actions[entry.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def menus(self) -> dict[str, list[QAction]]:
        menus: dict[str, list[QAction]] = {}
        for entry in self.entries:
            menus.setdefault(entry.menu, []).append(self._actions[entry.name])
        return menus

    def recolour(self, palette: QPalette) -> None:
        for entry in self.entries:
            if entry.icon:
                self._actions[entry.name].setIcon(icon(entry.icon, palette))

    def _file_entries(self) -> tuple[Entry, ...]:
        menu = self.tr("&File")
        open_tip = self.tr("Open photographs; you can also drop them on the window")
        save_tip = self.tr("Save the restored photograph; the original stays as it is")
        return (
            Entry("open", menu, self.tr("&Open…"), open_tip, ("Ctrl+O",), "open"),
            Entry("save", menu, self.tr("&Save as…"), save_tip, ("Ctrl+S", "Ctrl+Shift+S"), "save"),
            Entry("close", menu, self.tr("&Close photograph"), keys=("Ctrl+W",)),
            Entry("quit", menu, self.tr("&Quit"), keys=("Ctrl+Q",)),
        )

    def _restore_entries(self) -> tuple[Entry, ...]:
        menu = self.tr("&Restore")
        return (
            Entry("restore", menu, self.tr("&Restore"), keys=("Ctrl+Return",), icon="restore"),
            Entry("cancel", menu, self.tr("&Cancel"), keys=("Ctrl+.",), icon="cancel"),
            Entry("next", menu, self.tr("&Next photograph"), keys=("PgDown",), on_page=True),
            Entry("previous", menu, self.tr("&Previous photograph"), keys=("PgUp",), on_page=True),
        )

    def _view_entries(self) -> tuple[Entry, ...]:
        menu = self.tr("&View")
        split = self.tr("Show before and after side by side; drag the line between them")
        original = self.tr("Show the original: hold the key for a moment, or tap it to switch")
        damage = self.tr("Colour what is damaged")
        on_page = {"is_switch": True, "on_page": True}
        return (
            Entry("split", menu, self.tr("&Before and after"), split, ("Shift+Y",), "split", **on_page),
            Entry(
                "original",
                menu,
                self.tr("&Original"),
                original,
                ("\\", "Shift+Space"),
                "original",
                is_held=True,
                **on_page,
            ),
            Entry("damage", menu, self.tr("&Damage"), damage, ("O",), "damage", **on_page),
        )

    def _zoom_entries(self) -> tuple[Entry, ...]:
        menu = self.tr("&View")
        fit, full = self.tr("Show the whole photograph"), self.tr("One pixel of the photograph on one of the screen")
        return (
            Entry("fit", menu, self.tr("&Fit in window"), fit, ("Ctrl+0", "F"), "fit", on_page=True),
            Entry("full_size", menu, self.tr("&100 %"), full, ("Ctrl+1", "1"), "full-size", on_page=True),
            Entry("toggle_fit", menu, self.tr("&Switch fit and 100 %"), keys=("Z",), on_page=True),
            Entry("zoom_in", menu, self.tr("Zoom &in"), keys=("Ctrl++", "Ctrl+="), icon="zoom-in"),
            Entry("zoom_out", menu, self.tr("Zoom o&ut"), keys=("Ctrl+-",), icon="zoom-out"),
            Entry("full_screen", menu, self.tr("F&ull screen"), keys=("F11",), is_switch=True),
        )


def _make(entry: Entry, window: QWidget) -> QAction:
    action = QAction(entry.text, window)
    action.setCheckable(entry.is_switch)
    action.setIconText(entry.text.replace("&", "").rstrip("…"))
    keys = [QKeySequence(key) for key in entry.keys]
    shown = ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
    action.setToolTip(f"{entry.tip or action.iconText()} ({shown})")
    if entry.is_held:
        action.setText(f"{entry.text}\t{shown}")
    else:
        action.setShortcuts(keys)
    if entry.on_page:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action


def _command(entry: Entry, commands: Mapping[str, Callable[..., object]]) -> Callable[[bool], object]:
    command = commands[entry.name]
    return command if entry.is_switch else lambda checked: command()
