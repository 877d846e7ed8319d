"""Import an album as copies and restore it into a folder; run as a program, to be killed.

Arguments: the album, the library's file, the folder for results. The engine is one that inverts at once, so that most
of the time goes into what is dangerous: reading, copying, writing and noting.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from library.made_library import FakeMounts

from photorestore.cli.batch import Batch
from photorestore.cli.inputs import plan_jobs
from photorestore.cli.ledger import Ledger
from photorestore.cli.restore import Restorer, Wishes
from photorestore.core.lean_photo import pixels_of
from photorestore.core.photo import Photo
from photorestore.core.recipe import Recipe
from photorestore.host.results import Diagnosed, Restored
from photorestore.library.database import open_library
from photorestore.library.importing import import_pictures
from photorestore.library.snapshots import take_snapshot

WISHES = Wishes(Recipe(), True, None, None, False, None, 92)


class Inverting:
    def diagnose(self, photo, progress):
        return Diagnosed(Recipe(), ())

    def restore(self, photo, recipe, progress):
        return Restored(Photo(1 - pixels_of(photo), metadata=photo.metadata), recipe, 0.0, 0.0)


def main(album: Path, library: Path, out: Path) -> None:
    say("began")
    db = open_library(library)
    report = import_pictures(db, [album], copy=True, mounts=FakeMounts())
    take_snapshot(library)
    db.close()
    say(f"imported {len(report.added)}")
    jobs = plan_jobs([album], out, ".png")
    ledger = Ledger(out, "inverted", [target for _, target in jobs])
    batch = Batch(Restorer(Inverting(), WISHES, ledger, resume=True).restore)
    batch.run(jobs)
    say(f"restored {sum(outcome.output is not None for outcome in batch.outcomes)}")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
