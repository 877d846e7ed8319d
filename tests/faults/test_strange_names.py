"""Photographs of every name a disk can hold go through import, restoring, export, gallery and a ledger."""

import re

import pytest
from faults.meddling import WISHES, Meddling
from library.made_library import FakeMounts, save_picture

from photorestore.cli.batch import Batch
from photorestore.cli.inputs import plan_jobs
from photorestore.cli.ledger import Ledger
from photorestore.cli.restore import Restorer
from photorestore.exporting.album import Album, AlbumPhoto
from photorestore.exporting.files import Conflict, ExportItem, export_batch, plan_export
from photorestore.exporting.gallery import write_gallery
from photorestore.exporting.naming import NameFacts, safe_stem
from photorestore.exporting.presets import PRESETS
from photorestore.files.naming import output_path
from photorestore.files.reading import read_photo
from photorestore.files.writing import write_photo
from photorestore.library.importing import import_pictures
from photorestore.library.photos import photos_by_id
from photorestore.library.places import new_result_path

LONGEST = 255
NAMES = {
    "newline": "two\nlines.png",
    "tab and bell": "a\tb\a.png",
    "emoji": "👩‍👩‍👧‍👦 family 🏳️‍🌈.png",
    "255 bytes": "n" * (LONGEST - 4) + ".png",
    "255 bytes of emoji": "📷" * 62 + "abc.png",
    "right to left": "סבתא וסבא.png",
    "turned around": "photo\u202egnp.exe.png",
    "windows device": "CON.png",
    "windows printer": "lpt1.png",
    "dots and spaces": "  . name ..png",
    "wildcards": 'what? "now" <here> *|.png',
    "dash in front": "-rf --help.png",
    "markup": "<script>alert(1)</script> & {name} %s [red].png".replace("/", "∕"),
    "no Unicode": b"gro\xdfmutter.png".decode(errors="surrogateescape"),
}
LEGAL = re.compile(r'[^<>:"/\\|?*\x00-\x1f]+')


@pytest.fixture(params=NAMES, ids=lambda name: name.replace(" ", "-"))
def scan(request, tmp_path):
    return save_picture(tmp_path / "in" / "spare.png").rename(tmp_path / "in" / NAMES[request.param])


def test_it_is_restored_and_taken_up_again(scan, tmp_path, capsys):
    out = tmp_path / "out"
    jobs = plan_jobs([scan.parent], out, ".png")
    for was_done in (False, True):
        ledger = Ledger(out, "wish", [target for _, target in jobs])
        batch = Batch(Restorer(Meddling(lambda: None), WISHES, ledger, resume=True).restore)
        batch.run(jobs)

        [outcome] = batch.outcomes
        assert outcome.problem == ""
        assert outcome.was_done == was_done
        assert outcome.output.parent == out
        assert read_photo(outcome.output).width == 64
    batch.write_report(tmp_path / "report.json")
    assert "\u202e" not in capsys.readouterr().err


def test_a_second_result_and_one_with_a_longer_suffix_find_a_name_too(scan, tmp_path):
    for suffix in (".png", ".png", ".webp"):
        batch = Batch(Restorer(Meddling(lambda: None), WISHES).restore)
        batch.run(plan_jobs([scan], tmp_path / "out", suffix))
        assert batch.outcomes[0].problem == ""

    assert len(list((tmp_path / "out").iterdir())) == 3
    beside = write_photo(read_photo(scan), output_path(scan, None), source=scan)
    assert beside.parent == scan.parent


def test_it_is_imported_with_a_result_beside_it(scan, library):
    for copy in (False, True):
        report = import_pictures(library, [scan], copy=copy, mounts=FakeMounts())
        assert [one.reason for one in report.broken] == []
    [photo] = [one for one in photos_by_id(library, range(1, 9)) if not one.is_copy]
    assert photo.path == scan
    result = new_result_path(library, photo.id, photo.name)
    assert result.parent.parent.parent == library.folder
    assert LEGAL.fullmatch(result.name)
    result.parent.mkdir(parents=True)
    result.touch()


def test_it_is_exported_and_shown_in_a_gallery(scan, tmp_path):
    item = ExportItem(scan, scan, NameFacts(scan.stem))
    [done] = export_batch(plan_export([item], tmp_path / "out", PRESETS[0], Conflict.NUMBER), PRESETS[0])
    assert done.problem == ""
    assert done.output.parent == tmp_path / "out"
    assert LEGAL.fullmatch(done.output.name)
    assert safe_stem(done.output.stem) == done.output.stem

    photo = AlbumPhoto(scan, scan, scan.stem.encode(errors="replace").decode())
    written = write_gallery(Album("All", (photo,)), tmp_path / "gallery")
    assert written.problems == ()
    page = written.paths[0].read_text("utf-8")
    assert "<script>alert" not in page
    assert len(list((tmp_path / "gallery" / "pictures").iterdir())) == 4
