"""`QuickLook`: the library's current photograph over the whole page; arrows walk on, Space or Esc closes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)

from photorestore.core.picture_file import PictureFile
from photorestore.gui.compare_jobs import CompareJobs
from photorestore.gui.library_words import STATE_WORDS, LibraryWords, shown, title_of
from photorestore.gui.pixmaps import Picture
from photorestore.gui.state.library_state import LibraryState
from photorestore.gui.thumbnails import SIDES_PX, Thumbnails
from photorestore.gui.views.compare_marks import draw_label, draw_notice
from photorestore.gui.views.photo_tile import picture_source
from photorestore.gui.views.picture_view import PictureView
from photorestore.library.glances import Glance
from photorestore.library.photos import State

_PAUSE_MS = 120  # before the file is read: who leafs on sees the small pictures
_STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1,
}  # fmt: skip
_CLOSING = (Qt.Key.Key_Space, Qt.Key.Key_Escape)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_OWN_KEYS = (*_STEPS, *_CLOSING, *_ENDS, Qt.Key.Key_Z)


class QuickLook(PictureView):
    """The small picture at once, the whole one as soon as it is read: the result, or flipped the original.

    `held_key` is asked about keys that are not its own.
    """

    closed = Signal()

    def __init__(self, state: LibraryState, thumbnails: Thumbnails, jobs: CompareJobs) -> None:
        super().__init__()
        self._state = state
        self._thumbnails = thumbnails
        self._jobs = jobs
        self._words = LibraryWords()
        self.held_key: Callable[[QKeyEvent, bool], bool] = lambda event, is_down: False
        self._glance: Glance | None = None
        self._file: PictureFile | None = None
        self._picture: Picture | None = None
        self._notice = ""
        self._shows_original = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self.setAccessibleDescription(self.tr("Arrows go to the next photograph, Space closes."))
        state.chosen_changed.connect(self._follow)
        state.listed.connect(self._follow)
        thumbnails.came.connect(self._on_small)
        jobs.was_read.connect(self._on_read)
        jobs.was_not_read.connect(self._on_not_read)

    @property
    def is_whole(self) -> bool:
        """The file itself is shown, not its small picture."""
        return self._picture is not None

    def open(self) -> None:
        """On the current photograph."""
        self._show_current()

    def set_flipped(self, on: bool) -> None:
        """Show originals, as the tiles do."""
        self._shows_original = on
        if self.isVisible():
            self._show_current()

    # --- which photograph -----------------------------------------------------------------------------------------

    def _follow(self) -> None:
        if self.isVisible():
            self._show_current()

    def _show_current(self) -> None:
        current = self._state.current
        glance = None if current is None else self._state.glance_of(current)
        if glance is None:
            self.closed.emit()
            return
        result = None if self._shows_original else glance.result_file
        file = glance.photo.file if result is None else result
        is_other = self._glance is None or _lying(self._glance) != _lying(glance)
        self._glance = glance
        if file != self._file:
            self._file, self._picture, self._notice = file, None, ""
            if is_other:
                self._viewport.set_picture(glance.photo.width, glance.photo.height)
                self._viewport.fit()
            self._pause.start()
        if is_other:
            self.setAccessibleName(self._words.described(glance))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))
        self._refresh()

    def step(self, by: int) -> None:
        row = None if self._state.current is None else self._state.row_of(self._state.current)
        if row is not None:
            self.go_to_row(row + by)

    def go_to_row(self, row: int) -> None:
        if 0 <= row < len(self._state.ids):
            self._state.choose([self._state.ids[row]])

    # --- reading --------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        if self._file is not None and self.isVisible():
            self._jobs.drop()
            self._jobs.read(self._file, self._file)

    def _on_read(self, file: PictureFile, picture: Picture) -> None:
        if file == self._file and self.isVisible():
            self._picture = picture
            self._viewport.set_picture(picture.width, picture.height)
            self._refresh()

    def _on_small(self, mark: str) -> None:
        self.update()

    def _on_not_read(self, file: PictureFile, sentence: str) -> None:
        if file == self._file:
            self._notice = sentence
            self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """A large scan's pixels are not kept."""
        super().hideEvent(event)
        self._pause.stop()
        self._glance = self._file = self._picture = None

    # --- drawing --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._surround)
        if self._glance is None:
            return
        seen = self._seen_rect()
        if self._picture is not None:
            self._draw(painter, self._picture, seen)
        elif self._notice:
            draw_notice(painter, self._notice, QRectF(self.rect()).adjusted(60, 60, -60, -60), self.palette())
        else:
            self._draw_small(painter, self._glance)
        room = QRectF(self.rect())
        draw_label(painter, self._title_of(self._glance), room, Qt.AlignmentFlag.AlignLeft)
        draw_label(painter, self._place_words(), room, Qt.AlignmentFlag.AlignRight)

    def _draw_small(self, painter: QPainter, glance: Glance) -> None:
        shows_original = self._file == glance.photo.file
        pixmap = self._thumbnails.picture(picture_source(glance, shows_original), SIDES_PX[-1])
        if pixmap is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self._picture_rect(), pixmap, QRectF(pixmap.rect()))

    def _title_of(self, glance: Glance) -> str:
        is_original = glance.result is not None and self._file == glance.photo.file
        is_plain = glance.photo.state is State.NOT_RESTORED
        state = self.tr("Original") if is_original else "" if is_plain else shown(STATE_WORDS[glance.photo.state])
        stars = "★" * glance.photo.stars
        return " · ".join(filter(None, (title_of(glance), glance.photo.date.text, stars, state)))

    def _place_words(self) -> str:
        row = None if self._glance is None else self._state.row_of(self._glance.photo.id)
        return self.tr("{n} of {all}").format(n=0 if row is None else row + 1, all=len(self._state.ids))

    # --- mouse and keys -------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """These keys are of the page's actions too; here they are walked and closed with."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_asked and not event.modifiers() and Qt.Key(event.key()) in _OWN_KEYS:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _CLOSING:
            self.closed.emit()
        elif key in _STEPS:
            self.step(_STEPS[key])
        elif key in _ENDS:
            self.go_to_row(0 if key == Qt.Key.Key_Home else len(self._state.ids) - 1)
        elif key == Qt.Key.Key_Z:
            self.toggle_fit()
        elif not self.held_key(event, True):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.held_key(event, False):
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin_pan(event.position())
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.closed.emit()


def _lying(glance: Glance) -> tuple[int, int]:
    """Which photograph, and how: turned, it takes another room."""
    return glance.photo.id, glance.photo.turns
