"""`PhotoTile`: one photograph of the library's grid: picture, title, date, stars, and in words what became of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from photorestore.gui.date_words import shown_date
from photorestore.gui.icons import drawing
from photorestore.gui.item_models.photo_model import GLANCE
from photorestore.gui.library_words import FLAG_WORDS, STATE_WORDS, shown, title_of
from photorestore.gui.state.library_state import LibraryState
from photorestore.gui.theme import Theme
from photorestore.gui.thumbnails import Source, Thumbnails, original_source, result_source
from photorestore.library.glances import Glance
from photorestore.library.photos import UNREACHABLE, Flag, State

_EDGE_PX = 10
_WORDS_PX = 48
_CHIP_PX = 22
_STAR_PX = 13
_ICONS = {State.IN_WORK: "in-work", State.RESTORED: "keep", State.MISSING: "trouble", State.OFFLINE: "offline"}
_HEIGHT_SHARE = 0.82
_FADED = 0.35  # of a picture whose file is not there

Chip = tuple[str, str]  # icon, words


class PhotoTile(QStyledItemDelegate):
    """The restored picture is shown where there is one, and the original while it is hovered or `flips`."""

    def __init__(self, state: LibraryState, thumbnails: Thumbnails, theme: Theme) -> None:
        super().__init__()
        self._state = state
        self._thumbnails = thumbnails
        self._theme = theme
        self._chips: dict[tuple[Chip, float], QPixmap] = {}
        self._stars: dict[tuple[int, float], QPixmap] = {}
        self.side_px = 0
        self.tile_px = QSize()
        self.flips = False

    def set_size(self, side_px: int, width_px: int) -> None:
        """`side_px` is the longest a picture gets, in a tile of at least that width."""
        self.side_px = side_px
        self.tile_px = QSize(max(width_px, side_px + 2 * _EDGE_PX), self._height_px() + _EDGE_PX + _WORDS_PX)

    def _height_px(self) -> int:
        """Most photographs are wider than high."""
        return round(self.side_px * _HEIGHT_SHARE)

    def recolour(self) -> None:
        self._chips.clear()
        self._stars.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self.tile_px

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        glance = index.data(GLANCE)
        if not isinstance(glance, Glance):
            return
        state = option.state
        tile: QRect = option.rect
        self._draw_ground(painter, tile, state)
        left = tile.left() + (tile.width() - self.side_px) // 2
        room = QRect(left, tile.top() + _EDGE_PX, self.side_px, self._height_px())
        is_flipped = self.flips or bool(state & QStyle.StateFlag.State_MouseOver)
        shows_original = glance.result is None or is_flipped
        self._draw_picture(painter, room, glance, shows_original)
        self._draw_chips(painter, room, self._chips_of(glance, shows_original))
        self._draw_words(painter, QRect(room.left(), room.bottom() + 5, room.width(), _WORDS_PX - 8), glance)

    def _draw_ground(self, painter: QPainter, tile: QRect, state: QStyle.StateFlag) -> None:
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        if not is_chosen and not has_focus:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(self._theme.colours.accent)
        painter.setBrush(QBrush(QColor(self._theme.colours.chosen)) if is_chosen else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 2) if has_focus else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(tile).adjusted(2, 2, -2, -2), 8, 8)

    def _draw_picture(self, painter: QPainter, room: QRect, glance: Glance, shows_original: bool) -> None:
        ratio = painter.device().devicePixelRatioF()
        source = picture_source(glance, shows_original)
        pixmap = self._thumbnails.picture(source, self._side_of(glance, ratio))
        if pixmap is None:
            self._draw_blank(painter, room, self._thumbnails.is_broken(source), ratio)
            return
        size = pixmap.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        limit = QSize(max(1, round(glance.photo.width / ratio)), max(1, round(glance.photo.height / ratio)))
        if shows_original and limit.width() < size.width():
            size = limit  # a small picture is not blown up
        where = QRect(QPoint(0, 0), size)
        where.moveCenter(room.center())
        is_there = glance.photo.state not in UNREACHABLE
        painter.setOpacity(1.0 if is_there else _FADED)
        if size * ratio == pixmap.size():
            painter.drawPixmap(where.topLeft(), _with_ratio(pixmap, ratio))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(where, pixmap)
        painter.setOpacity(1.0)

    def _side_of(self, glance: Glance, ratio: float) -> int:
        """Device pixels of the longer side, so that the picture needs no scaling when it is drawn."""
        width, height = glance.photo.width, glance.photo.height
        share = min(self.side_px / width, self._height_px() / height)
        return max(1, int(share * max(width, height) * ratio))

    def _draw_blank(self, painter: QPainter, room: QRect, is_broken: bool, ratio: float) -> None:
        colours = self._theme.colours
        inside = room.adjusted(room.width() // 5, room.height() // 6, -room.width() // 5, -room.height() // 6)
        painter.fillRect(inside, QColor(colours.line))
        if is_broken:
            sign = drawing("trouble", QColor(colours.muted), 32, ratio)
            painter.drawPixmap(inside.center() - QPoint(16, 16), sign)

    # --- words ----------------------------------------------------------------------------------------------------

    def _draw_words(self, painter: QPainter, room: QRect, glance: Glance) -> None:
        font = painter.font()
        metrics = QFontMetrics(font)
        painter.setPen(QColor(self._theme.colours.text))
        title = metrics.elidedText(title_of(glance), Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(QPoint(room.left(), room.top() + metrics.ascent()), title)
        base = room.top() + metrics.height() + 2
        left = room.width()
        if glance.photo.stars:
            stars = self._star_picture(glance.photo.stars, painter.device().devicePixelRatioF())
            left -= round(stars.deviceIndependentSize().width()) + 6
            painter.drawPixmap(QPoint(room.left() + left + 6, base + 2), stars)
        painter.setPen(QColor(self._theme.colours.muted))
        date = metrics.elidedText(shown_date(glance.photo.date), Qt.TextElideMode.ElideRight, left)
        painter.drawText(QPoint(room.left(), base + metrics.ascent()), date)

    def _star_picture(self, number: int, ratio: float) -> QPixmap:
        key = (number, ratio)
        if key not in self._stars:
            star = drawing("star-full", QColor(self._theme.colours.accent), _STAR_PX, ratio)
            row = _empty(QSize(number * _STAR_PX, _STAR_PX), ratio)
            painter = QPainter(row)
            for at in range(number):
                painter.drawPixmap(at * _STAR_PX, 0, star)
            painter.end()
            self._stars[key] = row
        return self._stars[key]

    # --- what became of it ----------------------------------------------------------------------------------------

    def _chips_of(self, glance: Glance, shows_original: bool) -> list[Chip]:
        photo, chips = glance.photo, list[Chip]()
        if alike := self._state.alike(photo.id):
            group = self.tr("Group {n}").format(n=alike.group)
            best = self.tr("Group {n}: best").format(n=alike.group)
            chips.append(("alike", best if alike.is_best else group))
        if photo.state is not State.NOT_RESTORED:
            is_flipped = shows_original and glance.result is not None
            words = self.tr("Original") if is_flipped else shown(STATE_WORDS[photo.state])
            chips.append(("original" if is_flipped else _ICONS[photo.state], words))
        if photo.flag is not Flag.NONE:
            chips.append(("flag-keep" if photo.flag is Flag.KEEP else "cancel", shown(FLAG_WORDS[photo.flag])))
        if photo.trouble:
            chips.append(("trouble", self.tr("Damaged")))
        if glance.is_painted:
            chips.append(("brush", self.tr("Mask")))
        return chips

    def _draw_chips(self, painter: QPainter, room: QRect, chips: list[Chip]) -> None:
        ratio = painter.device().devicePixelRatioF()
        left, bottom = room.left() + 4, room.bottom() - 3
        for chip in chips:
            pixmap = self._chip_picture(chip, painter.font(), ratio)
            if left + pixmap.deviceIndependentSize().width() > room.right() and left > room.left() + 4:
                pixmap = self._chip_picture((chip[0], ""), painter.font(), ratio)  # words would hide the picture
            width = round(pixmap.deviceIndependentSize().width())
            if left + width > room.right():
                left, bottom = room.left() + 4, bottom - _CHIP_PX - 3
            painter.drawPixmap(QPoint(left, bottom - _CHIP_PX), pixmap)
            left += width + 4

    def _chip_picture(self, chip: Chip, font: QFont, ratio: float) -> QPixmap:
        key = (chip, ratio)
        if key not in self._chips:
            small = QFont(font)
            small.setPointSizeF(font.pointSizeF() * 0.9)
            metrics = QFontMetrics(small)
            width = metrics.horizontalAdvance(chip[1]) + 30 if chip[1] else _CHIP_PX + 4
            made = _empty(QSize(width, _CHIP_PX), ratio)
            colours = self._theme.colours
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(small)
            painter.setPen(QColor(colours.line))
            painter.setBrush(QColor(colours.base))
            size = made.deviceIndependentSize()
            painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 6, 6)
            painter.drawPixmap(6, 4, drawing(chip[0], QColor(colours.text), 14, ratio))
            painter.setPen(QColor(colours.text))
            painter.drawText(24, round((_CHIP_PX + metrics.ascent() - metrics.descent()) / 2), chip[1])
            painter.end()
            self._chips[key] = made
        return self._chips[key]


def picture_source(glance: Glance, shows_original: bool) -> Source:
    """Of the original where there is no result."""
    result = None if shows_original else glance.result_file
    return original_source(glance.photo) if result is None else result_source(result)


def _with_ratio(pixmap: QPixmap, ratio: float) -> QPixmap:
    if pixmap.devicePixelRatio() == ratio:
        return pixmap
    same = QPixmap(pixmap)
    same.setDevicePixelRatio(ratio)
    return same


def _empty(size: QSize, ratio: float) -> QPixmap:
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    return made
