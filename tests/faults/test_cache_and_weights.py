"""The cache taken away while the program runs, and weights that are cut, altered or gone when they are needed."""

import shutil

import numpy as np
import pytest
from helpers import scene
from library.made_library import save_picture

from photorestore import paths
from photorestore.core.chances import ChanceMap
from photorestore.core.errors import UserError
from photorestore.core.photo import Photo
from photorestore.core.recipe import Recipe
from photorestore.engine.device import Device
from photorestore.engine.pipeline import restore
from photorestore.engine.tools import Tools
from photorestore.engine.weights import WeightsStore
from photorestore.gui.damage_maps import DamageMaps
from photorestore.gui.thumbnails import Source, Thumbnails, trim


def test_a_cache_that_is_deleted_while_running_is_made_again(tmp_path, qapp):
    picture = save_picture(tmp_path / "a.png")
    small = Thumbnails(paths.thumbnails())
    for mark in ("aa1", "aa2"):
        small.picture(Source(mark, picture), 64)
        small.wait()
        qapp.processEvents()
        assert small.picture(Source(mark, picture), 64).width() == 64
        assert list(paths.thumbnails().rglob("*.jpg"))
        shutil.rmtree(paths.cache_folder())
    trim(paths.thumbnails())
    small.close()


def test_a_cached_picture_that_is_damaged_is_made_again(tmp_path, qapp):
    picture = save_picture(tmp_path / "a.png")
    for content in (b"", b"no picture", b"\xff\xd8\xff\xe0" + bytes(100)):
        small = Thumbnails(paths.thumbnails())
        small.picture(Source("aa1", picture), 64)
        small.wait()
        qapp.processEvents()
        assert small.picture(Source("aa1", picture), 64).width() == 64
        small.close()
        [kept] = paths.thumbnails().rglob("*.jpg")
        assert kept.stat().st_size > 500
        kept.write_bytes(content)


def test_maps_of_damage_that_are_deleted_or_cut_are_only_slower(tmp_path):
    picture = save_picture(tmp_path / "a.png")
    maps = DamageMaps(version="1")
    chances = ChanceMap.of_plane(np.full((48, 64), 9, np.uint8))
    maps.keep(picture, chances)
    assert maps.find(picture, 64, 48) is not None
    [kept] = (paths.cache_folder() / "damage").iterdir()
    kept.write_bytes(kept.read_bytes()[:40])
    assert maps.find(picture, 64, 48) is None
    shutil.rmtree(paths.cache_folder())
    assert maps.find(picture, 64, 48) is None
    maps.keep(picture, chances)
    assert maps.find(picture, 64, 48) is not None


@pytest.fixture
def tools(tmp_path):
    """With a copy of the bundled weights that may be spoiled."""
    import torch

    shutil.copytree(paths.bundled_weights(), tmp_path / "weights")
    return Tools(WeightsStore(tmp_path / "weights", tmp_path / "none"), Device("cpu", torch.float32, "", 1 << 30))


def cut(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def alter(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def empty(path):
    path.write_bytes(b"")


def remove(path):
    path.unlink()


@pytest.mark.parametrize("spoil", [cut, alter, empty, remove])
def test_spoiled_weights_are_named_before_they_touch_a_photograph(tools, spoil):
    for file in tools.weights.bundled.glob("*.safetensors"):
        spoil(file)

    with pytest.raises(
        UserError, match=r"weights .* (are damaged|are missing|are not installed).*Install PhotoRestore"
    ) as error:
        restore(Photo(scene(64, 64)), Recipe(), tools)
    assert str(tools.weights.bundled) in str(error.value)


@pytest.mark.parametrize("spoil", [cut, alter, remove])
def test_weights_that_are_spoiled_after_they_were_loaded_change_nothing(tools, spoil):
    before = restore(Photo(scene(64, 64)), Recipe(), tools).pixels
    for file in tools.weights.bundled.glob("*.safetensors"):
        spoil(file)

    assert np.array_equal(restore(Photo(scene(64, 64)), Recipe(), tools).pixels, before)
