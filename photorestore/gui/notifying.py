"""`Notice`: one message of the desktop when the queue is done, if nobody is looking and the desktop shows messages."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from photorestore.gui.icons import icon


class Notice(QObject):
    """The sign in the tray is there only from the message until somebody comes back."""

    def __init__(self) -> None:
        super().__init__()
        self._sign: QSystemTrayIcon | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self.close)

    def show(self, words: str, window: QWidget) -> bool:
        """False if it was not shown: then the window has to say it alone."""
        is_looked_at = window.isActiveWindow() and not window.isMinimized()
        if is_looked_at or not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return False
        self._sign = QSystemTrayIcon(icon("restore", window.palette()), self)
        self._sign.messageClicked.connect(window.activateWindow)
        self._sign.activated.connect(window.activateWindow)
        self._sign.show()
        self._sign.showMessage("PhotoRestore", words)
        return True

    @Slot()
    def close(self) -> None:
        if self._sign is not None:
            self._sign.hide()
            self._sign.deleteLater()
            self._sign = None
