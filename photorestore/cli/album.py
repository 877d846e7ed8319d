"""`photorestore album`: a gallery, contact sheets or before/after pairs of photographs that lie in folders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress as Bar

from photorestore.cli.inputs import ANY_PATH, INPUTS
from photorestore.cli.sentences import printable
from photorestore.core.errors import UserError
from photorestore.core.progress import Progress
from photorestore.exporting.album import Album, AlbumPhoto, Written


@click.command()
@INPUTS
@click.option("-o", "--output", required=True, type=ANY_PATH, help="A folder; for contact sheets a picture's name.")
@click.option("--as", "kind", type=click.Choice(["gallery", "sheet", "pairs"]), default="gallery", show_default=True,
              help="A page for the browser, contact sheets, or before/after pictures.")  # fmt: skip
@click.option("--title", default="Photographs", show_default=True, help="What stands at the top.")
@click.option("--before", type=ANY_PATH, help="A folder with the photographs as they were, found by name.")
def album(inputs: tuple[Path, ...], output: Path, kind: str, title: str, before: Path | None) -> None:
    """Show finished photographs: as an offline gallery with before/after sliders, contact sheets, or pairs."""
    console = Console(stderr=True)
    whole = Album(title, _photos(inputs, before))
    with Bar(console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=1.0)

        def listen(share: float, text: str) -> None:
            bar.update(task, completed=share, description=printable(text).replace("[", "\\["))

        written = _write(whole, output, kind, Progress(listen))
    for path in written.paths:
        click.echo(printable(str(path)))
    for problem in written.problems:
        click.echo(printable(problem), err=True)
    if written.problems:
        raise click.exceptions.Exit(1)


def _photos(inputs: Sequence[Path], before: Path | None) -> tuple[AlbumPhoto, ...]:
    from photorestore.files.discovery import find_pictures
    from photorestore.files.naming import is_folder, picture_stem

    found = find_pictures(inputs)
    if not found:
        raise UserError("There are no pictures in what you named.")
    photos = [AlbumPhoto(entry.path, caption=picture_stem(entry.path)) for entry in found]
    if before is None:
        return tuple(photos)
    if not is_folder(before):
        raise UserError(f"“{before}” is no folder. Name the folder with the photographs as they were.")
    known = {picture_stem(entry.path): entry.path for entry in reversed(find_pictures([before]))}
    names = [photo.caption.removesuffix(" restored") for photo in photos]
    paired = tuple(
        replace(photo, before=known.get(photo.caption) or known.get(name), caption=name)
        for photo, name in zip(photos, names, strict=True)
    )
    if alone := [photo.caption for photo in paired if photo.before is None]:
        words = f"{len(alone)} of {len(paired)} have no photograph of their name in “{before}”: {', '.join(alone[:5])}"
        click.echo(printable(f"{words}{' ...' if len(alone) > 5 else ''}."), err=True)
    return paired


def _write(whole: Album, output: Path, kind: str, progress: Progress) -> Written:
    if kind == "gallery":
        from photorestore.exporting.gallery import write_gallery

        return write_gallery(whole, output, progress=progress)
    from photorestore.exporting.pages import write_pairs, write_sheets

    if kind == "sheet":
        return write_sheets(whole, output, progress=progress)
    targets = [output / f"{photo.picture.stem} before and after.jpg" for photo in whole.photos]
    return write_pairs(whole.photos, targets, progress=progress)
