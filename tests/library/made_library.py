"""Small real pictures, disks that can be pulled out, and photos in a library without files."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from helpers import scene
from PIL import Image

from photorestore.library.database import Database
from photorestore.library.photos import NewPhoto, add_photo
from photorestore.library.volumes import Mount


@dataclass
class FakeMounts:
    """Everything lies on one disk but what lies in the folders in `disks` (name → where it is mounted now)."""

    disks: dict[str, Path] = field(default_factory=dict)

    def of(self, path: Path) -> Mount:
        for name, point in self.disks.items():
            if path.is_relative_to(point):
                return Mount(point, f"uuid:{name}", name)
        return Mount(Path("/"), "uuid:main", "main")

    def points(self, identity: str) -> list[Path]:
        if identity == "uuid:main":
            return [Path("/")]
        point = self.disks.get(identity.removeprefix("uuid:"))
        return [] if point is None else [point]


def save_picture(path: Path, seed: int = 0, size: tuple[int, int] = (48, 64), **options: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray((scene(*size, seed=seed) * 255).astype(np.uint8)).save(path, **options)
    return path


def add_row(db: Database, name: str = "a.jpg", **values: object) -> int:
    """A photo of which only the row exists."""
    with db.transaction():
        db.run("INSERT OR IGNORE INTO volume (id, identity, label, mount_point) VALUES (1, 'uuid:main', 'main', X'2F')")
        import_id = db.insert("INSERT INTO import_run (began) VALUES (0)")
        facts = {"volume_id": 1, "place": os.fsencode(f"nowhere/{name}"), "size": 1, "mtime_ns": 1}
        facts |= {"quick_hash": name.encode(), "content_hash": None, "width": 60, "height": 40, "import_id": import_id}
        return add_photo(db, NewPhoto(name=name, **(facts | values)))
