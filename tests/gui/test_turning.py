"""What lies on a photograph turns with it, and comes back."""

import itertools

import numpy as np
import pytest
from gui.restored_library import add_result
from library.made_library import save_picture

from photorestore.core.chances import ChanceMap
from photorestore.core.errors import UserError
from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.recipe import Recipe
from photorestore.core.strokes import Action, Dab, Kind, Path, Stamp, Stroke
from photorestore.core.turning import turned_plane
from photorestore.gui.damage_maps import DamageMaps
from photorestore.gui.kept_work import Suggested, keep_stroke, keep_suggested, load_mask, load_work
from photorestore.gui.turning import turn_photos
from photorestore.library.faces import add_drawn_face, decide_face, faces_of, save_found_faces
from photorestore.library.glances import glances
from photorestore.library.importing import import_pictures
from photorestore.library.jobs import add_jobs, cancel, take_next
from photorestore.library.missing import refresh_file
from photorestore.library.photos import photo_by_id
from photorestore.library.strokes import CHECKPOINT_EVERY, undo_stroke
from photorestore.library.versions import versions

WIDTH, HEIGHT = 64, 48
LEFT, TOP = Face(Box(4, 6, 14, 20), ((7, 10), (11, 10), (9, 13), (7, 16), (11, 16)), 0.9), Box(30, 2, 40, 12)


@pytest.fixture
def photo_id(library, tmp_path):
    return import_pictures(library, [save_picture(tmp_path / "scan.png")]).added[0]


def size_of(library, photo_id):
    photo = photo_by_id(library, photo_id)
    return photo.width, photo.height


def paint(library, photo_id, count):
    for at in range(count):
        stroke = Stroke(Kind.LINE, Action.ADD, Path((Dab.at(3 + at % 50, 5, 2), Dab.at(3 + at % 50, 40, 2))))
        keep_stroke(library, photo_id, stroke, (WIDTH, HEIGHT))


def everything(library):
    tables = ("photo", "version", "face", "stroke", "mask", "mask_checkpoint")
    return {table: [tuple(row) for row in library.rows(f"SELECT * FROM {table}")] for table in tables}


def test_a_turn_changes_the_number_and_the_size_and_no_file(library, photo_id):
    before = photo_by_id(library, photo_id).path.read_bytes()
    turn_photos(library, [photo_id], 1)
    photo = photo_by_id(library, photo_id)

    assert (photo.turns, photo.width, photo.height) == (1, HEIGHT, WIDTH)
    turn_photos(library, [photo_id], -2)
    assert photo_by_id(library, photo_id).turns == 3
    assert photo.path.read_bytes() == before


def test_a_turned_photo_whose_file_changed_keeps_its_turn(library, photo_id):
    turn_photos(library, [photo_id], 1)
    photo = photo_by_id(library, photo_id)
    save_picture(photo.path, 5, (30, 90))
    refresh_file(library, photo)

    assert (photo_by_id(library, photo_id).turns, size_of(library, photo_id)) == (1, (30, 90))


def test_what_was_painted_turns_with_the_photo_and_can_still_be_undone(library, photo_id):
    shape = Stamp.of(np.tri(10, 15, dtype=bool), 20, 10)
    keep_stroke(library, photo_id, Stroke(Kind.DEFECT, Action.ADD, shape), (WIDTH, HEIGHT))
    wanted = load_mask(library, photo_id, (WIDTH, HEIGHT)).layers.mask()
    turn_photos(library, [photo_id], 1)
    history = load_mask(library, photo_id, size_of(library, photo_id))

    assert (history.layers.mask() == turned_plane(wanted, 1)).all()
    history.undo()
    assert not history.layers.mask().any()


def test_a_long_journal_with_what_was_undone_turns_whole(library, photo_id, monkeypatch):
    monkeypatch.setattr("photorestore.library.strokes.UNDO_KEPT", 10)
    paint(library, photo_id, 2 * CHECKPOINT_EVERY + 5)
    undo_stroke(library, photo_id)
    wanted = turned_plane(load_mask(library, photo_id, (WIDTH, HEIGHT)).layers.mask(), 3)
    turn_photos(library, [photo_id], 3)
    history = load_mask(library, photo_id, size_of(library, photo_id))

    assert (history.layers.mask() != wanted).mean() < 0.01  # outlines differ by a pixel here and there
    assert history.can_redo


def test_faces_that_were_drawn_or_decided_turn_and_the_others_are_looked_for_again(library, photo_id):
    other = Face(Box(44, 20, 54, 32), LEFT.landmarks, 0.9)
    found = save_found_faces(library, photo_id, [LEFT, other])
    decide_face(library, found[0].id, enabled=False, strength=None)
    add_drawn_face(library, photo_id, TOP)
    keep_suggested(library, photo_id, Suggested(Recipe(), ()))
    turn_photos(library, [photo_id], 1)

    decided, drawn = sorted(faces_of(library, photo_id), key=lambda face: face.by_hand)
    assert (decided.box, decided.landmarks[0], decided.enabled) == (Box(28, 4, 42, 14), (38, 7), False)
    assert drawn.box == Box(36, 30, 46, 40)
    work = load_work(library, photo_id, size_of(library, photo_id), DamageMaps(library.folder / "maps", "1"))
    assert work.suggested is None


def test_turning_back_gives_what_was_there(library, photo_id):
    paint(library, photo_id, CHECKPOINT_EVERY + 3)
    add_drawn_face(library, photo_id, TOP)
    add_result(library, photo_id)
    before = everything(library)
    for way in (1, 1, 3, -1, -4):
        turn_photos(library, [photo_id], way)

    assert everything(library) == before


def test_a_result_from_before_the_turn_is_shown_turned_and_a_later_one_is_not(library, photo_id):
    add_result(library, photo_id)
    turn_photos(library, [photo_id], 1)
    assert glances(library, [photo_id])[photo_id].result_file.turns == 1
    turn_photos(library, [photo_id], 1)
    (version,) = versions(library, photo_id)

    assert version.file(photo_by_id(library, photo_id).turns).turns == 2


def test_a_photo_that_is_being_restored_is_not_turned_and_none_of_the_others(library, photo_id, tmp_path):
    other = import_pictures(library, [save_picture(tmp_path / "other.png", 3)]).added[0]
    add_jobs(library, [photo_id], "")
    job = take_next(library)

    with pytest.raises(UserError, match=r"“scan.png” is being restored right now"):
        turn_photos(library, [other, photo_id], 1)
    assert photo_by_id(library, other).turns == 0
    cancel(library, job.id)
    turn_photos(library, [other, photo_id], 1)
    assert photo_by_id(library, other).turns == 1


def test_each_way_that_a_photo_lies_has_its_own_map_of_damage(library, photo_id):
    maps = DamageMaps(library.folder / "maps", "1")
    files, levels = [], itertools.count(1)
    for _ in range(4):
        photo = photo_by_id(library, photo_id)
        files.append((photo.file, photo.width, photo.height))
        maps.keep(photo.file, ChanceMap.of(np.full((photo.height, photo.width), next(levels) / 8, np.float32)))
        turn_photos(library, [photo_id], 1)

    assert len({maps.find(*file).plane.max() for file in files}) == 4


def test_damaged_strokes_are_a_sentence_and_the_photo_stays(library, photo_id):
    paint(library, photo_id, 1)
    library.run("UPDATE stroke SET payload = X'00'")

    with pytest.raises(UserError, match="can't be turned"):
        turn_photos(library, [photo_id], 1)
    assert photo_by_id(library, photo_id).turns == 0
