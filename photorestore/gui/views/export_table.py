"""`ExportTable`: each photograph that leaves, as which version, under which name, and what became of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from photorestore.gui.state.export_order import ExportPhoto, Fate, PlannedFile
from photorestore.gui.state.export_state import ExportState
from photorestore.gui.theme import Theme
from photorestore.gui.thumbnails import Source, Thumbnails
from photorestore.gui.views.export_words import ExportWords

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
PHOTO, VERSION, TARGET, RESULT = range(4)
SMALL_PX = 44
_ROW_PX = SMALL_PX + 10
_ROLES = Qt.ItemDataRole


class ExportPhotosModel(QAbstractTableModel):
    def __init__(self, state: ExportState, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._state = state
        self._theme = theme
        self._thumbnails = thumbnails
        self._words = ExportWords()
        self._planned: dict[int, PlannedFile] = {}
        self._rows_of: dict[str, list[int]] = {}  # by the mark of the small picture
        self._ids: list[int] = []
        state.photos_changed.connect(self._show_photos)
        state.plan_changed.connect(self._show_plan)
        state.run_changed.connect(self._show_outcomes)
        thumbnails.came.connect(self._show_picture)
        self._show_photos()

    def photo(self, row: int) -> ExportPhoto:
        return self._state.photos[row]

    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._state.photos)

    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _ROLES.DisplayRole:
            return (self.tr("Photograph"), self.tr("Version"), self.tr("Becomes"), self.tr("Result"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        can_choose = index.column() == VERSION and len(self.photo(index.row()).renditions) > 1
        return flags | Qt.ItemFlag.ItemIsEditable if can_choose and not self._state.is_running else flags

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        photo, column = self.photo(index.row()), index.column()
        if role in (_ROLES.DisplayRole, _ROLES.ToolTipRole, _ROLES.AccessibleTextRole):
            return self._text(photo, column)
        if role == _ROLES.DecorationRole and column == PHOTO:
            return self._small_picture(photo.rendition.source)
        if role == _ROLES.ForegroundRole:
            return self._colour(photo, column)
        return photo.chosen if role == _ROLES.EditRole else None

    def setData(self, index: Index, value: Any, role: int = _ROLES.EditRole) -> bool:
        self._state.choose([self.photo(index.row()).id], int(value))
        return True

    def _text(self, photo: ExportPhoto, column: int) -> str:
        if column == PHOTO:
            return f"{photo.name}\n{photo.caption}" if photo.caption else photo.name
        if column == VERSION:
            return photo.rendition.title
        if column == TARGET:
            planned = self._planned.get(photo.id)
            return self._words.target(planned) if planned else ""
        outcome = self._state.outcomes.get(photo.id)
        return self._words.outcome(outcome) if outcome else ""

    def _small_picture(self, source: Source | None) -> QPixmap:
        """In the middle of a square, so that names beside it stand in a line; twice as fine for fine screens."""
        side = 2 * SMALL_PX
        square = QPixmap(side, side)
        square.fill(Qt.GlobalColor.transparent)
        found = None if source is None else self._thumbnails.picture(source, side)
        if found is not None:
            size = found.size().scaled(square.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter = QPainter(square)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(
                (side - size.width()) // 2, (side - size.height()) // 2, size.width(), size.height(), found
            )
            painter.end()
        square.setDevicePixelRatio(2)
        return square

    def _colour(self, photo: ExportPhoto, column: int) -> QColor | None:
        outcome, planned = self._state.outcomes.get(photo.id), self._planned.get(photo.id)
        if column == RESULT and outcome is not None and outcome.fate is Fate.FAILED:
            return QColor(self._theme.colours.warning)
        if column == TARGET and planned is not None and planned.overwrites:
            return QColor(self._theme.colours.warning)
        is_quiet = column == TARGET and planned is not None and planned.is_skipped
        return QColor(self._theme.colours.muted) if is_quiet else None

    def _show_photos(self) -> None:
        ids = [photo.id for photo in self._state.photos]
        if ids == self._ids:  # only other versions: what is selected stays so
            self._note_rows()
            for column in range(self.columnCount()):
                self._tell(column)
            return
        self.beginResetModel()
        self._ids, self._planned = ids, {}
        self._note_rows()
        self.endResetModel()

    def _note_rows(self) -> None:
        self._rows_of = {}
        for row, photo in enumerate(self._state.photos):
            source = photo.rendition.source
            if source is not None:
                self._rows_of.setdefault(source.mark, []).append(row)

    def _show_plan(self) -> None:
        self._planned = {planned.photo_id: planned for planned in self._state.plan.files}
        self._tell(TARGET)

    def _show_outcomes(self) -> None:
        self._tell(RESULT)

    def _show_picture(self, mark: str) -> None:
        for row in self._rows_of.get(mark, ()):
            at = self.index(row, PHOTO)
            self.dataChanged.emit(at, at)

    def _tell(self, column: int) -> None:
        if self._state.photos:
            self.dataChanged.emit(self.index(0, column), self.index(self.rowCount() - 1, column))


class _VersionChoice(QStyledItemDelegate):
    """A list of the photograph's versions in place of the word."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        model = index.model()
        assert isinstance(model, ExportPhotosModel)
        for rendition in model.photo(index.row()).renditions:
            box.addItem(rendition.title, rendition.version_id)
        box.setAccessibleName(self.tr("Version"))
        box.activated.connect(lambda: self.commitData.emit(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(_ROLES.EditRole)))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, QComboBox) and isinstance(model, ExportPhotosModel)  # noqa: PT018
        if editor.currentData() != index.data(_ROLES.EditRole):
            model.setData(index, editor.currentData())


class ExportTable(QTableView):
    def __init__(self, state: ExportState, theme: Theme, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.photos = ExportPhotosModel(state, theme, thumbnails)
        self.setModel(self.photos)
        self.setItemDelegateForColumn(VERSION, _VersionChoice(self))
        self.setAccessibleName(self.tr("Photographs to export"))
        self.setIconSize(QSize(SMALL_PX, SMALL_PX))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (PHOTO, TARGET, RESULT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(VERSION, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(VERSION, 256)  # "Restauriert 25. Nov. 2026, 12:39"

    @property
    def chosen_ids(self) -> list[int]:
        return [self.photos.photo(index.row()).id for index in self.selectionModel().selectedRows()]

    def select_row(self, row: int) -> None:
        if self.photos.rowCount():
            self.selectRow(min(row, self.photos.rowCount() - 1))
