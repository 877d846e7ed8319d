import pytest
from hypothesis import given
from hypothesis import strategies as st

from photorestore.gui.state.viewport import MARGIN_PX, Viewport

SIDES = st.integers(1, 20000)


def viewport(picture=(4000, 3000), view=(800, 600)):
    made = Viewport()
    made.set_view(*view)
    made.set_picture(*picture)
    made.fit()
    return made


@given(picture=st.tuples(SIDES, SIDES), view=st.tuples(st.integers(100, 4000), st.integers(100, 4000)))
def test_a_fitted_picture_lies_in_the_middle_with_a_margin(picture, view):
    made = viewport(picture, view)
    left, top = made.to_view((0, 0))
    right, bottom = made.to_view(picture)

    assert left >= MARGIN_PX - 1e-6
    assert top >= MARGIN_PX - 1e-6
    assert left + right == pytest.approx(view[0])
    assert top + bottom == pytest.approx(view[1])


@given(x=st.floats(200, 600), y=st.floats(150, 450), zoom=st.floats(1, 20))
def test_the_point_under_the_cursor_stays_there(x, y, zoom):
    made = viewport()
    made.zoom_to(0.9)
    before = made.to_picture((x, y))
    made.zoom_to(zoom, (x, y))

    assert made.to_picture((x, y)) == pytest.approx(before)


@given(dx=st.floats(-1e6, 1e6), dy=st.floats(-1e6, 1e6), zoom=st.floats(0.01, 40))
def test_the_picture_cannot_be_pushed_out_of_sight(dx, dy, zoom):
    made = viewport()
    made.zoom_to(zoom)
    made.pan(dx, dy)
    (left, top), (right, bottom) = made.to_view((0, 0)), made.to_view(made.picture)

    assert left <= 400 + 1e-6 <= right + 2e-6
    assert top <= 300 + 1e-6 <= bottom + 2e-6


def test_an_enlarged_result_takes_the_place_of_the_original():
    made = viewport()
    made.zoom_to(1.0)
    made.pan(-300, 200)
    corner = made.to_view((1000, 900))
    made.set_picture(8000, 6000)

    assert made.zoom == 0.5
    assert made.to_view((2000, 1800)) == pytest.approx(corner)


def test_a_resized_window_keeps_fitting_until_the_user_zooms():
    made = viewport()
    made.set_view(1600, 1200)
    assert made.zoom == pytest.approx((1200 - 2 * MARGIN_PX) / 3000)
    made.zoom_to(1.0)
    made.set_view(500, 500)

    assert made.zoom == 1.0
