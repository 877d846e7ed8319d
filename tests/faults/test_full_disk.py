"""Each thing the program writes, on a disk that is full at each of its writes: a sentence or a whole file."""

import json
import os
import subprocess
import sys
import zipfile

import pytest
import torch
from helpers import save_scan, scene
from PIL import Image

from photorestore.cli.batch import Batch, Outcome
from photorestore.cli.ledger import Ledger
from photorestore.core.errors import UserError
from photorestore.core.photo import Photo
from photorestore.core.recipe import Recipe
from photorestore.engine.weights import WeightsStore
from photorestore.engine.weights_import import import_weights
from photorestore.exporting.album import Album, AlbumPhoto
from photorestore.exporting.files import Conflict, ExportItem, export_batch, plan_export
from photorestore.exporting.gallery import write_gallery
from photorestore.exporting.naming import NameFacts
from photorestore.exporting.pages import write_pairs, write_sheets
from photorestore.exporting.presets import PRESETS, load_presets, save_presets
from photorestore.files.atomic import save_bytes, save_copy
from photorestore.files.masks import read_mask, write_mask
from photorestore.files.reading import read_photo
from photorestore.files.writing import write_photo

SUFFIXES = (".png", ".tif", ".jpg", ".webp", ".bmp", ".ppm")


@pytest.fixture
def photo():
    return Photo(scene(60, 80))


@pytest.fixture
def album(tmp_path, photo):
    (tmp_path / "in").mkdir()
    paths = [save_scan(tmp_path / "in" / f"{number}.png", photo) for number in range(2)]
    return Album("Summer", tuple(AlbumPhoto(path, path, "at the lake") for path in paths))


def fill_up(disk, write, is_whole, most_pages):
    """Call `write` with ever more room until it succeeds; how many times the disk was full."""
    for pages in range(most_pages):
        disk.clear()
        trouble = None
        with disk.free(pages):
            try:
                write()
            except UserError as error:
                trouble = str(error)
        assert not [path for path in disk.folder.rglob("*") if ".photorestore-" in path.name or ".import-" in path.name]
        if trouble is None:
            assert disk.files()
            assert all(is_whole(path) for path in disk.files())
            return pages
        assert "full" in trouble or "No space" in trouble or "large" in trouble, trouble
        assert [path for path in disk.files() if not is_whole(path)] == []
    raise AssertionError(f"it never succeeded: {trouble}")


def opens(path):
    with Image.open(path) as image:
        image.load()
    return True


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_result_is_whole_or_not_there(disk, photo, suffix):
    def write():
        write_photo(photo, disk.folder / "sub" / f"a{suffix}", source=None)

    assert fill_up(disk, write, lambda path: read_photo(path).width == 80, 30) > 0


def test_an_old_file_survives_that_should_be_replaced(disk, photo):
    old = b"what was there before"
    for pages in range(1, 12):
        disk.clear()
        save_bytes(old, disk.folder / "a.png")
        with disk.free(pages):
            try:
                write_photo(photo, disk.folder / "a.png", source=None, overwrite=True)
            except UserError:
                assert (disk.folder / "a.png").read_bytes() == old
            else:
                assert opens(disk.folder / "a.png")
                return
    raise AssertionError("it never succeeded")


def test_a_mask_is_whole_or_not_there(disk):
    mask = scene(60, 80)[..., 0] > 0.5

    def is_whole(path):
        return bool((read_mask(path, 80, 60) == mask).all())

    assert fill_up(disk, lambda: write_mask(mask, disk.folder / "m.png"), is_whole, 8) > 0


def test_a_copy_is_whole_or_not_there(disk, tmp_path):
    source = tmp_path / "a.tif"
    source.write_bytes(b"x" * 50_000)

    def write():
        with source.open("rb") as stream:
            save_copy(stream, disk.folder / "a.tif")

    assert fill_up(disk, write, lambda path: path.stat().st_size == 50_000, 20) > 10


def test_recipes_and_reports_are_whole_or_not_there(disk, tmp_path):
    batch = Batch(lambda *job: Outcome(job[0]), outcomes=[Outcome(tmp_path / f"{n}.png") for n in range(40)])

    def write():
        save_bytes(Recipe().to_json().encode(), disk.folder / "recipe.json", overwrite=True)
        batch.write_report(disk.folder / "report.json")

    assert fill_up(disk, write, lambda path: bool(json.loads(path.read_bytes())), 12) > 1


def test_presets_are_whole_or_not_there(disk):
    many = [PRESETS[0].__class__(f"{PRESETS[0].name} {number}") for number in range(30)]

    def write():
        save_presets(many, disk.folder / "presets.json")

    assert fill_up(disk, write, lambda path: load_presets(path) == tuple(many), 12) > 1


