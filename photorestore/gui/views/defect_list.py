"""`DefectList`: the spots that were found, one after the other, each to be kept or dropped."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout

from photorestore.core.defects import Defect
from photorestore.gui.state.defect_walk import Decision, DefectWalk
from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.views.buttons import IconButton
from photorestore.gui.views.mask_actions import MaskActions

_WIDTH_PX = 264
_LEAST_HEIGHT_PX = 170
Index = QModelIndex | QPersistentModelIndex


class DefectModel(QAbstractListModel):
    """A row for each defect: where, how large, how likely, and what was decided."""

    def __init__(self, walk: DefectWalk) -> None:
        super().__init__(walk)
        self._walk = walk
        walk.changed.connect(self._on_changed)
        walk.chosen.connect(self._on_chosen)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._walk.all)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        defect = self._walk.all[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(defect)
        if role == Qt.ItemDataRole.FontRole and self._walk.decision(defect) is Decision.DROPPED:
            font = QFont()
            font.setStrikeOut(True)
            return font
        return None

    def _words(self, defect: Defect) -> str:
        sign = {Decision.NONE: "", Decision.KEPT: self.tr("kept"), Decision.DROPPED: self.tr("dropped")}
        words = self.tr("{id}   {area} px   {chance} %").format(
            id=defect.id, area=defect.area_px, chance=round(100 * defect.chance)
        )
        decided = sign[self._walk.decision(defect)]
        return f"{words}   {decided}" if decided else words

    def _on_changed(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _on_chosen(self) -> None:
        if self._walk.all:
            self.dataChanged.emit(self.index(0), self.index(len(self._walk.all) - 1))


class DefectList(QFrame):
    def __init__(self, editor: MaskEditor, actions: MaskActions) -> None:
        super().__init__()
        self._editor = editor
        self._walk = editor.defects
        self.setProperty("kind", "panel")
        self.setMinimumWidth(_WIDTH_PX)
        self._title = QLabel()
        font = self._title.font()
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._list = QListView()
        self._list.setModel(DefectModel(self._walk))
        self._list.setUniformItemSizes(True)
        self._list.setMinimumHeight(_LEAST_HEIGHT_PX)
        self._list.setProperty("kind", "rows")
        self._list.setAccessibleName(self.tr("Defects"))
        self._list.selectionModel().currentChanged.connect(lambda now, before: self._walk.choose(now.row()))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._title, 1)
        for name in ("previous_defect", "next_defect", "keep", "drop"):
            row.addWidget(IconButton(actions[name]))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 16)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._list, 1)
        self._walk.changed.connect(self._show_count)
        self._walk.chosen.connect(self._show_chosen)
        editor.history_changed.connect(self._list.viewport().update)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self._walk.all)
        self._title.setText(self.tr("{n} defects").format(n=count) if count != 1 else self.tr("1 defect"))

    def _show_chosen(self) -> None:
        current = self._walk.current
        if current is None:
            self._list.selectionModel().clear()
            return
        index = self._list.model().index(self._walk.all.index(current), 0)
        if self._list.currentIndex() != index:
            self._list.setCurrentIndex(index)
