import json
import os
import re
from pathlib import Path

import pytest

from photorestore.gui.settings import (
    DEVICE,
    ENGINE_SETTINGS,
    MEMORY_MB,
    SETTINGS,
    SHORTCUTS,
    START_PAGE,
    THEME,
    Settings,
    engine_options,
)

OTHER = {bool: True, int: 7, dict: {"save": ["Ctrl+E"]}}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.json"


def other_value(setting):
    if setting.choices and not setting.more_choices:
        return next(value for value, _ in setting.choices if value != setting.default)
    return OTHER.get(type(setting.default), "models")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_setting_has_a_key_a_valid_default_and_words_if_it_is_shown(setting):
    assert [other.key for other in SETTINGS].count(setting.key) == 1
    assert re.fullmatch("[a-z-]+", setting.key)
    assert setting.accepts(setting.default)
    assert not setting.accepts(None)
    assert not setting.page or (setting.title and setting.help)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_setting_is_kept_told_and_reset(setting, path, qtbot):
    settings, value = Settings(path), other_value(setting)
    with qtbot.waitSignal(settings.changed, check_params_cb=lambda key: key == setting.key):
        settings.set(setting, value)
    assert Settings(path).get(setting) == value
    settings.reset(setting)

    assert Settings(path).get(setting) == setting.default
    assert json.loads(path.read_text()) == {}


@pytest.mark.parametrize(
    ("setting", "value"),
    [(THEME, "pink"), (MEMORY_MB, -1), (MEMORY_MB, True), (MEMORY_MB, 1.5), (SHORTCUTS, {"save": "Ctrl+S"})],
)
def test_a_wrong_value_is_refused(setting, value, path):
    with pytest.raises(ValueError):
        Settings(path).set(setting, value)


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_is_set_aside_with_a_sentence(content, path, caplog):
    path.write_bytes(content)
    settings = Settings(path)

    assert settings.get(THEME) == "system"
    assert path.with_suffix(".damaged.json").read_bytes() == content
    assert "damaged" in caplog.text


def test_a_damaged_value_costs_only_itself(path, caplog):
    path.write_text(json.dumps({"theme": 3, "device": "cpu", "from-the-future": [1]}))
    settings = Settings(path)
    settings.set(START_PAGE, "models")

    assert (settings.get(THEME), settings.get(DEVICE)) == ("system", "cpu")
    assert json.loads(path.read_text()) == {"device": "cpu", "from-the-future": [1], "start-page": "models"}
    assert "theme" in caplog.text


def test_what_another_window_set_is_kept(path):
    first, second = Settings(path), Settings(path)
    first.set(THEME, "dark")
    first.set(MEMORY_MB, 512)
    second.set(DEVICE, "cpu")
    second.set(MEMORY_MB, 256)
    first.reset(THEME)

    assert json.loads(path.read_text()) == {"device": "cpu", "memory-mb": 256}


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"{")])
def test_a_file_that_is_lost_meanwhile_is_written_anew_whole(path, spoil):
    settings = Settings(path)
    settings.set(THEME, "dark")
    spoil(path)
    settings.set(DEVICE, "cpu")

    assert json.loads(path.read_text()) == {"device": "cpu", "theme": "dark"}


def test_what_is_no_file_is_never_moved_or_replaced(tmp_path):
    """A device such as /dev/null, named to keep nothing, must not be taken for a damaged file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, None):
        settings = Settings(path)
        settings.set(THEME, "dark")
        assert settings.get(THEME) == "dark"

    assert [entry.name for entry in tmp_path.iterdir()] == ["pipe"]
    assert pipe.is_fifo()


def test_a_disk_that_refuses_keeps_the_value_for_this_time(tmp_path, caplog):
    (tmp_path / "file").touch()
    settings = Settings(tmp_path / "file" / "settings.json")
    settings.set(THEME, "dark")

    assert settings.get(THEME) == "dark"
    assert "not kept" in caplog.text


def test_what_a_disk_refused_is_kept_with_the_next_setting(tmp_path):
    path = tmp_path / "folder" / "settings.json"
    path.parent.touch()
    settings = Settings(path)
    settings.set(THEME, "dark")
    path.parent.unlink()
    Settings(path).set(START_PAGE, "models")
    settings.set(DEVICE, "cpu")

    assert json.loads(path.read_text()) == {"device": "cpu", "start-page": "models", "theme": "dark"}


def test_every_engine_setting_reaches_its_command_line(path):
    settings = Settings(path)
    usual = engine_options(settings).command()
    for setting in ENGINE_SETTINGS:
        settings.set(setting, other_value(setting))

    command = engine_options(settings).command()
    assert len(command) == len(usual) + 6
    assert command[-10:] == [
        "--device",
        "cpu",
        "--precision",
        "float32",
        "--memory-mb",
        "7",
        "--threads",
        "7",
        "--cache-mb",
        "7",
    ]
