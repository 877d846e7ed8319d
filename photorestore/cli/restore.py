"""`photorestore restore`: photographs in, restored photographs out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

import photorestore
from photorestore.cli.batch import Batch, Outcome
from photorestore.cli.inputs import (
    ANY_PATH,
    DEVICE,
    INPUTS,
    OUTPUT,
    PRECISION,
    check_can_save,
    check_list_names,
    plan_jobs,
)
from photorestore.cli.sentences import printable
from photorestore.core.errors import UserError
from photorestore.core.lean_photo import LeanPhoto
from photorestore.core.photo import MaskEdits
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.core.stages import STAGES
from photorestore.host.child import EngineOptions
from photorestore.host.client import EngineClient

if TYPE_CHECKING:
    from photorestore.cli.cluster import ClusterRestorer
    from photorestore.cli.ledger import Ledger

LANES = 2  # photographs on their way to one engine: while it works on one, another is read or written
SUFFIXES = {"png": ".png", "jpg": ".jpg", "tif": ".tif", "webp": ".webp"}


@click.command()
@INPUTS
@OUTPUT
@click.option("--recipe", "recipe_path", type=ANY_PATH, help="Use this recipe (JSON).")
@click.option(
    "--suggest/--no-suggest",
    default=None,
    help="Look at each photograph and choose. On without --recipe; --no-suggest alone fills damage and no more.",
)
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
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Restore on the workers of this Dask cluster, which must all see the same files (shared disk). "
    "Needs the extra “cluster”.",
)
@DEVICE
@PRECISION
def restore(
    inputs: tuple[Path, ...], output: Path, recipe_path: Path | None, suggest: bool | None, mask: Path | None,
    add_mask: bool, mask_out: Path | None, scale: str | None, suffix: str | None, quality: int,
    save_recipe: Path | None, jobs_report: Path | None, resume: bool, at_once: int, cluster: str | None, device: str,
    precision: str,
) -> None:  # fmt: skip
    """Restore photographs (files or folders). The originals are only read."""
    if recipe_path and suggest:
        raise UserError("--recipe says what to do, --suggest looks for it. Name one of them.")
    if add_mask and not mask:
        raise UserError("--add-mask needs the picture of the mask: name it with --mask.")
    if cluster and at_once > 1:
        raise UserError("--jobs counts the engines on this computer, --cluster uses others. Name one of them.")
    if mask:
        _check_mask(mask)
    recipe = _read_recipe(recipe_path) if recipe_path else Recipe()
    apart = [path for path in (mask, mask_out) if path]
    jobs = plan_jobs(inputs, output, SUFFIXES.get(suffix or ""), keep_suffix=suffix == "same", apart=apart)
    check_list_names(jobs, save_recipe, jobs_report)
    check_can_save(output, mask_out, *(path.parent for path in (save_recipe, jobs_report) if path))
    wishes = Wishes(
        recipe, suggest if suggest is not None else recipe_path is None, int(scale) if scale else None,
        mask, add_mask, mask_out, quality, output,
    )  # fmt: skip
    with ExitStack() as clients:
        engines = 1 if cluster else min(at_once, len(jobs))
        options = EngineOptions(device=device, precision=precision, share=engines)
        own = replace(options, device="cpu", precision="auto") if cluster else options  # it only lists its weights
        started = [clients.enter_context(EngineClient(own)) for _ in range(engines)]
        weights = installed_weights(started[0])
        ledger = _ledger(jobs, output, wish_of(wishes, suffix, options, weights), resume)
        restorers: Sequence[Restorer | ClusterRestorer]
        if cluster:
            from photorestore.cli.cluster import joined
            from photorestore.cli.cluster_worker import Run

            run = Run(wishes, suffix, options, weights)
            restorers = clients.enter_context(joined(cluster, output, run, ledger, resume))
        else:
            restorers = [Restorer(client, wishes, ledger, resume) for client in lanes_of(started, len(jobs))]
        batch = Batch([restorer.restore for restorer in restorers])
        batch.run(jobs)
    last_recipe = _last_recipe(jobs, restorers)
    if jobs_report:
        batch.write_report(jobs_report)
    if save_recipe and last_recipe:
        from photorestore.files.atomic import save_bytes

        save_bytes(last_recipe.to_json().encode(), save_recipe, overwrite=True)
    elif save_recipe:
        click.echo(f"“{printable(str(save_recipe))}” was not written: no photograph was restored now.", err=True)
    batch.leave()


def lanes_of(engines: Sequence[EngineClient], photographs: int) -> list[EngineClient]:
    """Whom each lane asks; no engine gets a second lane before all have a first."""
    return [engine for _ in range(LANES) for engine in engines][: max(1, photographs)]


def _check_mask(mask: Path) -> None:
    """Before the work, and once for all photographs."""
    from photorestore.files.reading import read_lean

    try:
        read_lean(mask)
    except UserError as error:
        raise UserError(f"The mask can't be used: {error}") from error


def _read_recipe(path: Path) -> Recipe:
    try:
        return Recipe.from_json(path.read_text("utf-8"))
    except UnicodeDecodeError as error:
        raise UserError(f"“{path}” is not a recipe: it is not text. Name a recipe file (.json).") from error
    except OSError as error:
        raise UserError(f"The recipe “{path}” can't be read ({error.strerror}). Name a recipe file (.json).") from error
    except UserError as error:
        raise UserError(f"“{path}”: {error}") from error


def _ledger(jobs: Sequence[tuple[Path, Path]], output: Path, wish: str, resume: bool) -> Ledger | None:
    """None for a single file: there is nothing to take up again. Else every run notes what it did, for the next."""
    from photorestore.cli.ledger import Ledger
    from photorestore.files.naming import is_folder_name

    if not is_folder_name(output):
        if resume:
            raise UserError(
                f"--resume needs a folder for the results, and “{output}” is a file. Name a folder with -o."
            )
        return None
    return Ledger(output, wish, [target for _, target in jobs])


def installed_weights(client: EngineClient) -> dict[str, str]:
    """Names and sha256 sums."""
    return {info.name: info.sha256 for info in client.list_weights() if info.sha256}


def wish_of(wishes: Wishes, suffix: str | None, options: EngineOptions, weights: Mapping[str, str]) -> str:
    """One hash of all that decides how results look: equal hashes give equal pictures, here or elsewhere."""
    from photorestore.cli.ledger import wish_hash

    named = {**wishes.named(), "format": suffix, "device": options.device, "precision": options.precision}
    return wish_hash(named, weights)


def _last_recipe(jobs: Sequence[tuple[Path, Path]], restorers: Sequence[Restorer | ClusterRestorer]) -> Recipe | None:
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
    results: Path | None = None  # the folder

    def mask_path(self, source: Path, target: Path) -> Path | None:
        """Where the mask belongs: named as the photograph, and placed as its result is."""
        from photorestore.files.naming import picture_stem

        if self.mask_out is None:
            return None
        if self.results is None or not target.is_relative_to(self.results) or target == self.results:
            return self.mask_out / f"{picture_stem(source)}.png"
        place = target.relative_to(self.results)
        return self.mask_out / place.parent / f"{picture_stem(place)}.png"

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
        from photorestore.cli.ledger import noted

        return noted(self._restore, self.ledger, self.resume)(source, target, progress)

    def _restore(self, source: Path, target: Path, progress: Progress) -> Outcome:
        from photorestore.files.masks import write_mask
        from photorestore.files.reading import read_lean
        from photorestore.files.writing import lost_in, write_photo

        looking, working, saving = progress.split(
            [2, 7, 1] if self.wishes.suggest else [0, 9, 1], ["looking", "", "saving"]
        )
        photo = self._with_mask(read_lean(source))
        recipe, reasons = self._recipe_for(photo, looking)
        restored = self.client.restore(photo, recipe, working)
        saving.report(0)
        written = write_photo(restored.photo, target, source=source, original=photo, quality=self.wishes.quality)
        notes = (*photo.metadata.notes, *restored.photo.notes, *lost_in(written, photo))
        mask_path = self.wishes.mask_path(source, target)
        if mask_path is not None and restored.photo.mask is not None:
            try:
                write_mask(restored.photo.mask, mask_path)
            except UserError as error:  # the result is there all the same
                notes += (str(error),)
        self.last = [(source, restored.recipe)]
        return Outcome(source, written, reasons=reasons, notes=notes, mask_share=restored.mask_share)

    def _with_mask(self, photo: LeanPhoto) -> LeanPhoto:
        from photorestore.files.masks import read_mask

        if self.wishes.mask is None:
            return photo
        given = read_mask(self.wishes.mask, photo.width, photo.height)
        return replace(photo, edits=MaskEdits(added=given, automatic=self.wishes.add_mask))

    def _recipe_for(self, photo: LeanPhoto, progress: Progress) -> tuple[Recipe, tuple[str, ...]]:
        recipe = self.wishes.recipe
        reasons: tuple[str, ...] = ()
        if self.wishes.suggest:
            found = self.client.diagnose(photo, progress)
            recipe, reasons = found.recipe, found.reasons
        if self.wishes.mask is not None:
            recipe = replace(recipe, scratches=replace(recipe.scratches, enabled=True))
        if self.wishes.scale is not None:
            recipe = replace(recipe, enlarge=replace(recipe.enlarge, enabled=True, scale=self.wishes.scale))
        steps = ", ".join(stage.title for stage in STAGES if recipe.settings(stage.name).enabled)
        return recipe, (*reasons, f"Steps: {steps or 'none'}.")
