"""Made album pages whose prints are known. `album_pages.py PAGES SEED FOLDER...` measures `find_prints` on them."""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import click
import cv2
import numpy as np

from photorestore.core.print_finding import find_prints
from photorestore.core.prints import Print

BACKGROUNDS = ("white lid", "black lid", "coloured page", "textured page")


def make_page(pictures, rng, background="white lid", count=4, *, touching=False, lid_like=False, side=1600):
    """(pixels, boxes). Prints lie in cells of a grid, turned by up to 10 degrees, many with a border and a shadow;
    with `touching`, one in three hangs over the edge of the scan; with `lid_like`, borders have the lid's colour."""
    height, width = side, round(side * 0.72)
    page = _background(background, height, width, rng)
    columns = {1: 1, 2: 1, 3: 1}.get(count, 2)
    rows = -(-count // columns)
    boxes = []
    for number in range(count):
        row, column = divmod(number, columns)
        picture = pictures[number % len(pictures)]
        cell = np.array([width / columns, height / rows])
        centre = (np.array([column, row]) + 0.5) * cell
        angle = float(rng.uniform(-10, 10))
        box = _fitting(picture, centre, cell, angle, rng, background)
        if touching and number % 3 == 0:
            overhang = box.width * 0.42
            box = replace(box, x=overhang if column == 0 else width - overhang)
        _lay(page, picture, box, rng, background, page[2, 2].copy() if lid_like else None)
        boxes.append(box)
    page += rng.normal(0, rng.uniform(0.004, 0.015), page.shape)
    return np.clip(page, 0, 1).astype(np.float32), boxes


def _background(kind, height, width, rng):
    colour = {
        "white lid": rng.uniform(0.93, 0.985) * np.ones(3),
        "black lid": rng.uniform(0.02, 0.08) * np.ones(3),
        "coloured page": rng.uniform(0.15, 0.75, 3),
        "textured page": rng.uniform(0.1, 0.35) * np.array([1, 0.93, 0.85]),
    }[kind]
    page = np.broadcast_to(colour, (height, width, 3)).astype(np.float32).copy()
    y, x = np.mgrid[:height, :width].astype(np.float32)
    page *= (1 + rng.uniform(-0.04, 0.04) * (x / width - 0.5) + rng.uniform(-0.04, 0.04) * (y / height - 0.5))[
        ..., None
    ]
    if kind == "textured page":
        for cells, strength in ((4, 0.06), (12, 0.05)):
            grain = rng.normal(0, strength, (height // cells, width // cells)).astype(np.float32)
            page *= 1 + cv2.resize(grain, (width, height), interpolation=cv2.INTER_CUBIC)[..., None]
    return page


def _fitting(picture, centre, cell, angle, rng, background):
    """As large as the cell allows when turned, with a gap to the neighbours."""
    shape = np.array([picture.shape[1], picture.shape[0]], float)
    turn = np.deg2rad(abs(angle))
    hull = np.array(
        [shape[0] * np.cos(turn) + shape[1] * np.sin(turn), shape[0] * np.sin(turn) + shape[1] * np.cos(turn)]
    )
    factor = float((cell * rng.uniform(0.72, 0.93) / hull).min())
    slack = (cell * 0.96 - hull * factor) / 2
    x, y = centre + rng.uniform(-1, 1, 2) * np.maximum(slack, 0)
    return Print(float(x), float(y), shape[0] * factor, shape[1] * factor, angle)


def _lay(page, picture, box, rng, background, paper):
    picture = picture.copy()
    if paper is not None or rng.random() < 0.6:
        edge = round(0.035 * min(picture.shape[:2]))
        if paper is None:
            paper = np.array([0.93, 0.91, 0.86]) if rng.random() < 0.5 else np.array([0.88, 0.87, 0.85])
        picture[:edge], picture[-edge:], picture[:, :edge], picture[:, -edge:] = paper, paper, paper, paper
    height, width = page.shape[:2]
    source = np.array([[0, 0], [picture.shape[1], 0], [picture.shape[1], picture.shape[0]]], np.float32) - 0.5
    matrix = cv2.getAffineTransform(source, box.corners[:3] - 0.5)
    cover = cv2.warpAffine(np.ones(picture.shape[:2], np.float32), matrix, (width, height))
    laid = cv2.warpAffine(picture, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
    if rng.random() < 0.7 and background != "black lid":  # the lamp's shadow on one side
        shadow = cv2.GaussianBlur(np.roll(cover, 4, axis=0), (0, 0), 3) * rng.uniform(0.05, 0.2)
        page *= (1 - shadow * (1 - cover))[..., None]
    page += (laid - page) * cover[..., None]


def seen_overlap(first, second, shape):
    """IoU of the parts that lie on the scan."""
    height, width = shape[:2]
    scan = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = [cv2.intersectConvexConvex(box.corners, scan)[1].reshape(-1, 2) for box in (first, second)]
    common, _ = cv2.intersectConvexConvex(*seen)
    return common / (sum(cv2.contourArea(polygon) for polygon in seen) - common)


def _measure(folders, pages, seed):
    files = sorted(path for folder in folders for path in Path(folder).glob("*.*") if path.suffix in (".jpg", ".png"))
    rng = np.random.default_rng(seed)
    hits, totals, false = defaultdict(int), defaultdict(int), 0
    for number in range(pages):
        kind, touching, count = BACKGROUNDS[number % 4], number % 8 >= 4, int(rng.integers(2, 9))
        chosen = [cv2.imread(str(path))[..., ::-1].astype(np.float32) / 255 for path in rng.choice(files, count)]
        page, truth = make_page(chosen, rng, kind, count, touching=touching, lid_like=number % 16 == 0)
        boxes = find_prints(page)
        for true in truth:
            whole = true.corners.min() >= 0 and true.corners[:, 0].max() <= page.shape[1]
            key = kind if whole else "over the edge of the scan"
            key = "white lid, borders of its colour" if number % 16 == 0 else key
            totals[key] += 1
            hits[key] += any(seen_overlap(box, true, page.shape) > 0.9 for box in boxes)
        false += sum(all(seen_overlap(box, true, page.shape) < 0.5 for true in truth) for box in boxes)
    for key in sorted(totals):
        click.echo(f"{key}: {hits[key]} of {totals[key]} ({hits[key] / totals[key]:.1%})")
    whole = [key for key in totals if key in BACKGROUNDS]
    share = sum(hits[key] for key in whole) / sum(totals[key] for key in whole)
    click.echo(
        f"all whole prints: {share:.1%} of {sum(totals[key] for key in whole)}; proposals that are no print: {false}"
    )


if __name__ == "__main__":
    _measure(sys.argv[3:], int(sys.argv[1]), int(sys.argv[2]))
