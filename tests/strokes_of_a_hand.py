"""Strokes as Hypothesis makes them, for a small picture."""

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from photorestore.core.strokes import Action, Dab, Everything, Kind, Path, Polygon, Stamp, Stroke

WIDTH, HEIGHT = 61, 43

calm = settings(deadline=None, max_examples=50)  # the computer may be busy

_x, _y = st.floats(-10, WIDTH + 10), st.floats(-10, HEIGHT + 10)
_grid = st.integers(-200, 1200).map(lambda value: value / 16)
dabs = st.builds(Dab.at, _x, _y, st.floats(0, 20))
paths = st.builds(Path, st.lists(dabs, min_size=1, max_size=5).map(tuple), st.sampled_from([0.0, 0.5, 1.0]))
polygons = st.builds(Polygon, st.lists(st.tuples(_grid, _grid), max_size=6).map(tuple))
stamps = st.builds(
    Stamp.of,
    arrays(np.bool_, st.tuples(st.integers(1, 9), st.integers(1, 9))),
    st.integers(-5, 60),
    st.integers(-5, 40),
)
shapes = st.one_of(paths, polygons, stamps, st.just(Everything()))
strokes = st.builds(Stroke, st.sampled_from(Kind), st.sampled_from(Action), shapes)
