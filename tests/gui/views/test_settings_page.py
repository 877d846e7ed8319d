import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox

from photorestore.gui.settings import DEVICE, LANGUAGE, MEMORY_MB, OVERLAY, SETTINGS, SURROUND, WHEEL
from photorestore.host.child import EngineOptions


@pytest.fixture
def page(program):
    program.window.show_page("settings")
    return program.window.page


def test_every_setting_that_is_shown_has_a_control_that_sets_it(program, page):
    shown = [setting for setting in SETTINGS if setting.page and setting is not LANGUAGE]
    for setting in shown:
        control = page.forms[setting.page].controls[setting.key]
        assert control.accessibleName() == setting.title
        if isinstance(control, QSpinBox):
            control.setValue(8)
            assert program.settings.get(setting) == 8
        else:
            control.setCurrentIndex(1)
            control.activated.emit(1)
            assert program.settings.get(setting) == control.itemData(1) != setting.default


def test_a_control_follows_its_setting(program, page):
    program.settings.set(DEVICE, "cpu")
    control = page.forms["performance"].controls[DEVICE.key]

    assert isinstance(control, QComboBox)
    assert control.currentData() == "cpu"


def test_engine_settings_reach_the_engine_after_the_running_job(opened, client, qtbot):
    client.holds.set()
    opened.desk.restoring.restore()
    qtbot.waitUntil(lambda: opened.session.current.share == 0.5)
    opened.settings.set(DEVICE, "cpu")
    qtbot.wait(50)
    assert client.options == []
    client.holds.clear()
    qtbot.waitUntil(lambda: client.options == [EngineOptions(device="cpu")])

    qtbot.waitUntil(lambda: opened.session.current.version is not None)


def test_many_steps_of_a_number_restart_the_engine_once(page, client, qtbot):
    control = page.forms["performance"].controls[MEMORY_MB.key]
    for _ in range(4):
        control.stepUp()
        qtbot.wait(20)
    qtbot.waitUntil(lambda: bool(client.options))
    qtbot.wait(200)

    assert [options.memory_mb for options in client.options] == [4 * MEMORY_MB.step]


def test_clearing_the_memory_restarts_the_engine(program, page, client, qtbot):
    page.clear_button.click()
    qtbot.waitUntil(lambda: "restart" in client.asked)
    qtbot.waitUntil(lambda: program.engine.ready is not None)


def test_the_report_is_copied(program, page):
    page.kinds.setCurrentRow(page.kinds.count() - 1)
    page.copy_button.click()

    assert QGuiApplication.clipboard().text().startswith("PhotoRestore ")
    assert "clipboard" in program.window.messages.words


def test_the_wheel_zooms_or_moves_as_set(opened):
    canvas = opened.window.restore_page.canvas
    canvas.zoom_to(8.0)
    opened.settings.set(WHEEL, "scroll")
    before = canvas._viewport.centre
    canvas.wheelEvent(wheel())
    assert (canvas.zoom, canvas._viewport.centre != before) == (8.0, True)
    canvas.wheelEvent(wheel(Qt.KeyboardModifier.ControlModifier))

    assert canvas.zoom > 8.0


def wheel(modifiers=Qt.KeyboardModifier.NoModifier):
    at = QPointF(20, 20)
    no_phase = Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, modifiers, no_phase, False)


def test_the_colour_of_damage_and_the_surround_follow_at_once(restored):
    canvas = restored.window.restore_page.canvas
    restored.settings.set(OVERLAY, "green")
    restored.settings.set(SURROUND, "black")

    assert restored.desk.tools.overlay.colour == "green"
    assert canvas._surround.name() == "#000000"


def test_another_language_makes_the_window_anew_with_the_same_photographs(restored, qtbot):
    old = restored.window
    old.show_page("settings")
    restored.settings.set(LANGUAGE, "de")
    qtbot.waitUntil(lambda: restored.window is not old)

    assert restored.window.page_name == "settings"
    assert restored.window.actions_["save"].iconText() == "Speichern unter"
    assert restored.window.restore_page.canvas.pictures[1] is restored.session.current.restored_picture
    restored.session.trouble.emit("still heard")
    assert restored.window.messages.words == "still heard"
