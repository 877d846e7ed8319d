"""How the work of `restore` is shared out and its masks are named."""

from pathlib import Path

import pytest

from photorestore.cli.restore import Wishes, lanes_of
from photorestore.core.recipe import Recipe


@pytest.mark.parametrize(
    ("engines", "photographs", "lanes"), [("ab", 2, "ab"), ("abc", 5, "abcab"), ("a", 9, "aa"), ("ab", 0, "a")]
)
def test_every_engine_has_work_before_one_has_more(engines, photographs, lanes):
    assert lanes_of(list(engines), photographs) == list(lanes)


def test_masks_are_named_and_placed_as_the_results_are():
    wishes = Wishes(Recipe(), True, None, None, False, Path("masks"), 92, Path("out"))

    assert wishes.mask_path(Path("scans/b/IMG_1.jpg"), Path("out/b/IMG_1 (2).png")) == Path("masks/b/IMG_1 (2).png")
    single = Wishes(Recipe(), True, None, None, False, Path("masks"), 92, Path("out.png"))
    assert single.mask_path(Path("scans/IMG_1.jpg"), Path("out.png")) == Path("masks/IMG_1.png")
    assert Wishes(Recipe(), True, None, None, False, None, 92).mask_path(Path("a.png"), Path("b.png")) is None
