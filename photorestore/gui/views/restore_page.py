"""`RestorePage`: the strip, the photograph with its messages, and the panel, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from photorestore.gui.state.session import Session
from photorestore.gui.theme import Theme
from photorestore.gui.views.compare_view import CompareView
from photorestore.gui.views.empty_page import EmptyPage
from photorestore.gui.views.message_bar import MessageBar
from photorestore.gui.views.photo_strip import PhotoStrip
from photorestore.gui.views.restore_panel import RestorePanel
from photorestore.host.client import Restored


class RestorePage(QWidget):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._announced: Restored | None = None
        self._shown_troubles: dict[int, str] = {}
        self.empty = EmptyPage()
        self.canvas = CompareView()
        self.messages = MessageBar()
        self.strip = PhotoStrip(session)
        self.panel = RestorePanel(session)
        self._build()
        session.photos_changed.connect(self._show_session)
        session.current_changed.connect(self._show_session)
        session.photo_changed.connect(self._show_photo)
        session.trouble.connect(self.messages.show_trouble)
        session.news.connect(self.messages.show_news)
        theme.changed.connect(self._recolour)
        self._recolour()
        self._show_session()

    def _build(self) -> None:
        bench = QWidget()
        row = QHBoxLayout(bench)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.panel)
        pages = QWidget()
        pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(bench)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(pages, 1)

    def _show_session(self) -> None:
        has_photos = bool(self._session.photos)
        was_empty = self._pages.currentIndex() == 0
        self._pages.setCurrentIndex(1 if has_photos else 0)
        if has_photos and was_empty:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        current = self._session.current
        if current is not None:
            self._show_photo(current.key)

    def _show_photo(self, key: int) -> None:
        current = self._session.current
        if current is None or current.key != key:
            return
        self.canvas.show_pictures(current.picture, current.restored_picture, current.damage)
        if current.trouble and self._shown_troubles.get(key) != current.trouble:
            self.messages.show_trouble(current.trouble)
        self._shown_troubles[key] = current.trouble
        if current.restored is not None and current.restored is not self._announced:
            self._announced = current.restored
            words = self.tr("{name} is restored").format(name=current.path.name)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _recolour(self) -> None:
        self.canvas.set_surround(QColor(self._theme.colours.surround))
        for part in (self.empty, self.messages, self.strip):
            part.recolour()
