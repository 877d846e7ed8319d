import pytest

from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.library.faces import add_drawn_face, decide_face, faces_of, overlap, remove_face, save_found_faces

LANDMARKS = ((1.5, 2.0), (3.0, 2.0), (2.0, 3.0), (1.5, 4.0), (3.0, 4.0))


def face(left, top=0, size=100):
    return Face(Box(left, top, left + size, top + size), LANDMARKS, 0.9)


def test_found_faces_come_back_whole(library, photo_id):
    [found] = save_found_faces(library, photo_id, [face(10)])

    assert (found.box, found.landmarks, found.confidence) == (Box(10, 0, 110, 100), LANDMARKS, 0.9)
    assert (found.enabled, found.strength, found.decided) == (True, None, False)


def test_finding_again_keeps_what_was_decided(library, photo_id):
    left, right = save_found_faces(library, photo_id, [face(0), face(500)])
    decide_face(library, left.id, enabled=False, strength=0.3)
    drawn = add_drawn_face(library, photo_id, Box(800, 0, 900, 100))

    again = save_found_faces(library, photo_id, [face(8), face(1200)])

    assert [(one.id, one.box.left, one.enabled, one.strength) for one in again[:1]] == [(left.id, 8, False, 0.3)]
    assert right.id not in [one.id for one in again]
    assert drawn in [one.id for one in again]
    assert [one.box.left for one in again] == [8, 800, 1200]


def test_a_face_that_is_no_longer_found_stays_if_the_user_decided(library, photo_id):
    [found] = save_found_faces(library, photo_id, [face(0)])
    decide_face(library, found.id, enabled=True, strength=None)

    assert [one.id for one in save_found_faces(library, photo_id, [])] == [found.id]
    remove_face(library, found.id)
    assert faces_of(library, photo_id) == []


def test_a_strength_is_a_share(library, photo_id):
    with pytest.raises(ValueError, match="between 0 and 1"):
        decide_face(library, 1, enabled=True, strength=80)


def test_overlap_is_the_share_of_the_union():
    assert overlap(Box(0, 0, 10, 10), Box(0, 0, 10, 10)) == 1
    assert overlap(Box(0, 0, 10, 10), Box(5, 0, 15, 10)) == pytest.approx(1 / 3)
    assert overlap(Box(0, 0, 10, 10), Box(20, 20, 30, 30)) == 0
    assert overlap(Box(0, 0, 0, 0), Box(0, 0, 0, 0)) == 0
