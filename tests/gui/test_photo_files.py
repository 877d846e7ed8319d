"""Which photograph is read first, and that a copy is written whatever waits."""

import numpy as np
from helpers import save_scan, scene
from PySide6.QtCore import Qt

from photorestore.core.photo import Photo
from photorestore.core.picture_file import PictureFile
from photorestore.files.masks import read_mask, write_mask
from photorestore.gui.mask_jobs import MaskJobs
from photorestore.gui.photo_files import PhotoFiles


def test_the_shown_photograph_is_read_before_the_small_pictures_of_others(qapp, qtbot, tmp_path):
    files, told = PhotoFiles(), []
    files._pool.setMaxThreadCount(1)
    files.was_read.connect(lambda key, *found: told.append(key))
    large = save_scan(tmp_path / "0.png", Photo(np.tile(scene(40, 50, seed=0), (40, 40, 1))))  # keeps the thread busy
    files.read(0, PictureFile(large))
    for key in range(1, 6):
        files.read(key, PictureFile(save_scan(tmp_path / f"{key}.png", Photo(scene(40, 50, seed=key)))))
    files.prefer(5)
    qtbot.waitUntil(lambda: len(told) == 6, timeout=20_000)
    files.close()

    assert told.index(5) < 5
    assert [key for key in told if key != 5] == [0, 1, 2, 3, 4]


def test_a_photograph_that_is_asked_for_twice_is_read_once_as_asked_last(qapp, qtbot, tmp_path):
    files, told = PhotoFiles(), []
    files._pool.setMaxThreadCount(1)
    files.was_read.connect(lambda key, facts, *found: told.append((key, facts.turns)))
    large = save_scan(tmp_path / "0.png", Photo(np.tile(scene(40, 50, seed=0), (40, 40, 1))))
    small = save_scan(tmp_path / "1.png", Photo(scene(40, 50, seed=1)))
    for key, file in ((0, PictureFile(large)), (1, PictureFile(small)), (1, PictureFile(small, 1))):
        files.read(key, file)
    qtbot.waitUntil(lambda: len(told) == 2, timeout=20_000)
    files.close()

    assert told == [(0, 0), (1, 1)]


def test_a_copy_is_written_though_the_window_closes_while_much_is_being_read(qapp, tmp_path):
    files, written = PhotoFiles(), []
    files.was_written.connect(lambda key, path: written.append(path), Qt.ConnectionType.DirectConnection)
    result = save_scan(tmp_path / "result.png", Photo(scene(40, 50)))
    for key in range(6):
        files.read(key, PictureFile(save_scan(tmp_path / f"{key}.png", Photo(scene(400, 500, seed=key)))))
    files.save_as(7, PictureFile(result), tmp_path / "copy.png", tmp_path / "0.png")
    files.close()

    assert written == [tmp_path / "copy.png"]
    assert (tmp_path / "copy.png").read_bytes() == result.read_bytes()


def test_a_mask_is_written_though_the_window_closes_while_another_is_being_read(qapp, tmp_path):
    jobs, mask = MaskJobs(), np.ones((400, 500), bool)
    large = write_mask(mask, tmp_path / "large.png", source=None)
    for key in range(4):
        jobs.read(key, large, 500, 400)
    jobs.write(5, mask, tmp_path / "mask.png", tmp_path / "scan.png")
    jobs.close()

    assert read_mask(tmp_path / "mask.png", 500, 400).all()
