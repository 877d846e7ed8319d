"""Disks: on which one a photo lies, and whether that one is connected. What is not is only grey, never gone."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import psutil

from photorestore.library.database import Database
from photorestore.library.photos import place_bytes


@dataclass(frozen=True)
class Mount:
    """`identity` stays the same when the disk comes back at another place, if the system tells it."""

    point: Path
    identity: str
    label: str


class Mounts(Protocol):
    """What the system knows about its disks; tests bring their own."""

    def of(self, path: Path) -> Mount: ...

    def points(self, identity: str) -> list[Path]:
        """Where this disk is mounted now; empty if it is not connected."""
        ...


@dataclass(frozen=True)
class Volume:
    id: int
    label: str
    mount_point: Path
    online: bool


class SystemMounts:
    """A disk is known by its UUID where it is mounted once; else, as with network folders, by its mount point.

    Remembers what it found: take a new one for each import or check.
    """

    def __init__(self) -> None:
        self._known: dict[Path, Mount] = {}

    def of(self, path: Path) -> Mount:
        point = _mount_point(path)
        if point not in self._known:
            self._known[point] = self._look_at(point)
        return self._known[point]

    def _look_at(self, point: Path) -> Mount:
        uuid = _uuid(point)
        once = uuid is not None and len(self.points(f"uuid:{uuid}")) == 1
        return Mount(point, f"uuid:{uuid}" if once else f"mount:{point}", point.name or str(point))

    def points(self, identity: str) -> list[Path]:
        kind, _, name = identity.partition(":")
        if kind == "mount":
            return [Path(name)] if os.path.ismount(name) else []
        parts = {Path(part.mountpoint) for part in psutil.disk_partitions()}
        return sorted(point for point in parts if _uuid(point) == name)


def volume_for(db: Database, path: Path, mounts: Mounts) -> tuple[int, bytes]:
    """The id of the volume that holds `path`, which becomes known here, and the place on it."""
    whole = Path(os.path.realpath(path))
    mount = mounts.of(whole)
    point = os.fsencode(mount.point)
    with db.transaction():
        row = db.row("SELECT id FROM volume WHERE identity = ?", (mount.identity,))
        if row is None:
            sql = "INSERT INTO volume (identity, label, mount_point) VALUES (?, ?, ?)"
            volume_id = db.insert(sql, (_text(mount.identity), _text(mount.label), point))
        else:
            volume_id = int(row["id"])
            db.run("UPDATE volume SET mount_point = ?, online = 1 WHERE id = ?", (point, volume_id))
    return volume_id, place_bytes(whole.relative_to(mount.point))


def volumes(db: Database) -> list[Volume]:
    rows = db.rows("SELECT id, label, mount_point, online FROM volume ORDER BY id")
    return [Volume(row[0], row[1], Path(os.fsdecode(row[2])), bool(row[3])) for row in rows]


def refresh_volumes(db: Database, mounts: Mounts) -> list[Volume]:
    """Look which disks are connected, and where. Return all, as they are now."""
    for row in db.rows("SELECT id, identity, mount_point, online FROM volume"):
        points = mounts.points(row["identity"])
        before = Path(os.fsdecode(row["mount_point"]))
        point = before if before in points or not points else points[0]
        now = (os.fsencode(point), int(bool(points)))
        if now != (row["mount_point"], row["online"]):
            db.run("UPDATE volume SET mount_point = ?, online = ? WHERE id = ?", (*now, row["id"]))
    return volumes(db)


def _mount_point(path: Path) -> Path:
    place = path.absolute()
    while not os.path.ismount(place) and place != place.parent:
        place = place.parent
    return place


def _uuid(point: Path) -> str | None:
    try:
        device = point.stat().st_dev
    except OSError:
        return None
    if sys.platform == "win32":
        return f"{device:x}"  # the volume's serial number
    return _uuids_by_device().get(device)


def _uuids_by_device() -> dict[int, str]:
    folder = Path("/dev/disk/by-uuid")
    try:
        return {link.stat().st_rdev: link.name for link in folder.iterdir()}
    except OSError:
        return {}


def _text(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")
