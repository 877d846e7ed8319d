"""Words on pictures. `Lettering` is what pages need; the window brings its own, with every font of the system."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Protocol

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont, features

Cover = npt.NDArray[np.uint8]  # (h, w): 255 where there is ink

_FILES = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "segoeui.ttf", "arial.ttf", "Arial Unicode.ttf", "Arial.ttf")


class Lettering(Protocol):
    def __call__(self, text: str, size_px: int, width_px: int, lines: int) -> Cover:
        """At most `lines` lines, centred in `width_px`, broken between words; what does not fit ends in "…"."""


def pillow_lettering(text: str, size_px: int, width_px: int, lines: int) -> Cover:
    """With the first font found of a few common ones, else with Pillow's own, which knows Latin letters only."""
    font = _font(size_px)
    rows = _broken(_plain(text), font, width_px, lines)
    step = round(size_px * 1.35)
    sheet = Image.new("L", (width_px, max(1, step * len(rows))))
    draw = ImageDraw.Draw(sheet)
    for number, row in enumerate(rows):
        draw.text((width_px / 2, (number + 0.5) * step), row, fill=255, font=font, anchor="mm")
    return np.asarray(sheet).copy()


@cache
def _font(size_px: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    engine = ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC  # RAQM writes right to left
    for name in _FILES:
        try:
            return ImageFont.truetype(name, size_px, layout_engine=engine)
        except OSError:
            continue
    return ImageFont.load_default(size_px)


def _plain(text: str) -> str:
    """One paragraph: line breaks and control characters are spaces."""
    return " ".join("".join(" " if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") else c for c in text).split())


def _broken(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width_px: int, lines: int) -> list[str]:
    rows: list[str] = []
    words = text.split(" ") if text else []
    while words and len(rows) < lines:
        taken = 1
        while taken < len(words) and font.getlength(" ".join(words[: taken + 1])) <= width_px:
            taken += 1
        if len(rows) == lines - 1 and taken < len(words):
            taken = len(words)
        rows.append(_elided(" ".join(words[:taken]), font, width_px))
        words = words[taken:]
    return rows


def _elided(row: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width_px: int) -> str:
    """The longest beginning that fits with "…" after it, found by halving."""
    if font.getlength(row) <= width_px:
        return row
    low, high = 0, len(row)
    while low < high:
        middle = (low + high + 1) // 2
        fits = font.getlength(row[:middle].rstrip() + "…") <= width_px
        low, high = (middle, high) if fits else (low, middle - 1)
    return row[:low].rstrip() + "…"
