import pytest
from click.testing import CliRunner
from helpers import scene

from photorestore.cli import main
from photorestore.cli.album import _photos
from photorestore.core.photo import Photo
from photorestore.files.writing import write_photo


@pytest.fixture
def folders(tmp_path):
    for number in range(2):
        write_photo(Photo(scene(40, 50, number)), tmp_path / "old" / f"{number}.png", source=None)
        write_photo(Photo(scene(40, 50, number)), tmp_path / "new" / f"{number} restored.png", source=None)
    return tmp_path


@pytest.mark.parametrize(
    ("kind", "output", "made"),
    [
        ("gallery", "out", ["out/index.html"]),
        ("sheet", "sheet.jpg", ["sheet.jpg"]),
        ("pairs", "out", ["out/0 restored before and after.jpg", "out/1 restored before and after.jpg"]),
    ],
)
def test_an_album_is_made_of_folders(folders, kind, output, made):
    arguments = ["album", str(folders / "new"), "--before", str(folders / "old"), "--as", kind]

    result = CliRunner().invoke(main, [*arguments, "-o", str(folders / output)])

    assert result.exit_code == 0, result.output
    assert all((folders / name).is_file() for name in made)
    if kind == "gallery":
        assert (folders / "out" / "index.html").read_text("utf-8").count('type="range"') == 2


def test_a_broken_photograph_is_said_and_the_rest_is_shown(folders):
    (folders / "new" / "1 restored.png").write_bytes(b"broken")

    result = CliRunner().invoke(main, ["album", str(folders / "new"), "-o", str(folders / "out")])

    assert result.exit_code == 1
    assert "1 restored.png" in result.output
    assert (folders / "out" / "index.html").is_file()


def test_photographs_of_one_name_in_two_folders_keep_their_own_originals(tmp_path):
    for number, name in enumerate(("a/scan", "b/scan", "b/other")):
        write_photo(Photo(scene(40, 50, number)), tmp_path / "old" / f"{name}.tif", source=None)
        write_photo(Photo(scene(40, 50, number)), tmp_path / "new" / f"{name} restored.png", source=None)
    write_photo(Photo(scene(40, 50, 9)), tmp_path / "new" / "c" / "scan.png", source=None)
    write_photo(Photo(scene(40, 50, 8)), tmp_path / "new" / "other.png", source=None)

    made = {photo.picture: photo.before for photo in _photos([tmp_path / "new"], tmp_path / "old")}
    before = {path.relative_to(tmp_path / "new").as_posix(): found for path, found in made.items()}
    old = tmp_path / "old"
    assert before == {
        "a/scan restored.png": old / "a" / "scan.tif", "b/scan restored.png": old / "b" / "scan.tif",
        "b/other restored.png": old / "b" / "other.tif", "c/scan.png": None, "other.png": old / "b" / "other.tif",
    }  # fmt: skip


def test_a_gallery_among_the_photographs_does_not_show_itself(folders):
    arguments = ["album", str(folders / "new"), "-o", str(folders / "new" / "gallery")]
    for _ in range(2):
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 0, result.output

    assert len(_photos([folders / "new"], None)) == 2


def test_originals_that_are_missing_are_said(folders):
    (folders / "old" / "1.png").unlink()
    arguments = ["album", str(folders / "new"), "-o", str(folders / "out"), "--before"]

    some = CliRunner().invoke(main, [*arguments, str(folders / "old")])
    none = CliRunner().invoke(main, [*arguments, str(folders / "nowhere")])

    assert some.exit_code == 0
    assert "1 of 2 have no photograph of their name" in some.output
    assert none.exit_code == 1
    assert "is no folder" in none.output


def test_backslashes_and_brackets_of_a_name_are_shown_as_they_are(tmp_path, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")  # a terminal, which has a bar
    folder = write_photo(Photo(scene(40, 50)), tmp_path / "in" / r"x\[b]y.png", source=None).parent

    arguments = ["album", str(folder), "--before", str(folder), "--as", "pairs", "-o", str(tmp_path / "out")]
    result = CliRunner().invoke(main, arguments)

    assert result.exit_code == 0, result.output
    assert r"x\[b]y.png" in result.stderr


def test_a_name_of_full_length_leaves_room_for_what_pairs_add(tmp_path):
    names = ["ä" * 110 + ending for ending in ("a" * 20, "a" * 19 + "b")]
    for folder, name in [(folder, name) for folder in ("old", "new") for name in names]:
        write_photo(Photo(scene(40, 50)), tmp_path / folder / f"{name}.png", source=None)
    arguments = ["album", str(tmp_path / "new"), "--before", str(tmp_path / "old"), "--as", "pairs"]

    result = CliRunner().invoke(main, [*arguments, "-o", str(tmp_path / "out")])

    assert result.exit_code == 0, result.output
    assert len(list((tmp_path / "out").glob("ää* before and after*.jpg"))) == 2
