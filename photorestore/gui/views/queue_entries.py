"""What can be done with the queue: words, keys, icons."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photorestore.gui.views.actions import Entry


class QueueEntries(QObject):
    def all(self) -> tuple[Entry, ...]:
        return (*self._whole(), *self._chosen(), *self._again())

    def _whole(self) -> tuple[Entry, ...]:
        pause_tip = self.tr("Finish the photograph that is being restored and begin no other; again lets it go on")
        clear_tip = self.tr("Take what is done, failed or cancelled off the list; results stay")
        return (
            Entry("queue_pause", "photo", self.tr("&Pause or go on"), pause_tip, ("Ctrl+Shift+P",), everywhere=True),
            Entry(
                "queue_clear",
                "photo",
                self.tr("Clear what is &over"),
                clear_tip,
                ("Ctrl+Delete",),
                "clear",
                after_line=True,
            ),
        )

    def _chosen(self) -> tuple[Entry, ...]:
        hold_tip = self.tr("These photographs wait until they are released")
        remove_tip = self.tr("Cancel what is not over yet, take the rest off the list")
        show_tip = self.tr("Compare the result with the original")
        log_tip = self.tr("Everything that is known of these jobs, for the clipboard")
        return (
            Entry("job_hold", "photo", self.tr("&Hold or release"), hold_tip, ("Space",), "pause", on_page=True),
            Entry("job_remove", "photo", self.tr("&Cancel or remove"), remove_tip, ("Delete",), "cancel", on_page=True),
            Entry("job_next", "photo", self.tr("Do &next"), keys=("Ctrl+Home",), on_page=True, after_line=True),
            Entry("job_up", "photo", self.tr("Move &up"), keys=("Ctrl+Up",), icon="arrow-up", on_page=True),
            Entry("job_down", "photo", self.tr("Move &down"), keys=("Ctrl+Down",), icon="arrow-down", on_page=True),
            Entry(
                "job_show",
                "photo",
                self.tr("&Show result"),
                show_tip,
                ("Return", "Enter"),
                "split",
                on_page=True,
                after_line=True,
            ),
            Entry("job_log", "photo", self.tr("Copy &log"), log_tip, ("Ctrl+C",), on_page=True),
        )

    def _again(self) -> tuple[Entry, ...]:
        small_tip = self.tr("Needs less memory and takes longer")
        exact_tip = self.tr("Without a graphics card and with float32: slow, but it can go wrong in fewer ways")
        return (
            Entry("job_retry", "photo", self.tr("&Retry"), keys=("R",), icon="retry", on_page=True, after_line=True),
            Entry("retry_failed", "photo", self.tr("Retry all &failed"), keys=("Ctrl+Shift+R",), icon="retry"),
            Entry(
                "retry_small", "photo", self.tr("Retry all failed with smaller &tiles"), small_tip, ("Ctrl+Alt+R",)
            ),
            Entry(
                "retry_exact", "photo", self.tr("Retry all failed on the processor in full prec&ision"), exact_tip,
                ("Ctrl+Alt+Shift+R",),
            ),
        )  # fmt: skip
