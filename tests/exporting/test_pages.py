import cv2
import numpy as np
import pytest
from helpers import scene

from photorestore.core.errors import UserError
from photorestore.core.photo import Photo
from photorestore.exporting.album import Album, AlbumPhoto
from photorestore.exporting.lettering import pillow_lettering
from photorestore.exporting.pages import SheetLayout, make_pair, make_sheets, write_pairs, write_sheets
from photorestore.files.reading import read_photo
from photorestore.files.writing import write_photo

SMALL = SheetLayout(width=420, height=594, columns=2, rows=2, margin=20, gap=10)


@pytest.fixture
def photos(tmp_path):
    paths = [tmp_path / f"{number}.png" for number in range(6)]
    for number, path in enumerate(paths):
        write_photo(Photo(scene(60, 80, number)), path, source=None)
    return tuple(AlbumPhoto(path, caption=f"Photo {path.stem}") for path in paths)


def test_a_pair_shows_both_at_one_size(tmp_path, photos):
    larger = cv2.resize(scene(60, 80, 1), (160, 120), interpolation=cv2.INTER_CUBIC)
    write_photo(Photo(np.clip(larger, 0, 1)), tmp_path / "after.png", source=None)

    pair = make_pair(photos[1].picture, tmp_path / "after.png", labels=None)

    assert (pair.height, pair.width) == (120 + 2 * 8, 2 * 160 + 3 * 8)
    halves = pair.pixels[8:-8, 8:168], pair.pixels[8:-8, 176:-8]
    assert np.abs(halves[0] - halves[1]).mean() < 0.03


def test_wide_photographs_stand_one_above_the_other(tmp_path):
    write_photo(Photo(scene(60, 160)), tmp_path / "wide.png", source=None)

    pair = make_pair(tmp_path / "wide.png", tmp_path / "wide.png", labels=None)

    assert (pair.height, pair.width) == (2 * 60 + 3 * 8, 160 + 2 * 8)


def test_labels_stand_under_the_pair(photos):
    plain, labelled = (make_pair(photos[0].picture, photos[1].picture, labels=labels) for labels in (None, ("A", "B")))

    strip = labelled.pixels[plain.height - 8 : -8]
    assert labelled.height > plain.height
    assert (strip < 0.5).any()


def test_a_sheet_takes_as_many_pages_as_it_needs(tmp_path, photos):
    written = write_sheets(Album("Title", photos), tmp_path / "sheet.png", SMALL)

    assert [path.name for path in written.paths] == ["sheet.png", "sheet (2).png"]
    assert read_photo(written.paths[0]).metadata.dpi == pytest.approx((200, 200), abs=0.1)


def test_a_broken_photograph_leaves_no_hole_and_no_empty_page(tmp_path, photos):
    photos[0].picture.write_bytes(b"no picture")
    photos[1].picture.unlink()
    problems = []

    pages = list(make_sheets(Album("Title", photos), problems, SMALL))

    assert len(pages) == 1
    assert len(problems) == 2


def test_sheets_of_nothing_are_refused(tmp_path, photos):
    with pytest.raises(UserError, match="no photographs"):
        write_sheets(Album("x", ()), tmp_path / "sheet.png")
    with pytest.raises(UserError, match="None"):
        write_sheets(Album("x", (AlbumPhoto(tmp_path / "no.png"),)), tmp_path / "sheet.png")
    with pytest.raises(UserError, match="smaller"):
        SheetLayout(columns=40)


def test_a_photograph_without_before_is_named(tmp_path, photos):
    pairs = (AlbumPhoto(photos[0].picture, photos[1].picture), photos[2])

    written = write_pairs(pairs, [tmp_path / "a.jpg", tmp_path / "b.jpg"])

    assert written.paths == (tmp_path / "a.jpg",)
    assert "2.png" in written.problems[0]


@pytest.mark.parametrize("text", ["word " * 60, "x" * 500, "line\nbreak\x00", "שלום", ""])
def test_words_never_leave_their_lines(text):
    cover = pillow_lettering(text, 16, 200, 2)

    assert cover.shape[1] == 200
    assert cover.shape[0] <= 2 * 22
    assert (cover.max() > 128) == bool(text)
    assert not cover[:, :1].any()
    assert not cover[:, -1:].any()
