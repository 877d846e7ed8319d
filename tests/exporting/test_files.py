import hashlib
from collections import namedtuple
from dataclasses import replace

import cv2
import numpy as np
import pytest
from files.icc_profiles import adobe_like
from helpers import scene
from PIL import Image

from photorestore.core.errors import UserError
from photorestore.core.photo import Metadata, Photo
from photorestore.core.progress import Progress
from photorestore.exporting import files
from photorestore.exporting.files import (
    Conflict,
    ExportItem,
    bytes_needed,
    check_free_space,
    export_batch,
    plan_export,
    prepared,
)
from photorestore.exporting.naming import NameFacts
from photorestore.exporting.presets import FILE_KINDS, PRESETS, ExportPreset
from photorestore.files.colour_profiles import srgb_bytes
from photorestore.files.exif import load_exif
from photorestore.files.reading import read_photo
from photorestore.files.writing import write_photo

SHARE, PRINT, ARCHIVE = PRESETS


def exif_with_place() -> bytes:
    exif = Image.Exif()
    exif[270] = "Aunt Rosa"
    exif[0x8769] = {0x927C: b"Bad Ischl", 0x9003: "1999:01:01 00:00:00"}
    exif[0x8825] = {1: "N", 2: (47.0, 42.0, 0.0)}
    return exif.tobytes()


@pytest.fixture
def item(tmp_path):
    return make_item(tmp_path / "in" / "scan.tif")


def make_item(path, seed=0):
    metadata = Metadata(exif=exif_with_place(), xmp=b"<x photoshop:City='Ischl'/>", dpi=(600, 600), bit_depth=16)
    write_photo(Photo(scene(60, 80, seed), metadata=metadata), path, source=None)
    return ExportItem(path, path, NameFacts(path.stem))


def export(items, folder, preset, conflict=Conflict.NUMBER, progress=None):
    return export_batch(plan_export(items, folder, preset, conflict), preset, progress)


@pytest.mark.parametrize("name", FILE_KINDS)
def test_every_format_is_written_with_its_depth(tmp_path, item, name):
    [done] = export([item], tmp_path / "out", ExportPreset("x", format=name))

    again = read_photo(done.output)
    assert again.metadata.bit_depth == FILE_KINDS[name].bits
    assert np.abs(again.pixels - read_photo(item.picture).pixels).mean() < 0.02


def test_the_archive_keeps_everything(tmp_path, item):
    [done] = export([item], tmp_path / "out", ARCHIVE)

    first, again = read_photo(item.picture), read_photo(done.output)
    assert np.array_equal(again.pixels, first.pixels)
    assert again.metadata == first.metadata


@pytest.mark.parametrize("name", FILE_KINDS)
def test_exif_says_the_resolution_that_the_preset_says(tmp_path, name):
    exif = Image.Exif()
    exif[282], exif[283], exif[296] = 72.0, 72.0, 2
    path = tmp_path / "scan.tif"
    write_photo(Photo(scene(60, 80, 1), metadata=Metadata(exif=exif.tobytes(), dpi=(72, 72))), path, source=None)
    item = ExportItem(path, path, NameFacts("scan"))
    [done] = export([item], tmp_path / "out", ExportPreset("x", format=name, dpi=300))

    with Image.open(done.output) as image:
        assert float(image.getexif()[282]) == 300


def test_a_shared_photograph_tells_no_place_but_keeps_its_words(tmp_path, item):
    [done] = export([item], tmp_path / "out", SHARE)

    content, metadata = done.output.read_bytes(), read_photo(done.output).metadata
    assert b"Ischl" not in content
    exif = load_exif(metadata.exif)
    assert exif[270] == "Aunt Rosa"
    assert not exif.get_ifd(0x8825)
    assert exif.get_ifd(0x8769)[0x9003] == "1999:01:01 00:00:00"


