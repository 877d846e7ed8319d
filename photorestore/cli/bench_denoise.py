"""`photorestore bench denoise`: the survey's protocols on a folder of clean pictures, one table in Markdown."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from photorestore.cli.inputs import ANY_PATH, DEVICE, PRECISION, evenly_chosen

if TYPE_CHECKING:
    from photorestore.engine.protocols import Scores


@click.command()
@click.argument("folder", type=ANY_PATH)
@click.option("--pictures", type=click.IntRange(1), default=6, show_default=True, help="So many, evenly chosen.")
@click.option("--crop", type=click.IntRange(64), default=192, show_default=True, help="Their middle, px a side.")
@click.option("--only", default="", help="Only protocols whose names contain this.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the table here too (.md).")
@DEVICE
@PRECISION
def denoise(
    folder: Path, pictures: int, crop: int, only: str, output: Path | None, device: str, precision: str
) -> None:
    """Every method on the noise and blur it is made for, in luma: mean PSNR, for impulses SNR0/1/2 too.

    Where "8 bits" isn't said, noisy pictures are neither clipped nor rounded.
    """
    from photorestore.engine.protocols import middle_crop, protocols, run_protocol
    from photorestore.engine.tone import luma_of
    from photorestore.engine.tools import local_tools
    from photorestore.files.reading import read_photo

    clean = [middle_crop(luma_of(read_photo(path).floats), crop) for path in evenly_chosen(folder, pictures)]
    tools = local_tools(device, precision)
    lines = [f"{len(clean)} pictures, {crop} px, grey, {tools.device.name} {tools.device.precision}.", ""]
    lines += ["| protocol | PSNR (dB), and SNR0/1/2 of impulses | s a picture | published |", "|---|---|---|---|"]
    for protocol in protocols():
        if only.lower() not in protocol.name.lower():
            continue
        started = time.monotonic()
        scores = run_protocol(protocol, clean, tools)
        lines.append(_row(scores, (time.monotonic() - started) / len(clean)))
        click.echo(lines[-1])
    if output:
        from photorestore.files.atomic import save_bytes

        save_bytes(("\n".join(lines) + "\n").encode(), output, overwrite=True)


def _row(scores: Scores, seconds: float) -> str:
    figures = []
    for name, value in scores.psnr.items():
        snr = scores.snr.get(name)
        more = f" ({snr[0]:.0f}/{snr[1]:.1f}/{snr[2]:.1f})" if snr else ""
        figures.append(f"{name} {value:.2f}{more}")
    return f"| {scores.protocol.name} | {', '.join(figures)} | {seconds:.1f} | {scores.protocol.published} |"
