"""The queue, kept through restarts: which photo is restored with which recipe, in which order, and what came of it."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from statistics import median

import psutil

from photorestore.library.database import Database
from photorestore.library.kept_json import sentences
from photorestore.library.photos import refresh_progress
from photorestore.library.places import absolute_place, relative_place

_HISTORY = 30  # jobs that estimates look back on


class JobState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"  # the program ended in the middle of it


_OVER = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)
_UNDER_WAY = (JobState.RUNNING, JobState.PAUSED, JobState.CANCELLED)
_CAN_CANCEL = (JobState.WAITING, JobState.RUNNING, JobState.PAUSED, JobState.INTERRUPTED, JobState.FAILED)
_CAN_START = (JobState.WAITING, JobState.PAUSED, JobState.INTERRUPTED, JobState.FAILED, JobState.CANCELLED)


@dataclass(frozen=True)
class Job:
    """`options` is JSON (smaller tiles, CPU). `reason` says why it failed, `warnings` what is odd about the result."""

    id: int
    photo_id: int
    recipe: str
    options: str
    state: JobState
    attempts: int
    reason: str
    warnings: tuple[str, ...]
    version_id: int | None
    megapixels: float
    seconds: float | None
    created: float


def jobs(db: Database, *states: JobState) -> list[Job]:
    """In the queue's order; with `states` only these."""
    marks = ",".join("?" * len(states))
    condition = f"WHERE state IN ({marks})" if states else ""
    return db.made(_job, f"SELECT * FROM job {condition} ORDER BY position, id", states)


def job_by_id(db: Database, job_id: int) -> Job | None:
    return next(iter(db.made(_job, "SELECT * FROM job WHERE id = ?", (job_id,))), None)


def add_jobs(db: Database, photo_ids: Sequence[int], recipe: str, options: str = "{}") -> list[int]:
    """At the end of the queue. A photo that already waits with the same recipe is not queued twice."""
    added = []
    with db.transaction():
        for photo_id in photo_ids:
            values = {"photo": photo_id, "recipe": recipe, "options": options, "now": time.time()}
            number = db.run(
                """INSERT INTO job (photo_id, recipe, options, position, megapixels, created)
                SELECT id, :recipe, :options, (SELECT coalesce(max(position), 0) + 1 FROM job),
                    width * height / 1e6, :now
                FROM photo WHERE id = :photo AND trashed IS NULL AND NOT EXISTS (SELECT 1 FROM job
                    WHERE photo_id = :photo AND recipe = :recipe AND options = :options AND state = 'waiting')""",
                values,
            )
            if number:
                row = db.row("SELECT last_insert_rowid()")
                added += [int(row[0])] if row else []
                refresh_progress(db, photo_id)
    return added


def take_next(db: Database) -> Job | None:
    """The first that waits is now running, here and in no other window; None if none waits."""
    with db.transaction():
        row = db.row("SELECT id FROM job WHERE state = 'waiting' ORDER BY position, id LIMIT 1")
        if row is None:
            return None
        db.run(
            "UPDATE job SET state = 'running', attempts = attempts + 1, reason = '', owner_pid = ? WHERE id = ?",
            (os.getpid(), row[0]),
        )
        return job_by_id(db, row[0])


def finish(db: Database, job_id: int, version_id: int | None, seconds: float, warnings: Sequence[str] = ()) -> None:
    """`seconds` by a clock that never goes back. `version_id` is None if there was nothing to restore."""
    values = {"version_id": version_id, "seconds": seconds, "warnings": json.dumps(list(warnings))}
    _end(db, job_id, JobState.DONE, _UNDER_WAY, values)


def fail(db: Database, job_id: int, reason: str, seconds: float | None = None) -> None:
    """A job that was paused or cancelled in the meantime stays that."""
    _end(db, job_id, JobState.FAILED, (JobState.RUNNING,), {"reason": reason, "seconds": seconds})


def cancel(db: Database, job_id: int) -> None:
    """A running one must be stopped by its worker, too."""
    _end(db, job_id, JobState.CANCELLED, _CAN_CANCEL, {})


def pause(db: Database, job_id: int) -> None:
    """Waiting and running ones; a running one begins again when it is resumed."""
    db.run(
        "UPDATE job SET state = 'paused', owner_pid = NULL WHERE id = ? AND state IN ('waiting', 'running')", (job_id,)
    )


def queue_again(db: Database, job_id: int, options: str | None = None) -> None:
    """Resume what is paused or interrupted, retry what failed or was cancelled; at its place in the order."""
    marks = ",".join("?" * len(_CAN_START))
    with db.transaction():
        db.run(
            f"UPDATE job SET state = 'waiting', reason = '', seconds = NULL, options = coalesce(?, options)"
            f" WHERE id = ? AND state IN ({marks})",
            (options, job_id, *_CAN_START),
        )
        _refresh(db, job_id)


