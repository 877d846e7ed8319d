import pytest
from library.made_library import save_picture

from photorestore.core.errors import Cancelled
from photorestore.core.progress import Progress
from photorestore.library.examining import examine_waiting
from photorestore.library.hashing import content_hash
from photorestore.library.importing import import_pictures
from photorestore.library.listing import Selection, photo_ids
from photorestore.library.look_alikes import find_look_alikes
from photorestore.library.photos import State, photo_by_id


def test_examining_finds_content_and_look_alikes(library, mounts, tmp_path):
    first = save_picture(tmp_path / "scans" / "a.png", 1, size=(120, 160))
    save_picture(tmp_path / "scans" / "b.jpg", 1, size=(120, 160), quality=60)
    save_picture(tmp_path / "scans" / "c.jpg", 2, size=(120, 160))
    ids = import_pictures(library, [tmp_path / "scans"], mounts=mounts).added

    assert examine_waiting(library) == []

    assert photo_by_id(library, ids[0]).content_hash == content_hash(first)
    assert [group.ids for group in find_look_alikes(library)] == [ids[:2]]


def test_damage_in_the_middle_is_found_and_named(library, mounts, tmp_path):
    path = save_picture(tmp_path / "a.png", size=(200, 200))
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 200] = bytes(200)
    path.write_bytes(content)
    [photo_id] = import_pictures(library, [path], mounts=mounts).added

    [damaged] = examine_waiting(library)

    assert damaged.id == photo_id
    assert "damaged or incomplete" in damaged.trouble
    assert photo_ids(library, Selection("with trouble")) == [photo_id]
    assert examine_waiting(library) == []


def test_a_file_that_went_away_is_missing_and_examined_when_it_is_back(library, mounts, tmp_path):
    path = save_picture(tmp_path / "scans" / "a.jpg")
    [photo_id] = import_pictures(library, [path], mounts=mounts).added
    path.rename(tmp_path / "a.jpg")

    assert examine_waiting(library) == []

    photo = photo_by_id(library, photo_id)
    assert (photo.state, photo.content_hash, photo.trouble) == (State.MISSING, None, "")


def test_examining_can_be_stopped_and_goes_on_later(library, mounts, tmp_path):
    for number in range(3):
        save_picture(tmp_path / "scans" / f"{number}.jpg", number)
    ids = import_pictures(library, [tmp_path / "scans"], mounts=mounts).added
    heard = []
    stopping = Progress(lambda share, text: heard.append(share), lambda: len(heard) >= 2)

    with pytest.raises(Cancelled):
        examine_waiting(library, stopping)
    examine_waiting(library)

    assert all(photo_by_id(library, photo_id).content_hash for photo_id in ids)
