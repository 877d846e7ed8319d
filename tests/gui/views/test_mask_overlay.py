import numpy as np
import pytest

from photorestore.core.geometry import Box
from photorestore.core.strokes import Action, Dab
from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.painting import Overlay, Pattern
from photorestore.gui.views.mask_overlay import Sight, overlay_image

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def editor():
    made = MaskEditor()
    made.open(3000, 2000)
    made.draw_line(Action.ADD, Dab.at(10, 10, 0.5), Dab.at(2990, 1990, 0.5))
    made.draw_line(Action.ADD, Dab.at(1500, 100, 60), Dab.at(1500, 1900, 60))
    return made


def pixels_of(image):
    flat = np.frombuffer(image.constBits(), np.uint32)
    return flat.reshape(image.height(), image.width()).copy()


@pytest.mark.parametrize("pattern", list(Pattern))
@pytest.mark.parametrize("zoom", [0.13, 0.5, 0.8, 1.0, 1.7, 8.0])
def test_a_part_drawn_again_looks_as_it_did_in_the_whole(editor, pattern, zoom):
    sight = Sight(-40, 25, zoom)
    overlay = Overlay(pattern=pattern)
    whole_box, whole = overlay_image(editor, sight, Box(0, 0, 400, 300), overlay)
    box, part = overlay_image(editor, sight, Box(110, 90, 260, 190), overlay)

    inside = box.shift(-whole_box.left, -whole_box.top)
    assert np.array_equal(pixels_of(part), pixels_of(whole)[inside.slices])
    assert pixels_of(whole).any()


@pytest.mark.parametrize("zoom", [0.07, 0.3, 0.49, 0.9, 1.3])
def test_a_line_of_a_pixel_has_no_gaps_at_any_zoom(editor, zoom):
    sight = Sight(0, 0, zoom)
    width, height = round(3000 * zoom), round(2000 * zoom)
    _, image = overlay_image(editor, sight, Box(0, 0, width, height), Overlay())
    left = pixels_of(image)[:, : round(1400 * zoom)]

    assert left[:, round(30 * zoom) :].any(axis=0).all()


def test_outside_the_picture_nothing_is_drawn(editor):
    assert overlay_image(editor, Sight(0, 0, 0.1), Box(400, 10, 500, 20), Overlay()) is None
