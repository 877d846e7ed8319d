from dataclasses import replace

import numpy as np
from helpers import save_scan, scene

from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.photo import MaskEdits, Photo
from photorestore.gui.photo_source import PhotoReader, PhotoSource, part_with_context

FACE = Face(Box(180, 100, 240, 170), ((195, 125), (225, 125), (210, 140), (198, 155), (222, 155)), 0.99)


def large(**values):
    return Photo(scene(400, 600), **values)


def test_a_part_comes_with_what_lies_around_it_and_the_whole_made_small():
    part = part_with_context(large(), Box(300, 200, 400, 280))

    assert (part.photo.width, part.photo.height) == (100 + 128, 80 + 128)
    assert part.inner == Box(64, 64, 164, 144)
    assert part.whole.shape == (400, 600, 3)


def test_all_of_a_photograph_is_no_part():
    photo = large()
    part = part_with_context(photo, Box(0, 0, 600, 400))

    assert part.whole is None
    assert part.photo.digest == photo.digest


def test_a_face_that_is_touched_is_taken_in_whole_and_others_are_left_out():
    other = replace(FACE, box=Box(500, 10, 540, 60))
    part = part_with_context(large(faces=(FACE, other)), Box(230, 160, 330, 260))

    assert len(part.photo.faces) == 1
    box = part.photo.faces[0].box
    assert box.clamp(part.photo.width, part.photo.height) == box
    assert part.inner.left - box.left == 230 - FACE.box.left


def test_the_mask_is_cut_with_the_part():
    added = np.zeros((400, 600), bool)
    added[210, 310] = True
    part = part_with_context(large(edits=MaskEdits(added, automatic=False)), Box(300, 200, 400, 280))

    assert part.photo.edits.added[part.inner.top + 10, part.inner.left + 10]
    assert not part.photo.edits.automatic


def test_a_file_is_read_again_only_when_it_changed(tmp_path, photo):
    reader, path = PhotoReader(), save_scan(tmp_path / "scan.png", photo)
    first = reader.read(PhotoSource(path))
    assert reader.read(PhotoSource(path)).samples is first.samples
    save_scan(path, Photo(1 - photo.pixels[:50]))

    assert reader.read(PhotoSource(path)).height == 50
