"""Work on a library without end, and say after each commit what is in it for good. Run as a program, to be killed."""

import itertools
import sys
from pathlib import Path

from photorestore.library.database import open_library
from photorestore.library.jobs import add_jobs, finish, mark_interrupted, take_next
from photorestore.library.places import new_result_path
from photorestore.library.strokes import Layer, append_stroke, load_journal, save_checkpoint, undo_stroke
from photorestore.library.versions import add_version, keep_version


def work(path: Path) -> None:
    db = open_library(path)
    mark_interrupted(db)
    for number in itertools.count(load_journal(db, 1).applied + 1):
        say(f"begins {number}")
        append_stroke(db, 1, Layer.ADDED, "brush", b"%06d" % number + bytes(2000))
        say(f"stroke {number}")
        if number % 5 == 0:
            undo_stroke(db, 1)
            append_stroke(db, 1, Layer.ADDED, "brush", b"%06d" % number + bytes(2000))
        if number % 7 == 0:
            save_checkpoint(db, 1, number, b"%06d" % number)
        if number % 3 == 0:
            restore_one(db, number)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def restore_one(db, number: int) -> None:
    add_jobs(db, [1], f'{{"number": {number}}}')
    job = take_next(db)
    result = new_result_path(db, 1, "a.jpg")
    result.parent.mkdir(parents=True, exist_ok=True)
    result.touch()
    with db.transaction():
        version = add_version(db, 1, job.recipe, result, "engine")
        keep_version(db, version)
        finish(db, job.id, version, 1.0)
    say(f"version {version}")


if __name__ == "__main__":
    work(Path(sys.argv[1]))
