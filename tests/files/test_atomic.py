import os
from pathlib import Path

import pytest

from photorestore.core.errors import UserError
from photorestore.files import atomic
from photorestore.files.atomic import PART_PATTERN, save_bytes, save_copy


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_taken_name_gets_a_number(tmp_path):
    written = [save_bytes(str(i).encode(), tmp_path / "photo.png").name for i in range(3)]

    assert written == ["photo.png", "photo (2).png", "photo (3).png"]
    assert names(tmp_path) == sorted(written)
    assert (tmp_path / "photo.png").read_bytes() == b"0"


def test_overwriting_replaces_when_asked(tmp_path):
    save_bytes(b"old", tmp_path / "a")

    assert save_bytes(b"new", tmp_path / "a", overwrite=True) == tmp_path / "a"
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_the_source_is_safe_behind_links(tmp_path, link):
    source, other = tmp_path / "source", tmp_path / "other"
    source.write_bytes(b"precious")
    link(source, other)

    with pytest.raises(UserError, match="original"):
        save_bytes(b"new", other, source=source, overwrite=True)
    assert source.read_bytes() == b"precious"


@pytest.mark.parametrize("trouble", [KeyboardInterrupt, OSError(28, "full")])
def test_nothing_is_left_behind_by_trouble(tmp_path, monkeypatch, trouble):
    def fail(handle):
        raise trouble

    monkeypatch.setattr(os, "fsync", fail)
    (tmp_path / "a").write_bytes(b"old")

    with pytest.raises((KeyboardInterrupt, UserError)) as error:
        save_bytes(b"new", tmp_path / "a", overwrite=True)

    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"
    assert trouble is KeyboardInterrupt or "disk is full" in str(error.value)


def test_a_disk_without_links_still_never_loses_a_file(tmp_path, monkeypatch):
    def refuse(*names):
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(atomic.os, "link", refuse)

    written = [save_bytes(str(i).encode(), tmp_path / "a.png") for i in range(2)]

    assert [path.read_bytes() for path in written] == [b"0", b"1"]
    assert names(tmp_path) == ["a (2).png", "a.png"]


def test_folders_on_the_way_are_made_and_the_umask_is_obeyed(tmp_path):
    written = save_bytes(b"x", tmp_path / "new" / "deep" / "a.png")
    (plain := tmp_path / "plain").write_bytes(b"x")

    assert written.stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize(("name", "words"), [("file/a.png", "is a file"), ("n" * 300 + ".png", "too long")])
def test_what_the_disk_refuses_is_said_in_words(tmp_path, name, words):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(UserError, match=words):
        save_bytes(b"x", Path(tmp_path / name))


def test_a_folder_is_never_replaced(tmp_path):
    (tmp_path / "a.png").mkdir()

    with pytest.raises(UserError, match="folder"):
        save_bytes(b"x", tmp_path / "a.png", overwrite=True)


def test_a_copy_is_whole_under_a_free_name(tmp_path):
    source = tmp_path / "a.tif"
    source.write_bytes(bytes(range(256)) * 10_000)
    (tmp_path / "to").mkdir()
    (tmp_path / "to" / "a.tif").write_bytes(b"another")

    with source.open("rb") as stream:
        copy = save_copy(stream, tmp_path / "to" / "a.tif")

    assert copy.name == "a (2).tif"
    assert copy.read_bytes() == source.read_bytes()
    assert (tmp_path / "to" / "a.tif").read_bytes() == b"another"


def test_what_a_killed_program_left_in_writing_goes_and_what_is_being_written_stays(tmp_path):
    dead, alive = (tmp_path / PART_PATTERN.replace("*", name) for name in ("dead", "alive"))
    for part in (dead, alive):
        part.write_bytes(b"half a pict")
    os.utime(dead, (0, 0))

    save_bytes(b"whole", tmp_path / "a.png")

    assert {path.name for path in tmp_path.iterdir()} == {alive.name, "a.png"}


def test_half_a_folder_of_a_killed_program_goes_and_does_not_keep_the_rest(tmp_path):
    folder, file = (tmp_path / PART_PATTERN.replace("*", name) for name in ("a", "b"))
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "1.jpg").write_bytes(b"half")
    file.write_bytes(b"half a pict")
    for part in (folder, file):
        os.utime(part, (0, 0))

    save_bytes(b"whole", tmp_path / "a.png")

    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]
