"""`PhotoModel`: the photographs that the library shows, as Qt's views ask for them. Rows are fetched by pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt, QUrl

from photorestore.gui.library_words import LibraryWords, title_of
from photorestore.gui.state.library_state import LibraryState

GLANCE = Qt.ItemDataRole.UserRole
PHOTOS_MIME = "application/x-photorestore-photographs"
_FEW = 200  # ids; more and the whole view is drawn anew

Index = QModelIndex | QPersistentModelIndex


class PhotoModel(QAbstractListModel):
    def __init__(self, state: LibraryState) -> None:
        super().__init__()
        self._state = state
        self._words = LibraryWords()
        state.listed.connect(self._list_anew)
        state.glances_changed.connect(self._draw_anew)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._state.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES or not 0 <= index.row() < len(self._state.ids):
            return None
        glance = self._state.glance(index.row())
        if glance is None or role == GLANCE:
            return glance
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words.tip(glance)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.described(glance)
        return title_of(glance)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return flag.ItemIsSelectable | flag.ItemIsEnabled | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [PHOTOS_MIME, "text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """For other programs the restored pictures, or where there are none the originals."""
        rows = sorted(index.row() for index in indexes)
        data = photos_in_hand([self._state.ids[row] for row in rows])
        found = [glance for row in rows if (glance := self._state.glance(row)) is not None]
        data.setUrls([QUrl.fromLocalFile(str(glance.result or glance.photo.path)) for glance in found])
        return data

    def _list_anew(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _draw_anew(self, ids: Sequence[int]) -> None:
        rows: Iterable[int | None] = map(self._state.row_of, ids) if 0 < len(ids) <= _FEW else ()
        found = [row for row in rows if row is not None]
        if found:
            for row in found:
                self.dataChanged.emit(self.index(row), self.index(row))
        elif (not ids or len(ids) > _FEW) and self._state.ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._state.ids) - 1))


_ROLES = (
    GLANCE,
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def photos_in_hand(ids: Sequence[int]) -> QMimeData:
    data = QMimeData()
    data.setData(PHOTOS_MIME, QByteArray(",".join(map(str, ids)).encode()))
    return data


def photos_held(data: QMimeData) -> list[int]:
    """The ids that are dragged; empty if it is something else."""
    text = bytes(data.data(PHOTOS_MIME).data()).decode() if data.hasFormat(PHOTOS_MIME) else ""
    return [int(number) for number in text.split(",") if number]