def test_a_shared_photograph_tells_no_place_that_stands_in_tags_of_tiff(tmp_path):
    exif = Image.Exif()
    exif[270], exif[33723] = "Aunt Rosa", b"\x1c\x02\x5a\0\5Ischl"  # IPTC's city
    exif[33922], exif[34737] = (0.0, 0.0, 0.0, 13.62, 47.71, 0.0), "Bad Ischl"  # GeoTIFF's
    path = tmp_path / "scan.tif"
    write_photo(Photo(scene(60, 80), metadata=Metadata(exif=exif.tobytes())), path, source=None)

    [done] = export([ExportItem(path, path, NameFacts("scan"))], tmp_path / "out", SHARE)

    kept = load_exif(read_photo(done.output).metadata.exif)
    assert load_exif(read_photo(path).metadata.exif)[34737] == "Bad Ischl"
    assert kept[270] == "Aunt Rosa"
    assert not {33723, 33922, 34737} & set(kept)


def test_without_information_only_pixels_and_resolution_are_left(photo):
    metadata = Metadata(exif=exif_with_place(), xmp=b"<x/>", dpi=(300, 300))

    made = prepared(replace(photo, metadata=metadata), ExportPreset("x", metadata="none"))

    assert made.metadata == Metadata(dpi=(300, 300))


def test_a_smaller_photograph_prints_as_large_as_before(photo):
    photo = replace(photo, metadata=Metadata(dpi=(600, 600)), alpha=np.ones((96, 128), np.float32))

    made = prepared(photo, ExportPreset("x", percent=50))

    assert (made.width, made.height, made.alpha.shape) == (64, 48, (48, 64))
    assert made.metadata.dpi == (300, 300)


@pytest.mark.parametrize("percent", [50, 150])
def test_the_hidden_black_of_a_cut_out_stays_out_of_its_edges(percent):
    alpha = np.zeros((40, 40), np.float32)
    alpha[9:31, 9:31] = 1
    cut_out = Photo(np.full((40, 40, 3), 0.8, np.float32) * alpha[..., np.newaxis], alpha)

    made = prepared(cut_out, ExportPreset("x", percent=percent, may_enlarge=True))

    assert made.width == 40 * percent // 100
    assert np.abs(made.floats[made.alpha > 0.02] - 0.8).max() < 0.01


def test_a_print_says_its_resolution(tmp_path, item):
    [done] = export([item], tmp_path / "out", PRINT)

    assert read_photo(done.output).metadata.dpi == pytest.approx((300, 300))


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("profile", ["keep", "sRGB"])
def test_grey_and_colour_are_written_with_either_profile(tmp_path, mode, profile):
    grey = np.repeat(scene(40, 50)[..., :1], 3, axis=2)
    picture = Photo(grey, metadata=Metadata(icc=adobe_like() if mode == "RGB" else None, mode=mode))

    made = prepared(picture, ExportPreset("x", format="PNG 8 bit", profile=profile))

    again = read_photo(write_photo(made, tmp_path / "x.png", source=None))
    assert np.abs(again.pixels - grey).max() < 0.02
    if profile == "sRGB":
        assert again.metadata.icc in (None, srgb_bytes())


def test_one_broken_file_never_stops_the_rest(tmp_path):
    items = [make_item(tmp_path / f"{number}.tif", number) for number in range(3)]
    items[1].picture.write_bytes(items[1].picture.read_bytes()[:500])

    done = export(items, tmp_path / "out", SHARE)

    assert [entry.output is not None for entry in done] == [True, False, True]
    assert "1.tif" in done[1].problem


def test_a_cancel_keeps_what_is_done_and_names_the_rest(tmp_path):
    items = [make_item(tmp_path / f"{number}.tif", number) for number in range(3)]
    shares = []
    progress = Progress(lambda share, text: shares.append(share), lambda: bool(shares) and shares[-1] > 0.3)

    done = export(items, tmp_path / "out", SHARE, progress=progress)

    assert [entry.is_cancelled for entry in done][1:] == [True, True]
    assert not list((tmp_path / "out").glob(".*"))
    assert len(list((tmp_path / "out").iterdir())) == 1


@pytest.mark.parametrize("conflict", Conflict)
def test_the_conflict_rule_is_kept(tmp_path, item, conflict):
    out = tmp_path / "out"
    out.mkdir()
    (out / "scan.jpg").write_bytes(b"mine")

    [done] = export([item], out, SHARE, conflict)

    kept = (out / "scan.jpg").read_bytes() == b"mine"
    assert kept == (conflict is not Conflict.OVERWRITE)
    assert done.is_skipped == (conflict is Conflict.SKIP)
    assert len(list(out.iterdir())) == (2 if conflict is Conflict.NUMBER else 1)


