"""What the queue says about its jobs, in words for people."""

from __future__ import annotations

import json

from PySide6.QtCore import QLocale, QObject

from photorestore.gui.engine_sentences import all_in_window_language, in_window_language
from photorestore.gui.state.job_queue import JobQueue
from photorestore.library.jobs import Job, JobState

STATE_ICONS = {
    JobState.WAITING: "waiting",
    JobState.RUNNING: "restore",
    JobState.PAUSED: "pause",
    JobState.DONE: "verified",
    JobState.FAILED: "trouble",
    JobState.CANCELLED: "cancel",
    JobState.INTERRUPTED: "interrupted",
}


class QueueWords(QObject):
    def state(self, job: Job) -> str:
        if job.state is JobState.DONE and job.warnings and job.version_id is not None:
            return self.tr("Done, with remarks")
        return {
            JobState.WAITING: self.tr("Waiting"),
            JobState.RUNNING: self.tr("Being restored"),
            JobState.PAUSED: self.tr("Held"),
            JobState.DONE: self.tr("Done"),
            JobState.FAILED: self.tr("Failed"),
            JobState.CANCELLED: self.tr("Cancelled"),
            JobState.INTERRUPTED: self.tr("Interrupted"),
        }[job.state]

    def detail(self, job: Job, step: str = "") -> str:
        """What else there is to say: the step, the reason, remarks, or how it will be done."""
        if job.state is JobState.RUNNING:
            return in_window_language(step)
        if job.state is JobState.FAILED:
            return in_window_language(job.reason)
        if job.state is JobState.DONE:
            return " ".join(all_in_window_language(job.warnings))
        return self._manner(job)

    def duration(self, seconds: float) -> str:
        """In the unit that tells enough."""
        if seconds < 60:
            return self.tr("{n} s").format(n=max(1, round(seconds)))
        if seconds < 90 * 60:
            return self.tr("{n} min").format(n=round(seconds / 60))
        return self.tr("{n} h").format(n=QLocale().toString(seconds / 3600, "f", 1))

    def chip(self, queue: JobQueue) -> str:
        """ "3 of 41 · 6 min left", for the status bar; empty if there is nothing to do."""
        if queue.is_paused and not queue.running:
            return self.tr("Queue paused · {n} wait").format(n=queue.left_over) if queue.left_over else ""
        if not queue.total:
            return ""
        words = self.tr("{number} of {total}").format(number=queue.number, total=queue.total)
        left = queue.seconds_left
        if queue.is_paused:
            return words + " · " + self.tr("then paused")
        if left is not None:
            words += " · " + self.tr("{time} left").format(time=self.duration(left))
        return words

    def summary(self, queue: JobQueue) -> str:
        counted = [
            (JobState.WAITING, self.tr("{n} waiting")),
            (JobState.INTERRUPTED, self.tr("{n} interrupted")),
            (JobState.PAUSED, self.tr("{n} held")),
            (JobState.DONE, self.tr("{n} done")),
            (JobState.FAILED, self.tr("{n} failed")),
            (JobState.CANCELLED, self.tr("{n} cancelled")),
        ]
        numbers = {state: sum(row.job.state is state for row in queue.rows) for state, _ in counted}
        return " · ".join(words.format(n=numbers[state]) for state, words in counted if numbers[state])

    def end(self, done: int, failed: int) -> str:
        if not failed:
            return self.tr("The queue is done. Photographs restored: {n}.").format(n=done)
        words = self.tr("The queue is done. Photographs restored: {n}, failed: {failed}. The page Queue says why.")
        return words.format(n=done, failed=failed)

    def _manner(self, job: Job) -> str:
        wishes = json.loads(job.options)
        words = [self.tr("with smaller tiles")] * (wishes.get("tiles") == "small")
        words += [self.tr("on the processor, in full precision")] * ("device" in wishes)
        return ", ".join(words)
