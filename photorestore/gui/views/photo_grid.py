"""`PhotoGrid`: the library's photographs as tiles to choose, drag, put in order and turn over."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle

from photorestore.gui.item_models.photo_model import GLANCE, PhotoModel, photos_held
from photorestore.gui.state.library_state import LibraryState
from photorestore.gui.theme import Theme
from photorestore.gui.thumbnails import Thumbnails, original_source, result_source
from photorestore.gui.views.photo_tile import PhotoTile
from photorestore.library.glances import Glance

SMALLEST_PX, LARGEST_PX, USUAL_PX, STEP_PX = 84, 336, 140, 28
_BATCH = 512
_GAP_PX, _AROUND_PX = 6, 26


class PhotoGrid(QListView):
    """`held_key` is asked first about each key that is pressed or let go of."""

    moved = Signal(object, object)  # ids, before which id, or None for the end
    size_changed = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, state: LibraryState, thumbnails: Thumbnails, theme: Theme) -> None:
        super().__init__()
        self._state = state
        self._theme = theme
        self._drop_row: int | None = None
        self._empty_words = ""
        self.held_key: Callable[[QKeyEvent, bool], bool] = lambda event, is_down: False
        self.tile = PhotoTile(state, thumbnails, theme)
        self.photos = PhotoModel(state)
        self.setModel(self.photos)
        self.setItemDelegate(self.tile)
        self._set_up()
        thumbnails.came.connect(self._draw_mark)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.selectionModel().currentChanged.connect(self._tell_chosen)
        self.photos.modelAboutToBeReset.connect(self._remember)
        self.photos.modelReset.connect(self._come_back)
        self.set_tile_size(USUAL_PX)
        self.show_chosen()

    def _set_up(self) -> None:
        self.setProperty("kind", "grid")
        self.setAccessibleName(self.tr("Photographs"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionRectVisible(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QListView.Shape.NoFrame)

    # --- how it looks ---------------------------------------------------------------------------------------------

    def set_tile_size(self, side_px: int) -> None:
        side_px = min(LARGEST_PX, max(SMALLEST_PX, side_px))
        self.tile.set_size(side_px, 0)
        self._fit()
        self.size_changed.emit(side_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """As many columns as have room, with what is left over shared among them."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.verticalScrollBar())
        room = self.maximumViewportSize().width() - bar - 1  # Qt keeps the bar's room free even while there is none
        least = self.tile.side_px + _AROUND_PX
        columns = max(1, room // least)
        self.tile.set_size(self.tile.side_px, max(least, room // columns) - _GAP_PX)
        grid = self.tile.tile_px + QSize(_GAP_PX, _GAP_PX)
        if grid != self.gridSize():
            self.setGridSize(grid)
            self.verticalScrollBar().setSingleStep(grid.height() // 3)

    def set_flipped(self, on: bool) -> None:
        """Show the originals of those that have a result."""
        if on != self.tile.flips:
            self.tile.flips = on
            self.viewport().update()

    def set_empty_words(self, words: str) -> None:
        """What is said where there are no photographs."""
        self._empty_words = words
        self.viewport().update()

    def recolour(self) -> None:
        self.tile.recolour()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if not self._state.ids and self._empty_words:
            painter.setPen(QColor(self._theme.colours.muted))
            room = self.viewport().rect().adjusted(40, 0, -40, -self.viewport().height() // 4)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty_words)
        if self._drop_row is not None:
            painter.setPen(QPen(QColor(self._theme.colours.accent), 3))
            line = self._drop_line(self._drop_row)
            painter.drawLine(line.topLeft(), line.bottomLeft())
        painter.end()

    def _draw_mark(self, mark: str) -> None:
        """Draw the tiles again that show this picture."""
        for row in self._rows_seen():
            glance = self.photos.index(row).data(GLANCE)
            if isinstance(glance, Glance) and mark in _marks(glance):
                self.viewport().update(self.visualRect(self.photos.index(row)))

    def _rows_seen(self) -> Iterable[int]:
        grid, width = self.gridSize(), self.viewport().width()
        across = max(1, width // grid.width())
        first = self.verticalScrollBar().value() // grid.height() * across
        number = (self.viewport().height() // grid.height() + 2) * across
        return range(first, min(first + number, len(self._state.ids)))

    # --- what is chosen -------------------------------------------------------------------------------------------

    def _tell_chosen(self) -> None:
        ids = self._state.ids
        chosen_parts = self.selectionModel().selection().toList()
        rows = [row for part in chosen_parts for row in range(part.top(), part.bottom() + 1)]
        at = self.currentIndex().row()
        chosen = [ids[row] for row in sorted(rows) if row < len(ids)]
        current = ids[at] if 0 <= at < len(ids) and self.selectionModel().isSelected(self.currentIndex()) else None
        self._state.choose(chosen, current)

    def _remember(self) -> None:
        """The state keeps what is chosen while the model forgets it."""
        self.selectionModel().blockSignals(True)

    def _come_back(self) -> None:
        self.selectionModel().blockSignals(False)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Choose in the view what the state says."""
        rows = sorted(row for one in self._state.chosen if (row := self._state.row_of(one)) is not None)
        selection = QItemSelection()
        for first, last in _runs(rows):
            selection.select(self.photos.index(first), self.photos.index(last))
        model, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        blocked = model.blockSignals(True)
        current = None if self._state.current is None else self._state.row_of(self._state.current)
        if current is not None:
            model.setCurrentIndex(self.photos.index(current), flag.NoUpdate)
        model.select(selection, flag.ClearAndSelect)
        model.blockSignals(blocked)
        self.viewport().update()
        if current is not None:
            QTimer.singleShot(0, self._show_current)

    def _show_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    # --- mouse and keys -------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.set_tile_size(self.tile.side_px + (STEP_PX if turned > 0 else -STEP_PX))
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.held_key(event, True):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.held_key(event, False):
            super().keyReleaseEvent(event)

    # --- putting in order by hand ---------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drag(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_drop_row(None)

    def dropEvent(self, event: QDropEvent) -> None:
        ids, row = photos_held(event.mimeData()), self._row_before(event.position().toPoint())
        self._set_drop_row(None)
        if ids and self._state.can_arrange:
            event.setDropAction(Qt.DropAction.CopyAction)  # or the view would remove what was moved
            event.accept()
            self.moved.emit(ids, self._state.ids[row] if row < len(self._state.ids) else None)
        else:
            event.ignore()

    def _drag(self, event: QDragMoveEvent) -> None:
        """Files of others are for the whole window."""
        if photos_held(event.mimeData()) and self._state.can_arrange:
            self._set_drop_row(self._row_before(event.position().toPoint()))
            event.acceptProposedAction()
        else:
            event.ignore()

    def _set_drop_row(self, row: int | None) -> None:
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()

    def _row_before(self, at: QPoint) -> int:
        """Of the tile to the right of a point."""
        last = len(self._state.ids)
        index = self.indexAt(at)
        if not index.isValid():
            seen = [row for row in self._rows_seen() if self._is_before(at, self.visualRect(self.photos.index(row)))]
            return seen[0] if seen else last
        return index.row() + (at.x() > self.visualRect(index).center().x())

    def _is_before(self, at: QPoint, tile: QRect) -> bool:
        return at.y() < tile.top() or (at.y() <= tile.bottom() and at.x() < tile.center().x())

    def _drop_line(self, row: int) -> QRect:
        is_end = row >= len(self._state.ids)
        tile = self.visualRect(self.photos.index(row - 1 if is_end else row))
        left = tile.right() + 4 if is_end else max(1, tile.left() - 4)
        return QRect(left, tile.top(), 1, tile.height())

    def move_by_key(self, by: int) -> None:
        """Put what is chosen one place further to the front or the end of the album."""
        rows = sorted(row for one in self._state.chosen if (row := self._state.row_of(one)) is not None)
        if not rows or not self._state.can_arrange:
            return
        target = rows[0] - 1 if by < 0 else rows[-1] + 2
        if 0 <= target <= len(self._state.ids):
            before = self._state.ids[target] if target < len(self._state.ids) else None
            self.moved.emit([self._state.ids[row] for row in rows], before)

    def index_of(self, photo_id: int) -> QModelIndex:
        row = self._state.row_of(photo_id)
        return QModelIndex() if row is None else self.photos.index(row)


def _marks(glance: Glance) -> tuple[str, ...]:
    original = original_source(glance.photo).mark
    result = glance.result_file
    return (original,) if result is None else (original, result_source(result).mark)


def _runs(rows: list[int]) -> Iterable[tuple[int, int]]:
    """Neighbouring rows as first and last."""
    first = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at] != rows[at - 1] + 1:
            yield rows[first], rows[at - 1]
            first = at
