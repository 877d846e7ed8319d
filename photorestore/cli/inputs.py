"""What the commands share: their arguments, and which result belongs to which photograph."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

import click

from photorestore.core.errors import UserError

if TYPE_CHECKING:
    from photorestore.files.discovery import FoundPicture

ANY_PATH = click.Path(path_type=Path, readable=False)  # what can't be read is said by who reads it: the rest goes on
INPUTS = click.argument("inputs", nargs=-1, required=True, type=ANY_PATH, metavar="IN...")
OUTPUT = click.option("-o", "--output", required=True, type=ANY_PATH, help="A file (for one photograph) or a folder.")
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
    inputs: Sequence[Path], output: Path, suffix: str | None, *, keep_suffix: bool = False, apart: Sequence[Path] = ()
) -> list[tuple[Path, Path]]:
    """(photograph, result) for all photographs in files and folders. Raise `UserError` where that can't be.

    What is or lies in one of `apart` is no photograph unless it was named itself.
    """
    from photorestore.files.discovery import find_pictures
    from photorestore.files.naming import all_different, is_folder_name, is_same_file, output_path

    found = find_pictures(inputs, leave_out=None if any(is_same_file(output, named) for named in inputs) else output)
    found = _without_results(found, inputs, output, apart)
    if not found:
        raise UserError("There are no pictures in what you named, or only results of before.")
    _check_ending(inputs, output)
    if len(found) > 1 and not is_folder_name(output):
        raise UserError(f"“{output}” is one file, but there are {len(found)} photographs. Name a folder with -o.")
    if not is_folder_name(output):
        _check_file_name(output, suffix)
    endings = [_same_suffix(entry.path) if keep_suffix else suffix for entry in found]
    targets = [output_path(e.path, output, e.relative, ending) for e, ending in zip(found, endings, strict=True)]
    return list(zip([entry.path for entry in found], all_different(targets), strict=True))


def _without_results(
    found: Sequence[FoundPicture], inputs: Sequence[Path], output: Path, apart: Sequence[Path]
) -> list[FoundPicture]:
    """Where results go into a folder of photographs, those of before are not photographs, unless named one by one."""
    from photorestore.cli.ledger import results_in

    named = {os.path.realpath(path) for path in inputs}
    results = {os.path.realpath(path) for path in results_in(output)} - named
    others = [Path(os.path.realpath(path)) for path in apart if os.path.realpath(path) not in named]
    real = [(entry, Path(os.path.realpath(entry.path))) for entry in found]
    return [
        entry
        for entry, path in real
        if str(path) not in results and (str(path) in named or not any(path.is_relative_to(other) for other in others))
    ]


def _check_ending(inputs: Sequence[Path], output: Path) -> None:
    """A new name with an ending, for one file, is meant as a file's: "photo.xyz" would become a folder."""
    from photorestore.files.formats import writable_format
    from photorestore.files.naming import is_folder

    is_one_file = len(inputs) == 1 and not is_folder(inputs[0])
    if is_one_file and not os.path.lexists(output) and re.fullmatch(r"\.[A-Za-z]{2,5}", output.suffix):
        writable_format(output)


def evenly_chosen(folder: Path, count: int) -> list[Path]:
    """So many of a folder's pictures, or all; raise `UserError` if there are none."""
    from photorestore.files.discovery import find_pictures

    found = [entry.path for entry in find_pictures([folder])]
    if not found:
        raise UserError(f"There are no pictures in “{folder}”. Name a folder of clean pictures.")
    return found[:: max(1, len(found) // count)][:count]


def check_list_names(jobs: Sequence[tuple[Path, Path]], *named: Path | None) -> None:
    """Raise `UserError` where a report or recipe, which replaces what has its name, would replace a photograph."""
    from photorestore.files.formats import format_of
    from photorestore.files.naming import is_same_file

    for path in named:
        if path and (format_of(path) or any(is_same_file(path, source) for source, _ in jobs)):
            raise UserError(f"“{path}” is a photograph's name, and photographs are never replaced. Name a .json file.")


def check_can_save(output: Path, *folders: Path | None) -> None:
    """Before hours of work. Raise `UserError` where nothing can be written; a folder need not exist yet."""
    from photorestore.files.naming import is_folder_name

    for folder in (output if is_folder_name(output) else output.parent, *folders):
        if folder is None:
            continue
        there = next((place for place in (folder, *folder.absolute().parents) if os.path.lexists(place)), folder)
        try:
            with TemporaryFile(dir=there):
                pass
        except OSError as error:
            why = error.strerror or error
            raise UserError(f"Nothing can be saved in “{folder}” ({why}). Choose another folder.") from error


def _check_file_name(output: Path, suffix: str | None) -> None:
    """Before hours of work: can a picture have this name, and is it of the format that was asked for?"""
    from photorestore.files.formats import format_of, writable_format

    if suffix and writable_format(output) != format_of(Path(f"x{suffix}")):
        raise UserError(f"“{output}” would be {writable_format(output).name}, but the result is {suffix}. Change -o.")
    writable_format(output)


def _same_suffix(path: Path) -> str | None:
    from photorestore.files.formats import format_of

    known = format_of(path)
    return path.suffix.lower() if known and known.writable else None
