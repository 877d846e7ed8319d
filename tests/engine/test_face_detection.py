import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from photorestore import paths
from photorestore.core.errors import Cancelled
from photorestore.core.faces import Face, usual_landmarks
from photorestore.core.geometry import Box
from photorestore.core.progress import Progress
from photorestore.engine.face_detection import _without_doubles, find_faces, judge, place_drawn
from photorestore.files.reading import read_photo

FRONTAL = Face(Box(0, 0, 100, 120), ((30, 45), (70, 45), (50, 65), (35, 90), (65, 90)), 0.99)


def moved(index, point):
    landmarks = list(FRONTAL.landmarks)
    landmarks[index] = point
    return replace(FRONTAL, landmarks=tuple(landmarks))


def test_a_clear_frontal_face_is_on():
    assert judge(FRONTAL) == FRONTAL


@pytest.mark.parametrize(
    ("face", "reason"),
    [
        (replace(FRONTAL, confidence=0.9), "Only 90% sure"),
        (replace(FRONTAL, box=Box(0, 0, 30, 40)), "Small: 40 pixels"),
        (moved(2, (80, 65)), "Seen from the side"),
        (moved(2, (28, 65)), "Seen from the side"),
        (moved(1, (30, 45)), "do not lie as in a face"),
        (replace(FRONTAL, landmarks=((30, 90), (70, 90), (50, 65), (35, 45), (65, 45))), "do not lie as in a face"),
    ],
)
def test_other_faces_are_off_with_the_reason(face, reason):
    judged = judge(face)

    assert not judged.enabled
    assert reason in judged.reason


def test_a_face_found_twice_counts_once_and_the_surer_one_stays():
    again = replace(FRONTAL, box=Box(5, 5, 108, 126), confidence=0.999)
    inside = replace(FRONTAL, box=Box(20, 20, 60, 60), confidence=0.9)
    beside = replace(FRONTAL, box=Box(90, 0, 190, 120), confidence=0.95)

    assert _without_doubles([FRONTAL, again, inside, beside]) == [again, beside]


@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (10, 3000), (3000, 13), (24, 24), (21, 5000)])
def test_odd_pictures_have_no_faces_and_do_no_harm(size, rng):
    assert find_faces(rng.random((*size, 3), np.float32)) == ()


def test_noise_and_stripes_do_not_crash_it(rng):
    stripes = np.tile((np.arange(400) // 12 % 2).astype(np.float32)[None, :, None], (300, 1, 3))

    for pixels in (rng.random((300, 400, 3), np.float32), stripes, np.ones((60, 60, 3), np.float32)):
        find_faces(pixels)


def test_large_pictures_are_searched_in_tiles_and_can_be_cancelled():
    shares = []
    find_faces(np.zeros((300, 3000, 3), np.float32), Progress(lambda share, text: shares.append(share)))
    assert len(shares) > 2
    assert shares == sorted(shares)

    with pytest.raises(Cancelled):
        find_faces(np.zeros((30, 30, 3), np.float32), Progress(is_cancelled=lambda: True))


def test_the_finder_loads_where_python_has_no_imghdr_and_warns_of_nothing():
    """As on Python 3.13."""
    code = (
        "import sys, warnings; warnings.simplefilter('error'); sys.dont_write_bytecode = True\n"
        "import importlib.abc\n"
        "class Gone(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'imghdr': raise ModuleNotFoundError(name)\n"
        "sys.meta_path.insert(0, Gone())\n"
        "from photorestore.engine.face_detection import _mtcnn\n"
        "_mtcnn(); assert 'imghdr' not in sys.modules"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def drawn_around(box):
    return Face(box, usual_landmarks(box), 1.0, by_hand=True)


def test_a_drawn_box_gets_the_landmarks_that_are_seen_in_it():
    pixels = read_photo(paths.resources() / "samples" / "portrait.jpg").pixels
    found = find_faces(pixels)[0]
    drawn = drawn_around(found.box.grow(20).shift(9, -7))
    placed = place_drawn(drawn, pixels)

    assert placed.box == drawn.box
    assert np.abs(np.subtract(placed.landmarks, found.landmarks)).max() < 0.08 * found.size_px


def test_where_no_face_is_seen_the_guess_stays(rng):
    drawn = drawn_around(Box(40, 40, 120, 140))

    assert place_drawn(drawn, rng.random((200, 200, 3), np.float32)) == drawn
    assert place_drawn(drawn_around(Box(300, 300, 320, 330)), rng.random((200, 200, 3), np.float32)).by_hand
