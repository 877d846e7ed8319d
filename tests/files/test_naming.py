from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photorestore.files.naming import all_different, is_same_file, output_path


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("in/x.jpeg", "in/x restored.png"),
        ("in/x.tif", "in/x restored.tif"),
        ("in/scan 3.5.2024", "in/scan 3.5.2024 restored.png"),
        ("in/.jpg", "in/.jpg restored.png"),
    ],
)
def test_without_an_output_results_lie_beside_the_source(source, expected):
    assert output_path(Path(source), None) == Path(expected)


def test_a_folder_takes_results_by_their_relative_place(tmp_path):
    place = output_path(Path("in/1931/x.jpeg"), tmp_path, PurePath("1931/x.jpeg"))

    assert place == tmp_path / "1931" / "x.png"
    assert output_path(Path("x.jpg"), tmp_path / "new folder") == tmp_path / "new folder" / "x.png"


def test_a_file_name_is_taken_as_it_is(tmp_path):
    assert output_path(Path("x.jpg"), tmp_path / "y.webp") == tmp_path / "y.webp"
    assert output_path(Path("x.jpg"), tmp_path, suffix=".jpg") == tmp_path / "x.jpg"


def test_files_are_the_same_through_links_and_dots(tmp_path):
    (first := tmp_path / "a").write_bytes(b"")
    (hard := tmp_path / "b").hardlink_to(first)

    assert is_same_file(first, hard)
    assert is_same_file(tmp_path / "x" / ".." / "a", first)
    assert not is_same_file(first, tmp_path / "c")


@given(st.lists(st.sampled_from(["a.png", "A.png", "a (2).png", "b/a.png", "c.png"]), max_size=12))
def test_names_of_a_batch_never_collide_even_without_case(names):
    paths = all_different(map(Path, names))

    assert len({str(path).casefold() for path in paths}) == len(names)
