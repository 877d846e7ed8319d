import pytest
from click.testing import CliRunner

from photorestore.cli import main, window


def test_without_a_screen_the_command_line_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(window.sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)

    told = CliRunner().invoke(main, ["open", str(tmp_path)])

    assert told.exit_code == 1
    assert "no screen" in told.output
    assert "photorestore restore" in told.output


def test_a_library_that_the_system_lacks_is_named_with_the_way_out(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    words = "libGL.so.1: cannot open shared object file: No such file or directory"
    monkeypatch.setattr(window, "_run", lambda paths: (_ for _ in ()).throw(ImportError(words)))

    told = CliRunner().invoke(main, ["open"])

    assert told.exit_code == 1
    assert "libGL.so.1" in told.output
    assert "README" in told.output
    assert "photorestore restore" in told.output


def test_a_fault_of_our_own_is_not_taken_for_a_missing_library(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(window, "_run", lambda paths: (_ for _ in ()).throw(ImportError("cannot import name 'x'")))

    with pytest.raises(ImportError):
        window.open_window()


@pytest.mark.parametrize(
    ("environment", "expected"), [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "w"}, True)]
)
def test_a_missing_display_is_noticed(monkeypatch, environment, expected):
    monkeypatch.setattr(window.sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert window.display_available() == expected
