"""`MaskCanvas`: the photograph with its mask over it, painted by mouse, pen and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QSinglePointEvent,
    QTabletEvent,
    QWheelEvent,
)

from photorestore.core.geometry import Box
from photorestore.gui.pixmaps import Picture
from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.painting import Tool
from photorestore.gui.state.tool_box import ToolBox
from photorestore.gui.state.viewport import Point
from photorestore.gui.views.brush_marks import draw_brush, draw_frame, draw_grid, draw_words
from photorestore.gui.views.canvas_hand import CanvasHand
from photorestore.gui.views.canvas_keys import CanvasKeys
from photorestore.gui.views.canvas_pictures import CanvasPictures
from photorestore.gui.views.mask_overlay import Sight, overlay_image
from photorestore.gui.views.picture_view import PictureView

_MARGIN_PX = 4  # around what changed: outlines and smoothing reach a little further
_GRID_FROM_ZOOM = 8.0
_HUD_MS = 900


class MaskCanvas(PictureView):
    """Left paints, right or Alt erases, Shift joins with the last point; the tool box says what with.

    With a result, the result is shown; `\\` or Shift+Space held show the original, H held hides all marks.
    """

    face_drawn = Signal(object)  # Box

    def __init__(self, editor: MaskEditor, tools: ToolBox) -> None:
        super().__init__()
        self._editor = editor
        self._tools = tools
        self._pictures = CanvasPictures(self)
        self._hover: QPointF | None = None
        self._pen_is_down = False
        self._face: Box | None = None
        self.hides_marks = False
        self.is_precise = False
        self._hand = CanvasHand(self, editor, tools)
        self._keys = CanvasKeys(self, editor, tools)
        self._hud = QTimer(self, singleShot=True, interval=_HUD_MS)
        self._hud.timeout.connect(self.update)
        self.setAccessibleName(self.tr("Mask canvas"))
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys move the brush, Enter or Insert paints, with Shift it erases, N goes to the next defect."
            )
        )
        editor.area_changed.connect(self._on_area_changed)
        editor.opened.connect(self._on_opened)
        editor.defects.chosen.connect(self._on_defect_chosen)
        tools.tool_changed.connect(self._on_tool_changed)
        tools.brush_changed.connect(self._on_brush_changed)
        tools.overlay_changed.connect(self.update)

    # --- what is shown --------------------------------------------------------------------------------------------

    def show_pictures(self, before: Picture | None, after: Picture | None = None) -> None:
        """Another photograph is fitted; a new result of the same one keeps what is seen in its place."""
        is_same = before is not None and before is self._pictures.before
        self._pictures.before, self._pictures.after = before, after
        if before is not None and not is_same:
            self._viewport.set_picture(before.width, before.height)
            self._viewport.fit()
        self._refresh()

    def show_patch(self, patch: tuple[Box, Picture] | None) -> None:
        """A part of the photograph as it would be, over what is shown."""
        if patch is not self._pictures.patch:
            self._pictures.patch = patch
            self._refresh()

    @property
    def pictures(self) -> tuple[Picture | None, Picture | None]:
        """Original and result."""
        return self._pictures.before, self._pictures.after

    @property
    def shows_original(self) -> bool:
        return self._pictures.shows_original

    @property
    def is_split(self) -> bool:
        return self._pictures.is_split

    def set_original(self, on: bool) -> None:
        self._pictures.shows_original = on
        self._refresh()

    def set_split(self, on: bool) -> None:
        """Original and result beside a line that the hand can move."""
        self._pictures.is_split = on
        self._refresh()

    def seen_box(self) -> Box:
        """The part of the photograph that is seen."""
        seen = self._seen_rect()
        (left, top), (right, bottom) = self.in_picture(seen.topLeft()), self.in_picture(seen.bottomRight())
        return Box(floor(left), floor(top), ceil(right), ceil(bottom)).clamp(*self._viewport.picture)

    def set_marks_hidden(self, on: bool) -> None:
        self.hides_marks = on
        self.update()

    def draw_face(self, a: Point, b: Point) -> None:
        """A box was drawn between two picture points."""
        (left, right), (top, bottom) = sorted((a[0], b[0])), sorted((a[1], b[1]))
        self.face_drawn.emit(Box(round(left), round(top), round(right), round(bottom)))

    def centre_on(self, point: Point) -> None:
        """Bring a picture point into view, unless it is seen well already."""
        x, y = self._viewport.to_view(point)
        width, height = self._viewport.view
        if not (0.08 * width < x < 0.92 * width and 0.08 * height < y < 0.92 * height):
            self._viewport.pan(width / 2 - x, height / 2 - y)
            self._refresh()

    # --- drawing --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._surround)
        if self._pictures.before is None:
            return
        seen = self._seen_rect()
        part = seen.intersected(QRectF(event.rect().adjusted(-_MARGIN_PX, -_MARGIN_PX, _MARGIN_PX, _MARGIN_PX)))
        self._pictures.draw(painter, part, seen)
        if self.zoom >= _GRID_FROM_ZOOM:
            draw_grid(painter, part, self._picture_rect().topLeft(), 1 / self.picture_px)
        if not self.hides_marks:
            self._pictures.leave_out_patch(painter, part)
            self._draw_overlay(painter, part)
            painter.setClipping(False)
            self._draw_marks(painter, seen)
        self._draw_focus(painter)

    def draw_picture(
        self, painter: QPainter, picture: Picture | None, part: QRectF, whole: QRectF | None = None
    ) -> None:
        self._draw(painter, picture, part, whole=whole)

    def _draw_overlay(self, painter: QPainter, part: QRectF) -> None:
        overlay = self._tools.overlay
        if not self._editor.is_open or not (overlay.is_visible or overlay.shows_mask_only) or self.shows_original:
            return
        ratio = self.devicePixelRatioF()
        wanted = Box(
            floor(part.left() * ratio),
            floor(part.top() * ratio),
            ceil(part.right() * ratio),
            ceil(part.bottom() * ratio),
        )
        left, top = (round(value) for value in self._viewport.to_view((0, 0)))
        made = overlay_image(self._editor, Sight(left, top, self.zoom, ratio), wanted, overlay)
        if made is not None:
            box, image = made
            image.setDevicePixelRatio(ratio)
            painter.drawImage(QPointF(box.left / ratio, box.top / ratio), image)

    def _draw_marks(self, painter: QPainter, seen: QRectF) -> None:
        self._pictures.draw_marks(painter, seen)
        defect = self._editor.defects.current
        for box in (None if defect is None else defect.box, self._face):
            if box is not None:
                a, b = self.on_screen((box.left, box.top)), self.on_screen((box.right, box.bottom))
                draw_frame(painter, QRectF(a, b).adjusted(-5, -5, 5, 5), self.palette().accent().color())
        self._hand.draw(painter)
        at = self._brush_at()
        if at is not None:
            brush, erases = self._tools.brush, self._tools.is_erasing
            draw_brush(painter, at, self._ring_px(), brush.softness, erases, self.is_precise or self._keys.has_point)
        if self._hud.isActive() and self._tools.tool in (Tool.BRUSH, Tool.ERASER):
            place = at or QPointF(self.rect().center())
            draw_words(
                painter, self._size_words(), place + QPointF(0, min(self._ring_px(), 60) + 24), QRectF(self.rect())
            )

    def _size_words(self) -> str:
        brush = self._tools.brush
        size, soft = f"{2 * brush.radius_px:.0f}", f"{100 * brush.softness:.0f}"
        if not brush.softness:
            return self.tr("{size} px").format(size=size)
        return self.tr("{size} px, {soft} % soft").format(size=size, soft=soft)

    def _brush_at(self) -> QPointF | None:
        """Where the ring is drawn, in widget pixels."""
        if self._keys.point is not None:
            return self.on_screen(self._keys.point)
        is_ring = self._tools.tool in (Tool.BRUSH, Tool.ERASER) and not self.is_panning and not self._space_held
        return self._hover if is_ring or self._hand.is_sizing else None

    def _ring_px(self) -> float:
        return self._tools.brush.radius_px / self.picture_px

    # --- mouse and pen --------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            turned = event.angleDelta().y() or event.angleDelta().x()  # some systems turn Alt+wheel sideways
            self._tools.resize(turned / 120)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._pen_is_down:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._pen_is_down:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._pen_is_down:
            super().mouseReleaseEvent(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """All of the pen's events, so that no mouse events are made of them. It does what the mouse does."""
        if event.type() == QTabletEvent.Type.TabletPress:
            self._pen_is_down = True
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._hand_down(event)
        elif event.type() == QTabletEvent.Type.TabletMove:
            self._hand_moves(event)
        elif event.type() == QTabletEvent.Type.TabletRelease:
            self._hand_up(event)
            self._pen_is_down = False
        event.accept()

    def _hand_down(self, event: QSinglePointEvent) -> None:
        is_left, is_right = event.button() is Qt.MouseButton.LeftButton, event.button() is Qt.MouseButton.RightButton
        if is_left and not self._space_held and self._pictures.grasp(event.position(), self._seen_rect()):
            return
        if _is_finger(event):
            self._begin_pan(event.position())
        elif is_right or (is_left and not self._space_held):
            is_rubber = event.pointerType() is QPointingDevice.PointerType.Eraser
            self._press(event.position(), is_right or is_rubber, event.modifiers(), _pressure(event))
        super()._hand_down(event)

    def _hand_moves(self, event: QSinglePointEvent) -> None:
        if self._pictures.is_moving_divider:
            self._pictures.move(event.position(), self._seen_rect())
            self._refresh()
            return
        self._move(event.position(), _pressure(event))
        super()._hand_moves(event)

    def _hand_up(self, event: QSinglePointEvent) -> None:
        self._pictures.let_go()
        if event.button() is not Qt.MouseButton.MiddleButton:
            self._release()
        super()._hand_up(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover_over(event.position())
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hover_over(None)

    def _press(self, at: QPointF, erases: bool, keys: Qt.KeyboardModifier, pressure: float) -> None:
        if not self._editor.is_open:
            return
        self._keys.put_away()
        self._hand.press(at, erases, keys, pressure)
        if self._hand.is_sizing:
            self._hud.start()
        self.update()

    def _move(self, at: QPointF, pressure: float) -> None:
        self._hover_over(at)
        if self._hand.move(at, pressure):
            self.update()

    def _release(self) -> None:
        self._hand.release()
        self.update()

    def _hover_over(self, at: QPointF | None) -> None:
        for place in (self._hover, at):
            if place is not None and self._tools.tool in (Tool.BRUSH, Tool.ERASER):
                reach = self._ring_px() + 6
                self.update(QRectF(place.x() - reach, place.y() - reach, 2 * reach, 2 * reach).toAlignedRect())
        self._hover = at

    def _show_own_cursor(self, at: QPointF) -> None:
        if self._pictures.is_over_divider(at, self._seen_rect()):
            self.setCursor(Qt.CursorShape.SplitHCursor)
            return
        is_brush = self._tools.tool in (Tool.BRUSH, Tool.ERASER)
        self.setCursor(Qt.CursorShape.BlankCursor if is_brush and not self.hides_marks else Qt.CursorShape.CrossCursor)

    # --- keys -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._keys.release(event):
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keys.let_go()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Another window came to the front, whichever part of this one had the keys; or Enter is not the page's."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self._keys.let_go()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys.paints(event):
            event.accept()
            return True
        return super().event(event)

    def show_face(self, box: Box | None) -> None:
        """Frame a face and bring it into view."""
        if box != self._face:
            self._face = box
            if box is not None:
                self.centre_on(((box.left + box.right) / 2, (box.top + box.bottom) / 2))
            self.update()

    def set_held_keys(self, keys_of: Callable[[str], Sequence[str]]) -> None:
        """Which keys show the original ("original") or hide the marks ("hide") while they are held."""
        self._keys.keys_of = keys_of

    def press_held_key(self, event: QKeyEvent) -> bool:
        """From elsewhere on the page; True if it was one of these."""
        return self._keys.press_held(event)

    def release_held_key(self, event: QKeyEvent) -> bool:
        return self._keys.release(event)

    def abandon_gesture(self) -> bool:
        """Take back what the hand is doing; False if it does nothing."""
        self.update()
        return self._hand.abandon()

    # --- told by the state ----------------------------------------------------------------------------------------

    @Slot(object)
    def _on_area_changed(self, box: Box) -> None:
        a, b = self.on_screen((box.left, box.top)), self.on_screen((box.right, box.bottom))
        margin = _MARGIN_PX + 2
        changed = QRect(floor(a.x()), floor(a.y()), ceil(b.x() - a.x()) + 1, ceil(b.y() - a.y()) + 1)
        self.update(changed.adjusted(-margin, -margin, margin, margin).intersected(self.rect()))

    def _on_opened(self) -> None:
        self._hand.abandon()
        self._keys.put_away()
        self.update()

    def _on_defect_chosen(self) -> None:
        defect = self._editor.defects.current
        if defect is not None:
            self._keys.put_away()
            self.centre_on(((defect.box.left + defect.box.right) / 2, (defect.box.top + defect.box.bottom) / 2))
        self.update()

    def _on_tool_changed(self) -> None:
        self.abandon_gesture()
        self._show_cursor(self._hover or QPointF())
        self.update()

    def _on_brush_changed(self) -> None:
        self._hud.start()
        self.update()


def _is_finger(event: QSinglePointEvent) -> bool:
    device = event.device()
    return device is not None and device.type() is QInputDevice.DeviceType.TouchScreen


def _pressure(event: QSinglePointEvent) -> float:
    return event.pressure() if isinstance(event, QTabletEvent) else 1.0
