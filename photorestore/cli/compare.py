"""`photorestore compare`: denoising methods side by side, as a table, a sheet of pictures and plots."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from photorestore.cli.inputs import ANY_PATH, DEVICE, PRECISION
from photorestore.cli.sentences import printable

if TYPE_CHECKING:
    from photorestore.core.photo import Photo
    from photorestore.engine.comparison import Compared

COLUMNS = ("photo", "method", "psnr_db", "ssim", "noise_of_255", "edge_px", "seconds", "memory_mb")


@click.command()
@click.argument("inputs", nargs=-1, required=True, type=ANY_PATH, metavar="IN...")
@click.option("-o", "--output", required=True, type=click.Path(file_okay=False, path_type=Path), help="A folder.")
@click.option("--clean", type=ANY_PATH, help="The clean picture, or a folder with clean ones of the same names.")
@click.option("--methods", help="Names separated by commas; all that can run without it.")
@click.option("--sigma", type=click.FloatRange(0, 127), default=0.0, help="Noise of 255; 0 measures it.")
@click.option("--blur", type=click.Choice(["none", "motion", "misfocus", "gaussian"]), default="none")
@click.option("--blur-px", type=click.FloatRange(0, 100), default=0.0, help="Length, radius or sigma of the blur.")
@click.option("--blur-angle", type=click.FloatRange(-180, 180), default=0.0, help="Direction of a motion, degrees.")
@click.option("--crop", type=click.IntRange(16), help="Look at a square of this many pixels in the middle only.")
@DEVICE
@PRECISION
def compare(
    inputs: tuple[Path, ...], output: Path, clean: Path | None, methods: str | None, sigma: float, blur: str,
    blur_px: float, blur_angle: float, crop: int | None, device: str, precision: str,
) -> None:  # fmt: skip
    """Run denoising methods on photographs and compare them. Writes compare.csv, compare.md and pictures."""
    from photorestore.core.errors import UserError
    from photorestore.core.stages import DenoiseSettings
    from photorestore.engine.comparison import available_methods, compare_methods
    from photorestore.engine.tools import local_tools
    from photorestore.exporting.naming import with_ending
    from photorestore.files.discovery import find_pictures
    from photorestore.files.naming import all_different, is_same_file
    from photorestore.files.reading import read_photo

    settings = DenoiseSettings(True, sigma=sigma / 255, blur=blur, blur_px=blur_px, blur_angle=blur_angle)
    if blur == "none" and (blur_px or blur_angle):
        raise UserError("--blur-px and --blur-angle tell how a blur is: name its kind with --blur.")
    if any(is_same_file(output, one) for one in inputs):
        raise UserError(f"“{output}” holds the photographs; the comparison needs a folder of its own. Change -o.")
    pictures = find_pictures(inputs, leave_out=output)
    if not pictures:
        raise UserError("There are no pictures in what you named.")
    tools = local_tools(device, precision)
    names = (
        [name.strip() for name in methods.split(",")] if methods else available_methods(tools, with_blur=blur != "none")
    )
    rows: list[tuple[str, Compared]] = []
    failed = 0
    sheets = all_different(output / with_ending(entry.path.stem, "-sheet.png") for entry in pictures)
    for entry, sheet in zip(pictures, sheets, strict=True):
        path, name = entry.path, str(entry.relative)
        try:
            photo = _cropped(read_photo(path), crop)
            reference = _clean_for(path, clean)
            clean_pixels = _cropped(read_photo(reference), crop).floats if reference else None
            found = compare_methods(photo, names, tools, settings, clean_pixels)
            rows += [(name, one) for one in found]
            _write_sheet(found, clean_pixels, sheet)
        except (UserError, MemoryError) as error:
            reason = "there is not enough free memory" if isinstance(error, MemoryError) else error
            click.echo(printable(f"{name}: {reason}"), err=True)
            failed += 1
            continue
        for one in found:
            click.echo(printable(f"{name}  {one.title:30} {_figures(one)}"))
    if rows:
        _write_tables(rows, output)
        _write_plots(rows, output)
    if failed:
        raise UserError(f"{failed} of {len(pictures)} pictures could not be compared; why is said above.")


def _cropped(photo: Photo, side: int | None) -> Photo:
    if side is None:
        return photo
    from photorestore.core.photo import Photo as Cut

    top, left = max(0, (photo.height - side) // 2), max(0, (photo.width - side) // 2)
    return Cut(photo.pixels[top : top + side, left : left + side].copy(), metadata=photo.metadata)


def _clean_for(path: Path, clean: Path | None) -> Path | None:
    from photorestore.core.errors import UserError

    if clean is None:
        return None
    found = clean / path.name if clean.is_dir() else clean
    if not found.is_file():
        raise UserError(f"There is no clean picture “{found}”; its name must be that of the photograph.")
    return found


def _figures(one: Compared) -> str:
    close = "" if one.psnr is None else f"{one.psnr:6.2f} dB  SSIM {one.ssim:.3f}  "
    return f"{close}noise {one.noise:4.1f}  edges {one.edge_px:4.2f} px  {one.seconds:6.1f} s  {one.memory_mb:6.0f} MB"


def _values(photo: str, one: Compared) -> tuple[Any, ...]:
    close = ("", "") if one.psnr is None or one.ssim is None else (f"{one.psnr:.2f}", f"{one.ssim:.4f}")
    return (
        photo,
        one.method,
        *close,
        f"{one.noise:.2f}",
        f"{one.edge_px:.2f}",
        f"{one.seconds:.2f}",
        f"{one.memory_mb:.0f}",
    )


def _write_tables(rows: list[tuple[str, Compared]], output: Path) -> None:
    from photorestore.files.atomic import save_bytes

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_values(photo, one) for photo, one in rows)
    save_bytes(text.getvalue().encode(errors="replace"), output / "compare.csv", overwrite=True)
    lines = [COLUMNS, ("---",) * len(COLUMNS), *(_values(photo, one) for photo, one in rows)]
    table = "\n".join("| " + " | ".join(str(value) for value in line) + " |" for line in lines)
    save_bytes((table + "\n").encode(errors="replace"), output / "compare.md", overwrite=True)


def _write_sheet(found: list[Compared], clean: Any, target: Path) -> None:
    from photorestore.cli.charts import draw_sheet

    cells = [(one.title if one.psnr is None else f"{one.title} {one.psnr:.2f} dB", one.pixels) for one in found]
    draw_sheet(cells + ([] if clean is None else [("Clean", clean)]), target)


def _write_plots(rows: list[tuple[str, Compared]], output: Path) -> None:
    """Against time, and against the noise of the photographs as they came (measured)."""
    from photorestore.cli.charts import draw_plot

    before = {photo: one.noise for photo, one in rows if one.method == "input"}
    ranked = [(photo, one) for photo, one in rows if one.psnr is not None and one.method != "input"]
    by_time: dict[str, list[tuple[float, float]]] = {}
    by_noise: dict[str, list[tuple[float, float]]] = {}
    for photo, one in ranked:
        by_time.setdefault(one.title, []).append((one.seconds, one.psnr or 0.0))
        by_noise.setdefault(one.title, []).append((before[photo], one.psnr or 0.0))
    if ranked:
        means = {name: [_mean(points)] for name, points in by_time.items()}
        draw_plot(
            means, "Quality against time", "seconds a photo", "PSNR, dB", output / "psnr-time.png", logarithmic=True
        )
        draw_plot(by_noise, "Quality against noise", "noise of 255", "PSNR, dB", output / "psnr-noise.png")


def _mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
