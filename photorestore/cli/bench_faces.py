"""`photorestore bench faces`: which network makes worn faces clearer."""

from __future__ import annotations

from pathlib import Path

import click

from photorestore.cli.inputs import ANY_PATH, DEVICE, PRECISION


@click.command()
@click.argument("folder", type=ANY_PATH)
@click.option("--faces", "count", type=click.IntRange(1), default=48, show_default=True, help="So many.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed draws other faces and wear.")
@click.option("--methods", default="realesrgan,bundled", show_default=True, help="By their names in recipes.")
@click.option("--sheet", type=click.Path(dir_okay=False, path_type=Path), help="Write the faces here too (.png).")
@DEVICE
@PRECISION
def faces(folder: Path, count: int, seed: int, methods: str, sheet: Path | None, device: str, precision: str) -> None:
    """Worn faces of pictures in FOLDER that training held out, refined by each network: PSNR and SSIM of the face."""
    import numpy as np

    from photorestore.engine.tools import local_tools
    from photorestore.files.atomic import save_bytes
    from photorestore.training.face_scores import WORN, score_faces
    from photorestore.training.sheets import png_of

    tools = local_tools(device, precision)
    scores, rows = zip(*score_faces(folder, methods.split(","), tools, count=count, seed=seed), strict=True)
    for name in (WORN, *methods.split(",")):
        psnr, ssim = ([getattr(score, what)[name] for score in scores] for what in ("psnr", "ssim"))
        better = np.mean([score.psnr[name] > score.psnr[WORN] for score in scores])
        line = f"{name:14} {np.mean(psnr):6.2f} dB  {np.mean(ssim):.3f}"
        click.echo(line if name == WORN else f"{line}  better than it came {better:.0%}")
    if sheet:
        save_bytes(png_of(np.vstack(rows)), sheet, overwrite=True)
