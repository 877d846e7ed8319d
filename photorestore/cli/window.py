"""Open the window, or say how to go on without a screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click


def open_window(paths: Sequence[Path] = ()) -> int:
    """The exit code of the window; 1 with a sentence where there is no screen."""
    from photorestore.gui.app import display_available, run

    if not display_available():
        click.echo(
            "There is no screen to open a window on. The command line does the same: "
            "photorestore restore PHOTO -o FOLDER (see photorestore restore --help).",
            err=True,
        )
        return 1
    return run(paths)
