"""All that can be done on the mask canvas, each once: its words, keys and icon. The keys act on the canvas only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QPalette

from photorestore.gui.icons import icon
from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.painting import Tool
from photorestore.gui.state.tool_box import ToolBox
from photorestore.gui.state.undoing import Undoing
from photorestore.gui.state.viewport import STEP
from photorestore.gui.views.actions import Actions, Entry
from photorestore.gui.views.mask_canvas import MaskCanvas

_VIEW = ("original", "fit", "full_size", "double_size", "toggle_fit", "zoom_in", "zoom_out")  # named so in the window
_SEEN = (*_VIEW, "overlay", "colour", "only", "hide")  # in the window's menu of what is seen


@dataclass(frozen=True)
class MaskEntry:
    """`is_held`: its keys also act while held down, so the canvas watches them itself and menus only name them."""

    name: str
    text: str
    tip: str = ""
    keys: tuple[str, ...] = ()
    icon: str = ""
    is_switch: bool = False
    is_held: bool = False
    after_line: bool = False  # in its menu


class MaskActions(QObject):
    """The entries as QActions, by name. `keys_elsewhere` names those whose keys the window already gives to others."""

    detection_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    threshold_wanted = Signal()  # the keyboard wants to be at the threshold's slider

    def __init__(
        self,
        canvas: MaskCanvas,
        editor: MaskEditor,
        undoing: Undoing,
        tools: ToolBox,
        keys_elsewhere: Collection[str] = (),
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._editor, self._undoing, self._tools = canvas, editor, undoing, tools
        self.entries = (
            *self._tool_entries(),
            *self._brush_entries(),
            *self._overlay_entries(),
            *self._mask_entries(),
            *self._defect_entries(),
            *self._view_entries(),
        )
        self._actions: dict[str, QAction] = {}
        self._window_actions: Actions | None = None
        commands = self._commands()
        for entry in self.entries:
            action = _make(entry if entry.name not in keys_elsewhere else replace(entry, keys=()), canvas)
            command = commands[entry.name]
            if entry.is_switch:
                action.toggled.connect(command)
            else:
                action.triggered.connect(_without_argument(command))
            canvas.addAction(action)
            self._actions[entry.name] = action
        self._tool_group = QActionGroup(self)
        for tool in Tool:
            self._tool_group.addAction(self._actions[tool.value])
        for changed in (undoing.changed, editor.settings_changed, editor.defects.chosen):
            changed.connect(self._show_state)
        for changed in (editor.settled, editor.map_changed, tools.tool_changed, tools.overlay_changed):
            changed.connect(self._show_state)
        self._show_state()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    # --- in the window's menus ------------------------------------------------------------------------------------

    def window_entries(self) -> tuple[Entry, ...]:
        """The same for the window's table: there their keys can be changed, and its menus show them."""
        return tuple(
            Entry(
                _window_name(entry.name), _menu_of(entry.name), entry.text, entry.tip, entry.keys,
                entry.icon, entry.is_switch, on_page=True, is_held=entry.is_held,
                after_line=entry.after_line,
            )
            for entry in self.entries
        )  # fmt: skip

    def made(self) -> Mapping[str, QAction]:
        return {_window_name(name): action for name, action in self._actions.items()}

    def bind(self, actions: Actions) -> None:
        """From now on the window's table says which of them are enabled and what their keys are."""
        self._window_actions = actions
        self._canvas.set_held_keys(lambda name: actions.keys_of(_window_name(name)))
        self._show_state()

    def _enable(self, name: str, on: bool) -> None:
        if self._window_actions is not None:
            self._window_actions.set_enabled(_window_name(name), on)
        else:
            self._actions[name].setEnabled(on)

    def recolour(self, palette: QPalette) -> None:
        for entry in self.entries:
            if entry.icon:
                self._actions[entry.name].setIcon(icon(entry.icon, palette))

    # --- the table ------------------------------------------------------------------------------------------------

    def _tool_entries(self) -> tuple[MaskEntry, ...]:
        paint = self.tr("Paint what is damaged; the right button erases, Shift joins with the last point")
        erase = self.tr("Take away what is not damaged")
        scratch = self.tr("Pull a line along a scratch, or click both of its ends: it is followed")
        lasso = self.tr("Draw around what is damaged")
        defect = self.tr("Click a defect to take the whole of it, or a marked one to drop it")
        face = self.tr("Draw a box around a face that was not found, from hair to chin")
        search = self.tr("Draw around a place to find also the faint damage there")
        return (
            MaskEntry("brush", self.tr("&Brush"), paint, ("B",), "brush", is_switch=True),
            MaskEntry("eraser", self.tr("&Eraser"), erase, ("E",), "eraser", is_switch=True),
            MaskEntry("scratch", self.tr("Scr&atch line"), scratch, ("K",), "scratch-line", is_switch=True),
            MaskEntry("lasso", self.tr("&Lasso"), lasso, ("L",), "lasso", is_switch=True),
            MaskEntry("defect", self.tr("Clic&k a defect"), defect, ("S",), "pick-defect", is_switch=True),
            MaskEntry("search", self.tr("Search i&nside"), search, ("Shift+D",), "search-inside", is_switch=True),
            MaskEntry("face", self.tr("Draw a &face"), face, ("Shift+F",), "face", is_switch=True),
            MaskEntry("swap", self.tr("S&wap brush and eraser"), keys=("X",), after_line=True),
        )

    def _brush_entries(self) -> tuple[MaskEntry, ...]:
        return (
            MaskEntry("smaller", self.tr("S&maller brush"), keys=("[", ",")),
            MaskEntry("larger", self.tr("Larger br&ush"), keys=("]", ".")),
            MaskEntry("harder", self.tr("Harder edge"), keys=("Shift+[", "{")),
            MaskEntry("softer", self.tr("Softer edge"), keys=("Shift+]", "}")),
        )

    def _overlay_entries(self) -> tuple[MaskEntry, ...]:
        only = self.tr("Show the mask alone, in black and white")
        hide = self.tr("Hide the overlay and all marks: hold the key for a moment, or tap it to switch")
        original = self.tr("Show the original: hold the key for a moment, or tap it to switch")
        return (
            MaskEntry("overlay", self.tr("&Overlay"), self.tr("Colour the mask"), ("O",), "damage", is_switch=True),
            MaskEntry("colour", self.tr("Overlay &colour"), self.tr("Another colour"), ("Shift+O",), "colour"),
            MaskEntry("only", self.tr("&Mask only"), only, ("A",), "mask-only", is_switch=True),
            MaskEntry("hide", self.tr("&Hide marks"), hide, ("H",), is_held=True),
            MaskEntry(
                "original",
                self.tr("O&riginal"),
                original,
                ("\\", "Shift+Space"),
                "original",
                is_held=True,
                after_line=True,
            ),
        )

    def _mask_entries(self) -> tuple[MaskEntry, ...]:
        detect = self.tr("Look for damage; your own strokes stay")
        grow, shrink = self.tr("Make the mask a pixel larger"), self.tr("Make the mask a pixel smaller")
        clear, reset = self.tr("Take everything off the mask"), self.tr("Take all your strokes back to what was found")
        return (
            MaskEntry("undo", self.tr("&Undo"), keys=("Ctrl+Z",), icon="undo"),
            MaskEntry("redo", self.tr("&Redo"), keys=("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo"),
            MaskEntry("detect", self.tr("&Detect damage"), detect, ("D",), "detect", after_line=True),
            MaskEntry("threshold", self.tr("&Threshold"), self.tr("Go to the slider"), ("T",)),
            MaskEntry("grow", self.tr("&Grow"), grow, ("Alt+]", "Alt+."), "grow", after_line=True),
            MaskEntry("shrink", self.tr("&Shrink"), shrink, ("Alt+[", "Alt+,"), "shrink"),
            MaskEntry("invert", self.tr("In&vert"), self.tr("Swap mask and rest"), ("Ctrl+I",), "invert"),
            MaskEntry("clear", self.tr("&Clear"), clear, ("Ctrl+Delete", "Ctrl+Backspace"), "clear", after_line=True),
            MaskEntry("reset", self.tr("&Only what was found"), reset, ("Ctrl+Shift+Delete",), "reset"),
            MaskEntry(
                "import",
                self.tr("&Import mask…"),
                self.tr("Take a mask from a file"),
                ("Ctrl+Shift+M",),
                "open",
                after_line=True,
            ),
            MaskEntry("export", self.tr("E&xport mask…"), self.tr("Save the mask as PNG"), ("Ctrl+M",), "save"),
        )

    def _defect_entries(self) -> tuple[MaskEntry, ...]:
        keep, drop = self.tr("It is damage, whatever the threshold"), self.tr("It is no damage")
        return (
            MaskEntry("next_defect", self.tr("Next defect"), keys=("N",), icon="next", after_line=True),
            MaskEntry("previous_defect", self.tr("Previous defect"), keys=("Shift+N",), icon="previous"),
            MaskEntry("keep", self.tr("Kee&p"), keep, ("Return", "Enter"), "keep", after_line=True),
            MaskEntry("drop", self.tr("D&rop"), drop, ("Delete", "Backspace"), "cancel"),
        )

    def _view_entries(self) -> tuple[MaskEntry, ...]:
        return (
            MaskEntry(
                "fit",
                self.tr("&Fit in window"),
                self.tr("Show the whole photograph"),
                ("Ctrl+0", "F"),
                "fit",
                after_line=True,
            ),
            MaskEntry("full_size", self.tr("&100 %"), keys=("Ctrl+1", "1"), icon="full-size"),
            MaskEntry("double_size", self.tr("&200 %"), keys=("Ctrl+2", "2")),
            MaskEntry("toggle_fit", self.tr("&Switch fit and 100 %"), keys=("Z",)),
            MaskEntry("zoom_in", self.tr("Zoom &in"), keys=("Ctrl++", "Ctrl+="), icon="zoom-in", after_line=True),
            MaskEntry("zoom_out", self.tr("Zoom ou&t"), keys=("Ctrl+-",), icon="zoom-out"),
        )

    def _commands(self) -> dict[str, Callable[..., object]]:
        canvas, editor, tools = self._canvas, self._editor, self._tools
        return {
            **{tool.value: _taker(tools, tool) for tool in Tool},
            "swap": tools.swap,
            "smaller": lambda: tools.resize(-1),
            "larger": lambda: tools.resize(1),
            "harder": lambda: tools.soften(-1),
            "softer": lambda: tools.soften(1),
            "overlay": tools.show_overlay,
            "colour": tools.next_colour,
            "only": tools.show_mask_only,
            "hide": lambda: canvas.set_marks_hidden(not canvas.hides_marks),
            "original": lambda: canvas.set_original(not canvas.shows_original),
            "undo": self._undoing.undo,
            "redo": self._undoing.redo,
            "detect": self.detection_wanted.emit,
            "threshold": self.threshold_wanted.emit,
            "grow": editor.grow,
            "shrink": editor.shrink,
            "invert": editor.invert,
            "clear": editor.clear,
            "reset": editor.reset,
            "import": self.import_wanted.emit,
            "export": self.export_wanted.emit,
            "next_defect": lambda: editor.defects.step(1),
            "previous_defect": lambda: editor.defects.step(-1),
            "keep": editor.defects.keep,
            "drop": editor.defects.drop,
            "fit": canvas.fit,
            "full_size": lambda: canvas.zoom_to(1.0),
            "double_size": lambda: canvas.zoom_to(2.0),
            "toggle_fit": lambda: canvas.toggle_fit(),
            "zoom_in": lambda: canvas.zoom_by(STEP),
            "zoom_out": lambda: canvas.zoom_by(1 / STEP),
        }

    def _show_state(self) -> None:
        """What can be done now, and what is on."""
        editor, tools = self._editor, self._tools
        for tool in Tool:
            self._enable(tool.value, editor.is_open)
        for name in (*_SEEN, "swap", "smaller", "larger", "harder", "softer"):
            self._enable(name, editor.is_open)
        for name in ("detect", "grow", "shrink", "invert", "clear", "reset", "import", "export"):
            self._enable(name, editor.is_open)
        self._enable("undo", self._undoing.can_undo)
        self._enable("redo", self._undoing.can_redo)
        for name in ("next_defect", "previous_defect"):
            self._enable(name, bool(editor.defects.all))
        for name in ("keep", "drop"):
            self._enable(name, editor.defects.current is not None)
        self._enable("threshold", editor.has_map)
        for name, on in (("overlay", tools.overlay.is_visible), ("only", tools.overlay.shows_mask_only)):
            self._actions[name].setChecked(on)
        self._actions[tools.tool.value].setChecked(True)


def _menu_of(name: str) -> str:
    if name in ("undo", "redo"):
        return "edit"
    return "view" if name in _SEEN else "mask"


def _window_name(name: str) -> str:
    return name if name in _VIEW else f"mask_{name}"


def _taker(tools: ToolBox, tool: Tool) -> Callable[[bool], None]:
    return lambda on: tools.take(tool) if on and tools.tool is not tool else None


def _without_argument(command: Callable[..., object]) -> Callable[[bool], object]:
    return lambda checked: command()


def _make(entry: MaskEntry, canvas: MaskCanvas) -> QAction:
    action = QAction(entry.text, canvas)
    action.setCheckable(entry.is_switch)
    action.setIconText(entry.text.replace("&", "").rstrip("…"))
    keys = [QKeySequence(key) for key in entry.keys]
    shown = ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
    tip = entry.tip or action.iconText()
    action.setToolTip(f"{tip} ({shown})" if shown else tip)
    if entry.is_held:
        action.setText(f"{entry.text}\t{shown}")
    else:
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return action
