import os
from pathlib import Path

import pytest

from photorestore.core.errors import UserError
from photorestore.files.discovery import find_pictures
from photorestore.files.reading import read_photo


@pytest.fixture
def album(tmp_path):
    for name in ("b.JPG", "a.png", "sub/a.png", "sub/.hidden.png", ".thumbs/c.png", "Thumbs.db", "notes.txt"):
        (tmp_path / "album" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "album" / name).write_bytes(b"")
    return tmp_path / "album"


def places(found):
    return [picture.relative.as_posix() for picture in found]


def test_a_folder_gives_its_pictures_in_order_without_junk(album):
    assert places(find_pictures([album])) == ["a.png", "b.JPG", "sub/a.png"]


def test_named_files_are_taken_whatever_they_are_called(album):
    found = find_pictures([album / "notes.txt", album / "missing.jpg"])

    assert places(found) == ["notes.txt", "missing.jpg"]


def test_each_picture_comes_once(album):
    (album / "link.png").symlink_to(album / "a.png")

    assert len(find_pictures([album, album / "a.png", album / "sub"])) == 3


def test_loops_of_links_end(album):
    for name in ("back", "again"):  # without a memory of where we were, two links are 2 ** 40 ways
        (album / "sub" / name).symlink_to(album)

    assert places(find_pictures([album])) == ["a.png", "b.JPG", "sub/a.png"]


def test_several_folders_lead_with_their_names(album, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.png").write_bytes(b"")

    assert places(find_pictures([album / "sub", tmp_path / "other"])) == ["sub/a.png", "other/a.png"]


def test_the_output_folder_is_left_out(album):
    assert places(find_pictures([album], leave_out=album / "sub")) == ["a.png", "b.JPG"]


def test_relative_names_work(album, monkeypatch):
    monkeypatch.chdir(album)

    assert places(find_pictures([Path()])) == ["a.png", "b.JPG", "sub/a.png"]


def test_a_link_to_itself_is_left_to_reading_which_will_refuse_it(album):
    (album / "loop.jpg").symlink_to("loop.jpg")

    assert "loop.jpg" in places(find_pictures([album]))


def test_a_folder_that_cannot_be_looked_into_is_found_itself(album):
    (album / "sub").chmod(0)
    if os.access(album / "sub", os.R_OK):
        pytest.skip("this user may look everywhere")

    assert places(find_pictures([album])) == ["a.png", "b.JPG", "sub"]
    assert places(find_pictures([album / "sub" / "a.png"])) == ["a.png"]
    with pytest.raises(UserError, match="no permission"):
        read_photo(album / "sub")
