"""What the library gets and gives back: the promise that quitting loses nothing."""

import numpy as np
import pytest
from files.icc_profiles import adobe_like
from helpers import save_scan
from PIL import Image
from PySide6.QtCore import Qt

from photorestore.core.chances import ChanceMap
from photorestore.core.errors import UserError
from photorestore.core.photo import Metadata, Photo
from photorestore.core.recipe import Recipe
from photorestore.core.strokes import Action, Dab, Everything, Kind, Path, Stroke
from photorestore.files.reading import read_photo
from photorestore.gui.damage_maps import DamageMaps
from photorestore.gui.kept_work import Suggested, keep_result, keep_stroke, load_mask, load_work
from photorestore.gui.photo_keeper import PhotoKeeper
from photorestore.host.results import Restored
from photorestore.library.importing import import_pictures
from photorestore.library.listing import Selection, photo_ids
from photorestore.library.photos import photo_by_id, turn_photo
from photorestore.library.strokes import load_strokes, undo_stroke

SIZE = (128, 96)


@pytest.fixture
def scan(tmp_path, photo):
    return save_scan(tmp_path / "scan.png", photo)


@pytest.fixture
def photo_id(library, scan):
    return import_pictures(library, [scan]).added[0]


@pytest.fixture
def maps(tmp_path):
    return DamageMaps(tmp_path / "maps", "1")


def line(x, action=Action.ADD):
    return Stroke(Kind.LINE, action, Path((Dab.at(x, 5, 3), Dab.at(x, 80, 3))))


def test_strokes_come_back_with_all_that_can_be_undone_and_redone(library, photo_id):
    for x in (20, 40, 60):
        keep_stroke(library, photo_id, line(x), SIZE)
    undo_stroke(library, photo_id)
    history = load_mask(library, photo_id, SIZE)

    assert history.layers.mask()[40, [20, 40, 60]].tolist() == [True, True, False]
    assert (history.can_undo, history.can_redo) == (True, True)
    history.redo()
    assert history.layers.mask()[40, 60]


def test_strokes_before_a_checkpoint_go_and_the_mask_stays(library, photo_id, monkeypatch):
    monkeypatch.setattr("photorestore.library.strokes.UNDO_KEPT", 10)
    strokes = [line(5 + n, Action.ERASE if n % 3 == 0 else Action.ADD) for n in range(110)]
    for stroke in strokes:
        keep_stroke(library, photo_id, stroke, SIZE)
    kept = load_mask(library, photo_id, SIZE)
    assert len(kept.journal.strokes) < len(strokes)
    once = load_mask(library, photo_id, SIZE)
    while once.can_undo:
        once.undo()
    while once.can_redo:
        once.redo()

    for name in ("added", "erased"):
        wanted = getattr(painted(strokes).edits(), name)
        assert (getattr(kept.layers.edits(), name) == wanted).all()
        assert (getattr(once.layers.edits(), name) == wanted).all()


def test_a_stroke_is_kept_though_its_checkpoint_is_not(library, photo_id, monkeypatch):
    monkeypatch.setattr("photorestore.gui.kept_work.CHECKPOINT_EVERY", 2)

    def fail(*values):
        raise UserError("The disk is full.")

    monkeypatch.setattr("photorestore.gui.kept_work.save_checkpoint", fail)
    for x in (20, 40):
        keep_stroke(library, photo_id, line(x), SIZE)

    assert load_strokes(library, photo_id).done == 2
    assert load_mask(library, photo_id, SIZE).layers.mask()[40, [20, 40]].all()


def painted(strokes):
    from photorestore.core.mask_layers import MaskLayers

    layers = MaskLayers(*SIZE)
    for stroke in strokes:
        layers.paint(stroke)
    return layers


def test_clearing_is_a_stroke_like_any_other(library, photo_id):
    keep_stroke(library, photo_id, line(20), SIZE)
    keep_stroke(library, photo_id, Stroke(Kind.CLEAR, Action.ERASE, Everything()), SIZE)
    history = load_mask(library, photo_id, SIZE)
    assert not history.layers.mask().any()
    history.undo()

    assert history.layers.mask()[40, 20]


@pytest.mark.parametrize(("depth", "suffix"), [(8, ".png"), (16, ".png"), (16, ".tif")])
def test_a_result_is_kept_in_the_depth_and_kind_of_its_source(library, tmp_path, photo, depth, suffix):
    from photorestore.files.writing import write_photo

    source = write_photo(Photo(photo.pixels, metadata=Metadata(bit_depth=depth)), tmp_path / f"s{suffix}", source=None)
    photo_id = import_pictures(library, [source]).added[0]
    recipe = Recipe(weights={"detector": "abc"})
    version = keep_result(library, photo_id, Restored(read_photo(source), recipe, 0.0, 1.0))

    assert (version.result.suffix, read_photo(version.result).metadata.bit_depth) == (suffix, depth)
    assert Recipe.from_json(version.recipe) == recipe
    assert version.result.is_relative_to(library.folder)


