"""`photorestore album`: a gallery, contact sheets or before/after pairs of photographs that lie in folders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click
from rich.console import Console

from photorestore.cli.batch import progress_bar
from photorestore.cli.inputs import ANY_PATH, INPUTS
from photorestore.cli.sentences import printable
from photorestore.core.errors import UserError
from photorestore.core.progress import Progress
from photorestore.exporting.album import Album, AlbumPhoto, Written

if TYPE_CHECKING:
    from photorestore.files.discovery import FoundPicture


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
    with progress_bar(console) as bar:
        task = bar.add_task("", total=1.0)

        def listen(share: float, text: str) -> None:
            bar.update(task, completed=share, description=printable(text))

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

    found = [entry for entry in find_pictures(inputs) if not _is_in_gallery(entry.path, inputs)]
    if not found:
        raise UserError("There are no pictures in what you named.")
    photos = [AlbumPhoto(entry.path, caption=picture_stem(entry.path)) for entry in found]
    if before is None:
        return tuple(photos)
    if not is_folder(before):
        raise UserError(f"“{before}” is no folder. Name the folder with the photographs as they were.")
    originals = _Originals(find_pictures([before]))
    paired = tuple(
        replace(photo, before=originals.of(entry), caption=_original_name(photo.caption))
        for photo, entry in zip(photos, found, strict=True)
    )
    if alone := [photo.caption for photo in paired if photo.before is None]:
        words = f"{len(alone)} of {len(paired)} have no photograph of their name in “{before}”: {', '.join(alone[:5])}"
        click.echo(printable(f"{words}{' ...' if len(alone) > 5 else ''}."), err=True)
    return paired


def _is_in_gallery(path: Path, inputs: Sequence[Path]) -> bool:
    """One of those that an earlier gallery among the photographs shows; not where it was named itself."""
    from photorestore.exporting.gallery import PICTURES

    folder = path.parent
    is_shown = folder.name == PICTURES and (folder.parent / "index.html").is_file()
    return is_shown and not {path, folder, folder.parent} & set(inputs)


class _Originals:
    """By their place below the folder, else by a name that only one of them has."""

    def __init__(self, found: Sequence[FoundPicture]) -> None:
        self._by_place = {_place(entry.relative): entry.path for entry in reversed(found)}
        names = Counter(place.name for place in self._by_place)
        self._by_name = {place.name: path for place, path in self._by_place.items() if names[place.name] == 1}

    def of(self, result: FoundPicture) -> Path | None:
        place = _place(result.relative)
        places = (place, place.with_name(_original_name(place.name)))
        found = [*map(self._by_place.get, places), *(self._by_name.get(place.name) for place in places)]
        return next((path for path in found if path is not None), None)


def _place(relative: PurePath) -> PurePath:
    from photorestore.files.naming import picture_stem

    return relative.with_name(picture_stem(relative))


def _original_name(name: str) -> str:
    return name.removesuffix(" restored")


def _write(whole: Album, output: Path, kind: str, progress: Progress) -> Written:
    if kind == "gallery":
        from photorestore.exporting.gallery import write_gallery

        return write_gallery(whole, output, progress=progress)
    from photorestore.exporting.naming import with_ending
    from photorestore.exporting.pages import PAIR_ENDING, write_pairs, write_sheets

    if kind == "sheet":
        return write_sheets(whole, output, progress=progress)
    targets = [output / with_ending(photo.picture.stem, PAIR_ENDING) for photo in whole.photos]
    return write_pairs(whole.photos, targets, progress=progress)
