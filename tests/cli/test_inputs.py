from pathlib import Path

import cv2
import pytest
from helpers import scene

from photorestore.cli.inputs import plan_jobs
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