def test_a_gallery_is_whole_or_not_there(disk, album):
    pages = fill_up(
        disk, lambda: write_gallery(album, disk.folder / "gallery"), lambda path: bool(path.read_bytes()), 40
    )

    assert pages > 2
    names = sorted(path.suffix for path in disk.files())
    assert names == [".html", *[".jpg"] * 8]


def test_sheets_are_whole_or_not_there(disk, album):
    assert fill_up(disk, lambda: write_sheets(album, disk.folder / "sheet.jpg"), opens, 80) > 2


def test_pairs_say_for_each_photograph_that_the_disk_is_full(disk, album):
    targets = [disk.folder / f"{number}.jpg" for number in range(2)]

    def write():
        if problems := write_pairs(album.photos, targets).problems:
            raise UserError(problems[0])

    assert fill_up(disk, write, opens, 40) > 0


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_exports_say_for_each_photograph_that_the_disk_is_full(disk, album, preset):
    items = [ExportItem(one.picture, one.picture, NameFacts(one.picture.stem)) for one in album.photos]

    def write():
        done = export_batch(plan_export(items, disk.folder, preset, Conflict.NUMBER), preset)
        assert len(done) == 2
        if problems := [one.problem for one in done if one.problem]:
            raise UserError(problems[0])

    assert fill_up(disk, write, opens, 80) > 0


def test_a_pdf_is_whole_or_not_there(disk, album, qapp):
    from photorestore.gui.albums.pdf_album import write_pdf_album

    def is_whole(path):
        return path.read_bytes().rstrip().endswith(b"%%EOF")

    assert fill_up(disk, lambda: write_pdf_album(album, disk.folder / "a.pdf"), is_whole, 120) > 2


def test_settings_that_find_no_room_keep_the_old_ones(disk):
    from photorestore.gui.settings import SETTINGS, Settings

    setting = next(one for one in SETTINGS if one.accepts("x" * 6000))
    kept = Settings(disk.folder / "settings.json")
    kept.set(setting, "before")
    with disk.free(0):
        kept.set(setting, "x" * 6000)

    assert Settings(disk.folder / "settings.json").get(setting) == "before"


def test_a_cache_that_finds_no_room_is_only_slower(disk, album, qapp):
    from photorestore.gui.thumbnails import Source, Thumbnails

    small = Thumbnails(disk.folder / "thumbnails")
    with disk.free(0):
        small.picture(Source("ab12", album.photos[0].picture), 64)
        small.wait()
        qapp.processEvents()
    assert small.picture(Source("ab12", album.photos[0].picture), 64).width() == 64
    small.close()
    assert disk.files() == []


def test_results_that_are_not_noted_are_results_all_the_same(disk, album):
    """The ledger's line is what finds no room."""
    result = album.photos[0].picture
    for pages in (0, 1):
        ledger = Ledger(disk.folder, "wish")
        with disk.free(pages):
            ledger.add("cafe", result)
        again = Ledger(disk.folder, "wish")
        ledger.add("beef", result)
        assert again.find(result, result) is None
    lines = (disk.folder / ".photorestore-done.jsonl").read_text().splitlines()
    assert [json.loads(line)["photo"] for line in lines if line.endswith("}")][-1] == "beef"


@pytest.fixture
def checkpoint(tmp_path):
    """As a zip with one small published network in it."""
    from published_weights import pseudo_weights

    from photorestore.engine.networks import build
    from photorestore.engine.weights_recognition import PublishedWeights

    known = PublishedWeights("tiny", "", "published-detector", "detection", {"base": 2, "depth": 1})
    torch.save(pseudo_weights(build(known.network, known.sizes)), tmp_path / "a.pt")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(tmp_path / "a.pt", "detection/a.pt")
    return tmp_path / "a.zip", known


def test_weights_are_imported_whole_or_not_at_all(disk, checkpoint, tmp_path):
    path, known = checkpoint
    store = WeightsStore(tmp_path / "none", disk.folder / "weights")

    def write():
        import_weights([path], disk.folder / "weights", published=[known])
        assert store.verify_all() == {"tiny": ""}

    def is_whole(path):
        return path.name != "manifest.json" or not any(store.verify_all().values())

    assert fill_up(disk, write, is_whole, 60) > 3


LOGGING = """
import logging
from photorestore import logs
logs.start_log()
logs.start_crash_file()
logging.getLogger("test").error("no room for this " * 1000)
print("still here")
"""


def test_a_full_disk_under_the_log_stops_nothing(disk):
    for pages in (0, 1, 2, 3):
        disk.clear()
        with disk.free(pages):
            home = {**os.environ, "PHOTORESTORE_HOME": str(disk.folder)}
            done = subprocess.run([sys.executable, "-c", LOGGING], env=home, capture_output=True, text=True)
        assert (done.returncode, done.stdout, done.stderr) == (0, "still here\n", "")
