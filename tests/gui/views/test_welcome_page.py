import pytest

from photorestore.core.errors import UserError
from photorestore.gui.settings import WELCOMED
from photorestore.host.self_test import SelfTest


@pytest.fixture
def welcome(program):
    program.begin()
    return program.window.welcome


def go_to_test(welcome, qtbot, program):
    welcome.next_button.click()
    welcome.next_button.click()
    qtbot.waitUntil(lambda: not program.engine.is_testing)


def test_the_last_step_tests_the_computer_and_says_how_fast_it_is(welcome, program, qtbot):
    go_to_test(welcome, qtbot, program)
    program.engine.test = SelfTest(0.98, 1.0, 3.0)
    program.engine.changed.emit()

    assert "98 %" in welcome._result.text()
    assert "about 3.0 seconds" in welcome._result.text()
    assert "about 36 seconds" in welcome._result.text()


def test_a_test_that_fails_is_told(welcome, program, client, qtbot):
    client.error = UserError("The engine stopped unexpectedly.")
    go_to_test(welcome, qtbot, program)

    assert welcome._result.text() == "The engine stopped unexpectedly."


def test_the_samples_open_for_restoring(welcome, program, qtbot):
    go_to_test(welcome, qtbot, program)
    welcome.samples_button.click()

    assert program.window.page_name == "restore"
    qtbot.waitUntil(lambda: len(program.session.photos) == 3)
    assert [entry.path.name for entry in program.session.photos] == ["beach.jpg", "portrait.jpg", "school.jpg"]
    assert program.settings.get(WELCOMED)
    qtbot.waitUntil(lambda: program.session.current.suggested is not None)


def test_back_leads_back(welcome):
    welcome.next_button.click()
    welcome.back_button.click()

    assert not welcome.back_button.isVisible()
    assert "Step 1 of 3" in welcome._where.text()
