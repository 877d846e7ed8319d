"""The whole program on a screen that isn't there: somebody works in it until it is killed, by itself.

Imports, paints and takes strokes back with the mouse, restores with settings of their own, keeps versions, edits
albums, queues photographs. Before a change it says "doing KEY VALUE", and "done KEY VALUE" once the library has it.
What the keys mean: see `state_of`.

Arguments: a folder of folders with a few photographs each; after how many lines of its work, and how many seconds
after the last of them, it kills itself as `kill -9` would: a killer outside would come late on a busy computer, and
mostly find it at the steps that take long. With 0 lines the seconds count from the moment when the library is open.
"""

import itertools
import json
import os
import random
import signal
import sys
import threading
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from gui.queue_album import fake_engine
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

from photorestore import paths
from photorestore.core.recipe import Recipe
from photorestore.gui.app import Program, make_application
from photorestore.gui.collecting import Collector
from photorestore.library.albums import albums
from photorestore.library.listing import Order, Selection, photo_ids
from photorestore.library.photos import photo_by_id
from photorestore.library.strokes import load_journal
from photorestore.library.versions import versions

NO_KEY = Qt.KeyboardModifier.NoModifier
PATIENCE_S = 60.0


def state_of(library, ids=None):
    """All that the work changes, of these photographs or all, by key: numbers and names."""
    everything = photo_ids(library, Selection())
    found = {"photos": len(everything)}
    for one in everything if ids is None else ids:
        made, settings = versions(library, one), photo_by_id(library, one).settings
        found[f"strokes/{one}"] = load_journal(library, one).applied
        found[f"versions/{one}"] = len(made)
        found[f"kept/{one}"] = next((at for at, version in enumerate(made, 1) if version.kept), 0)
        found[f"strength/{one}"] = Recipe.from_json(settings).denoise.strength if settings else 0.0
    for album in albums(library):
        members = photo_ids(library, Selection(album_id=album.id), Order.ALBUM)
        found[f"album/{album.id}"] = f"{album.name}: {' '.join(map(str, members))}"
    return found


def say(word, key, value):
    sys.stdout.write(json.dumps([word, key, value]) + "\n")
    sys.stdout.flush()


class Fate:
    """Counts the lines of work, and kills in time."""

    def __init__(self, lines, seconds):
        self._left, self._seconds = lines, seconds

    def count(self):
        self._left -= 1
        if self._left == 0:
            self.come()

    def come(self):
        threading.Timer(self._seconds, os.kill, (os.getpid(), signal.SIGKILL)).start()


