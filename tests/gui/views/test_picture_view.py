"""What every view of a photograph does: zooming, pixels, screens of another ratio."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPainter, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication

from photorestore.core.geometry import Box
from photorestore.core.photo import Photo
from photorestore.gui.pixmaps import picture_of
from photorestore.gui.views.patch_picker import PatchPicker
from photorestore.gui.views.picture_view import PictureView


class OnePicture(PictureView):
    """On a screen of another ratio as soon as `ratio` says so."""

    ratio = 1.0

    def devicePixelRatioF(self):
        return self.ratio

    def show_pixels(self, pixels):
        self.picture = picture_of(Photo(np.repeat(pixels[..., None], 3, 2).astype(np.float32)))
        self._viewport.set_picture(self.picture.width, self.picture.height)
        self._viewport.fit()
        self._refresh()

    def paintEvent(self, event):
        painter = QPainter(self)
        self._draw(painter, self.picture, self._seen_rect())


@pytest.fixture
def view(qtbot):
    made = OnePicture()
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show_pixels(np.zeros((100, 100)))
    made.show()
    return made


def test_the_wheel_zooms_at_the_cursor(view):
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    at, turned, phase = QPointF(210, 190), QPoint(0, 120), Qt.ScrollPhase.NoScrollPhase
    before = view.zoom
    view.wheelEvent(QWheelEvent(at, at, QPoint(), turned, no_button, no_key, phase, False))

    assert view.zoom == pytest.approx(before * 1.25)


def pinch(at, share):
    kind, device = Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice()
    return QNativeGestureEvent(kind, device, 2, at, at, at, share, QPointF())


@pytest.mark.parametrize("share", [0.25, -0.25])
def test_two_fingers_on_a_trackpad_zoom_about_the_pointer(view, share):
    at = QPointF(150, 250)
    view.zoom_to(16.0)
    before, point = view.zoom, view.in_picture(at)
    gesture = pinch(at, share)
    QApplication.sendEvent(view, gesture)

    assert gesture.isAccepted()
    assert view.zoom == pytest.approx(before * (1 + share))
    assert view.in_picture(at) == pytest.approx(point, abs=1)


def test_a_pinch_leaves_what_is_always_seen_whole(view, qtbot):
    picker = PatchPicker(view.picture, Box(0, 0, 50, 50))
    qtbot.addWidget(picker)
    before = picker.zoom
    QApplication.sendEvent(picker, pinch(QPointF(50, 50), 0.5))

    assert picker.zoom == before


def test_on_a_finer_screen_the_photograph_still_fills_the_view(view):
    view.show_pixels(np.zeros((1000, 2000)))
    before = view._picture_rect()
    view.ratio = 2.0
    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))

    assert view._picture_rect() == before


def test_one_pixel_at_100_percent_is_one_pixel_of_the_screen(view):
    view.show_pixels(np.indices((200, 300)).sum(0) % 2)
    view.zoom_to(1.0)
    shown = view.grab().toImage()
    row = [shown.pixelColor(x, 200).lightness() for x in range(200, 206)]

    assert row in ([0, 255] * 3, [255, 0] * 3)
