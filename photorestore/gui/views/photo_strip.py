"""`PhotoStrip`: the open photographs as small pictures to switch between; a tick marks a restored one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QIcon, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.icons import drawing
from photorestore.gui.state.open_photo import OpenPhoto, Phase
from photorestore.gui.state.session import Session

_KEY = Qt.ItemDataRole.UserRole
_PICTURE_PX = 104
_WIDTH_PX = 164


class PhotoStrip(QListWidget):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("kind", "strip")
        self.setAccessibleName(self.tr("Open photographs"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(QSize(_PICTURE_PX, _PICTURE_PX))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH_PX)
        self.currentItemChanged.connect(self._show_chosen)
        session.photos_changed.connect(self._show_photos)
        session.photo_changed.connect(self._show_photo)
        session.current_changed.connect(self._show_current)
        self._show_photos()

    def recolour(self) -> None:
        self._show_photos()

    def _show_photos(self) -> None:
        blocked = self.blockSignals(True)
        self.clear()
        for entry in self._session.photos:
            item = QListWidgetItem()
            item.setData(_KEY, entry.key)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            item.setSizeHint(QSize(_WIDTH_PX - 28, _PICTURE_PX + 40))
            self.addItem(item)
            self._fill(item, entry)
        self.blockSignals(blocked)
        self.setVisible(self.count() > 1)
        self._show_current()

    def _show_photo(self, key: int) -> None:
        item, entry = self._item(key), self._session.find(key)
        if item is not None and entry is not None:
            self._fill(item, entry)

    def _show_current(self) -> None:
        current = self._session.current
        item = self._item(current.key) if current else None
        if item is not None:
            self.setCurrentItem(item)

    def _show_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._session.show(item.data(_KEY))

    def _item(self, key: int) -> QListWidgetItem | None:
        items = (self.item(row) for row in range(self.count()))
        return next((item for item in items if item.data(_KEY) == key), None)

    def _fill(self, item: QListWidgetItem, entry: OpenPhoto) -> None:
        name = QFontMetrics(self.font()).elidedText(entry.path.name, Qt.TextElideMode.ElideMiddle, _WIDTH_PX - 60)
        item.setText(name)
        card = _card(entry, self.palette(), self.devicePixelRatioF())
        sign = QIcon(card)
        sign.addPixmap(card, QIcon.Mode.Selected)  # or Qt tints the selected photograph
        item.setIcon(sign)
        item.setToolTip(in_window_language(entry.trouble) or str(entry.path))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.path.name}, {self._state(entry)}")

    def _state(self, entry: OpenPhoto) -> str:
        if entry.phase is Phase.UNREADABLE:
            return self.tr("could not be read")
        if entry.phase is Phase.RESTORING:
            return self.tr("being restored")
        return self.tr("not restored") if entry.version is None else self.tr("restored")


def _card(entry: OpenPhoto, palette: QPalette, ratio: float) -> QPixmap:
    """The photograph in the middle of a square, with a tick in its corner once restored; a sign if it is unreadable."""
    card = QPixmap(round(_PICTURE_PX * ratio), round(_PICTURE_PX * ratio))
    card.setDevicePixelRatio(ratio)
    card.fill(Qt.GlobalColor.transparent)
    painter = QPainter(card)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    side = float(_PICTURE_PX)
    where = QRectF(side * 0.2, side * 0.2, side * 0.6, side * 0.6)
    thumbnail = entry.thumbnail
    if thumbnail is None and entry.phase is Phase.UNREADABLE:
        painter.drawPixmap(
            where.toRect(), drawing("trouble", palette.placeholderText().color(), round(where.width()), ratio)
        )
    elif thumbnail is None:
        painter.setPen(QPen(palette.mid().color(), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(where, 6, 6)
    else:
        share = side / max(thumbnail.width(), thumbnail.height())
        width, height = thumbnail.width() * share, thumbnail.height() * share
        where = QRectF((side - width) / 2, (side - height) / 2, width, height)
        painter.drawImage(where, thumbnail)
    if entry.version is not None:
        _draw_tick(painter, where, palette)
    painter.end()
    return card


def _draw_tick(painter: QPainter, where: QRectF, palette: QPalette) -> None:
    disc = QRectF(where.right() - 26, where.bottom() - 26, 21, 21)
    painter.setPen(QPen(QColor("white"), 1.5))
    painter.setBrush(QBrush(palette.accent().color()))
    painter.drawEllipse(disc)
    tick = QPainterPath()
    tick.moveTo(disc.left() + 5.5, disc.center().y() + 0.5)
    tick.lineTo(disc.left() + 9, disc.bottom() - 6.5)
    tick.lineTo(disc.right() - 5.5, disc.top() + 7)
    painter.setPen(QPen(palette.highlightedText().color(), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(tick)
