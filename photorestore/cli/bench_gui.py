"""`photorestore bench gui`: how quick the mask canvas is with a large scan, and how much memory it takes."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

_Step = TypeVar("_Step")
_Times = list[tuple[float, float]]
_RADIUS_PX = 500
_VIEW = (1600, 1000)
_MOVES = 60


@click.command("gui")
@click.option("--megapixels", default=100.0, show_default=True, help="Size of the scan.")
def bench_gui(megapixels: float) -> None:
    """Measure the mask canvas without a screen: opening, brush, threshold, undo, memory.

    Each line: the median (and the worst) by the clock, then the median of the window's own processor time, which
    other programs don't lengthen.
    """
    import os

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import psutil
    from PySide6.QtWidgets import QApplication

    from photorestore.core.chances import ChanceMap
    from photorestore.gui.app import make_application
    from photorestore.gui.mask_jobs import MaskJobs
    from photorestore.gui.pixmaps import part_of, picture_of_samples
    from photorestore.gui.settings import Settings
    from photorestore.gui.state.mask_editor import MaskEditor
    from photorestore.gui.state.painting import Brush
    from photorestore.gui.state.session import Session
    from photorestore.gui.state.tool_box import ToolBox
    from photorestore.gui.state.undoing import Undoing
    from photorestore.gui.theme import Theme
    from photorestore.gui.views.restore_bench import RestoreBench

    make_application()
    settle = QApplication.processEvents
    editor, tools, jobs = MaskEditor(), ToolBox(), MaskJobs()
    editor.spots_wanted.connect(jobs.find_spots)
    jobs.were_found.connect(editor.on_spots)
    page = RestoreBench(editor, Undoing(Session(lambda ids: ()), editor), tools, Theme(Settings(None)))
    page.resize(*_VIEW)
    page.show()
    settle()
    base = psutil.Process().memory_info().rss
    samples = _scan(megapixels)
    height, width = samples.shape[:2]
    click.echo(f"scan of {width} x {height}, view of {page.canvas.width()} x {page.canvas.height()}")

    started, worked = time.perf_counter(), time.thread_time()
    picture = picture_of_samples(samples)
    editor.open(width, height, look=lambda box: part_of(picture, box))
    page.canvas.show_pictures(picture)
    settle()
    _say("open to first paint, all levels", [(time.perf_counter() - started, time.thread_time() - worked)])
    del samples
    damage = _damage(width, height)
    started, worked = time.perf_counter(), time.thread_time()
    chances = ChanceMap.of(damage)
    _say("pack the detector's map", [(time.perf_counter() - started, time.thread_time() - worked)])
    del damage
    editor.set_chances(chances)
    del chances

    canvas = page.canvas
    for name, zoom in (("fit", canvas.fit), ("100 %", lambda: canvas.zoom_to(1.0))):
        zoom()
        settle()
        steps = [0.3 + 0.01 * step for step in range(20)]
        _say(f"threshold, {name}", _times(steps, lambda share: editor.change_settings(threshold=share), settle))
    started = time.perf_counter()
    while editor.is_settling:
        settle()
    click.echo(
        f"exact mask, in the background     {time.perf_counter() - started:7.2f} s, {len(editor.defects.all)} spots"
    )

    for softness in (0.0, 0.5):
        tools.set_brush(Brush(_RADIUS_PX, softness))
        for name, zoom in (("fit", canvas.fit), ("100 %", lambda: canvas.zoom_to(1.0))):
            zoom()
            settle()
            words = f"brush move r={_RADIUS_PX}{', soft' if softness else ''}, {name}"
            _say(words, _times(_way_over(canvas), _hand_of(canvas), settle))
            _let_go(canvas)
            settle()
    _say("undo and redo of a stroke", _times(range(4), lambda at: editor.redo() if at % 2 else editor.undo(), settle))
    peak = _peak_bytes()
    click.echo(f"memory: at most {peak / 1e9:.2f} GB, of which {base / 1e9:.2f} GB before the scan was opened")
    editor.close()
    jobs.close()
    page.close()


def _times(steps: Iterable[_Step], act: Callable[[_Step], object], settle: Callable[[], object]) -> _Times:
    """Seconds by the clock, and of this thread's work, of each step until it is painted."""
    times = []
    for step in steps:
        started, worked = time.perf_counter(), time.thread_time()
        act(step)
        settle()
        times.append((time.perf_counter() - started, time.thread_time() - worked))
    return times


def _say(what: str, times: _Times) -> None:
    clock, work = ([1000 * each for each in column] for column in zip(*times, strict=True))
    click.echo(
        f"{what:33} {statistics.median(clock):7.1f} ms  ({max(clock):.1f})  work {statistics.median(work):.1f} ms"
    )


def _way_over(canvas: QWidget) -> list[QPoint]:
    """A hand's quick way over the middle of the view."""
    from PySide6.QtCore import QPoint

    width, height = canvas.width(), canvas.height()
    return [QPoint(width // 5 + at * 3 * width // 5 // _MOVES, height // 2 + at % 7) for at in range(_MOVES)]


def _hand_of(canvas: QWidget) -> Callable[[QPoint], None]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    no_key = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, no_key, _way_over(canvas)[0])
    return lambda at: QTest.mouseMove(canvas, at)


def _let_go(canvas: QWidget) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _way_over(canvas)[-1])


def _scan(megapixels: float) -> npt.NDArray[np.uint8]:
    """3:2, smooth shapes with grain."""
    import cv2
    import numpy as np

    rng = np.random.default_rng(0)
    height = max(64, round((megapixels * 1e6 / 1.5) ** 0.5))
    width = round(height * 1.5)
    samples = cv2.resize(rng.integers(0, 200, (40, 60, 3), np.uint8), (width, height))
    grain = rng.integers(0, 30, (512, width, 3), np.uint8)
    for top in range(0, height, 512):
        samples[top : top + 512] += grain[: height - top]
    return samples


def _damage(width: int, height: int) -> npt.NDArray[np.float32]:
    """Scratches and dust of every probability on 2 % of the picture."""
    import cv2
    import numpy as np

    rng = np.random.default_rng(1)
    damage = np.zeros((height, width), np.float32)
    for _ in range(round(8e-6 * width * height)):
        a = rng.uniform(0, [width, height])
        b = a + rng.normal(0, 250, 2)
        cv2.line(damage, a.astype(int).tolist(), b.astype(int).tolist(), rng.uniform(0.3, 1), int(rng.integers(2, 9)))
    return damage


def _peak_bytes() -> int:
    """The most memory that this process ever held."""
    import sys

    import psutil

    if sys.platform == "win32":
        return int(psutil.Process().memory_info().peak_wset)
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return unit * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
