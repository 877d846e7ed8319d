import cv2
import numpy as np
import pytest
from helpers import scene, scratch

from photorestore.core.errors import UserError
from photorestore.core.photo import Photo
from photorestore.training.evaluate import evaluate, read_pairs, rows_of, table


@pytest.fixture
def pairs(tmp_path):
    """One scratched and one worn picture."""
    lines = ["pair,kind,source,damaged_percent,colour"]
    for number, kind in enumerate(("scratched", "worn")):
        clean = scene(48, 64, number)
        old = scratch(clean) if kind == "scratched" else cv2.GaussianBlur(clean, (0, 0), 2)
        mask = (np.abs(scratch(clean) - clean).max(2) > 0.02) if kind == "scratched" else np.zeros((48, 64))
        for part, picture in (("clean", clean), ("old", old)):
            cv2.imwrite(str(tmp_path / f"{number:03}_{part}.png"), picture[..., ::-1] * 255)
        cv2.imwrite(str(tmp_path / f"{number:03}_mask.png"), mask.astype(np.uint8) * 255)
        lines.append(f"{number:03},{kind},made,1.0,yes")
    (tmp_path / "PAIRS.csv").write_text("\n".join(lines) + "\n")
    return tmp_path


def untouched(photo):
    return Photo(photo.pixels, damage=np.zeros((photo.height, photo.width), np.float32))


def test_a_pipeline_that_does_nothing_scores_as_its_input(pairs):
    measured = evaluate(pairs, untouched, say=lambda text: None)

    assert measured.before == measured.after or np.isnan(measured.before[1].hole)
    assert [a.tone for a in measured.after] == [b.tone for b in measured.before]
    assert measured.masks.auc == 0.5
    assert measured.sheet.shape[1] == 3 * 320


def test_the_table_has_a_row_a_kind_and_one_for_all(pairs):
    measured = evaluate(pairs, untouched, say=lambda text: None)

    lines = table(measured).splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:5]] == ["scratched", "worn", "all"]
    assert "–" in lines[3]  # no hole in what is only worn
    assert len(rows_of(measured)) == 3


def test_a_better_picture_scores_better(pairs):
    clean = {pair.old.digest: pair.clean for pair in read_pairs(pairs)}

    measured = evaluate(pairs, lambda photo: untouched(Photo(clean[photo.digest])), say=lambda text: None)

    assert all(a.tone > b.tone + 20 for a, b in zip(measured.after, measured.before, strict=True))


def test_a_folder_without_pairs_is_said_in_words(tmp_path):
    with pytest.raises(UserError, match="holds no pairs"):
        next(read_pairs(tmp_path))
