"""Pictures of every page of the window, filled: for the README, and to look at after a change.

    python packaging/screens.py build/screens                                   # 1280x800, light, English
    python packaging/screens.py build/screens --size 2560x1440 --look dark --language de
    python packaging/screens.py build/screens --scale 2 --pages library compare

The library with its photographs, results, album and queue is made once, by the real engine, in `build/screens-home`
(some minutes on a slow computer); delete that folder to have it made anew. `--photos` takes other photographs than the
program's samples.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:  # imported when the environment is set: it decides where everything lies and how large it is drawn
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from photorestore.gui.app import Program

PAGES = (
    "welcome", "library", "album", "look", "restore", "mask", "faces", "history", "compare", "onion", "export",
    "models", "settings", "palette", "keys", "queue",
)  # fmt: skip
BEACH, PORTRAIT, SCHOOL = (f"samples/{name}.jpg" for name in ("beach", "portrait", "school"))
PARTS = (  # name, picture, which part of it: left, top, right, bottom as shares
    ("beach", BEACH, (0, 0, 1, 1)),
    ("portrait", PORTRAIT, (0, 0, 1, 1)),
    ("school", SCHOOL, (0, 0, 1, 1)),
    ("swimmers", BEACH, (0.2, 0.05, 0.6, 0.75)),
    ("main building", "docs/idaho.jpg", (0, 0, 0.493, 1)),
    ("tower", SCHOOL, (0.25, 0.1, 0.6, 1)),
    ("shore", BEACH, (0.45, 0, 1, 0.5)),
    ("straw hat", PORTRAIT, (0, 0, 1, 0.45)),
    ("drive", SCHOOL, (0, 0.4, 0.55, 1)),
    ("evening", BEACH, (0, 0.1, 0.5, 0.9)),
    ("necklace", PORTRAIT, (0, 0.5, 1, 1)),
    ("east wing", SCHOOL, (0.5, 0.25, 1, 0.9)),
)
DESCRIBED = {  # name: caption, date, stars
    "beach": ("At the seaside", "summer 1961", 5),
    "portrait": ("Grandmother in her straw hat", "c. 1921", 4),
    "school": ("The first school", "1934", 3),
    "swimmers": ("", "May 1958", 0),
    "main building": ("Where grandfather studied", "1910s", 2),
    "tower": ("", "1934", 0),
}


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", type=Path, help="folder for the pictures")
    parser.add_argument("--home", type=Path, default=ROOT / "build" / "screens-home", help="where the library is kept")
    parser.add_argument("--photos", type=Path, help="a folder of photographs instead of the samples")
    parser.add_argument("--size", default="1280x800", help="of the window, in units of the screen at 100 %%")
    parser.add_argument("--scale", type=float, default=1.0, help="2 for a screen at 200 %%")
    parser.add_argument("--look", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("en", "de"), default="en")
    parser.add_argument("--pages", nargs="+", choices=PAGES, default=PAGES, metavar="PAGE", help=", ".join(PAGES))
    return parser.parse_args()


def main() -> int:
    wanted = parse()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = str(wanted.scale)
    os.environ["PHOTORESTORE_HOME"] = str(wanted.home.resolve())
    from photorestore.gui.app import Program, make_application
    from photorestore.gui.settings import LANGUAGE, THEME, WELCOMED, Settings, engine_options
    from photorestore.host.client import EngineClient

    application = make_application()
    wanted.home.mkdir(parents=True, exist_ok=True)
    settings = Settings(wanted.home.resolve() / "settings.json")
    for setting, value in ((LANGUAGE, wanted.language), (THEME, wanted.look), (WELCOMED, True)):
        settings.set(setting, value)
    program = Program(EngineClient(engine_options(settings)), settings)
    try:
        width, height = map(int, wanted.size.split("x"))
        program.window.resize(width, height)
        program.window.show()
        desk = Staging(program, wanted.home.resolve())
        desk.fill(wanted.photos)
        name = f"{wanted.size}-{wanted.look}-{wanted.language}" + ("-200" if wanted.scale == 2 else "")
        for page in wanted.pages:
            picture = desk.show(page)
            wanted.target.mkdir(parents=True, exist_ok=True)
            picture.save(str(wanted.target / f"{page}-{name}.png"))
            real = f"{picture.width() / wanted.scale:.0f}x{picture.height() / wanted.scale:.0f}"
            sys.stdout.write(f"{page}{'' if real == wanted.size else f' grew to {real}'}\n")
    finally:
        application.closeAllWindows()
        program.window.hide()
        program.close()
    return 0


class Staging:
    """Brings the program to where every page has something to show."""

    def __init__(self, program: Program, folder: Path) -> None:
        self._program = program
        self._folder = folder

    # --- the library ----------------------------------------------------------------------------------------------

    @property
    def ids(self) -> list[int]:
        """With the program's own pictures in the order of `PARTS`."""
        from photorestore.library.listing import Order, Selection, photo_ids
        from photorestore.library.photos import photos_by_id

        library, order = self._program.library, [name for name, _, _ in PARTS]
        found = photos_by_id(library, photo_ids(library, Selection(), Order.ADDED))
        known = {photo.id: order.index(photo.path.stem) for photo in found if photo.path.stem in order}
        return sorted((photo.id for photo in found), key=lambda one: (known.get(one, len(order)), one))

    def fill(self, photos: Path | None) -> None:
        from photorestore.library.importing import import_pictures

        self._program.warm_up()
        self._until(lambda: self._program.engine.ready or self._program.engine.trouble)
        if not self.ids:
            import_pictures(self._program.library, [photos or make_photographs(self._folder / "photographs")])
            self._describe()
            self._restore_some()
            self._fail_one()
        self._program.errands.photos_changed.emit([])
        self._program.errands.albums_changed.emit()
        self._program.photographs.jobs.count()
        self._settle()

    def _describe(self) -> None:
        from photorestore.library import albums, photos

        library, ids = self._program.library, self.ids
        for photo in photos.photos_by_id(library, ids):
            caption, date, stars = DESCRIBED.get(photo.path.stem, ("", "", 0))
            photos.set_caption(library, photo.id, caption)
            photos.set_date(library, [photo.id], date)
            photos.set_stars(library, [photo.id], stars)
        photos.set_flag(library, ids[:2], photos.Flag.KEEP)
        photos.set_flag(library, ids[-1:], photos.Flag.REJECT)
        albums.add_to_album(library, albums.add_album(library, "Summer at the seaside"), ids[:5])
        albums.add_to_album(library, albums.add_album(library, "Grandmother's chest"), ids[3:9])

    def _restore_some(self) -> None:
        """Half of them, the first in two versions."""
        from photorestore.core.recipe import Recipe
        from photorestore.library.versions import keep_version, versions

        library, ids = self._program.library, self.ids
        self._queue(ids[:6])
        for version in versions(library, ids[0])[:1]:
            recipe = Recipe.from_json(version.recipe)
            denoise = replace(recipe.denoise, enabled=not recipe.denoise.enabled)
            self._program.errands.queue_wanted.emit(ids[:1], replace(recipe, denoise=denoise))
            self._queue([])
        for photo_id in ids[:4]:
            for version in versions(library, photo_id)[:1]:
                keep_version(library, version.id)

    def _fail_one(self) -> None:
        """A photograph whose file breaks after it came in; others that have to wait."""
        from photorestore.library.importing import import_pictures

        torn = self._folder / "torn" / "water damage.jpg"
        torn.parent.mkdir(exist_ok=True)
        whole = (ROOT / "resources" / "samples" / "portrait.jpg").read_bytes()
        torn.write_bytes(whole + b"another photograph")
        added = import_pictures(self._program.library, [torn]).added
        torn.write_bytes(whole[:3000])
        self._queue(added)
        self._program.errands.queue_wanted.emit(self.ids[6:11], None)
        self._program.queue.pause()

    def _queue(self, ids: Sequence[int]) -> None:
        queue = self._program.queue
        if ids:
            self._program.errands.queue_wanted.emit(list(ids), None)
        queue.resume()
        self._until(lambda: not queue.running and not queue.waiting, 3600)

    # --- the pages ------------------------------------------------------------------------------------------------

    def show(self, page: str) -> QPixmap:
        from PySide6.QtWidgets import QApplication

        self._program.window.messages.hide()
        self._leave_look()
        shown: QWidget = getattr(self, f"_show_{page}")() or self._program.window
        self._settle()
        picture = shown.grab()
        for dialog in iter(QApplication.activeModalWidget, None):
            dialog.close()
        return picture

    def _leave_look(self) -> None:
        look = self._program.window.find_page("library").look  # type: ignore[attr-defined]
        if look.isVisible():
            look.closed.emit()

    def _show_welcome(self) -> None:
        self._program.window.show_welcome()

    def _show_library(self) -> None:
        from photorestore.gui.state.library_state import Place

        self._program.window.show_page("library")
        self._program.photographs.state.show(Place())
        self._program.photographs.state.choose(self.ids[1:2], self.ids[1])
        self._program.window.find_page("library").grid.show_chosen()  # type: ignore[attr-defined]

    def _show_album(self) -> None:
        from photorestore.gui.state.library_state import Kind, Place
        from photorestore.library.albums import albums

        self._show_library()
        self._program.photographs.state.show(Place(Kind.ALBUM, "all", albums(self._program.library)[0].id))
        self._settle()
        self._program.photographs.state.choose(self.ids[:3], self.ids[0])
        self._program.window.find_page("library").grid.show_chosen()  # type: ignore[attr-defined]

    def _show_look(self) -> None:
        self._show_library()
        self._program.window.actions_["quick_look"].trigger()
        look = self._program.window.find_page("library").look  # type: ignore[attr-defined]
        self._until(lambda: look.is_whole)

    def _show_restore(self) -> None:
        program = self._program
        if program.session.current is None:
            program.errands.edit([self.ids[0], *self.ids[6:9]])
            self._until(lambda: program.session.current is not None and program.session.current.suggested is not None)
            self._until(lambda: program.desk.editor.has_map and not program.desk.editor.is_settling)
        program.window.show_page("restore")
        program.window.restore_page.panel.tabs.setCurrentIndex(0)
        program.desk.tools.show_overlay(True)

    def _show_mask(self) -> None:
        self._show_restore()
        self._program.window.restore_page.panel.tabs.setCurrentIndex(1)

    def _show_faces(self) -> None:
        self._show_restore()
        self._program.desk.tools.show_overlay(False)
        self._program.window.restore_page.panel.tabs.setCurrentIndex(2)

    def _show_history(self) -> None:
        self._show_restore()
        self._program.window.restore_page.panel.tabs.setCurrentIndex(3)

    def _show_compare(self) -> None:
        from photorestore.gui.state.compare_state import Mode

        self._program.errands.compare(self.ids[:4])
        self._program.compare.set_mode(Mode.SPLIT)
        self._until(lambda: not self._program.compare.is_waiting)

    def _show_onion(self) -> None:
        from photorestore.gui.state.compare_state import Mode

        self._show_compare()
        self._program.compare.set_mode(Mode.ONION)

    def _show_queue(self) -> None:
        """With one that runs: it is interrupted by the end of this program, and waits again the next time."""
        program, queue = self._program, self._program.queue
        program.window.show_page("queue")
        if not queue.waiting and not queue.left_over:
            program.errands.queue_wanted.emit(self.ids[6:11], None)
        queue.resume()
        self._until(lambda: queue.running and queue.share > 0.05)

    def _show_export(self) -> None:
        self._program.queue.pause()
        self._program.errands.export(self.ids[:6])
        self._until(lambda: self._program.export.is_planned)

    def _show_models(self) -> None:
        self._program.window.show_page("models")
        self._until(lambda: not self._program.weights.is_busy)

    def _show_settings(self) -> None:
        self._program.window.show_page("settings")

    def _show_palette(self) -> QWidget:
        return self._dialog("palette")

    def _show_keys(self) -> QWidget:
        return self._dialog("keys")

    def _dialog(self, action: str) -> QWidget:
        from PySide6.QtWidgets import QApplication

        self._show_library()
        self._program.window.actions_[action].trigger()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        return dialog

    # --- waiting --------------------------------------------------------------------------------------------------

    def _until(self, holds: Callable[[], object], most_s: float = 600) -> None:
        from PySide6.QtCore import QCoreApplication

        end = time.monotonic() + most_s
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError(f"nothing came of it in {most_s:.0f} s")
            QCoreApplication.processEvents()
            time.sleep(0.01)

    def _settle(self) -> None:
        """Until small pictures and lists have come."""
        end = time.monotonic() + 0.7
        self._until(lambda: time.monotonic() > end)


def make_photographs(folder: Path) -> Path:
    """A dozen from the program's own pictures: whole, and parts of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, source, box in PARTS:
        from PIL import Image

        picture = Image.open(ROOT / "resources" / source).convert("RGB")
        left, top, right, bottom = (round(share * side) for share, side in zip(box, picture.size * 2, strict=True))
        picture.crop((left, top, right, bottom)).save(folder / f"{name}.jpg", quality=94)
    return folder


if __name__ == "__main__":
    sys.exit(main())
