import json
from dataclasses import replace

import pytest

from photorestore.core.errors import UserError
from photorestore.exporting.presets import (
    PRESETS,
    ExportPreset,
    load_presets,
    presets_from_json,
    save_presets,
)


def test_presets_survive_a_file(tmp_path):
    mine = (*PRESETS, ExportPreset("Für Oma", format="WebP", quality=77, percent=50, template="{counter:03} {date}"))

    save_presets(mine, tmp_path / "presets.json")

    assert load_presets(tmp_path / "presets.json") == mine


def test_without_a_file_there_are_none(tmp_path):
    assert load_presets(tmp_path / "no.json") == ()


def whole(**changes):
    return json.dumps({"photorestore_export_presets": 1, "presets": [{"name": "x"} | changes]})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 100_000,
        "{}",
        '{"photorestore_export_presets": 2, "presets": []}',
        '{"photorestore_export_presets": true, "presets": []}',
        '{"photorestore_export_presets": 1, "presets": {}}',
        '{"photorestore_export_presets": 1, "presets": [1]}',
        '{"photorestore_export_presets": 1, "presets": [{}]}',
        '{"photorestore_export_presets": 1, "presets": [{"name": "a"}, {"name": "a"}]}',
        whole(colour="red"),
        whole(name=" "),
        whole(name=7),
        whole(format="BMP"),
        whole(format=[]),
        whole(quality=0),
        whole(quality=90.5),
        whole(long_side_px="2048"),
        whole(long_side_px=-1),
        whole(percent=float("nan")),
        whole(may_enlarge="yes"),
        whole(template="{nothing}"),
        whole(template=3),
    ],
)
def test_bad_presets_are_refused_in_a_sentence(text):
    with pytest.raises(UserError):
        presets_from_json(text)


def test_unreadable_presets_are_said(tmp_path):
    (tmp_path / "presets.json").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(UserError, match="can't be read"):
        load_presets(tmp_path / "presets.json")


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ({}, (400, 300)),
        ({"long_side_px": 200}, (200, 150)),
        ({"long_side_px": 800}, (400, 300)),
        ({"long_side_px": 800, "may_enlarge": True}, (800, 600)),
        ({"percent": 50}, (200, 150)),
        ({"percent": 200}, (400, 300)),
        ({"percent": 200, "may_enlarge": True}, (800, 600)),
        ({"percent": 50, "long_side_px": 100}, (100, 75)),
        ({"long_side_px": 1}, (1, 1)),
    ],
)
def test_a_photograph_grows_only_when_asked_to(changes, size):
    assert replace(PRESETS[2], **changes).size_of(400, 300) == size
