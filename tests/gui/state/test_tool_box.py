import pytest

from photorestore.core.strokes import Action
from photorestore.gui.state.painting import OVERLAY_COLOURS, Brush, Tool
from photorestore.gui.state.tool_box import ToolBox


@pytest.fixture
def tools(qapp):
    return ToolBox()


def test_swapping_paints_and_erases_with_the_same_tool(tools):
    tools.take(Tool.LASSO)
    tools.swap()
    assert (tools.tool, tools.action) == (Tool.LASSO, Action.ERASE)

    tools.take(Tool.BRUSH)
    assert tools.action is Action.ADD
    tools.swap()
    assert tools.tool is Tool.ERASER


def test_sizes_go_in_tenths_and_by_half_a_pixel_at_least(tools):
    tools.set_brush(Brush(100))
    tools.resize(1)
    assert tools.brush.radius_px == pytest.approx(110)

    tools.set_brush(Brush(1))
    tools.resize(1)
    assert tools.brush.radius_px == 1.5
    for _ in range(9):
        tools.resize(-1)
    assert tools.brush.radius_px == 0.5


def test_a_light_touch_is_a_fifth_of_the_size():
    assert Brush(10).radius_at(0) == pytest.approx(2)
    assert Brush(10).radius_at(1) == Brush(10, feels_pressure=False).radius_at(0) == 10


def test_colours_go_round(tools):
    seen = []
    for _ in OVERLAY_COLOURS:
        seen.append(tools.overlay.colour)
        tools.next_colour()

    assert sorted(seen) == sorted(OVERLAY_COLOURS)
    assert tools.overlay.colour == seen[0]


def test_nothing_is_told_when_nothing_changes(tools, qtbot):
    with qtbot.assertNotEmitted(tools.brush_changed):
        tools.set_brush(Brush())
