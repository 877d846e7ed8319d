"""`photorestore bench library`: how quick the library's page is with very many photographs."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from photorestore.cli.bench_gui import _say, _times

if TYPE_CHECKING:
    from photorestore.library.database import Database

_VIEW = (1280, 800)
_FRAMES = 60
_WORDS = ("Grandmother", "Käthe", "wedding", "Ostsee", "garden", "school", "Dresden", "farm", "José", "Christmas")
_INSERT = (
    "INSERT INTO photo (volume_id, place, name, name_key, search_text, size, mtime_ns, quick_hash, width, height,"
    " is_copy, import_id, added, caption, stars, flag, date_text, date_from, date_to, progress, examined)"
    " VALUES (?, ?, ?, ?, ?, 1, 1, ?, ?, ?, 0, 1, 0, ?, ?, ?, ?, ?, ?, ?, 1)"
)


@click.command("library")
@click.option("--photographs", default=50_000, show_default=True, help="How many rows the library gets.")
def bench_library(photographs: int) -> None:
    """Measure the Library page without a screen, on rows made for it: first show, relayout, scrolling, search.

    Each line: the median (and the worst) by the clock, then the median of the window's own processor time.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory() as folder:
        before = os.environ.get("PHOTORESTORE_HOME")
        os.environ["PHOTORESTORE_HOME"] = folder
        try:
            _measure(Path(folder), photographs)
        finally:
            if before is None:
                del os.environ["PHOTORESTORE_HOME"]
            else:
                os.environ["PHOTORESTORE_HOME"] = before


def _measure(folder: Path, photographs: int) -> None:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from photorestore.gui.app import make_application
    from photorestore.gui.library_parts import LibraryParts
    from photorestore.gui.settings import Settings
    from photorestore.gui.state.errands import Errands
    from photorestore.gui.state.library_state import Kind, Place
    from photorestore.gui.theme import Theme
    from photorestore.gui.views.library_page import LibraryPage
    from photorestore.library.albums import albums
    from photorestore.library.database import open_library
    from photorestore.library.listing import Order

    make_application()
    library = open_library(folder / "library" / "library.db")
    _fill(library, folder / "pictures", photographs)
    settings, errands = Settings(Path("no-settings.json")), Errands()
    theme = Theme(settings)
    settle = QApplication.processEvents
    parts: list[LibraryParts] = []
    _say("list all", _once(lambda: parts.append(LibraryParts.of(library, errands))))
    memory = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    page = LibraryPage(library, parts[0], errands, settings, theme, memory)
    state, grid = parts[0].state, page.grid
    page.resize(*_VIEW)

    def show() -> None:
        page.show()
        page.grab()  # what is seen is laid out and painted

    _say("first show", _once(show))
    settle()
    widths = [_VIEW[0] - 40 * (1 + step % 6) for step in range(12)]
    _say("relayout", _times(widths, lambda width: page.resize(width, _VIEW[1]), page.grab))
    bar = grid.verticalScrollBar()
    _wait(parts[0], settle)
    bar.setValue(0)
    settle()
    _say("scroll frame, new photographs", _times(range(_FRAMES), lambda at: bar.setValue(at * 96), settle))
    _wait(parts[0], settle)
    _say("scroll frame, seen before", _times(range(_FRAMES), lambda at: bar.setValue(at * 96), settle))
    far = [bar.maximum() * step // 23 for step in range(1, 23)]
    _say("jump by the scroll bar", _times(far, bar.setValue, settle))
    _say(
        "select all and none",
        _times(range(6), lambda at: grid.clearSelection() if at % 2 else grid.selectAll(), settle),
    )
    _say("another order", _times([*Order][1:6], lambda order: state.sort(order, True), page.grab))
    _say("search", _times(("käthe", "1931", "wedding farm", "x"), state.find, page.grab))
    album = albums(library)[0].id
    places = [Place(Kind.ALBUM, "all", album), Place(), Place(Kind.SMART, "restored"), Place(Kind.SMART, "in no album")]
    _say("another album", _times(places, state.show, page.grab))
    page.close()
    parts[0].close()
    library.close()


def _once(act: Callable[[], object]) -> list[tuple[float, float]]:
    return _times([None], lambda nothing: act(), lambda: None)


def _wait(parts: object, settle: Callable[[], object]) -> None:
    """Until the small pictures have come and Qt has laid out the last batch."""
    from photorestore.gui.library_parts import LibraryParts

    assert isinstance(parts, LibraryParts)
    end = time.monotonic() + 3
    while time.monotonic() < end:
        parts.thumbnails.wait()
        settle()
        time.sleep(0.01)


def _fill(library: Database, folder: Path, count: int) -> None:
    """Rows of every kind; they share a few real pictures, so that small ones are made and painted."""
    import cv2
    import numpy as np

    from photorestore.library.albums import add_album
    from photorestore.library.photos import folded, name_key

    rng, noise = random.Random(0), np.random.default_rng(0)
    folder.mkdir(parents=True)
    names = [f"{number}.jpg" for number in range(24)]
    for number, name in enumerate(names):
        size = (640, 480) if number % 3 else (480, 640)
        cv2.imwrite(str(folder / name), cv2.resize(noise.integers(0, 255, (6, 8, 3), np.uint8), size))

    for box in range(count // len(names) + 1):
        (folder / f"box {box}").symlink_to(folder, target_is_directory=True)

    def row(number: int) -> tuple[object, ...]:
        caption = " ".join(rng.choices(_WORDS, k=rng.randrange(6)))
        year = rng.randrange(1890, 1990)
        date = (f"summer {year}", f"{year}-06-01", f"{year}-08-31") if rng.random() < 0.7 else ("", None, None)
        name, shown = names[number % len(names)], f"scan {number}.jpg"
        place = os.fsencode(f"box {number // len(names)}/{name}")
        looks = (number % len(names)).to_bytes(16, "big") if number % 4 else number.to_bytes(16, "big")
        sizes = (640, 480) if (number % len(names)) % 3 else (480, 640)
        flag = rng.choice(["none", "keep", "reject"])
        return (
            *(1, place, shown, name_key(shown), folded(f"{shown}\n{caption}\n\n{date[0]}"), looks, *sizes),
            *(caption, rng.randrange(6), flag, *date, rng.choice(["not restored", "in work", "restored"])),
        )

    with library.transaction():
        library.run(
            "INSERT INTO volume (id, identity, label, mount_point) VALUES (1, 'mount:/', 'disk', ?)",
            (os.fsencode(folder),),
        )
        library.run("INSERT INTO import_run (began) VALUES (0)")
        library.run_many(_INSERT, map(row, range(count)))
        album = add_album(library, "Family")
        chosen = rng.sample(range(1, count + 1), max(1, count // 10))
        library.run_many(
            "INSERT INTO album_photo VALUES (?, ?, ?)", [(album, one, at) for at, one in enumerate(chosen)]
        )
