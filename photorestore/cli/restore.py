"""`photorestore restore`: photographs in, restored photographs out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import click

from photorestore.cli.batch import Batch, Outcome
from photorestore.cli.inputs import ANY_PATH, DEVICE, INPUTS, OUTPUT, PRECISION, check_list_names, plan_jobs
from photorestore.core.photo import MaskEdits, Photo
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.host.child import EngineOptions
from photorestore.host.client import EngineClient

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
@DEVICE
@PRECISION
def restore(
    inputs: tuple[Path, ...], output: Path, recipe_path: Path | None, suggest: bool | None, mask: Path | None,
    add_mask: bool, mask_out: Path | None, scale: str | None, suffix: str | None, quality: int,
    save_recipe: Path | None, jobs_report: Path | None, device: str, precision: str,
) -> None:  # fmt: skip
    """Restore photographs (files or folders). The originals are only read."""
    recipe = _read_recipe(recipe_path) if recipe_path else Recipe()
    jobs = plan_jobs(inputs, output, SUFFIXES.get(suffix or ""), keep_suffix=suffix == "same")
    check_list_names(jobs, save_recipe, jobs_report)
    with EngineClient(EngineOptions(device=device, precision=precision)) as client:
        restorer = Restorer(
            client, recipe, suggest if suggest is not None else recipe_path is None, int(scale) if scale else None,
            mask, add_mask, mask_out, quality,
        )  # fmt: skip
        batch = Batch(restorer.restore)
        batch.run(jobs)
    if jobs_report:
        batch.write_report(jobs_report)
    if save_recipe and restorer.last_recipe:
        from photorestore.files.atomic import save_bytes

        save_bytes(restorer.last_recipe.to_json().encode(), save_recipe, overwrite=True)
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


@dataclass
class Restorer:
    """Restores one photograph after another by the same wishes."""

    client: EngineClient
    recipe: Recipe
    suggest: bool
    scale: int | None
    mask: Path | None
    add_mask: bool
    mask_out: Path | None
    quality: int
    last_recipe: Recipe | None = None

    def restore(self, source: Path, target: Path, progress: Progress) -> Outcome:
        from photorestore.files.masks import write_mask
        from photorestore.files.naming import picture_stem
        from photorestore.files.reading import read_photo
        from photorestore.files.writing import write_photo

        looking, working, saving = progress.split([2, 7, 1] if self.suggest else [0, 9, 1], ["looking", "", "saving"])
        photo = self._with_mask(read_photo(source))
        recipe, reasons = self._recipe_for(photo, looking)
        restored = self.client.restore(photo, recipe, working)
        saving.report(0)
        written = write_photo(restored.photo, target, source=source, quality=self.quality)
        if self.mask_out and restored.photo.mask is not None:
            write_mask(restored.photo.mask, self.mask_out / f"{picture_stem(source)}.png")
        self.last_recipe = restored.recipe
        notes = (*photo.metadata.notes, *restored.photo.notes)
        return Outcome(source, written, reasons=reasons, notes=notes, mask_share=restored.mask_share)

    def _with_mask(self, photo: Photo) -> Photo:
        from photorestore.files.masks import read_mask

        if self.mask is None:
            return photo
        given = read_mask(self.mask, photo.width, photo.height)
        return replace(photo, edits=MaskEdits(added=given, automatic=self.add_mask))

    def _recipe_for(self, photo: Photo, progress: Progress) -> tuple[Recipe, tuple[str, ...]]:
        recipe = self.recipe
        reasons: tuple[str, ...] = ()
        if self.suggest:
            found = self.client.diagnose(photo, progress)
            recipe, reasons = found.recipe, found.reasons
        if self.mask is not None:
            recipe = replace(recipe, scratches=replace(recipe.scratches, enabled=True))
        if self.scale is not None:
            recipe = replace(recipe, enlarge=replace(recipe.enlarge, enabled=True, scale=self.scale))
        return recipe, reasons
