"""What the queue's list shows: jobs with their photographs, and how far and how long the work still is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def paces(library: Database, listed: Sequence[Job]) -> dict[str, float]:
    """Seconds a megapixel by recipe, from what the library's jobs took; empty without any that were done."""
    usual = seconds_per_megapixel(library)
    if usual is None:
        return {}
    return {recipe: seconds_per_megapixel(library, recipe) or usual for recipe in {job.recipe for job in listed}}


def seconds_left(listed: Sequence[Job], pace: Mapping[str, float], running_share: float) -> float | None:
    """None where a pace is not known."""
    if any(job.recipe not in pace for job in listed):
        return None
    shares = (1 - running_share if job.state is JobState.RUNNING else 1.0 for job in listed)
    return sum(share * job.megapixels * pace[job.recipe] for share, job in zip(shares, listed, strict=True))
