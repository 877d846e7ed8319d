"""`photorestore restore`: photographs in, restored photographs out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

import photorestore
from photorestore.cli.batch import Batch, Outcome
from photorestore.cli.inputs import ANY_PATH, DEVICE, INPUTS, OUTPUT, PRECISION, check_list_names, plan_jobs
from photorestore.core.photo import MaskEdits, Photo
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.host.child import EngineOptions
from photorestore.host.client import EngineClient

if TYPE_CHECKING:
    from photorestore.cli.ledger import Ledger

SUFFIXES = {"png": ".png", "jpg": ".jpg", "tif": ".tif", "webp": ".webp"}


@click.command()
@INPUTS
@OUTPUT
@click.option("--recipe", "recipe_path", type=ANY_PATH, help="Use this recipe (JSON).")
@click.option("--suggest/--no-suggest", default=None, help="Look at each photograph and choose. On without --recipe.")
@click.option("--mask", type=ANY_PATH, help="White in this picture is damage, for all photographs.")
@click.option("--add-mask", is_flag=True, help="Add --mask to what is found instead of replacing it.")
@click.option(
    "--mask-out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the masks that were used."
)
@click.option("--scale", type=click.Choice(["1", "2", "4"]), help="Redraw sharper at this many times the size.")
@click.option("--format", "suffix", type=click.Choice([*SUFFIXES, "same"]), help="Format of the results.")
@click.option("--quality", type=click.IntRange(1, 100), default=92, show_default=True, help="Of JPEG and WebP.")
@click.option("--save-recipe", type=click.Path(dir_okay=False, path_type=Path), help="Keep the (last) recipe used.")
@click.option(
    "--jobs-report", type=click.Path(dir_okay=False, path_type=Path), help="Write what became of each (JSON)."
)
@click.option(
    "--resume", is_flag=True, help="Pass over what was restored into the folder before, the same way and whole."
)
@click.option(
    "--jobs",
    "at_once",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Photographs restored at once; they share memory and processor.",
)
@DEVICE
@PRECISION
def restore(
    inputs: tuple[Path, ...], output: Path, recipe_path: Path | None, suggest: bool | None, mask: Path | None,
    add_mask: bool, mask_out: Path | None, scale: str | None, suffix: str | None, quality: int,
    save_recipe: Path | None, jobs_report: Path | None, resume: bool, at_once: int, device: str, precision: str,
) -> None:  # fmt: skip
    """Restore photographs (files or folders). The originals are only read."""
    recipe = _read_recipe(recipe_path) if recipe_path else Recipe()
    jobs = plan_jobs(inputs, output, SUFFIXES.get(suffix or ""), keep_suffix=suffix == "same")
    check_list_names(jobs, save_recipe, jobs_report)
    wishes = Wishes(
        recipe, suggest if suggest is not None else recipe_path is None, int(scale) if scale else None,
        mask, add_mask, mask_out, quality,
    )  # fmt: skip
    with ExitStack() as clients:
        engines = min(at_once, len(jobs))
        options = EngineOptions(device=device, precision=precision, share=engines)
        started = [clients.enter_context(EngineClient(options)) for _ in range(engines)]
        ledger = _ledger(jobs, output, wishes, started[0], resume, suffix, options)
        restorers = [Restorer(client, wishes, ledger, resume) for client in started]
        batch = Batch([restorer.restore for restorer in restorers])
        batch.run(jobs)
    last_recipe = _last_recipe(jobs, restorers)
    if jobs_report:
        batch.write_report(jobs_report)
    if save_recipe and last_recipe:
        from photorestore.files.atomic import save_bytes

        save_bytes(last_recipe.to_json().encode(), save_recipe, overwrite=True)
    batch.leave()


def _read_recipe(path: Path) -> Recipe:
    from photorestore.core.errors import UserError

    try:
        return Recipe.from_json(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise UserError(f"“{path}” is not a recipe: it is not text. Name a recipe file (.json).") from error
    except OSError as error:
        raise UserError(f"The recipe “{path}” can't be read ({error.strerror}). Name a recipe file (.json).") from error
    except UserError as error:
        raise UserError(f"“{path}”: {error}") from error


def _ledger(
    jobs: Sequence[tuple[Path, Path]], output: Path, wishes: Wishes, client: EngineClient, resume: bool,
    suffix: str | None, options: EngineOptions,
) -> Ledger | None:  # fmt: skip
    """None for a single file: there is nothing to take up again. Else every run notes what it did, for the next."""
    from photorestore.cli.ledger import Ledger, wish_hash
    from photorestore.core.errors import UserError
    from photorestore.files.naming import is_folder_name

    if not is_folder_name(output):
        if resume:
            raise UserError(
                f"--resume needs a folder for the results, and “{output}” is a file. Name a folder with -o."
            )
        return None
    weights = {info.name: info.sha256 for info in client.list_weights() if info.sha256}
    named = {**wishes.named(), "format": suffix, "device": options.device, "precision": options.precision}
    return Ledger(output, wish_hash(named, weights), [target for _, target in jobs])


def _last_recipe(jobs: Sequence[tuple[Path, Path]], restorers: Sequence[Restorer]) -> Recipe | None:
    """Of the last photograph that was restored, whoever did it."""
    used = {source: recipe for restorer in restorers for source, recipe in restorer.last}
    return next((used[source] for source, _ in reversed(jobs) if source in used), None)


@dataclass(frozen=True)
class Wishes:
    """How photographs shall be restored."""

    recipe: Recipe
    suggest: bool
    scale: int | None
    mask: Path | None
    add_mask: bool
    mask_out: Path | None
    quality: int

    def named(self) -> dict[str, object]:
        """All that decides how results look; a mask counts by its bytes."""
        from photorestore.library.hashing import content_hash

        recipe = None if self.suggest else json.loads(self.recipe.to_json())
        mask = content_hash(self.mask).hex() if self.mask and self.mask.is_file() else None
        facts = {"recipe": recipe, "scale": self.scale, "mask": mask, "add": self.add_mask, "quality": self.quality}
        return {**facts, "program": photorestore.__version__}


@dataclass
class Restorer:
    """Restores one photograph after another by the same wishes. `last` is the one it did last, with its recipe."""

    client: EngineClient
    wishes: Wishes
    ledger: Ledger | None = None
    resume: bool = False
    last: list[tuple[Path, Recipe]] = field(default_factory=list)

    def restore(self, source: Path, target: Path, progress: Progress) -> Outcome:
        ledger = self.ledger
        if ledger is not None and self.resume and (found := ledger.find(source, target)):
            return Outcome(source, found, was_done=True)
        content = ledger.content_of(source) if ledger is not None else ""
        outcome = self._restore(source, target, progress)
        if ledger is not None and outcome.output is not None and ledger.content_of(source) == content:
            ledger.add(content, outcome.output)
        return outcome

    def _restore(self, source: Path, target: Path, progress: Progress) -> Outcome:
        from photorestore.files.masks import write_mask
        from photorestore.files.naming import picture_stem
        from photorestore.files.reading import read_photo
        from photorestore.files.writing import write_photo

        looking, working, saving = progress.split(
            [2, 7, 1] if self.wishes.suggest else [0, 9, 1], ["looking", "", "saving"]
        )
        photo = self._with_mask(read_photo(source))
        recipe, reasons = self._recipe_for(photo, looking)
        restored = self.client.restore(photo, recipe, working)
        saving.report(0)
        written = write_photo(restored.photo, target, source=source, quality=self.wishes.quality)
        if self.wishes.mask_out and restored.photo.mask is not None:
            write_mask(restored.photo.mask, self.wishes.mask_out / f"{picture_stem(source)}.png")
        self.last = [(source, restored.recipe)]
        notes = (*photo.metadata.notes, *restored.photo.notes)
        return Outcome(source, written, reasons=reasons, notes=notes, mask_share=restored.mask_share)

    def _with_mask(self, photo: Photo) -> Photo:
        from photorestore.files.masks import read_mask

        if self.wishes.mask is None:
            return photo
        given = read_mask(self.wishes.mask, photo.width, photo.height)
        return replace(photo, edits=MaskEdits(added=given, automatic=self.wishes.add_mask))

    def _recipe_for(self, photo: Photo, progress: Progress) -> tuple[Recipe, tuple[str, ...]]:
        recipe = self.wishes.recipe
        reasons: tuple[str, ...] = ()
        if self.wishes.suggest:
            found = self.client.diagnose(photo, progress)
            recipe, reasons = found.recipe, found.reasons
        if self.wishes.mask is not None:
            recipe = replace(recipe, scratches=replace(recipe.scratches, enabled=True))
        if self.wishes.scale is not None:
            recipe = replace(recipe, enlarge=replace(recipe.enlarge, enabled=True, scale=self.wishes.scale))
        return recipe, reasons