def test_a_kept_result_keeps_colours_outside_srgb_also_of_a_turned_photograph(library, tmp_path):
    samples = np.full((20, 30, 3), (40, 200, 60), np.uint8)
    samples[:4] = (90, 90, 80)
    Image.fromarray(samples).save(tmp_path / "wide.png", icc_profile=adobe_like())
    [photo_id] = import_pictures(library, [tmp_path / "wide.png"]).added
    turn_photo(library, photo_by_id(library, photo_id), 2)
    restored = Restored(read_photo(photo_by_id(library, photo_id).file), Recipe(), 0.0, 1.0)

    version = keep_result(library, photo_id, restored)

    with Image.open(version.result) as image:
        assert np.array_equal(np.asarray(image), samples[::-1, ::-1])


def test_the_work_on_a_photograph_is_loaded_as_it_was_left(library, photo_id, maps, scan, photo):
    suggested = Suggested(Recipe(), ("Cracks.",), (((1, 2, 3, 4), "Small."),))
    keeper = PhotoKeeper(library, maps)
    keeper.keep_suggested(photo_id, suggested, ())
    keeper.keep_recipe(photo_id, Recipe(weights={"a": "b"}))
    keeper.name_settings(photo_id, "party", Recipe())
    keeper.keep_map(scan, ChanceMap.of(np.full(SIZE[::-1], 0.5, np.float32)))
    keeper.keep_result(photo_id, Restored(photo, Recipe(), 0.0, 1.0))
    keeper.close()
    work = load_work(library, photo_id, SIZE, maps)

    assert work.suggested == suggested
    assert work.recipe == Recipe(weights={"a": "b"})
    assert [named.name for named in work.snapshots] == ["party"]
    assert (work.chances.plane == 128).all()
    assert [version.kept for version in work.versions] == [True]


def test_a_map_of_another_detector_or_other_bytes_is_not_used(tmp_path, maps, scan, photo):
    maps.keep(scan, ChanceMap.of(np.full(SIZE[::-1], 0.5, np.float32)))
    assert maps.find(scan, *SIZE) is not None
    assert DamageMaps(tmp_path / "maps", "2").find(scan, *SIZE) is None
    save_scan(scan, Photo(1 - photo.pixels))

    assert maps.find(scan, *SIZE) is None


def test_undo_of_a_stroke_that_could_not_be_kept_takes_back_no_other(library, photo_id, maps, qtbot):
    keeper = PhotoKeeper(library, maps)
    keeper.add_stroke(photo_id, line(20), SIZE)
    keeper.wait()
    library.run("CREATE TRIGGER broken BEFORE INSERT ON stroke BEGIN SELECT RAISE(ABORT, 'disk'); END")
    with qtbot.waitSignal(keeper.failed):
        keeper.add_stroke(photo_id, line(20), SIZE)
    library.run("DROP TRIGGER broken")
    keeper.add_stroke(photo_id, line(20), SIZE)
    keeper.undo_stroke(photo_id)
    keeper.undo_stroke(photo_id)
    keeper.wait()
    assert load_strokes(library, photo_id).done == 1

    keeper.undo_stroke(photo_id)
    keeper.redo_stroke(photo_id)
    keeper.close()
    assert load_strokes(library, photo_id).done == 1


def test_an_import_says_how_far_it_is_and_ends_with_the_program(library, maps, tmp_path, photo):
    (tmp_path / "box").mkdir()
    for number in range(4):
        save_scan(tmp_path / "box" / f"{number}.png", Photo(photo.pixels * (0.2 * number + 0.2)))
    keeper, shares = PhotoKeeper(library, maps), []

    def told(share):
        shares.append(share)
        if share == 0.25:
            keeper._closing.set()  # as the program does when it closes

    keeper.importing.connect(told, Qt.ConnectionType.DirectConnection)
    keeper.take_in([tmp_path / "box"])
    keeper._imports.waitForDone()
    keeper.close()

    assert shares == [0, 0.25, 1]
    assert len(photo_ids(library, Selection())) == 2


def test_an_opened_photograph_is_copied_where_that_is_wished(library, maps, scan, qtbot):
    keeper = PhotoKeeper(library, maps, copies=lambda: True)
    with qtbot.waitSignal(keeper.were_imported) as told:
        keeper.take_in([scan])
    keeper.close()

    [photo] = told.args[0]
    assert photo.is_copy
    assert photo.path.is_relative_to(library.folder)


def test_a_result_that_cannot_be_kept_is_told(library, photo_id, maps, photo, qtbot):
    library.run("DELETE FROM photo WHERE id = ?", (photo_id,))
    keeper = PhotoKeeper(library, maps)
    with qtbot.waitSignal(keeper.result_was_not_kept) as told:
        keeper.keep_result(photo_id, Restored(photo, Recipe(), 0.0, 1.0))
    keeper.close()

    assert "no longer in the library" in told.args[1]


def test_named_files_are_opened_in_their_order_and_the_broken_ones_named(library, maps, tmp_path, photo, scan, qtbot):
    second = save_scan(tmp_path / "a second.png", Photo(1 - photo.pixels))
    (tmp_path / "letter.png").write_text("Dear grandmother")
    keeper = PhotoKeeper(library, maps)
    for _ in range(2):  # new, and known already
        with qtbot.waitSignal(keeper.were_imported) as told:
            keeper.take_in([scan, tmp_path / "letter.png", second])
        assert [photo.path for photo in told.args[0]] == [scan, second]
        assert len(told.args[1]) == 1
    keeper.close()
