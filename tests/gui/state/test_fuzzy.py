import pytest

from photorestore.gui.state.fuzzy import rank, score

WORDS = ["Save as", "Restore", "Zoom in", "Zoom out", "Previous photograph", "Import weights", "Settings"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("sav", "Save as"),
        ("zo", "Zoom in"),
        ("zout", "Zoom out"),
        ("pp", "Previous photograph"),
        ("RESTORE", "Restore"),
        ("weights imp", "Import weights"),
        ("iw", "Import weights"),
    ],
)
def test_a_few_letters_find_what_is_meant(query, first):
    assert WORDS[rank(query, WORDS)[0]] == first


def test_letters_that_are_not_there_find_nothing():
    assert rank("xyz", WORDS) == []
    assert score("oz", "Zoom") is None


def test_nothing_typed_finds_all_in_their_order():
    assert rank(" ", WORDS) == list(range(len(WORDS)))


def test_a_word_in_one_piece_beats_scattered_letters():
    assert score("set", "Settings") > score("set", "Sort every tile")
