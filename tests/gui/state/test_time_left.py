import pytest

from photorestore.gui.state.time_left import seconds_left


@pytest.mark.parametrize(
    ("elapsed_s", "share", "left_s"), [(10, 0.25, 30), (10, 1, 0), (0.5, 0.5, None), (9, 0.001, None)]
)
def test_what_is_left_follows_from_what_is_done(elapsed_s, share, left_s):
    assert seconds_left(elapsed_s, share) == left_s
