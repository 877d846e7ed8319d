"""The detector's answers kept as files, so that opening a photograph again, or another threshold, needs no network."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import cv2
import numpy as np

from photorestore import paths
from photorestore.core.chances import ChanceMap
from photorestore.core.errors import UserError
from photorestore.core.photo import Metadata
from photorestore.core.picture_file import AnyFile, picture_file
from photorestore.files.atomic import save_bytes
from photorestore.files.png import encode_png
from photorestore.library.hashing import content_hash

log = logging.getLogger(__name__)

_DETECTOR = "detector"
_MOST_BYTES = 1 << 30


class DamageMaps:
    """In the cache folder, named by the photograph's bytes, how it is turned, and the detector's version.

    All of it may be deleted.
    """

    def __init__(self, folder: Path | None = None, version: str | None = None) -> None:
        self._folder = folder or paths.cache_folder() / "damage"
        self._version = version or _detector_version()

    def find(self, photo: AnyFile, width: int, height: int) -> ChanceMap | None:
        """None for a photograph that nobody searched, or whose file is not there."""
        try:
            kept = self._place(photo)
            written = np.fromfile(kept, np.uint8) if kept.is_file() else None
        except OSError:
            return None
        plane = None if written is None else cv2.imdecode(written, cv2.IMREAD_GRAYSCALE)
        if plane is None or plane.shape != (height, width):
            return None
        return ChanceMap.of_plane(np.asarray(plane, np.uint8))

    def keep(self, photo: AnyFile, chances: ChanceMap) -> None:
        """A cache that can't be written is only slower."""
        try:
            save_bytes(encode_png(chances.plane, Metadata()), self._place(photo), overwrite=True)
            self._prune()
        except (OSError, UserError) as error:
            log.warning("the map of damage of %s was not kept: %s", photo, error)

    def _place(self, photo: AnyFile) -> Path:
        file = picture_file(photo)
        turned = f"-turned-{file.turns}" if file.turns else ""
        return self._folder / f"{content_hash(file.path).hex()[:32]}-{self._version}{turned}.png"

    def _prune(self) -> None:
        """Let the oldest go."""
        kept = sorted(((file.stat(), file) for file in self._folder.glob("*.png")), key=lambda pair: pair[0].st_mtime)
        held = sum(facts.st_size for facts, _ in kept)
        for facts, file in kept[:-1]:
            if held <= _MOST_BYTES:
                return
            file.unlink(missing_ok=True)
            held -= facts.st_size


def _detector_version() -> str:
    listed = json.loads((paths.bundled_weights() / "manifest.json").read_text())["weights"]
    return next((str(one["sha256"])[:16] for one in listed if one["name"] == _DETECTOR), "none")
