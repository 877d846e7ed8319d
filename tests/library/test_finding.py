import os
import unicodedata

from library.made_library import save_picture

from photorestore.library.finding import holds_file, ids_of_files
from photorestore.library.importing import import_pictures
from photorestore.library.trash import trash_photos


def test_files_and_folders_are_found_in_the_order_asked_for(library, tmp_path, mounts):
    paths = [save_picture(tmp_path / "scans" / name, seed) for seed, name in enumerate(("a.png", "b.png", "in/c.png"))]
    save_picture(tmp_path / "scans2" / "d.png", 9)
    a, b, c = (import_pictures(library, [path], mounts=mounts).added[0] for path in paths)

    assert ids_of_files(library, [paths[1], paths[0], paths[1]]) == ([b, a], [])
    assert ids_of_files(library, [tmp_path / "scans"]) == ([a, b, c], [])
    assert ids_of_files(library, [tmp_path / "scans2", paths[2]]) == ([c], [tmp_path / "scans2"])


def test_a_file_is_known_for_an_original_even_from_the_trash(library, tmp_path, mounts):
    path, other = (save_picture(tmp_path / name, 3) for name in ("a.png", "b.png"))
    added = import_pictures(library, [path], mounts=mounts).added
    (tmp_path / "link.png").symlink_to(path)
    assert [holds_file(library, p) for p in (path, tmp_path / "link.png", other, tmp_path)] == [
        True,
        True,
        False,
        False,
    ]

    trash_photos(library, added)
    assert holds_file(library, path)


def test_what_is_in_the_trash_is_not_found(library, tmp_path, mounts):
    path = save_picture(tmp_path / "a.png")
    trash_photos(library, import_pictures(library, [path], mounts=mounts).added)

    assert ids_of_files(library, [path]) == ([], [path])


def test_an_original_is_known_under_another_spelling_where_the_disk_takes_both_for_one(library, tmp_path, mounts):
    original = save_picture(tmp_path / "SCAN Müller 0001.JPG", 3)
    import_pictures(library, [original], mounts=mounts)
    spelled = tmp_path / unicodedata.normalize("NFD", "Scan müller 0001.jpg")
    other = save_picture(tmp_path / "scan Müller 0001.jpg", 4)
    os.link(original, spelled)  # what a disk blind to case and Unicode form shows

    assert holds_file(library, spelled)
    assert not holds_file(library, other)
