"""`QueueChip`: in the status bar, "3 of 41 · 6 min left"; a click leads to the queue."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from photorestore.gui.icons import icon
from photorestore.gui.state.job_queue import JobQueue
from photorestore.gui.views.queue_words import QueueWords


class QueueChip(QToolButton):
    def __init__(self, queue: JobQueue) -> None:
        super().__init__()
        self._queue = queue
        self._words = QueueWords()
        self.setProperty("kind", "quiet")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(16, 16))
        self.setToolTip(self.tr("Photographs that are restored in the background. A click shows them."))
        queue.changed.connect(self._show_queue)
        queue.job_changed.connect(self._show_queue)
        self._show_queue()

    def recolour(self) -> None:
        self._show_queue()

    def _show_queue(self) -> None:
        words = self._words.chip(self._queue)
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(self.tr("Queue: {state}").format(state=words))
        is_held = self._queue.is_paused and not self._queue.running
        self.setIcon(icon("pause" if is_held else "queue", self.palette()))
        if self.parent() is not None or not words:  # without a place it would be a window
            self.setVisible(bool(words))
