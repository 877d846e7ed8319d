"""`RestoreBench`: the mask canvas with its tools; `side`, what belongs beside it, may be moved by a page."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.tool_box import ToolBox
from photorestore.gui.state.undoing import Undoing
from photorestore.gui.theme import Theme
from photorestore.gui.views.defect_list import DefectList
from photorestore.gui.views.mask_actions import MaskActions
from photorestore.gui.views.mask_canvas import MaskCanvas
from photorestore.gui.views.mask_tools import MaskTools
from photorestore.gui.views.tool_strip import ToolStrip


class RestoreBench(QWidget):
    def __init__(
        self, editor: MaskEditor, undoing: Undoing, tools: ToolBox, theme: Theme, keys_elsewhere: Collection[str] = ()
    ) -> None:
        super().__init__()
        self._theme = theme
        self.canvas = MaskCanvas(editor, tools)
        self.mask_actions = MaskActions(self.canvas, editor, undoing, tools, keys_elsewhere)
        self.strip = ToolStrip(self.mask_actions)
        self.tools = MaskTools(editor, tools, self.mask_actions)
        self.defects = DefectList(editor, self.mask_actions)
        self.side = QWidget()
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.tools)
        side.addWidget(self.defects, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.side)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        self.canvas.set_surround(QColor(self._theme.colours.surround))
        self.mask_actions.recolour(self.palette())
