"""Score the shipped pipeline on pairs of clean and aged pictures: what is measured is what a user gets.

A folder of pairs holds `NNN_clean.png`, `NNN_old.png`, `NNN_mask.png` (white where damaged) and `PAIRS.csv` with the
columns pair, kind and colour ("yes", or "no" for pictures whose colours can't come back).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.core.errors import UserError
from photorestore.core.photo import Map, Mask, Photo, Pixels
from photorestore.files.masks import read_mask
from photorestore.files.reading import read_photo
from photorestore.training.scores import MaskScore, PictureScore, score_maps, score_picture

Restorer = Callable[[Photo], Photo]  # with its map of damage
WHOLE = "worn"  # the kind of picture that has no damage
CELL_PX = 320
_COLUMNS = ("psnr dB", "tone dB", "SSIM", "hole dB")


@dataclass(frozen=True, eq=False)
class Pair:
    name: str
    kind: str
    in_colour: bool
    clean: Pixels
    old: Photo
    damage: Mask


@dataclass(frozen=True)
class Evaluation:
    """One score a pair, in the pairs' order, before and after; of the detector; a picture sheet (uint8 RGB)."""

    names: tuple[str, ...]
    kinds: tuple[str, ...]
    before: tuple[PictureScore, ...]
    after: tuple[PictureScore, ...]
    masks: MaskScore | None
    sheet: npt.NDArray[np.uint8]


def read_pairs(folder: Path) -> Iterator[Pair]:
    """One after the other; raise `UserError` for a folder that holds none."""
    try:
        rows = list(csv.DictReader((folder / "PAIRS.csv").read_text().splitlines()))
    except OSError as error:
        raise UserError(f"{folder} holds no pairs: PAIRS.csv can't be read ({error.strerror}).") from error
    for row in rows:
        if missing := {"pair", "kind", "colour"} - set(row):
            raise UserError(f"{folder / 'PAIRS.csv'} lacks the column {', '.join(sorted(missing))}.")
        clean, old = (read_photo(folder / f"{row['pair']}_{part}.png") for part in ("clean", "old"))
        damage = read_mask(folder / f"{row['pair']}_mask.png", old.width, old.height)
        yield Pair(row["pair"], row["kind"], row["colour"] == "yes", clean.floats, old, damage)


def evaluate(folder: Path, restore: Restorer, say: Callable[[str], None] = print) -> Evaluation:
    """Restore every pair's old picture and compare."""
    names: list[str] = []
    kinds: list[str] = []
    before: list[PictureScore] = []
    after: list[PictureScore] = []
    damaged: list[tuple[Map, Mask]] = []
    whole: list[Map] = []
    rows: list[npt.NDArray[np.uint8]] = []
    for pair in read_pairs(folder):
        restored = restore(pair.old)
        names.append(pair.name)
        kinds.append(pair.kind)
        before.append(score_picture(pair.old.floats, pair.clean, pair.damage, pair.in_colour))
        after.append(score_picture(restored.floats, pair.clean, pair.damage, pair.in_colour))
        if restored.damage is not None and pair.kind == WHOLE:
            whole.append(restored.damage.astype(np.float32))
        elif restored.damage is not None:
            damaged.append((restored.damage.astype(np.float32), pair.damage))
        rows.append(_row(pair.old.floats, restored.floats, pair.clean))
        say(f"{pair.name} {pair.kind}: tone {before[-1].tone:.2f} → {after[-1].tone:.2f} dB")
    masks = score_maps(damaged, whole) if damaged else None
    return Evaluation(tuple(names), tuple(kinds), tuple(before), tuple(after), masks, np.vstack(rows))


def table(evaluation: Evaluation) -> str:
    """Markdown: means by kind, before and after, and the detector's line."""
    lines = ["| kind | pictures | " + " | ".join(f"{c} before | after" for c in _COLUMNS) + " |", "|---" * 10 + "|"]
    for kind in (*dict.fromkeys(evaluation.kinds), "all"):
        chosen = [k for k, name in enumerate(evaluation.kinds) if kind in (name, "all")]
        means = (_means([scores[k] for k in chosen]) for scores in (evaluation.before, evaluation.after))
        cells = [f"{_number(b)} | {_number(a)}" for b, a in zip(*means, strict=True)]
        lines.append(f"| {kind} | {len(chosen)} | " + " | ".join(cells) + " |")
    if evaluation.masks:
        m = evaluation.masks
        lines += ["", f"Detector: AUC {m.auc:.3f}, F1 {m.f1:.3f} (best {m.best_f1:.3f}), false alarms {m.alarms:.2%}."]
    return "\n".join(lines) + "\n"


def rows_of(evaluation: Evaluation) -> list[list[str]]:
    """For a CSV: a head, then one row a pair."""
    head = ["pair", "kind", *(f"{column} {when}" for when in ("before", "after") for column in _COLUMNS)]
    scores = zip(evaluation.names, evaluation.kinds, evaluation.before, evaluation.after, strict=True)
    return [head, *([n, k, *(f"{v:.4f}" for s in (b, a) for v in astuple(s))] for n, k, b, a in scores)]


def _means(scores: list[PictureScore]) -> list[float]:
    columns = np.array([astuple(score) for score in scores]).T
    return [float(np.nanmean(column)) if np.isfinite(column).any() else float("nan") for column in columns]


def _number(value: float) -> str:
    return "–" if np.isnan(value) else f"{value:.3f}" if value < 1 else f"{value:.2f}"


def _row(*pictures: Pixels) -> npt.NDArray[np.uint8]:
    cells = []
    for picture in pictures:
        size = (CELL_PX, round(CELL_PX * picture.shape[0] / picture.shape[1]))
        cells.append(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))
    height = min(cell.shape[0] for cell in cells)
    return (np.hstack([cell[:height] for cell in cells]) * 255 + 0.5).clip(0, 255).astype(np.uint8)
