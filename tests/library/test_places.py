import os

import pytest

from photorestore.library.places import (
    absolute_place,
    is_own_file,
    new_result_path,
    relative_place,
    remove_torn_files,
    safe_stem,
)


def test_no_two_results_have_one_name(library):
    assert len({new_result_path(library, 1, "a.jpg") for _ in range(1000)}) == 1000


NAMES = [
    "../../etc/passwd",
    "con.jpg",
    "NUL",
    "a\nb",
    "x" * 255,
    "👵" * 60,
    "\u202egpj.exe",
    "a:b*c?.jpg",
    "",
    " . ",
    "\udcff.jpg",
]


@pytest.mark.parametrize("name", NAMES)
def test_every_name_becomes_one_that_every_system_takes(library, name):
    path = new_result_path(library, 12345, name)

    assert path.parent == library.folder / "results" / "0012"
    assert len(path.name.encode()) <= 200
    path.parent.mkdir(parents=True)
    path.touch()
    assert absolute_place(library, relative_place(library, path)) == path


@pytest.mark.parametrize(
    ("stem", "safe"), [("Oma 1952", "Oma 1952"), ("com1", "_com1"), ("aux.x", "_aux.x"), ("a/b", "a_b")]
)
def test_names_stay_readable(stem, safe):
    assert safe_stem(stem) == safe


def test_only_what_lies_in_the_librarys_own_folders_is_its_own(library, tmp_path):
    assert is_own_file(library, library.folder / "results" / "a.png")
    assert not is_own_file(library, library.path)
    assert not is_own_file(library, library.folder / "results" / ".." / ".." / "a.png")
    (library.folder / "results").mkdir()
    (library.folder / "results" / "link").symlink_to(tmp_path)
    assert not is_own_file(library, library.folder / "results" / "link" / "a.png")


def test_torn_files_of_dead_programs_go_and_those_being_written_stay(library):
    folder = library.folder / "results" / "0000"
    folder.mkdir(parents=True)
    old, new, other = folder / ".photorestore-ab.part", folder / ".photorestore-cd.part", folder / "a.png"
    for path in (old, new, other):
        path.touch()
    os.utime(old, (1000, 1000))
    os.utime(other, (1000, 1000))

    assert remove_torn_files(library, before=2000) == 1
    assert sorted(folder.iterdir()) == sorted([new, other])


def test_torn_copies_of_dead_programs_go_too(library):
    folder = library.folder / "originals" / "000001"
    folder.mkdir(parents=True)
    (folder / ".photorestore-ab.part").touch()
    os.utime(folder / ".photorestore-ab.part", (1000, 1000))

    assert remove_torn_files(library, before=2000) == 1
