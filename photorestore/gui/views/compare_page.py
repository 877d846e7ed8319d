"""`ComparePage`: a photograph and its versions, looked at in the same place, and the decision which one is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QActionGroup, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from photorestore.gui.settings import SURROUND, WHEEL, Settings
from photorestore.gui.state.compare_state import BLEND_STEP, GAINS, CompareState, Mode
from photorestore.gui.state.session import Session
from photorestore.gui.state.viewport import STEP
from photorestore.gui.theme import Theme
from photorestore.gui.views.actions import Actions, Entry
from photorestore.gui.views.bench_page import BenchPage
from photorestore.gui.views.compare_canvas import CompareCanvas, Pane
from photorestore.gui.views.compare_entries import MODES, CompareEntries
from photorestore.gui.views.compare_panel import ComparePanel
from photorestore.gui.views.held_key import HeldKey
from photorestore.gui.views.invitation import Invitation
from photorestore.gui.views.surround import surround_colour
from photorestore.library.photos import Flag

_TOOLS = (*MODES, "", "compare_loupe", "", "compare_fit", "compare_full")
_NEED_PHOTO = ("fit", "full", "double", "toggle_fit", "zoom_in", "zoom_out", "loupe", "step")


class ComparePage(BenchPage):
    def __init__(self, state: CompareState, session: Session, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self._state = state
        self._session = session
        self._theme = theme
        self._settings = settings
        self._actions: Actions | None = None
        self._held = HeldKey("compare_step", self._flicker, self._end_flicker)
        self._before_flicker = (state.mode, state.front)
        self._said = ""
        self.canvas = CompareCanvas()
        self.panel = ComparePanel(state)
        invitation = Invitation(
            "compare",
            self.tr("Nothing to compare yet"),
            self.tr("Choose photographs in the library and compare them: the original and every restored version."),
            [(self.tr("To the library"), lambda: self.page_wanted.emit("library"))],
        )
        self._lay_out(self.tr("Comparison"), invitation, (self.canvas, self.panel), self.canvas)
        self.canvas.view_changed.connect(self.words_changed)
        self.canvas.front_chosen.connect(state.bring_to_front)
        state.changed.connect(self._show_state)
        state.trouble.connect(self.trouble)
        state.decisions.trouble.connect(self.trouble)
        state.news.connect(self.news)
        settings.changed.connect(self._follow_setting)
        self._follow_setting(WHEEL.key)

    # --- what the window asks -------------------------------------------------------------------------------------

    @property
    def heading(self) -> str:
        return self._state.photo.name if self._state.photo else ""

    @property
    def status(self) -> str:
        if self._state.photo is None:
            return ""
        zoom = f"{self.canvas.zoom * 100:.0f} %"
        return self.tr("Reading… {zoom}").format(zoom=zoom) if self._state.is_waiting else zoom

    def entries(self) -> tuple[Entry, ...]:
        return CompareEntries().all()

    def commands(self) -> Mapping[str, Callable[..., object]]:
        canvas, state = self.canvas, self._state
        plain: dict[str, Callable[..., object]] = {
            "more": lambda: self._amplify(1),
            "less": lambda: self._amplify(-1),
            "loupe": canvas.set_loupe,
            "step": self._flicker,
            "next_line": canvas.next_line,
            "next_version": lambda: state.step_front(1),
            "previous_version": lambda: state.step_front(-1),
            "keep": state.keep,
            "undo": state.decisions.undo,
            "redo": state.decisions.redo,
            "next": lambda: state.step_photo(1),
            "previous": lambda: state.step_photo(-1),
            "flag": lambda: state.set_flag(Flag.KEEP),
            "reject": lambda: state.set_flag(Flag.REJECT),
            "unflag": lambda: state.set_flag(Flag.NONE),
            "fit": canvas.fit,
            "full": lambda: canvas.zoom_to(1.0),
            "double": lambda: canvas.zoom_to(2.0),
            "toggle_fit": lambda: canvas.toggle_fit(),
            "zoom_in": lambda: canvas.zoom_by(STEP),
            "zoom_out": lambda: canvas.zoom_by(1 / STEP),
        }
        modes = {name: partial(self._set_mode, mode) for name, mode in MODES.items()}
        return {**modes, **{f"compare_{name}": command for name, command in plain.items()}}

    def bind(self, actions: Actions) -> None:
        self._actions = actions
        self.tools.show_actions(actions, _TOOLS)
        self.panel.bind(actions)
        group = QActionGroup(self)
        for name in MODES:
            group.addAction(actions[name])
        self._state.decisions.changed.connect(self._show_actions)
        self._show_state()

    def panes(self) -> Sequence[QWidget]:
        return (self.tools, self.invitation, self.canvas, self.panel)

    def recolour(self) -> None:
        self.canvas.set_surround(surround_colour(self._settings, self._theme))
        super().recolour()

    def showEvent(self, event: QShowEvent) -> None:
        """With nothing else to look at, look at what is open in Restore."""
        super().showEvent(event)
        current = self._session.current
        is_free = self._state.photo is None or not self._state.photo.id
        if is_free and current is not None:
            self._state.open_result(current)

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        state, photo = self._state, self._state.photo
        self._show_bench(photo is not None, self.canvas)
        if photo is not None:
            panes = [self._pane(version) for version in state.compared]
            self.canvas.show_panes(panes, state.compared.index(state.front), state.mode, state.gain, state.blend)
            self._announce()
        self._show_actions()
        self.words_changed.emit()

    def _pane(self, version_id: int) -> Pane:
        rendition = self._state.photo.find(version_id) if self._state.photo else None
        picture = self._state.picture(version_id)
        notice = self.tr("Reading…") if self._state.is_waiting else self.tr("This version could not be read.")
        words = rendition.title if rendition else ""
        if rendition and rendition.is_kept:
            words = self.tr("{version} ✓").format(version=words)
        return Pane(version_id, words, picture, "" if picture else notice)

    def _announce(self) -> None:
        """Say which version is in front, to those who don't see it."""
        front = self._state.front_rendition
        words = front.title if front else ""
        if words != self._said and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.canvas, words))
        self._said = words

    def _show_actions(self) -> None:
        actions, state = self._actions, self._state
        if actions is None:
            return
        at, count = state.place
        has_photo, has_several = state.photo is not None, len(state.compared) > 1
        is_ours = state.photo is not None and state.photo.id != 0
        enabled = {f"compare_{name}": has_photo for name in _NEED_PHOTO}
        enabled |= dict.fromkeys(MODES, has_several)
        enabled |= dict.fromkeys(("compare_more", "compare_less"), state.mode in (Mode.DIFFERENCE, Mode.ONION))
        arrows_choose = has_several and state.mode is not Mode.SPLIT
        enabled |= dict.fromkeys(("compare_next_version", "compare_previous_version"), arrows_choose)
        enabled["compare_next_line"] = state.mode is Mode.SPLIT and len(state.compared) > 2
        enabled |= dict.fromkeys(("compare_flag", "compare_reject", "compare_unflag"), is_ours)
        enabled |= {"compare_next": at < count, "compare_previous": at > 1, "compare_keep": state.can_keep}
        enabled |= {"compare_undo": state.decisions.can_undo, "compare_redo": state.decisions.can_redo}
        for name, on in enabled.items():
            actions.set_enabled(name, on)
        for name, mode in MODES.items():
            if mode is state.mode:
                actions[name].setChecked(True)

    def _follow_setting(self, key: str) -> None:
        if key == WHEEL.key:
            self.canvas.wheel_zooms = self._settings.get(WHEEL) == "zoom"
        elif key == SURROUND.key:
            self.recolour()

    # --- doing ----------------------------------------------------------------------------------------------------

    def _set_mode(self, mode: Mode, on: bool) -> None:
        if on:
            self._state.set_mode(mode)

    def _amplify(self, by: int) -> None:
        """The difference, or in the onion skin the share of the front."""
        if self._state.mode is Mode.ONION:
            self._state.set_blend(self._state.blend + by * BLEND_STEP)
        else:
            self._state.set_gain(min(GAINS[-1], max(GAINS[0], self._state.gain + by)))

    def _flicker(self) -> None:
        """The next version, in place."""
        self._before_flicker = (self._state.mode, self._state.front)
        self._state.set_mode(Mode.FLICKER)
        self._state.step_front(1)

    def _end_flicker(self) -> None:
        mode, front = self._before_flicker
        self._state.bring_to_front(front)
        self._state.set_mode(mode)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._held.press(event, self._actions):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._held.release(event):
            super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self._held.let_go()
        return super().event(event)
