import cv2
import numpy as np
import pytest

from photorestore.engine.face_alignment import TEMPLATE, align, natural_side, oval, similarity


def turned(degrees, scale, shift):
    """The template's landmarks, turned, scaled and moved, as those of a face in a photo."""
    factor = scale * np.exp(1j * np.radians(degrees))
    points = (TEMPLATE @ (1, 1j)) * factor + shift[0] + 1j * shift[1]
    return tuple((float(p.real), float(p.imag)) for p in points)


def test_the_template_is_the_published_one():
    assert np.allclose(TEMPLATE[0] * 256, [89, 108.65], atol=0.5)
    assert np.allclose(TEMPLATE[:, 0].mean(), 0.5, atol=1e-3)


@pytest.mark.parametrize(("degrees", "scale", "shift"), [(0, 256, (0, 0)), (30, 400, (50, 20)), (-170, 90, (300, 7))])
def test_landmarks_come_to_lie_on_the_template(degrees, scale, shift):
    landmarks = turned(degrees, scale, shift)

    alignment = align(landmarks, 256)

    moved = np.array(landmarks) @ alignment.matrix[:, :2].T + alignment.matrix[:, 2]
    assert np.allclose(moved, TEMPLATE * 256, atol=1e-6)
    assert natural_side(landmarks) == scale


def test_similarity_is_the_best_fit_that_does_not_mirror(rng):
    points, targets = rng.random((5, 2)), rng.random((5, 2))

    matrix = similarity(points, targets)

    def error(candidate):
        return ((points @ candidate[:, :2].T + candidate[:, 2] - targets) ** 2).sum()

    turn = np.array([[1, 1e-3, 0], [-1e-3, 1, 0]])
    assert np.linalg.det(matrix[:, :2]) > 0
    assert error(matrix) < min(error(matrix + 1e-3 * np.array([[0, 0, 1], [0, 0, 0]])), error(turn[:, :2] @ matrix))


def test_five_landmarks_in_one_place_do_not_crash():
    assert np.isfinite(align(((3.0, 3.0),) * 5, 64).matrix).all()


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_crop_put_back_lies_where_it_came_from(photo, times):
    alignment = align(turned(20, 60, (40, 25)))
    crop = alignment.crop(photo.pixels)
    picture = cv2.resize(crop, None, fx=times, fy=times, interpolation=cv2.INTER_LINEAR)

    box = alignment.footprint.clamp(128, 96)
    placed = alignment.place(np.concatenate([picture, oval(len(picture))[..., None]], axis=2), box)

    face = placed[..., 3] > 0.5
    assert face.sum() > 500
    assert np.abs(placed[..., :3] - photo.pixels[box.slices])[face].mean() < 0.03
    assert placed.shape[:2] == (box.height, box.width)


def test_a_face_over_the_edge_is_cut_there(photo):
    alignment = align(turned(0, 80, (-40, 60)))
    box = alignment.footprint.clamp(128, 96)

    assert (box.left, box.bottom) == (0, 96)
    assert alignment.place(alignment.crop(photo.pixels), box).shape == (box.height, box.width, 3)


@pytest.mark.parametrize("side", [16, 128, 600])
def test_the_oval_is_soft_at_every_size_and_gone_before_the_edge(side):
    weights = oval(side)

    assert weights.max() == 1
    assert weights[0].max() == weights[-1].max() == weights[:, 0].max() == weights[:, -1].max() == 0
    assert np.abs(np.diff(weights, axis=0)).max() < 14 / side