class Worker:
    def __init__(self, application, program, fate):
        self._fate = fate
        self._application = application
        self.program = program
        self.library = program.library

    def wait(self, is_true):
        until = time.monotonic() + PATIENCE_S
        while not is_true():
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            if time.monotonic() > until:
                raise TimeoutError

    def say(self, word, key, value):
        say(word, key, value)
        self._fate.count()

    def settle(self):
        """What an earlier life left in the queue is done first."""
        self.program.queue.resume()
        self.wait(lambda: not self.program.queue.running and not self.program.queue.waiting)
        for key, value in state_of(self.library).items():
            say("done", key, value)
        say("settled", "", 0)

    def do(self, key, value, act):
        """A change that is written behind the window's back."""
        self.say("doing", key, value)
        act()
        self.wait(lambda: state_of(self.library, [int(key.partition("/")[2])])[key] == value)
        self.say("done", key, value)

    def take_in(self, folder):
        imported = []
        self.program.photographs.jobs.imported.connect(imported.append)
        count = len(photo_ids(self.library, Selection())) + len(list(folder.glob("*.png")))
        self.say("doing", "photos", count)
        self.program.window.find_page("library").take_in([folder])
        self.wait(lambda: imported)
        self.program.photographs.jobs.imported.disconnect(imported.append)
        self.say("done", "photos", count)
        return list(imported[0].added)

    def open(self, photo_id):
        desk = self.program.desk
        self.program.errands.edit([photo_id])
        self.wait(lambda: desk.session.current is not None and desk.session.current.key == photo_id)
        self.wait(lambda: desk.session.current.is_ready and desk.session.current.suggested is not None)
        self.wait(lambda: not desk.masks.is_detecting and not desk.editor.is_settling)

    def paint(self, photo_id, rng):
        canvas = self.program.window.restore_page.canvas
        ends = [canvas.on_screen((rng.uniform(5, 60), rng.uniform(5, 45))).toPoint() for _ in range(3)]
        button = rng.choice((Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton))
        applied = load_journal(self.library, photo_id).applied

        def drag():
            QTest.mousePress(canvas, button, NO_KEY, ends[0])
            for end in ends[1:]:
                QTest.mouseMove(canvas, end)
            QTest.mouseRelease(canvas, button, NO_KEY, ends[-1])

        self.do(f"strokes/{photo_id}", applied + 1, drag)

    def undo(self, photo_id):
        applied = load_journal(self.library, photo_id).applied
        self.do(f"strokes/{photo_id}", applied - 1, self.program.window.actions_["mask_undo"].trigger)

    def set_strength(self, photo_id, strength):
        def change():
            self.program.desk.recipes.change("denoise", enabled=True, strength=strength)
            self.program.desk.recipes.flush()

        self.do(f"strength/{photo_id}", strength, change)

    def restore(self, photo_id):
        count = len(versions(self.library, photo_id)) + 1
        self.say("doing", f"kept/{photo_id}", count)
        self.do(f"versions/{photo_id}", count, self.program.desk.restoring.restore)
        self.wait(lambda: self.program.desk.session.current.can_restore)
        self.say("done", f"kept/{photo_id}", count)

    def keep(self, photo_id, number):
        version = versions(self.library, photo_id)[number - 1].id
        self.do(f"kept/{photo_id}", number, lambda: self.program.keeper.choose_version(photo_id, version))

    def queue(self, photo_id):
        count = len(versions(self.library, photo_id)) + 1
        self.say("doing", f"kept/{photo_id}", 1)
        self.say("doing", f"versions/{photo_id}", count)
        self.program.errands.queue_wanted.emit([photo_id], None)
        self.wait(lambda: not self.program.queue.running and not self.program.queue.waiting)
        self.wait(lambda: len(versions(self.library, photo_id)) == count)
        self.say("done", f"versions/{photo_id}", count)
        if count == 1:
            self.say("done", f"kept/{photo_id}", 1)

    def arrange(self, name, ids):
        """Albums are written at once, in the window's thread."""
        edits = self.program.photographs.edits
        edits.make_album(name)
        album = max(albums(self.library), key=lambda one: one.id).id
        key = f"album/{album}"
        self.say("done", key, f"{name}: ")
        moved = [*ids[1:], ids[0]]
        steps = (
            (name, ids, lambda: edits.add_to_album(album, ids)),
            (name, moved, lambda: edits.move_in_album(album, ids[:1], None)),
            (f"{name} again", moved, lambda: edits.rename_album(album, f"{name} again")),
            (f"{name} again", ids[1:], lambda: edits.remove_from_album(album, ids[:1])),
        )
        for title, members, act in steps:
            value = f"{title}: {' '.join(map(str, members))}"
            self.say("doing", key, value)
            act()
            self.say("done", key, value)


def work(worker, folders):
    known = photo_ids(worker.library, Selection())
    rng = random.Random(len(known))
    taken = {photo_by_id(worker.library, one).path.parent for one in known}
    fresh = iter([folder for folder in folders if folder not in taken])
    for number in itertools.count():
        folder = next(fresh, None)
        ids = list(worker.take_in(folder) if folder is not None else rng.sample(known, 3))
        known = [*known, *(one for one in ids if one not in known)]
        worker.open(ids[0])
        for _ in range(4):
            worker.paint(ids[0], rng)
        worker.undo(ids[0])
        worker.paint(ids[0], rng)
        worker.set_strength(ids[0], round(rng.uniform(0.1, 0.9), 3))
        worker.restore(ids[0])
        worker.paint(ids[0], rng)
        worker.restore(ids[0])
        worker.keep(ids[0], 1)
        worker.queue(ids[1])
        worker.arrange(f"album {number}", ids)


def main() -> None:
    application = make_application()
    collector = Collector()
    program = Program(fake_engine(paths.log_folder() / "engine.log", quiet_s=0.0))
    program.begin()
    fate = Fate(int(sys.argv[2]), float(sys.argv[3]))
    worker = Worker(application, program, fate)
    say("began", "", 0)
    if int(sys.argv[2]) == 0:
        fate.come()
    worker.settle()
    work(worker, sorted(Path(sys.argv[1]).iterdir()))
    collector.stop()


if __name__ == "__main__":
    main()
