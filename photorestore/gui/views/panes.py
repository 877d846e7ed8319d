"""The way by F6 from one part of the window to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step_pane(panes: Sequence[QWidget], by: int) -> None:
    """Move the focus to the next (1) or previous (-1) of the panes that are shown and take it."""
    targets = [(pane, target) for pane in panes if pane.isVisible() and (target := _target(pane)) is not None]
    if not targets:
        return
    focus = QApplication.focusWidget()
    inside = [focus is not None and (pane is focus or pane.isAncestorOf(focus)) for pane, _ in targets]
    at = inside.index(True) if any(inside) else -max(by, 0)
    targets[(at + by) % len(targets)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _target(pane: QWidget) -> QWidget | None:
    """The first widget of a pane that takes the keyboard's focus, in the order of Tab."""
    widget = pane
    while True:
        is_inside = widget is pane or pane.isAncestorOf(widget)
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if is_inside and takes_focus and widget.isVisible() and widget.isEnabled():
            return widget
        following = widget.nextInFocusChain()
        if following is None or following is pane:
            return None
        widget = following
