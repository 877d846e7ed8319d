import numpy as np
import pytest
from helpers import scene
from library.made_library import save_picture
from PIL import Image

from photorestore.gui.thumbnails import Source, Thumbnails, trim


@pytest.fixture
def thumbnails(qapp, tmp_path):
    made = Thumbnails(tmp_path / "cache")
    yield made
    made.close()


@pytest.fixture
def source(tmp_path):
    return Source("ab12", save_picture(tmp_path / "scan.jpg", size=(300, 400)))


def get(thumbnails, source, side_px, qtbot):
    assert thumbnails.picture(source, side_px) is None
    with qtbot.waitSignal(thumbnails.came, check_params_cb=lambda mark: mark == source.mark):
        pass
    return thumbnails.picture(source, side_px)


def test_a_picture_comes_at_the_size_asked_for_and_in_its_colours(thumbnails, source, qtbot):
    picture = get(thumbnails, source, 160, qtbot)
    assert (picture.width(), picture.height()) == (160, 120)
    middle = picture.toImage().pixelColor(80, 60)
    expected = scene(300, 400)[140:160, 190:210].mean((0, 1)) * 255

    assert np.abs(np.array(middle.getRgb()[:3]) - expected).max() < 40


def test_the_file_is_not_needed_while_the_small_picture_is_on_disk(source, tmp_path, qtbot, qapp):
    for removed in (False, True):
        thumbnails = Thumbnails(tmp_path / "cache")
        if removed:
            source.file.unlink()
        assert get(thumbnails, source, 100, qtbot) is not None
        thumbnails.close()


def test_a_deleted_cache_only_costs_time(thumbnails, source, tmp_path, qtbot):
    get(thumbnails, source, 100, qtbot)
    trim(tmp_path / "cache", most_bytes=0)
    assert not list((tmp_path / "cache").rglob("*.jpg"))
    again = Thumbnails(tmp_path / "cache")

    assert get(again, source, 100, qtbot) is not None
    again.close()


def test_memory_stays_within_the_budget(tmp_path, qtbot, qapp):
    thumbnails = Thumbnails(tmp_path / "cache", budget_bytes=3 * 4 * 100 * 75)
    sources = [Source(f"m{seed}", save_picture(tmp_path / f"{seed}.jpg", seed, (300, 400))) for seed in range(6)]
    for source in sources:
        get(thumbnails, source, 100, qtbot)
    kept = [source.mark for source in sources if thumbnails.picture(source, 100) is not None]

    assert kept == ["m3", "m4", "m5"]
    thumbnails.close()


def test_another_size_is_shown_until_the_right_one_has_come(thumbnails, source, qtbot):
    first = get(thumbnails, source, 100, qtbot)
    assert thumbnails.picture(source, 200).width() == first.width()
    qtbot.waitUntil(lambda: thumbnails.picture(source, 200).width() == 200)


def test_a_broken_file_is_tried_once_and_again_when_told_to(thumbnails, tmp_path, qtbot):
    path = tmp_path / "letter.jpg"
    path.write_text("Dear grandmother")
    source = Source("cd34", path)
    assert get(thumbnails, source, 100, qtbot) is None
    assert thumbnails.is_broken(source)
    Image.new("RGB", (40, 30), "red").save(path)
    thumbnails.forget_broken()

    assert get(thumbnails, source, 100, qtbot).width() == 40
