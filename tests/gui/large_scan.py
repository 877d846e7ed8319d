"""Opens a large scan and hands it to a fake engine, in a process of its own; says how much memory that took.

Arguments: the picture's file. Says a number of bytes a pixel after opening, and after a result came back.
"""

import os
import resource
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from gui.queue_album import fake_engine

from photorestore import paths
from photorestore.core.recipe import Recipe
from photorestore.files.reading import read_lean
from photorestore.gui.photo_source import PhotoReader, PhotoSource
from photorestore.gui.pixmaps import picture_of


def peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main(path: Path) -> None:
    with fake_engine(paths.log_folder() / "engine.log") as client:
        client.wait_until_ready()
        base = peak_bytes()
        photo = read_lean(path)
        pixels = photo.width * photo.height
        picture = picture_of(photo)
        del photo
        sys.stdout.write(f"{(peak_bytes() - base) / pixels:.2f}\n")
        restored = client.restore(PhotoReader().read(PhotoSource(path)), Recipe())
        sys.stdout.write(f"{(peak_bytes() - base) / pixels:.2f}\n")
        assert (restored.photo.width, restored.photo.height) == (picture.width, picture.height)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
