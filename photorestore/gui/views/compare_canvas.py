"""`CompareCanvas`: up to four renditions of a photograph, in place, split, side by side, or as their difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)

from photorestore.gui.pixmaps import Picture, difference_of
from photorestore.gui.state.compare_state import Mode
from photorestore.gui.views.compare_marks import HANDLE_GRASP_PX, draw_divider, draw_label, draw_loupe, draw_notice
from photorestore.gui.views.picture_view import PictureView

LOUPE_RADIUS_PX = 130
_LOUPE_FACTOR = 3.0
_GAP_PX = 3
_KEY_STEP = 0.02
_KEY_MOVE_PX = 10
_PAN_SHARE = 0.1  # of the view, with Ctrl and an arrow
_WAYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


@dataclass(frozen=True, eq=False)
class Pane:
    """One rendition; `notice` stands where there is no picture (yet)."""

    version_id: int
    title: str
    picture: Picture | None
    notice: str = ""


class CompareCanvas(PictureView):
    """All panes share zoom and place; with Shift one is moved alone. What is seen stays when the pictures change."""

    front_chosen = Signal(int)  # version of the pane that was clicked

    def __init__(self) -> None:
        super().__init__()
        self._panes: tuple[Pane, ...] = ()
        self._front = 0
        self._mode = Mode.FLICKER
        self._gain = 4
        self._blend = 50
        self._splits: list[float] = []  # shares of what is seen of the picture
        self._offsets: list[QPointF] = []  # of each pane, in picture pixels
        self._line = 0  # the split line that keys move
        self._moved_split = -1
        self._moved_pane = -1
        self._last = QPointF()
        self._pointer: QPointF | None = None
        self.has_loupe = False
        self.setAccessibleDescription(
            self.tr("Arrows change what is seen, Ctrl and arrows move the photograph, Shift and arrows one part alone.")
        )

    def show_panes(self, panes: Sequence[Pane], front: int, mode: Mode, gain: int = 4, blend: int = 50) -> None:
        """`front` is the place of the pane that is seen alone in `Mode.FLICKER`; `blend` is in %."""
        if [pane.version_id for pane in panes] != [pane.version_id for pane in self._panes]:
            self._splits = [(at + 1) / len(panes) for at in range(len(panes) - 1)]
            self._offsets = [QPointF() for _ in panes]
            self._line = 0
        self._panes, self._front, self._mode = tuple(panes), front, mode
        self._gain, self._blend = gain, blend
        pictures = [pane.picture for pane in panes if pane.picture is not None]
        if pictures:
            largest = max(pictures, key=lambda picture: picture.width)
            self._viewport.set_picture(largest.width, largest.height)
        self._measure()

    def set_loupe(self, on: bool) -> None:
        self.has_loupe = on
        self.update()

    def fit(self) -> None:
        """Parts that were moved alone come back too."""
        self._offsets = [QPointF() for _ in self._panes]
        super().fit()

    def move_alone(self, pane: int, by: QPointF) -> None:
        """Shift one pane against the others by device pixels."""
        self._offsets[pane] += by / self._viewport.zoom
        self._refresh()

    def move_split(self, line: int, share: float) -> None:
        ends = [0.0, *self._splits, 1.0]
        self._splits[line] = min(ends[line + 2], max(ends[line], share))
        self._refresh()

    def next_line(self) -> None:
        """From now on keys move the next split line; after the last comes the first."""
        if self._splits:
            self._line = (self._line + 1) % len(self._splits)
            words = self.tr("Line {n} of {all}").format(n=self._line + 1, all=len(self._splits))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
            self.update()

    @property
    def splits(self) -> tuple[float, ...]:
        return tuple(self._splits)

    # --- places ---------------------------------------------------------------------------------------------------

    @property
    def _is_apart(self) -> bool:
        """Each rendition has a cell of its own."""
        return self._mode in (Mode.SIDE, Mode.STACK) and len(self._panes) > 1

    def _cells(self) -> list[QRectF]:
        """One for the whole view, or one for each pane."""
        count = len(self._panes)
        if not self._is_apart:
            return [QRectF(self.rect())]
        columns = 2 if count == 4 else count if self._mode is Mode.SIDE else 1
        rows = -(-count // columns)
        width = (self.width() - (columns - 1) * _GAP_PX) // columns
        height = (self.height() - (rows - 1) * _GAP_PX) // rows
        places = (divmod(at, columns) for at in range(count))
        return [QRectF(c * (width + _GAP_PX), r * (height + _GAP_PX), width, height) for r, c in places]

    def _cell_at(self, at: QPointF) -> int:
        cells = self._cells()
        return next((number for number, cell in enumerate(cells) if cell.contains(at)), 0)

    def _in_cell(self, at: QPointF) -> QPointF:
        return at - self._cells()[self._cell_at(at)].topLeft()

    def _whole(self, pane: int) -> QRectF:
        """Where all of a pane's picture is, in its cell."""
        moved = self._offsets[pane] * self._viewport.zoom / self.devicePixelRatioF()
        return self._picture_rect().translated(moved) if self._is_apart else self._picture_rect()

    def _seen_rect(self) -> QRectF:
        return self._picture_rect().intersected(QRectF(0, 0, *self._cells()[0].size().toTuple()))

    def _split_x(self, line: int) -> float:
        seen = self._seen_rect()
        return round(seen.left() + seen.width() * self._splits[line])

    def _measure(self) -> None:
        ratio, cell = self.devicePixelRatioF(), self._cells()[0]
        self._viewport.set_view(round(cell.width() * ratio), round(cell.height() * ratio), ratio)
        self._refresh()

    def _device(self, at: QPointF) -> tuple[float, float]:
        return super()._device(self._in_cell(at))

    # --- drawing --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().mid() if self._is_apart else self._surround)
        for number, cell in enumerate(self._cells() if self._panes else ()):
            painter.save()
            painter.translate(cell.topLeft())
            room = QRectF(0, 0, cell.width(), cell.height())
            painter.setClipRect(room)
            painter.fillRect(room, self._surround)
            if self._is_apart:
                self._draw_pane(painter, number, room)
            else:
                self._draw_together(painter, room)
            painter.restore()
        self._draw_focus(painter)

    def _draw_pane(self, painter: QPainter, number: int, room: QRectF) -> None:
        whole = self._whole(number)
        seen = whole.intersected(room)
        self._draw_one(painter, number, seen, whole)
        self._draw_loupe(painter, number, whole)
        draw_label(painter, self._panes[number].title, room, Qt.AlignmentFlag.AlignLeft)
        if number == self._front:
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(1, 1, -1, -1))

    def _draw_together(self, painter: QPainter, room: QRectF) -> None:
        seen, title = self._seen_rect(), self._panes[self._front].title
        if self._mode is Mode.SPLIT and len(self._panes) > 1:
            self._draw_split(painter, seen)
            return
        has_two = self._other_picture is not None and self._front_picture is not None
        if self._mode is Mode.DIFFERENCE and has_two:
            painter.drawImage(seen, self._difference(seen))
            title = self.tr("Difference ×{gain}").format(gain=self._gain)
        elif self._mode is Mode.ONION and has_two:
            self._draw(painter, self._other_picture, seen)
            painter.setOpacity(self._blend / 100)
            self._draw(painter, self._front_picture, seen)
            painter.setOpacity(1.0)
            title = self.tr("{version}: {percent} %").format(version=title, percent=self._blend)
        else:
            self._draw_one(painter, self._front, seen, self._picture_rect())
        self._draw_loupe(painter, self._front, self._picture_rect())
        draw_label(painter, title, seen if not seen.isEmpty() else room, Qt.AlignmentFlag.AlignLeft)

    def _draw_one(self, painter: QPainter, number: int, part: QRectF, whole: QRectF) -> None:
        pane = self._panes[number]
        if pane.picture is None:
            draw_notice(painter, pane.notice, part if not part.isEmpty() else whole, self.palette())
        else:
            self._draw(painter, pane.picture, part, whole=whole)

    def _draw_split(self, painter: QPainter, seen: QRectF) -> None:
        ends = [seen.left(), *(self._split_x(line) for line in range(len(self._splits))), seen.right()]
        parts = [QRectF(a, seen.top(), b - a, seen.height()) for a, b in pairwise(ends)]
        for number, part in enumerate(parts):
            self._draw_one(painter, number, part, self._picture_rect())
        if self._pointer is not None:
            under = sum(self._pointer.x() >= end for end in ends[1:-1])
            self._draw_loupe(painter, under, self._picture_rect())
        for line, end in enumerate(ends[1:-1]):
            draw_divider(painter, end, seen, self.hasFocus() and line == self._line)
        for number, (pane, part) in enumerate(zip(self._panes, parts, strict=True)):
            is_last = number == len(parts) - 1
            side = Qt.AlignmentFlag.AlignRight if is_last else Qt.AlignmentFlag.AlignLeft
            draw_label(painter, pane.title, part, side, limit=part.width())

    def _draw_loupe(self, painter: QPainter, number: int, whole: QRectF) -> None:
        picture = self._panes[number].picture
        if not self.has_loupe or picture is None:
            return
        cell = self._cells()[0]
        at = self._in_cell(self._pointer) if self._pointer is not None else QPointF(cell.width() / 2, cell.height() / 2)
        if not whole.contains(at):
            return
        width, height = whole.width() * _LOUPE_FACTOR, whole.height() * _LOUPE_FACTOR
        corner = at - (at - whole.topLeft()) * _LOUPE_FACTOR
        large = QRectF(corner.x(), corner.y(), width, height)

        def inside(part: QRectF) -> None:
            self._draw(painter, picture, part.intersected(large), whole=large)

        draw_loupe(painter, at, LOUPE_RADIUS_PX, self._surround, inside)

    # --- difference -----------------------------------------------------------------------------------------------

    @property
    def _front_picture(self) -> Picture | None:
        return self._panes[self._front].picture

    @property
    def _other_picture(self) -> Picture | None:
        """The first that is not in front."""
        return next((pane.picture for at, pane in enumerate(self._panes) if at != self._front), None)

    def _difference(self, seen: QRectF) -> QImage:
        made = difference_of(
            self._rendered(self._other_picture, seen), self._rendered(self._front_picture, seen), self._gain
        )
        made.setDevicePixelRatio(self.devicePixelRatioF())
        return made

    def _rendered(self, picture: Picture | None, seen: QRectF) -> QImage:
        ratio = self.devicePixelRatioF()
        width, height = max(1, round(seen.width() * ratio)), max(1, round(seen.height() * ratio))
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.scale(ratio, ratio)
        painter.translate(-seen.topLeft())
        self._draw(painter, picture, seen)
        painter.end()
        return image

    # --- mouse and keys -------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at, is_left = event.position(), event.button() is Qt.MouseButton.LeftButton
        self._last = at
        if is_left and not self._space_held and self._panes:
            self._moved_split = self._split_at(at)
            self._line = self._moved_split if self._moved_split >= 0 else self._line
            if self._is_apart:
                pane = self._cell_at(at)
                self.front_chosen.emit(self._panes[pane].version_id)
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                    self._moved_pane = pane
            if self._moved_split < 0 and self._moved_pane < 0:
                self._begin_pan(at)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._moved_split >= 0:
            seen = self._seen_rect()
            self.move_split(self._moved_split, (at.x() - seen.left()) / max(1.0, seen.width()))
        elif self._moved_pane >= 0:
            self.move_alone(self._moved_pane, (at - self._last) * self.devicePixelRatioF())
        self._last = self._pointer = at
        if self.has_loupe:
            self.update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._moved_split = self._moved_pane = -1
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._split_at(event.position()) < 0:
            self.toggle_fit(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way, modifiers = _WAYS.get(Qt.Key(event.key())), event.modifiers()
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        if way is None or not self._panes:
            super().keyPressEvent(event)
        elif modifiers & control:
            view = self._viewport.view
            self._viewport.pan(-way[0] * view[0] * _PAN_SHARE, -way[1] * view[1] * _PAN_SHARE)
            self._refresh()
        elif self._is_apart and modifiers & shift:
            self.move_alone(self._front, QPointF(*way) * _KEY_MOVE_PX)
        elif self._mode is Mode.SPLIT and way[0] and self._splits:
            by = way[0] * _KEY_STEP * (5 if modifiers & shift else 1)
            self.move_split(self._line, self._splits[self._line] + by)
        else:
            super().keyPressEvent(event)

    def _split_at(self, at: QPointF) -> int:
        """The line under the pointer, or -1."""
        if self._mode is not Mode.SPLIT or self._seen_rect().isEmpty():
            return -1
        near = [line for line in range(len(self._splits)) if abs(at.x() - self._split_x(line)) <= HANDLE_GRASP_PX]
        return min(near, key=lambda line: abs(at.x() - self._split_x(line)), default=-1)

    def _show_own_cursor(self, at: QPointF) -> None:
        if self._split_at(at) >= 0 or self._moved_split >= 0:
            self.setCursor(Qt.CursorShape.SplitHCursor)
        elif self._moved_pane >= 0:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.unsetCursor()
