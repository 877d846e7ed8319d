"""What the queue's list shows: jobs with their photographs, and how far and how long the work still is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photorestore.library.database import Database
from photorestore.library.jobs import Job, JobState, jobs, seconds_per_megapixel
from photorestore.library.photos import LibraryPhoto, photos_by_id

UNFINISHED = (JobState.WAITING, JobState.RUNNING)
LEFT_OVER = (JobState.INTERRUPTED,)
OVER = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


@dataclass(frozen=True)
class QueueRow:
    job: Job
    photo: LibraryPhoto


def load_rows(library: Database) -> list[QueueRow]:
    """In the queue's order."""
    listed = jobs(library)
    photos = {photo.id: photo for photo in photos_by_id(library, list({job.photo_id for job in listed}))}
    return [QueueRow(job, photos[job.photo_id]) for job in listed if job.photo_id in photos]


def seconds_left(library: Database, listed: Sequence[Job], running_share: float) -> float | None:
    """By what the library's jobs took a megapixel; None without any that were done."""
    usual = seconds_per_megapixel(library)
    if usual is None:
        return None
    pace = {recipe: seconds_per_megapixel(library, recipe) or usual for recipe in {job.recipe for job in listed}}
    left = 0.0
    for job in listed:
        share = 1 - running_share if job.state is JobState.RUNNING else 1.0
        left += share * job.megapixels * pace[job.recipe]
    return left