def mark_interrupted(db: Database) -> list[int]:
    """At the start: what is "running" in a process that is no more was interrupted. Return those jobs."""
    rows = db.rows("SELECT id, owner_pid FROM job WHERE state = 'running'")
    stale = [row["id"] for row in rows if db.was_alone or not psutil.pid_exists(row["owner_pid"] or 0)]
    db.run_many(
        "UPDATE job SET state = 'interrupted', owner_pid = NULL WHERE id = ? AND state = 'running'",
        [(job_id,) for job_id in stale],
    )
    return stale


def options_text(wishes: Mapping[str, str]) -> str:
    """As a job keeps them."""
    return json.dumps(dict(wishes), sort_keys=True)


def interrupt(db: Database, job_id: int) -> None:
    """The program ends in good order while this one runs."""
    _end(db, job_id, JobState.INTERRUPTED, (JobState.RUNNING,), {})


def plan_result(db: Database, job_id: int, result: Path) -> None:
    """Say where the result will be written, before it is: if the program dies in between, `remove_planned` finds it."""
    place = relative_place(db, result)
    db.run("UPDATE job SET options = json_set(options, '$.result', ?) WHERE id = ?", (place, job_id))


def remove_planned(db: Database) -> None:
    """Results of interrupted jobs that were written, perhaps not whole, but never became a version."""
    planned = db.rows("SELECT id, json_extract(options, '$.result') AS place FROM job WHERE state = 'interrupted'")
    for job_id, place in planned:
        if place is None:
            continue
        try:
            if not db.rows("SELECT 1 FROM version WHERE result = ?", (place,)):
                absolute_place(db, place).unlink(missing_ok=True)
        except OSError:  # somebody has it open: the next start will try again
            continue
        forget_plan(db, job_id)


def forget_plan(db: Database, job_id: int) -> None:
    """Once the result is a version, or gone."""
    db.run("UPDATE job SET options = json_remove(options, '$.result') WHERE id = ?", (job_id,))


def order_jobs(db: Database, ids: Sequence[int]) -> None:
    """The named ones take each other's places in the order given; the rest stays where it is, what is gone is gone."""
    marks = ",".join("?" * len(ids))
    with db.transaction():
        places = {row[0]: row[1] for row in db.rows(f"SELECT id, position FROM job WHERE id IN ({marks})", ids)}
        left = [job_id for job_id in ids if job_id in places]
        db.run_many("UPDATE job SET position = ? WHERE id = ?", list(zip(sorted(places.values()), left, strict=True)))


def do_next(db: Database, job_id: int) -> None:
    """Before everything else that waits."""
    db.run("UPDATE job SET position = (SELECT min(position) - 1 FROM job) WHERE id = ?", (job_id,))


def remove_job(db: Database, job_id: int) -> None:
    """From the list, if it is over."""
    marks = ",".join("?" * len(_OVER))
    db.run(f"DELETE FROM job WHERE id = ? AND state IN ({marks})", (job_id, *_OVER))


def remove_jobs(db: Database, *states: JobState) -> int:
    """Clear what is over from the list, by default all of it. Versions stay."""
    wanted = states or _OVER
    marks = ",".join("?" * len(wanted))
    return db.run(f"DELETE FROM job WHERE state IN ({marks})", wanted)


def seconds_per_megapixel(db: Database, recipe: str | None = None) -> float | None:
    """The median of what was done last, with `recipe` only of jobs like it. None without history."""
    rows = db.rows(
        "SELECT seconds / megapixels FROM job WHERE state = 'done' AND seconds > 0 AND megapixels > 0"
        " AND (:recipe IS NULL OR recipe = :recipe) ORDER BY id DESC LIMIT :limit",
        {"recipe": recipe, "limit": _HISTORY},
    )
    return float(median(row[0] for row in rows)) if rows else None


def _end(db: Database, job_id: int, state: JobState, before: Sequence[JobState], values: Mapping[str, object]) -> None:
    changes = "".join(f", {name} = :{name}" for name in values)
    allowed = ", ".join(f"'{one}'" for one in before)
    with db.transaction():
        db.run(
            f"UPDATE job SET state = :state, owner_pid = NULL{changes} WHERE id = :id AND state IN ({allowed})",
            {**values, "state": state, "id": job_id},
        )
        _refresh(db, job_id)


def _refresh(db: Database, job_id: int) -> None:
    row = db.row("SELECT photo_id FROM job WHERE id = ?", (job_id,))
    if row is not None:
        refresh_progress(db, row[0])


def _job(row: sqlite3.Row) -> Job:
    return Job(
        id=row["id"],
        photo_id=row["photo_id"],
        recipe=row["recipe"],
        options=row["options"],
        state=JobState(row["state"]),
        attempts=row["attempts"],
        reason=row["reason"],
        warnings=sentences(row["warnings"]),
        version_id=row["version_id"],
        megapixels=row["megapixels"],
        seconds=row["seconds"],
        created=row["created"],
    )
