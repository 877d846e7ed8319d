"""Open the window, or say how to go on without a screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click


def open_window(paths: Sequence[Path] = ()) -> int:
    """The exit code of the window; 1 with a sentence where there is no screen, or where the system lacks a library."""
    if not display_available():
        click.echo(f"There is no screen to open a window on. {_WITHOUT_WINDOW}", err=True)
        return 1
    try:
        return _run(paths)
    except ImportError as error:
        if ".so" not in str(error) and "DLL" not in str(error):
            raise
        click.echo(
            f"The window needs a library that the system lacks ({error}). {_INSTALL} {_WITHOUT_WINDOW}", err=True
        )
        return 1


def _run(paths: Sequence[Path]) -> int:
    from photorestore.gui.app import run

    return run(paths)


def display_available() -> bool:
    """False where a window cannot be opened: Linux without X or Wayland, as over a bare ssh."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


@click.command("open")
@click.argument("photos", nargs=-1, type=click.Path(path_type=Path))
@click.pass_context
def open_photos(context: click.Context, photos: tuple[Path, ...]) -> None:
    """Open the window with photographs (files or folders)."""
    context.exit(open_window(photos))


_INSTALL = "The README lists what to install under “Run”."
_WITHOUT_WINDOW = (
    "The command line does the same: photorestore restore PHOTO -o FOLDER (see photorestore restore --help)."
)