def test_overwriting_never_touches_an_original(tmp_path):
    items = [make_item(tmp_path / "a.tif", 1), make_item(tmp_path / "b.tif", 2)]
    (tmp_path / "c.tif").symlink_to(items[1].picture)
    items[0] = replace(items[0], facts=NameFacts("b"))
    items.append(replace(items[1], facts=NameFacts("c")))
    before = [hashlib.sha256(item.original.read_bytes()).digest() for item in items]

    done = export(items, tmp_path, ARCHIVE, Conflict.OVERWRITE)

    assert all(entry.output is not None for entry in done)
    assert [hashlib.sha256(item.original.read_bytes()).digest() for item in items] == before


def test_overwriting_never_touches_another_photograph_of_the_library(tmp_path):
    item = make_item(tmp_path / "scan.tif")
    (tmp_path / "scan.jpg").write_bytes(b"another photograph")

    [entry] = plan_export([item], tmp_path, SHARE, Conflict.OVERWRITE, (tmp_path / "scan.jpg").samefile)

    assert not entry.overwrites
    assert entry.target == tmp_path / "scan (2).jpg"


def test_photographs_of_one_name_are_numbered_even_when_overwriting(tmp_path):
    items = [make_item(tmp_path / folder / "scan.tif", n) for n, folder in enumerate(("x", "y"))]

    export(items, tmp_path / "out", SHARE)
    export(items, tmp_path / "out", SHARE, Conflict.OVERWRITE)

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["scan (2).jpg", "scan.jpg"]


def test_the_plan_is_what_happens(tmp_path):
    items = [make_item(tmp_path / f"{number}.tif", number) for number in range(2)]
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "0.jpg").touch()
    plan = plan_export(items, tmp_path / "out", SHARE, Conflict.NUMBER)

    done = export_batch(plan, SHARE)

    assert [entry.output for entry in done] == [entry.target for entry in plan]
    assert [entry.exists for entry in plan] == [True, False]


def test_names_from_captions_stay_inside_the_folder(tmp_path, item):
    facts = NameFacts("scan", caption="../../up\nand /away", album="..")
    [done] = export([replace(item, facts=facts)], tmp_path / "out", replace(SHARE, template="{album}/{caption}"))

    assert done.output.parent == tmp_path / "out"


def test_a_full_disk_is_known_before(tmp_path, item, monkeypatch):
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(files.shutil, "disk_usage", lambda path: usage(10_000))
    plan = plan_export([item], tmp_path / "new" / "out", ARCHIVE, Conflict.NUMBER)

    with pytest.raises(UserError, match="free"):
        check_free_space(tmp_path / "new" / "out", bytes_needed(plan, ARCHIVE))


@pytest.mark.parametrize("name", FILE_KINDS)
def test_noise_needs_no_more_room_than_was_said(tmp_path, name, rng):
    picture = tmp_path / "noise.png"
    cv2.imwrite(str(picture), rng.integers(0, 65536, (300, 300, 3), np.uint16))
    preset = ExportPreset("x", format=name)
    plan = plan_export([ExportItem(picture, picture, NameFacts("x"))], tmp_path / "out", preset, Conflict.NUMBER)

    [done] = export_batch(plan, preset)

    assert done.output.stat().st_size <= bytes_needed(plan, preset)


def test_an_export_keeps_colours_outside_srgb(tmp_path):
    samples = np.full((8, 8, 3), (40, 200, 60), np.uint8)
    Image.fromarray(samples).save(tmp_path / "wide.png", icc_profile=adobe_like())
    item = ExportItem(tmp_path / "wide.png", tmp_path / "wide.png", NameFacts("wide"))

    [done] = export([item], tmp_path / "out", ExportPreset("x", format="PNG 8 bit", profile="keep"))

    with Image.open(done.output) as image:
        assert np.array_equal(np.asarray(image), samples)
