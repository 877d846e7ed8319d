"""`LibraryPlaces`: smart albums, albums and the trash, each with its number; photographs drop on them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from photorestore.gui.icons import icon
from photorestore.gui.item_models.photo_model import photos_held
from photorestore.gui.library_words import ONLY_IF_ANY, SMART_TITLES, shown
from photorestore.gui.state.library_state import Kind, LibraryState, Place
from photorestore.gui.theme import Theme

_PLACE = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_ROW_PX, _TITLE_PX, _WIDTH_PX, _LEAST_PX = 30, 36, 216, 176
_EDGE_PX, _SIGN_PX = 14, 26
_ICONS = {"all": "library", "last import": "import", "restored": "keep", "in work": "in-work", "starred": "star",
          "flagged": "flag-keep", "rejected": "cancel", "missing": "trouble", "offline": "offline",
          "with trouble": "trouble", "not restored": "absent"}  # fmt: skip


class LibraryPlaces(QListWidget):
    photos_dropped = Signal(object, object)  # Place, ids
    rename_wanted = Signal(int)  # id of an album
    remove_wanted = Signal(int)
    menu_wanted = Signal(object, QPoint)  # Place

    def __init__(self, state: LibraryState, theme: Theme) -> None:
        super().__init__()
        self._state = state
        self._theme = theme
        self._dropping: Place | None = None
        self.setProperty("kind", "places")
        self.setAccessibleName(self.tr("Albums"))
        self.setMinimumWidth(_LEAST_PX)  # in a narrow window
        self.setMaximumWidth(_WIDTH_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(18, 18))
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setItemDelegate(_Row(theme, self))
        self.currentItemChanged.connect(self._show_chosen)
        state.albums_changed.connect(self._fill)
        state.counts_changed.connect(self._fill)
        state.place_changed.connect(self._fill)
        state.listed.connect(self._fill)
        self._fill()

    def recolour(self) -> None:
        self._fill()

    def place_at(self, row: int) -> Place | None:
        item = self.item(row)
        place = item.data(_PLACE) if item is not None else None
        return place if isinstance(place, Place) else None

    def rows_of(self) -> list[tuple[str, int | None]]:
        """Words and number of each row, as they are shown."""
        items = [self.item(row) for row in range(self.count())]
        return [(item.text(), item.data(_COUNT)) for item in items]

    def _fill(self) -> None:
        blocked = self.blockSignals(True)
        scrolled = self.verticalScrollBar().value()
        self.clear()
        counts = self._state.counts
        for name, title in SMART_TITLES.items():
            place = Place(Kind.SMART, name)
            if name not in ONLY_IF_ANY or counts.get(name) or place == self._state.place:
                self._add(shown(title), place, _ICONS.get(name, "photographs"), counts.get(name))
        if self._state.place.kind is Kind.ALIKE:
            self._add(self.tr("Look-alikes"), Place(Kind.ALIKE), "alike", len(self._state.ids))
        self._add(self.tr("Trash"), Place(Kind.TRASH), "remove", self._state.trash_count)
        self._add_title(self.tr("Albums"))
        for album in self._state.albums:
            self._add(album.name, Place(Kind.ALBUM, "all", album.id), "album", album.count)
        if not self._state.albums:
            self._add_hint(self.tr("Ctrl+N makes one"))
        self.verticalScrollBar().setValue(scrolled)
        self.blockSignals(blocked)

    def _add(self, words: str, place: Place, sign: str, count: int | None) -> None:
        item = QListWidgetItem(icon(sign, self.palette()), words, self)
        item.setData(_PLACE, place)
        item.setData(_COUNT, count)
        item.setSizeHint(QSize(0, _ROW_PX))
        spoken = words if count is None else self.tr("{name}, {n} photographs").format(name=words, n=count)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(words)
        if place == self._state.place:
            self.setCurrentItem(item)

    def _add_title(self, words: str) -> None:
        item = QListWidgetItem(words, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(0, _TITLE_PX))
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)

    def _add_hint(self, words: str) -> None:
        item = QListWidgetItem(words, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(0, _ROW_PX))

    def _show_chosen(self, item: QListWidgetItem | None) -> None:
        place = item.data(_PLACE) if item is not None else None
        if isinstance(place, Place) and place != self._state.place:
            self._state.show(place)

    # --- keys and menu: of an album, not of the photographs -------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_own(event):
            super().keyPressEvent(event)
            return
        place = self.place_at(self.currentRow())
        if place is not None and place.album_id is not None:
            wanted = self.rename_wanted if event.key() == Qt.Key.Key_F2 else self.remove_wanted
            wanted.emit(place.album_id)

    def _is_own(self, event: QKeyEvent) -> bool:
        return event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete) and not event.modifiers()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        item = self.itemAt(event.pos())
        place = item.data(_PLACE) if item is not None else None
        if isinstance(place, Place):
            self.menu_wanted.emit(place, event.globalPos())

    # --- photographs that are dropped -----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        target = self._target(event)
        self._set_dropping(target)
        if target is None and not photos_held(event.mimeData()):
            event.ignore()  # files of others are for the whole window
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.setAccepted(target is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_dropping(None)

    def dropEvent(self, event: QDropEvent) -> None:
        target = self._target(event)
        self._set_dropping(None)
        if target is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.photos_dropped.emit(target, photos_held(event.mimeData()))

    def _target(self, event: QDropEvent) -> Place | None:
        """An album, or the trash."""
        item = self.itemAt(event.position().toPoint())
        place = item.data(_PLACE) if item is not None and photos_held(event.mimeData()) else None
        return place if isinstance(place, Place) and place.kind in (Kind.ALBUM, Kind.TRASH) else None

    def _set_dropping(self, place: Place | None) -> None:
        if place != self._dropping:
            self._dropping = place
            self.viewport().update()

    def is_dropping_on(self, place: object) -> bool:
        return place is not None and place == self._dropping


class _Row(QStyledItemDelegate):
    """The words, and the number at the right end."""

    def __init__(self, theme: Theme, places: LibraryPlaces) -> None:
        super().__init__(places)
        self._theme = theme
        self._places = places

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        metrics = option.fontMetrics
        sign_px = 0 if option.icon.isNull() else _SIGN_PX
        used = metrics.horizontalAdvance(_number(index.data(_COUNT))) + 2 * _EDGE_PX + sign_px
        room = option.rect.width() - used
        text = option.text
        option.text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        count = index.data(_COUNT)
        rect: QRect = option.rect
        if self._places.is_dropping_on(index.data(_PLACE)):
            painter.fillRect(rect, QColor(self._theme.colours.chosen))
        words = _number(count)
        super().paint(painter, option, index)
        painter.setPen(QColor(self._theme.colours.muted))
        painter.drawText(
            rect.adjusted(0, 0, -10, 0), int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words
        )  # fmt: skip


def _number(count: object) -> str:
    return QLocale().toString(count) if isinstance(count, int) else ""
