from pathlib import Path

import pytest

from photorestore.core.errors import UserError
from photorestore.files.formats import FORMATS, default_suffix, format_of, writable_format


def test_every_suffix_belongs_to_one_format():
    suffixes = [suffix for entry in FORMATS for suffix in entry.suffixes]

    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)


@pytest.mark.parametrize(("name", "expected"), [("A.JPG", "JPEG"), ("a.tiff", "TIFF"), ("a.txt", None), ("a", None)])
def test_suffixes_are_known_in_any_case(name, expected):
    found = format_of(Path(name))

    assert (found and found.name) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [("a.jpg", ".png"), ("a.TIF", ".tif"), ("a.tiff", ".tiff"), ("a.heic", ".png"), ("a", ".png")],
)
def test_results_are_png_but_tiff_stays_tiff(source, expected):
    assert default_suffix(Path(source)) == expected


@pytest.mark.parametrize("name", ["a.gif", "a.heic", "a.txt", "a"])
def test_a_name_we_cannot_write_is_refused_with_the_choice(name):
    with pytest.raises(UserError, match=r"\.png, \.tif, \.jpg"):
        writable_format(Path(name))
