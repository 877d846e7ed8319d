"""`QueueList`: the jobs as rows with a small picture, name, state in words and sign, progress, time and reason."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from photorestore.gui.icons import drawing
from photorestore.gui.state.job_queue import JobQueue
from photorestore.gui.state.queue_rows import QueueRow
from photorestore.gui.theme import Theme
from photorestore.gui.thumbnails import Thumbnails, original_source
from photorestore.gui.views.queue_words import STATE_ICONS, QueueWords
from photorestore.library.jobs import JobState

_JOB = Qt.ItemDataRole.UserRole
_ROW_PX, _PICTURE_PX, _GAP_PX, _TIME_PX, _SIGN_PX = 72, 52, 14, 150, 18
_SMALL_PX = 2 * (_PICTURE_PX + 12)  # twice as fine for fine screens
_Index = QModelIndex | QPersistentModelIndex


class QueueModel(QAbstractListModel):
    def __init__(self, queue: JobQueue, words: QueueWords) -> None:
        super().__init__()
        self._queue = queue
        self._words = words
        self.rows: list[QueueRow] = []

    def set_rows(self, rows: list[QueueRow]) -> None:
        """The same jobs in the same order keep the selection, and the view its place."""
        same = [row.job.id for row in rows] == [row.job.id for row in self.rows]
        if same:
            self.rows = rows
            self.touch(0, len(rows) - 1)
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def touch(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's way to say "none"
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.photo.name
        if role == _JOB:
            return row.job.id
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, [str(row.photo.path), self._said(row)]))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.photo.name}, {self._said(row)}"
        return None

    def _said(self, row: QueueRow) -> str:
        step = self._queue.step if row.job.id == self._queue.running else ""
        detail = self._words.detail(row.job, step)
        return f"{self._words.state(row.job)}: {detail}" if detail else self._words.state(row.job)


class QueueDelegate(QStyledItemDelegate):
    def __init__(self, queue: JobQueue, theme: Theme, thumbnails: Thumbnails, words: QueueWords) -> None:
        super().__init__()
        self._queue = queue
        self._theme = theme
        self._thumbnails = thumbnails
        self._words = words

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, QueueModel)
        row = model.rows[index.row()]
        area, palette = QRect(option.rect), QPalette(option.palette)
        state = option.state
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, area, bool(state & QStyle.StateFlag.State_Selected))
        inner = area.adjusted(12, 8, -14, -8)
        where = QRect(inner.left(), inner.top(), _PICTURE_PX + 12, inner.height())
        self._paint_picture(painter, where, self._thumbnails.picture(original_source(row.photo), _SMALL_PX), palette)
        right = QRect(inner.right() - _TIME_PX, inner.top(), _TIME_PX, inner.height())
        self._paint_time(painter, right, row)
        text = QRect(where.right() + _GAP_PX, inner.top(), right.left() - where.right() - 2 * _GAP_PX, inner.height())
        self._paint_words(painter, text, row, option.font, palette)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, is_chosen: bool) -> None:
        colours = self._theme.colours
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.chosen))
            painter.drawRoundedRect(QRectF(area).adjusted(3, 2, -3, -2), 6, 6)
            return
        painter.setPen(QPen(QColor(colours.window), 1))
        painter.drawLine(area.left() + 12, area.bottom(), area.right() - 12, area.bottom())

    def _paint_picture(self, painter: QPainter, where: QRect, pixmap: QPixmap | None, palette: QPalette) -> None:
        if pixmap is None:
            side = 24
            sign = drawing("photographs", palette.placeholderText().color(), side, painter.device().devicePixelRatioF())
            painter.drawPixmap(where.center().x() - side // 2, where.center().y() - side // 2, sign)
            return
        size = pixmap.size().scaled(where.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(where.topLeft(), size)
        target.moveCenter(where.center())
        painter.drawPixmap(target, pixmap)

    def _paint_words(self, painter: QPainter, area: QRect, row: QueueRow, font: QFont, palette: QPalette) -> None:
        job, colours = row.job, self._theme.colours
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        upper = QRect(area.left(), area.top() + 4, area.width(), area.height() // 2 - 4)
        lower = QRect(area.left(), area.center().y() + 2, area.width(), area.height() // 2 - 4)
        _draw(painter, upper, row.photo.name, bold, palette.text().color(), Qt.TextElideMode.ElideMiddle)
        is_trouble = job.state in (JobState.FAILED, JobState.INTERRUPTED)
        colour = QColor(colours.warning if is_trouble else colours.muted)
        sign = drawing(STATE_ICONS[job.state], colour, _SIGN_PX, painter.device().devicePixelRatioF())
        painter.drawPixmap(lower.left(), lower.center().y() - _SIGN_PX // 2 + 1, sign)
        step = self._queue.step if job.id == self._queue.running else ""
        detail = self._words.detail(job, step)
        said = self._words.state(job) + (f" · {detail}" if detail else "")
        _draw(painter, lower.adjusted(_SIGN_PX + 7, 0, 0, 0), said, font, colour, Qt.TextElideMode.ElideRight)

    def _paint_time(self, painter: QPainter, area: QRect, row: QueueRow) -> None:
        job, colours = row.job, self._theme.colours
        if job.state is JobState.RUNNING and job.id == self._queue.running:
            groove = QRectF(area.left(), area.center().y() - 3, area.width() - 46, 7)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.line))
            painter.drawRoundedRect(groove, 3.5, 3.5)
            painter.setBrush(QColor(colours.accent))
            groove.setWidth(max(7.0, groove.width() * self._queue.share))
            painter.drawRoundedRect(groove, 3.5, 3.5)
            words = f"{round(self._queue.share * 100)} %"
        else:
            words = self._words.duration(job.seconds) if job.seconds and job.state is JobState.DONE else ""
        painter.setPen(QColor(colours.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)


class QueueList(QListView):
    def __init__(self, queue: JobQueue, theme: Theme, thumbnails: Thumbnails, words: QueueWords) -> None:
        super().__init__()
        self._queue = queue
        self._words = words
        self._thumbnails = thumbnails
        self._followed = 0  # job that was scrolled to
        self.rows_model = QueueModel(queue, words)
        self._painter = QueueDelegate(queue, theme, thumbnails, words)
        self.setModel(self.rows_model)
        self.setItemDelegate(self._painter)
        self.setProperty("kind", "jobs")
        self.setAccessibleName(self.tr("Photographs in the queue"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        queue.changed.connect(self._show_rows)
        queue.job_changed.connect(self._show_job)
        thumbnails.came.connect(self._show_picture)
        self._show_rows()

    @property
    def chosen(self) -> list[int]:
        """Jobs, in the list's order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows_model.rows[row].job.id for row in rows if row < len(self.rows_model.rows)]

    @property
    def current(self) -> QueueRow | None:
        row = self.currentIndex().row()
        return self.rows_model.rows[row] if 0 <= row < len(self.rows_model.rows) else None

    def choose(self, job_ids: list[int]) -> None:
        """Those of them that are still there."""
        wanted = set(job_ids)
        places = [at for at, row in enumerate(self.rows_model.rows) if row.job.id in wanted]
        selection = self.selectionModel()
        selection.clearSelection()
        for at in places:
            selection.select(self.rows_model.index(at), selection.SelectionFlag.Select)
        if places:
            selection.setCurrentIndex(self.rows_model.index(places[0]), selection.SelectionFlag.NoUpdate)

    def _show_rows(self) -> None:
        before, at = self.chosen, self.currentIndex().row()
        top = self.verticalScrollBar().value()
        self.rows_model.set_rows(self._queue.rows)
        if self.chosen != before:
            self.choose(before)
        if before and not self.chosen and self.rows_model.rows:  # what was chosen is gone: what took its place
            self.setCurrentIndex(self.rows_model.index(min(max(at, 0), len(self.rows_model.rows) - 1)))
        self.verticalScrollBar().setValue(top)
        self._follow_running()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._followed = 0
        self._follow_running()

    def _follow_running(self) -> None:
        """Show the next one that runs, unless somebody is busy with others."""
        running = self._queue.running
        if running and running != self._followed and not self.chosen and self.isVisible():
            self._followed = running
            places = [at for at, row in enumerate(self.rows_model.rows) if row.job.id == running]
            for at in places:
                self.scrollTo(self.rows_model.index(min(at + 1, len(self.rows_model.rows) - 1)))
                self.scrollTo(self.rows_model.index(at))

    def _show_job(self, job_id: int) -> None:
        for at, row in enumerate(self.rows_model.rows):
            if row.job.id == job_id:
                self.rows_model.touch(at, at)

    def _show_picture(self, mark: str) -> None:
        self.viewport().update()


def _draw(painter: QPainter, area: QRect, words: str, font: QFont, colour: QColor, elide: Qt.TextElideMode) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetrics(font).elidedText(words.replace("\n", " "), elide, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
