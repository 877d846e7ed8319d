"""A photograph of the queue is restored as it would be on the Restore page: by its own mask, settings and faces."""

import cv2
import numpy as np
import pytest
from gui.queue_album import import_album
from helpers import save_scan, scene, scratch

from photorestore.core.chances import ChanceMap
from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.lean_photo import pixels_of
from photorestore.core.photo import MaskEdits, Photo
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.core.stages import DenoiseSettings, FaceSettings, PrepareSettings, ScratchSettings
from photorestore.core.strokes import Action, Dab, Kind, Path, Stroke
from photorestore.files.reading import read_photo
from photorestore.gui.damage_maps import DamageMaps
from photorestore.gui.kept_work import Suggested, keep_stroke, keep_suggested
from photorestore.gui.queue_work import run_job
from photorestore.gui.queued_photo import mask_edits
from photorestore.host.child import EngineOptions
from photorestore.host.client import EngineClient
from photorestore.host.results import Diagnosed, Restored
from photorestore.library.faces import decide_face, faces_of, save_found_faces
from photorestore.library.jobs import JobState, add_jobs, job_by_id, take_next
from photorestore.library.photos import photo_by_id, set_settings
from photorestore.library.strokes import undo_stroke
from photorestore.library.versions import versions

SIZE = (128, 96)
FILLING = Recipe(prepare=PrepareSettings(False), scratches=ScratchSettings(True))
GREY = Recipe(denoise=DenoiseSettings(True))


class Client:
    """Keeps what it is asked for."""

    def __init__(self):
        self.asked = []

    def diagnose(self, photo, progress, terms):
        self.asked.append("diagnose")
        return Diagnosed(GREY, ("It has some grain.",))

    def restore(self, photo, recipe, progress, terms):
        self.asked.append((photo, recipe))
        return Restored(Photo(1 - pixels_of(photo)), recipe, 0.0, 0.1)


@pytest.fixture
def photo_id(library, tmp_path):
    (tmp_path / "album").mkdir()
    save_scan(tmp_path / "album" / "scan.png", Photo(scene(SIZE[1], SIZE[0])))
    return import_album(library, tmp_path / "album")[0]


def stroke(x, action):
    return Stroke(Kind.BRUSH, action, Path((Dab.at(x, 10, 4), Dab.at(x, 80, 4))))


def do(library, client, photo_id, recipe=""):
    add_jobs(library, [photo_id], recipe)
    job = take_next(library)
    run_job(library, client, job, EngineOptions(), Progress(), lambda line: None)
    assert job_by_id(library, job.id).state is JobState.DONE, job_by_id(library, job.id).reason
    return client.asked[-1]


def test_both_layers_of_the_users_mask_reach_the_engine(library, photo_id):
    keep_stroke(library, photo_id, stroke(30, Action.ADD), SIZE)
    keep_stroke(library, photo_id, stroke(90, Action.ERASE), SIZE)
    keep_stroke(library, photo_id, stroke(60, Action.ADD), SIZE)
    undo_stroke(library, photo_id)

    photo, _ = do(library, Client(), photo_id)

    assert photo.edits.added[40, [30, 60, 90]].tolist() == [True, False, False]
    assert photo.edits.erased[40, [30, 60, 90]].tolist() == [False, False, True]
    assert photo.edits.automatic


def test_the_map_that_the_editor_shows_is_the_mask_and_is_not_looked_for_again(library, photo_id, tmp_path):
    maps, row = DamageMaps(tmp_path / "maps", "1"), photo_by_id(library, photo_id)
    damage = np.zeros((96, 128), np.float32)
    damage[20:60, 50:54] = damage[20:60, 90:94] = 0.99
    maps.keep(row.path, ChanceMap.of(damage))
    assert (mask_edits(library, row, SIZE, FILLING, maps).added >= (damage > 0.9)).all()
    keep_stroke(library, photo_id, stroke(92, Action.ERASE), SIZE)

    edits = mask_edits(library, row, SIZE, FILLING, maps)

    assert edits.added[40, [51, 92]].tolist() == [True, False]
    assert not edits.automatic
    assert mask_edits(library, row, SIZE, GREY, DamageMaps(tmp_path / "none", "1")).automatic


