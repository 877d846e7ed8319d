from library.made_library import add_row

from photorestore.library.glances import glances
from photorestore.library.places import new_result_path
from photorestore.library.strokes import Layer, append_stroke
from photorestore.library.trash import trash_version
from photorestore.library.versions import add_version, keep_version


def test_the_kept_result_is_shown_else_the_newest_and_none_from_the_trash(library, photo_id):
    results = [new_result_path(library, photo_id, "a.jpg") for _ in range(3)]
    versions = [add_version(library, photo_id, "{}", result, "1") for result in results]
    assert glances(library, [photo_id])[photo_id].result == results[2]
    keep_version(library, versions[0])
    assert glances(library, [photo_id])[photo_id].result == results[0]
    trash_version(library, versions[0])
    glance = glances(library, [photo_id])[photo_id]

    assert (glance.result, glance.versions) == (results[2], 2)


def test_a_painted_photograph_is_told_from_one_that_is_not(library, photo_id):
    other = add_row(library, "b.jpg")
    append_stroke(library, photo_id, Layer.ADDED, "dab", b"x")
    found = glances(library, [photo_id, other, 999])

    assert {one: glance.is_painted for one, glance in found.items()} == {photo_id: True, other: False}
    assert found[other].result is None
