from pathlib import Path

import cv2
import pytest
from helpers import scene

from photorestore.cli.inputs import check_can_save, check_list_names, plan_jobs
from photorestore.cli.ledger import Ledger
from photorestore.core.errors import UserError


@pytest.fixture
def album(tmp_path):
    for name in ("a.png", "a.jpg", "trip/b.bmp"):
        path = tmp_path / "album" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(path), scene(8, 8) * 255)
    (tmp_path / "album" / "notes.txt").write_text("no picture")
    return tmp_path / "album"


def test_a_folder_gives_all_its_pictures_and_no_two_results_share_a_name(album, tmp_path):
    targets = [target.relative_to(tmp_path / "out") for _, target in plan_jobs([album], tmp_path / "out", ".png")]

    assert len(targets) == len(set(targets)) == 3
    assert all(target.suffix == ".png" for target in targets)


def test_one_photograph_can_be_given_its_result_by_name(album, tmp_path):
    [(source, target)] = plan_jobs([album / "a.png"], tmp_path / "grandma.tif", None)

    assert (source, target) == (album / "a.png", tmp_path / "grandma.tif")


def test_many_photographs_do_not_fit_into_one_file(album, tmp_path):
    with pytest.raises(UserError, match="one file, but there are 3"):
        plan_jobs([album], tmp_path / "x.png", None)


def test_an_empty_folder_is_said(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="no pictures"):
        plan_jobs([tmp_path / "empty"], Path("out"), None)


def test_the_same_format_is_kept_where_it_can_be_written(album, tmp_path):
    endings = {
        source.name: target.suffix for source, target in plan_jobs([album], tmp_path / "o", None, keep_suffix=True)
    }

    assert endings["a.jpg"] == ".jpg"
    assert endings["b.bmp"] == ".bmp"


@pytest.mark.parametrize(("name", "suffix"), [("x.gif", None), ("x.heic", ".png"), ("x.png", ".jpg")])
def test_a_name_that_the_result_cannot_have_is_said_before_the_work(album, tmp_path, name, suffix):
    with pytest.raises(UserError, match=r"x\."):
        plan_jobs([album / "a.png"], tmp_path / name, suffix)


def test_jpg_and_jpeg_are_the_same_format(album, tmp_path):
    assert plan_jobs([album / "a.png"], tmp_path / "x.jpeg", ".jpg")


def test_the_results_may_go_into_the_folder_they_come_from(album):
    assert len(plan_jobs([album], album / "trip" / "..", ".png")) == 3


def test_results_of_before_are_no_photographs_unless_they_are_named(album):
    result = album / "a (2).png"
    cv2.imwrite(str(result), scene(8, 8, 1) * 255)
    Ledger(album, "wish").add("content", result)

    assert result not in [source for source, _ in plan_jobs([album], album, None)]
    assert [source for source, _ in plan_jobs([result], album, None)] == [result]
    result.write_bytes((album / "a.png").read_bytes())  # somebody put another picture there
    assert result in [source for source, _ in plan_jobs([album], album, None)]


def test_masks_among_the_photographs_are_no_photographs_unless_they_are_named(album, tmp_path):
    cv2.imwrite(str(album / "trip" / "mask.png"), scene(8, 8, 2) * 255)
    apart = [album / "trip", album / "a.png"]

    assert [source.name for source, _ in plan_jobs([album], tmp_path / "out", None, apart=apart)] == ["a.jpg"]
    assert len(plan_jobs([album / "trip" / "mask.png"], tmp_path / "out", None, apart=apart)) == 1
    assert len(plan_jobs([album], tmp_path / "out", None, apart=[album])) == 4


def test_a_place_where_nothing_can_be_saved_is_said_before_the_work(album, tmp_path):
    check_can_save(tmp_path / "new" / "folder", None, tmp_path)
    assert not (tmp_path / "new").exists()
    for place in (album / "notes.txt" / "out", album / "notes.txt" / "out" / "a.png"):
        with pytest.raises(UserError, match="Nothing can be saved"):
            check_can_save(place)


def test_a_mistyped_ending_does_not_become_a_folder(album, tmp_path):
    with pytest.raises(UserError, match=r"x\.pgn.*ends in one of"):
        plan_jobs([album / "a.png"], tmp_path / "x.pgn", None)
    assert plan_jobs([album / "a.png"], tmp_path / "scans 3.5.2024", None)[0][1].parent.name == "scans 3.5.2024"
    assert len(plan_jobs([album], tmp_path / "results.new", None)) == 3


def test_a_report_never_replaces_a_photograph(album, tmp_path):
    (album / "scan").write_bytes(b"")
    jobs = [(album / "scan", tmp_path / "o.png")]
    for name in ("scan", "a.png", "new.jpg"):
        with pytest.raises(UserError, match="never replaced"):
            check_list_names(jobs, None, album / name)

    check_list_names(jobs, None, tmp_path / "report.json")
