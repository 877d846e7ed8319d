"""What the commands share: their arguments, and which result belongs to which photograph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from photorestore.core.errors import UserError

INPUTS = click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="IN...")
OUTPUT = click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="A file (for one photograph) or a folder."
)
DEVICE = click.option(
    "--device",
    type=click.Choice(["auto", "cuda", "mps", "cpu"]),
    default="auto",
    show_default=True,
    help="Computes on.",
)
PRECISION = click.option(
    "--precision", type=click.Choice(["auto", "float32", "bfloat16", "float16"]), default="auto", show_default=True,
    help="Of the networks' arithmetic.",
)  # fmt: skip


def plan_jobs(
    inputs: Sequence[Path], output: Path, suffix: str | None, *, keep_suffix: bool = False
) -> list[tuple[Path, Path]]:
    """(photograph, result) for all photographs in files and folders. Raise `UserError` where that can't be."""
    from photorestore.files.discovery import find_pictures
    from photorestore.files.naming import all_different, is_folder_name, output_path

    found = find_pictures(inputs, leave_out=None if output in inputs else output)
    if not found:
        raise UserError("There are no pictures in what you named.")
    if len(found) > 1 and not is_folder_name(output):
        raise UserError(f"“{output}” is one file, but there are {len(found)} photographs. Name a folder with -o.")
    endings = [_same_suffix(entry.path) if keep_suffix else suffix for entry in found]
    targets = [output_path(e.path, output, e.relative, ending) for e, ending in zip(found, endings, strict=True)]
    return list(zip([entry.path for entry in found], all_different(targets), strict=True))


def _same_suffix(path: Path) -> str | None:
    from photorestore.files.formats import format_of

    known = format_of(path)
    return path.suffix.lower() if known and known.writable else None