def test_a_photo_without_strokes_leaves_the_mask_to_the_engine(library, photo_id):
    photo, _ = do(library, Client(), photo_id)

    assert photo.edits == MaskEdits()


@pytest.mark.parametrize(("chosen", "wanted"), [(FILLING, FILLING), (None, GREY)])
def test_the_users_settings_count_else_what_was_suggested_and_nobody_looks_again(library, photo_id, chosen, wanted):
    keep_suggested(library, photo_id, Suggested(GREY, ("It has some grain.",)))
    set_settings(library, photo_id, None if chosen is None else chosen.to_json())
    client = Client()

    photo, recipe = do(library, client, photo_id)

    assert recipe == wanted
    assert photo.faces == ()
    assert "diagnose" not in client.asked


def test_settings_changed_a_moment_ago_reach_the_queue(opened, qtbot):
    opened.desk.recipes.change("denoise", enabled=True, strength=0.25)
    key = opened.session.current.key
    with qtbot.waitSignal(opened.queue.run_ended, timeout=20_000):
        opened.errands.queue_wanted.emit([key], None)

    (version,) = versions(opened.library, key)
    assert Recipe.from_json(version.recipe).denoise.strength == 0.25


def test_settings_given_with_the_job_win(library, photo_id):
    set_settings(library, photo_id, FILLING.to_json())

    assert do(library, Client(), photo_id, GREY.to_json())[1] == GREY


def test_a_face_the_user_decided_about_is_handed_over_so(library, photo_id):
    face = Face(Box(10, 10, 50, 60), ((20, 30), (40, 30), (30, 40), (22, 50), (38, 50)), 0.9)
    save_found_faces(library, photo_id, [face])
    decide_face(library, faces_of(library, photo_id)[0].id, enabled=True, strength=None)
    set_settings(library, photo_id, Recipe(faces=FaceSettings(True, strength=0.3)).to_json())

    (handed,) = do(library, Client(), photo_id)[0].faces

    assert (handed.enabled, handed.strength) == (True, 0.3)


@pytest.mark.slow
def test_what_was_painted_comes_out_filled_and_what_was_erased_stays(library, tmp_path):
    """By the real engine, on a real file."""
    old = scratch(scene(120, 168))
    (tmp_path / "album").mkdir()
    cv2.imwrite(str(tmp_path / "album" / "garden.png"), np.rint(old[..., ::-1] * 255))
    (photo_id,) = import_album(library, tmp_path / "album")
    painted, spared = np.zeros((2, 120, 168), bool)
    painted[85:110, 128:133], spared[66:78] = True, True
    middle = Path((Dab.at(0, 72, 14), Dab.at(168, 72, 14)))
    meadow = Path((Dab.at(130.5, 85, 4), Dab.at(130.5, 110, 4)))
    keep_stroke(library, photo_id, Stroke(Kind.BRUSH, Action.ERASE, middle), (168, 120))
    keep_stroke(library, photo_id, Stroke(Kind.LINE, Action.ADD, meadow), (168, 120))
    set_settings(library, photo_id, FILLING.to_json())
    add_jobs(library, [photo_id], "")
    job = take_next(library)

    with EngineClient(log_path=tmp_path / "engine.log") as client:
        run_job(library, client, job, EngineOptions(), Progress(), lambda line: None)

    assert job_by_id(library, job.id).state is JobState.DONE, job_by_id(library, job.id).reason
    (version,) = versions(library, photo_id)
    changed = np.abs(read_photo(version.result).pixels - read_photo(photo_by_id(library, photo_id).path).pixels).max(2)
    assert (changed[painted] > 1.5 / 255).mean() > 0.3
    assert changed[spared].max() == 0
    assert changed[:50].max() > 0.2  # the rest of the scratch is filled
