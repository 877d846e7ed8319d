"""Targets that read what the program keeps as text or in its library: nothing in them may be believed."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import tempfile
import time
import zlib
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from hypothesis import strategies as st
from library.made_library import FakeMounts, add_row, save_picture

from fuzz.inputs import json_bytes, mutated
from fuzz.target import Target, is_finite
from photorestore.cli.ledger import NAME, Entry, Ledger, content_of
from photorestore.cli.restore import _read_recipe
from photorestore.core import strokes
from photorestore.core.errors import UserError
from photorestore.core.geometry import Box
from photorestore.core.mask_layers import MaskLayers
from photorestore.core.recipe import Recipe
from photorestore.core.stroke_history import Journal, StrokeHistory
from photorestore.exporting.naming import EXAMPLE, file_name
from photorestore.exporting.presets import PRESETS, load_presets, presets_to_json
from photorestore.gui.kept_work import Suggested
from photorestore.gui.settings import SETTINGS, Settings
from photorestore.library.albums import add_album, add_to_album, albums
from photorestore.library.database import open_library
from photorestore.library.faces import faces_of
from photorestore.library.jobs import add_jobs, finish, jobs, mark_interrupted, take_next
from photorestore.library.listing import Selection, photo_ids, smart_counts
from photorestore.library.missing import check_files
from photorestore.library.photos import photos_by_id, set_caption
from photorestore.library.snapshots import take_snapshot
from photorestore.library.strokes import Layer, append_stroke, load_journal
from photorestore.library.trash import empty_trash, ids_in_trash, trash_photos
from photorestore.library.versions import add_version, versions


def recipe(content: bytes, folder: Path) -> None:
    path = folder / "recipe.json"
    path.write_bytes(content)
    found = _read_recipe(path)
    assert Recipe.from_json(found.to_json()) == found
    scale = found.enlarge.scale
    assert isinstance(scale, int)
    assert not isinstance(scale, bool)
    for stage in ("prepare", "denoise", "scratches", "translate", "faces", "enlarge"):
        values = asdict(found.settings(stage)).values()
        assert is_finite(*(value for value in values if isinstance(value, float)))


def presets(content: bytes, folder: Path) -> None:
    path = folder / "presets.json"
    path.write_bytes(content)
    for preset in load_presets(path):
        name = file_name(preset.template, EXAMPLE, preset.kind.suffix)
        assert (folder / name).parent == folder
        width, height = preset.size_of(400, 300)
        assert isinstance(width + height, int)


def settings(content: bytes, folder: Path) -> None:
    """Never refused: what can't be read is put aside."""
    path = folder / "settings.json"
    path.write_bytes(content)
    found = Settings(path)
    for setting in SETTINGS:
        assert setting.accepts(found.get(setting))
    changed = next(one for one in SETTINGS if isinstance(one.default, bool))
    found.set(changed, not found.get(changed))
    assert Settings(path).get(changed) == found.get(changed)


def ledger(content: bytes, folder: Path) -> None:
    """Never refused: what can't be read costs that line."""
    source = save_picture(folder / "photo.png")
    (folder / NAME).write_bytes(content)
    found = Ledger(folder, "wish")
    result = found.find(source, folder / "result.png")
    assert result is None or result.resolve().is_relative_to(folder.resolve())
    found.add(content_of(source), source)
    assert Ledger(folder, "wish").find(source, source) == source


@contextlib.contextmanager
def spoiled_is_refused():
    try:
        yield
    except ValueError as error:
        raise UserError(f"Spoiled: {error}") from error


def stroke(content: bytes, folder: Path) -> None:
    """The window keeps such bytes in the library; `ValueError` is what it expects of spoiled ones."""
    with spoiled_is_refused():
        MaskLayers(40, 30).paint(strokes.from_bytes(content))


def history(content: bytes, folder: Path) -> None:
    with spoiled_is_refused():
        StrokeHistory(MaskLayers(40, 30), Journal.from_bytes(content))


def suggested(content: bytes, folder: Path) -> None:
    """What the window kept of a diagnosis; None for what it did not write."""
    found = Suggested.from_json(content.decode(errors="replace"))
    assert found is None or Suggested.from_json(found.to_json()) == found


_STROKES = [
    strokes.Stroke(
        strokes.Kind.BRUSH, strokes.Action.ADD, strokes.Path((strokes.Dab(4, 5, 2), strokes.Dab(9, 9, 3)), 0.5)
    ),
    strokes.Stroke(strokes.Kind.LASSO, strokes.Action.ERASE, strokes.Polygon(((1, 1), (9, 2), (5, 8)))),
    strokes.Stroke(strokes.Kind.DEFECT, strokes.Action.FORGET, strokes.Stamp(Box(1, 1, 9, 9), zlib.compress(bytes(8)))),
]


def _packed_strokes() -> st.SearchStrategy[bytes]:
    """Spoiled before and after they are packed, as chance rarely gets through the packing."""
    inside = st.one_of([json_bytes(strokes.to_json(one)) for one in _STROKES]).map(zlib.compress)
    return inside | mutated([strokes.to_bytes(one) for one in _STROKES])


def _packed_history() -> st.SearchStrategy[bytes]:
    whole = {"done": 2, "strokes": [strokes.to_json(one) for one in _STROKES]}
    return json_bytes(whole).map(zlib.compress)


# --- the library ------------------------------------------------------------------------------------------------------


