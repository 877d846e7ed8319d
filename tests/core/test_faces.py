from photorestore.core.faces import Face, usual_landmarks
from photorestore.core.geometry import Box


def test_an_enlarged_face_lies_at_the_same_place_of_the_larger_picture():
    face = Face(Box(1, 2, 11, 14), ((3, 4), (8, 4), (5, 7), (4, 10), (7, 10)), 0.9, strength=0.3, reason="why")

    large = face.enlarged(4)

    assert large.box == Box(4, 8, 44, 56)
    assert large.landmarks[2] == (20, 28)
    assert large.size_px == 4 * face.size_px
    assert (large.confidence, large.strength, large.reason) == (0.9, 0.3, "why")


def test_likely_landmarks_lie_in_the_box_as_in_a_face():
    left, right, nose, mouth_left, mouth_right = usual_landmarks(Box(100, 200, 200, 320))

    assert 100 < left[0] < nose[0] < right[0] < 200
    assert 200 < left[1] < nose[1] < mouth_left[1] == mouth_right[1] < 320
