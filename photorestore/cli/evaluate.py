"""`photorestore evaluate`: score the pipeline that ships on pairs of clean and aged pictures."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import click

from photorestore.cli.inputs import DEVICE, PRECISION


@click.command()
@click.argument("pairs", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("-o", "--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the table and a sheet.")
@DEVICE
@PRECISION
def evaluate(pairs: Path, out: Path | None, device: str, precision: str) -> None:
    """Restore the old picture of every pair in PAIRS as its diagnosis suggests and compare with the clean one.

    PAIRS holds NNN_clean.png, NNN_old.png, NNN_mask.png and PAIRS.csv (pair, kind, colour).
    """
    from photorestore import paths
    from photorestore.core.photo import Photo
    from photorestore.engine.cache import StageCache
    from photorestore.engine.device import choose_device
    from photorestore.engine.diagnosis import diagnose
    from photorestore.engine.pipeline import restore, with_damage
    from photorestore.engine.suggest import suggest
    from photorestore.engine.tools import Tools
    from photorestore.engine.weights import WeightsStore
    from photorestore.files.atomic import save_bytes
    from photorestore.training import evaluate as evaluation

    tools = Tools(WeightsStore(paths.bundled_weights(), paths.imported_weights()), choose_device(device, precision))

    def restorer(photo: Photo) -> Photo:
        photo = with_damage(photo, tools, StageCache(0))
        diagnosis = diagnose(photo, tools)
        return restore(replace(photo, faces=diagnosis.faces), suggest(diagnosis).recipe, tools)

    measured = evaluation.evaluate(pairs, restorer, say=click.echo)
    click.echo("\n" + evaluation.table(measured))
    if out is None:
        return
    from photorestore.training.sheets import png_of

    out.mkdir(parents=True, exist_ok=True)
    text = io.StringIO()
    csv.writer(text).writerows(evaluation.rows_of(measured))
    for name, content in (
        ("table.md", evaluation.table(measured).encode()),
        ("scores.csv", text.getvalue().encode()),
        ("sheet.png", png_of(measured.sheet)),
    ):
        save_bytes(content, out / name, overwrite=True)