def _library_seed() -> bytes:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "library.db"
        db = open_library(path)
        ids = [add_row(db, f"{number}.jpg") for number in range(3)]
        set_caption(db, ids[0], "at the lake")
        album = add_album(db, "Summer")
        add_to_album(db, album, ids)
        append_stroke(db, ids[0], Layer.ADDED, "brush", strokes.to_bytes(_STROKES[0]))
        db.insert(
            "INSERT INTO face (photo_id, box_left, box_top, box_right, box_bottom, landmarks, confidence)"
            " VALUES (1, 1, 2, 3, 4, '[[1, 2], [3, 4]]', 0.5)"
        )
        add_jobs(db, ids[:2], Recipe().to_json())
        job = take_next(db)
        result = path.parent / "results" / "a.png"
        result.parent.mkdir()
        result.touch()
        finish(
            db,
            job.id,
            add_version(db, job.photo_id, job.recipe, result, "engine", warnings=("A note.",)),
            1.0,
            ("A note.",),
        )
        trash_photos(db, ids[2:])
        db.close()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("VACUUM")
        return path.read_bytes()


def _library_seed_once(kept: list[bytes] = []) -> bytes:  # noqa: B006 - made once, when first needed
    if not kept:
        kept.append(_library_seed())
    return kept[0]


@st.composite
def _damage(draw) -> bytes:
    """What is done to a sound library file, as JSON: the file is too large to be kept for each of its wounds."""
    wounds: list[tuple[int, int, str]] = []
    for _ in range(draw(st.integers(1, 8))):
        page = draw(st.integers(0, 47))  # there are as many
        at = draw(st.one_of(st.integers(0, 120), st.integers(0, 4095)))
        wounds.append((page, at, draw(st.binary(min_size=1, max_size=16)).hex()))
    length = draw(st.one_of(st.none(), st.none(), st.none(), st.integers(0, 200_000)))
    return json.dumps({"wounds": wounds, "length": length, "clean": draw(st.booleans())}).encode()


@st.composite
def _lies(draw) -> bytes:
    """Rows that say what the program never wrote, in a sound file."""
    lies = st.tuples(st.sampled_from(_TEXTS), st.sampled_from(_VALUES))
    return json.dumps({"lies": draw(st.lists(lies, min_size=1, max_size=3))}).encode()


_TEXTS = (
    ("face", "landmarks"),
    ("job", "warnings"),
    ("job", "recipe"),
    ("job", "options"),
    ("job", "state"),
    ("version", "warnings"),
    ("version", "recipe"),
    ("version", "result"),
    ("photo", "flag"),
    ("photo", "progress"),
    ("photo", "date_from"),
    ("photo", "caption"),
    ("album", "name"),
    ("volume", "identity"),
    ("mask", "parameters"),
)
_VALUES = ("", "[", "{}", "[]", "[1]", "null", "nonsense", "[[1]]", "../../evil", "\0", "[" * 2000, "1900-99-99")


def library(content: bytes, folder: Path) -> None:
    path = folder / "library" / "library.db"
    path.parent.mkdir()
    how = json.loads(content)
    harm(path, how)
    if not how.get("clean"):
        path.with_name("library.db-wal").touch()  # as after a crash: the whole file is checked
    db = open_library(path)
    try:
        use(db)
    finally:
        db.close()
    open_library(path).close()


def harm(path: Path, how: dict[str, object]) -> None:
    whole = bytearray(_library_seed_once())
    for page, at, wound in how.get("wounds", []):
        begin = page * 4096 + at
        whole[begin : begin + len(wound) // 2] = bytes.fromhex(wound)
    path.write_bytes(whole[: how.get("length")])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        for (table, column), value in how.get("lies", []):
            with contextlib.suppress(sqlite3.IntegrityError):
                connection.execute(f"UPDATE {table} SET {column} = ?", (value,))
        if "lies" in how:
            connection.commit()


def use(db) -> None:
    ids = photo_ids(db, Selection())
    smart_counts(db)
    photos_by_id(db, ids)
    albums(db)
    for photo_id in ids:
        versions(db, photo_id)
        load_journal(db, photo_id)
        faces_of(db, photo_id)
    mark_interrupted(db)
    jobs(db)
    check_files(db, FakeMounts())
    set_caption(db, add_row(db, "new.jpg"), "new")
    take_next(db)
    trash_photos(db, ids)
    ids_in_trash(db)
    empty_trash(db, lambda path: False, until=time.time())
    take_snapshot(db.path)


_SUGGESTED = Suggested(Recipe(), ("Why.",), ((Box(1, 2, 3, 4), "small"),))
_ENTRY = asdict(Entry("ab" * 32, "wish", "result.png", "cd" * 16))

TARGETS = [
    Target("recipe", json_bytes(json.loads(Recipe().to_json())), recipe),
    Target("presets", json_bytes(json.loads(presets_to_json(PRESETS))), presets),
    Target("settings", json_bytes({one.key: one.default for one in SETTINGS}), settings),
    Target("ledger", st.lists(json_bytes(_ENTRY), max_size=3).map(b"\n".join), ledger),
    Target(
        "suggested",
        json_bytes(json.loads(_SUGGESTED.to_json())),
        suggested,
    ),
    Target("stroke", _packed_strokes(), stroke),
    Target("history", mutated([Journal(tuple(_STROKES), 2).to_bytes()]) | _packed_history(), history),
    Target("library", st.one_of(_damage(), _damage(), _lies()), library, cost=4),
]
