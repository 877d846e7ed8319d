import weakref
from dataclasses import fields, replace

import cv2
import numpy as np
import pytest
import torch
from fake_networks import CPU, Enlarging, fake_tools

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.photo import MaskEdits, Photo
from photorestore.core.pixels16 import Pixels16
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.core.stages import (
    STAGES,
    EnlargeSettings,
    FaceSettings,
    PrepareSettings,
    ScratchSettings,
    TranslateSettings,
)
from photorestore.engine.cache import StageCache
from photorestore.engine.device import Device
from photorestore.engine.pipeline import (
    STAGE_FUNCTIONS,
    check_result,
    enabled_stages,
    networks_of,
    recipe_with_versions,
    restore,
)
from photorestore.engine.tools import Tools

NOTHING = Recipe(prepare=PrepareSettings(False), scratches=ScratchSettings(False))
SHARPEN = replace(NOTHING, enlarge=EnlargeSettings(True, scale=1))
FILL = replace(NOTHING, scratches=ScratchSettings(True))


class Counting:
    """The enlarging network's change, which counts its calls."""

    def __init__(self):
        self.calls = 0

    def __call__(self, batch):
        self.calls += 1
        return batch


@pytest.fixture
def counting():
    return Counting()


@pytest.fixture
def tools(counting):
    return fake_tools(realesrgan_x4plus=Enlarging(counting))


def with_mask(photo, **changes):
    """The photo with a hand-painted square of damage."""
    mask = np.zeros((photo.height, photo.width), bool)
    mask[20:40, 20:30] = True
    return replace(photo, edits=MaskEdits(mask, automatic=False), **changes)


def test_every_stage_has_a_function_in_order():
    assert list(STAGE_FUNCTIONS) == [stage.name for stage in STAGES]


def test_every_stage_is_a_setting_of_the_recipe():
    assert set(STAGE_FUNCTIONS) == {entry.name for entry in fields(Recipe)} - {"weights"}


def test_a_recipe_of_nothing_changes_nothing_and_asks_for_nothing(photo, tools, counting):
    result = restore(photo, NOTHING, tools)

    assert result.pixels is photo.pixels
    assert enabled_stages(NOTHING) == []
    assert counting.calls == 0


def test_stages_run_in_order_and_their_findings_come_along(photo, tools):
    recipe = replace(FILL, enlarge=EnlargeSettings(True, scale=2))

    result = restore(with_mask(photo), recipe, tools)

    assert result.pixels.shape == (192, 256, 3)
    assert result.mask[50, 50]
    assert result.metadata is photo.metadata


def test_the_same_recipe_gives_the_same_picture(photo, tools):
    first, second = (restore(with_mask(photo), replace(FILL, enlarge=SHARPEN.enlarge), tools) for _ in range(2))

    assert np.array_equal(first.pixels, second.pixels)


def test_a_photo_kept_in_16_bit_comes_out_the_same(photo, tools):
    recipe = replace(SHARPEN, prepare=PrepareSettings(levels=0.7), scratches=ScratchSettings(True))
    lean = replace(photo, pixels=Pixels16(np.rint(photo.pixels * 65535).astype(np.uint16)))

    one, other = (restore(with_mask(kind), recipe, tools) for kind in (photo, lean))

    assert other.floats == pytest.approx(one.pixels, abs=5e-4)
    assert np.array_equal(other.mask, one.mask)


def test_finished_stages_are_remembered(photo, tools, counting):
    cache = StageCache(1 << 26)

    first = restore(photo, SHARPEN, tools, cache)
    drawn = counting.calls
    second = restore(Photo(photo.pixels.copy()), SHARPEN, tools, cache)

    assert counting.calls == drawn > 0
    assert second.pixels is first.pixels


@pytest.mark.parametrize(
    "other",
    [
        lambda photo, recipe: (Photo(photo.pixels * np.float32(0.9)), recipe),
        lambda photo, recipe: (photo, replace(recipe, enlarge=EnlargeSettings(True, scale=1, clean_up=True))),
        lambda photo, recipe: (photo, replace(recipe, prepare=PrepareSettings(True))),
        lambda photo, recipe: (replace(photo, alpha=np.ones((96, 128), np.float32)), recipe),
        lambda photo, recipe: (with_mask(photo), replace(recipe, scratches=ScratchSettings(True))),
        lambda photo, recipe: (replace(photo, faces=()), replace(recipe, faces=FaceSettings(True))),
    ],
)
def test_whatever_a_result_depends_on_makes_it_new(photo, tools, counting, other):
    cache = StageCache(1 << 26)
    restore(photo, SHARPEN, tools, cache)
    drawn = counting.calls

    restore(*other(photo, SHARPEN), tools, cache)

    assert counting.calls > drawn


@pytest.mark.parametrize("field", ["added", "erased"])
def test_another_stroke_on_the_mask_makes_it_new(photo, tools, field):
    cache = StageCache(1 << 26)
    painted = with_mask(photo)
    first = restore(painted, FILL, tools, cache)
    stroke = np.zeros_like(painted.edits.added)
    stroke[25:60, 22:60] = True

    second = restore(replace(painted, edits=replace(painted.edits, **{field: stroke})), FILL, tools, cache)

    assert not np.array_equal(first.mask, second.mask)


def test_levels_that_were_measured_around_another_stroke_are_not_remembered(tools):
    cache, recipe = StageCache(1 << 26), replace(NOTHING, prepare=PrepareSettings(levels=1.0))
    pixels = np.random.default_rng(0).uniform(0.3, 0.6, (96, 128, 3)).astype(np.float32)
    torn = np.zeros((96, 128), bool)
    torn[20:60, 20:90] = True
    pixels[torn] = 1
    blind = restore(Photo(pixels), recipe, tools, cache)

    seeing = restore(Photo(pixels, edits=MaskEdits(torn)), recipe, tools, cache)

    assert seeing.pixels[~torn].max() > blind.pixels[~torn].max() + 0.1


def test_the_photo_as_it_came_is_let_go_once_a_stage_has_changed_it(photo, tools):
    came, kept = [], []
    functions = {
        "prepare": lambda photo, settings, tools: (
            came.append(weakref.ref(photo)) or photo.with_pixels(photo.pixels / 2)
        ),
        "enlarge": lambda photo, settings, tools: kept.append(came[0]() is not None) or photo,
    }

    restore(Photo(photo.pixels.copy()), replace(SHARPEN, prepare=PrepareSettings()), tools, functions=functions)

    assert kept == [False]


def test_other_weights_make_it_new(photo, tools, counting):
    cache = StageCache(1 << 26)
    restore(photo, SHARPEN, tools, cache)
    drawn = counting.calls
    tools.weights.version = lambda name: "newer"

    restore(photo, SHARPEN, tools, cache)

    assert counting.calls > drawn


def test_a_later_change_leaves_earlier_stages_remembered(photo, tools):
    cache = StageCache(1 << 26)
    filled = restore(with_mask(photo), FILL, tools, cache)

    again = restore(with_mask(photo), replace(FILL, enlarge=EnlargeSettings(True, scale=1, strength=0.0)), tools, cache)

    assert again.pixels is filled.pixels


def test_what_a_stage_did_not_touch_comes_from_the_photo_at_hand(photo, tools):
    cache = StageCache(1 << 26)
    restore(photo, SHARPEN, tools, cache)
    other = replace(photo, metadata=replace(photo.metadata, dpi=(300, 300)))

    assert restore(other, SHARPEN, tools, cache).metadata.dpi == (300, 300)


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        (lambda p: p[:, :-1], "127 x 96 pixels instead of 128 x 96"),
        (lambda p: np.where(p > p.max() * 0.99, np.float32(np.nan), p), "no colours"),
        (lambda p: p * np.inf, "no colours"),
        (lambda p: p + np.float32(0.5), "values from"),
        (lambda p: np.full_like(p, 0.5), "single flat colour"),
    ],
)
@pytest.mark.filterwarnings("ignore:invalid value")
def test_what_can_be_no_picture_does_not_count_as_a_result(photo, change, trouble):
    broken = Photo(np.ascontiguousarray(change(photo.pixels)))

    with pytest.raises(UserError, match=f"step Enlarge failed.*{trouble}"):
        check_result(photo, broken, "enlarge")


def test_numbers_that_are_no_colours_are_no_result_in_16_bit_either(photo, tools):
    def fail(photo, settings, tools):
        pixels = photo.pixels.copy()
        pixels[4:9] = np.full((5, photo.width, 3), np.nan, np.float32)
        return photo.with_pixels(pixels)

    deep = Photo(Pixels16(np.rint(photo.pixels * 65535).astype(np.uint16)))

    with pytest.raises(UserError, match=r"step Enlarge failed.*no colours"):
        restore(deep, SHARPEN, tools, functions={"enlarge": fail})


def test_what_a_graphics_card_has_no_memory_for_the_processor_does_and_it_is_said(photo):
    def run_out(batch):
        if batch.device.type != "cpu":
            raise torch.OutOfMemoryError
        return batch

    card = Device("meta", torch.float32, "as a test wants it", 1 << 30)
    small = Tools(fake_tools(realesrgan_x4plus=None).weights, card, load=lambda *_: Enlarging(run_out))

    result = restore(photo, SHARPEN, small)

    expected = restore(photo, SHARPEN, replace(small, device=CPU))
    assert result.pixels == pytest.approx(expected.pixels, abs=0.01)
    assert ["processor" in note for note in result.notes] == [True]
    assert not expected.notes


def test_an_error_that_is_not_about_memory_is_not_tried_again(photo, tools):
    calls = []

    def fail(photo, settings, tools):
        calls.append(tools.device.name)
        raise UserError("no weights")

    with pytest.raises(UserError, match="no weights"):
        restore(photo, SHARPEN, replace(tools, device=replace(CPU, name="cuda")), functions={"enlarge": fail})
    assert calls == ["cuda"]


def test_a_flat_photo_may_stay_flat():
    flat = Photo(np.full((4, 4, 3), 0.5, np.float32))

    check_result(flat, flat, "prepare")


def test_a_stage_that_fails_its_check_stops_the_work_and_is_not_remembered(photo, tools):
    cache = StageCache(1 << 26)
    flat = {"enlarge": lambda photo, settings, tools: photo.with_pixels(np.full_like(photo.pixels, 0.5))}

    with pytest.raises(UserError, match="step Enlarge failed"):
        restore(photo, SHARPEN, tools, cache, flat)

    assert len(cache) == 0


def test_progress_goes_from_nothing_to_all_and_names_the_stages(photo, tools):
    said = []
    listening = tools.with_progress(Progress(lambda share, text: said.append((share, text))))

    restore(with_mask(photo), replace(FILL, enlarge=SHARPEN.enlarge), listening)

    shares = [share for share, _ in said]
    assert shares[0] == 0
    assert shares[-1] == 1
    assert shares == sorted(shares)
    assert {text for _, text in said} >= {"Scratches", "Enlarge"}


def test_cancelled_work_stops(photo, tools):
    with pytest.raises(Cancelled):
        restore(photo, SHARPEN, tools.with_progress(Progress(is_cancelled=lambda: True)))


def test_the_recipe_names_the_versions_of_the_networks_it_may_use(tools):
    recipe = recipe_with_versions(replace(SHARPEN, translate=TranslateSettings(True, weights="published")), tools)

    assert recipe.weights == {"realesrgan-x4plus": "version of realesrgan-x4plus"}
    assert recipe_with_versions(NOTHING, tools).weights == {}


@pytest.mark.parametrize("method", ["realesrgan", "published-256", "published-512"])
def test_the_network_of_every_face_method_is_known(method):
    name = {"realesrgan": "realesrgan-x4plus"}.get(method, method.replace("-", "-face-"))

    assert networks_of("faces", Recipe(faces=FaceSettings(method=method))) == (name,)


def drawn_again(photo, settings, tools):
    return photo.with_pixels(0.9 * photo.pixels + 0.05) if settings.strength else photo


def fineness(photo):
    pixels = photo.pixels[:]
    return (pixels - cv2.GaussianBlur(pixels, (0, 0), 1.5))[photo.mask].std()


def test_grain_comes_after_the_last_filling_whatever_the_cache_holds(rng):
    pixels = np.clip(0.5 + 0.05 * rng.standard_normal((160, 160, 3)), 0, 1).astype(np.float32)
    photo = with_mask(Photo(pixels))
    once = FILL
    twice = replace(FILL, translate=TranslateSettings(True, reach="repainted"))
    in_vain = replace(FILL, translate=TranslateSettings(True, strength=0.0, reach="repainted"))
    functions = {**STAGE_FUNCTIONS, "translate": drawn_again}
    fresh_once, fresh_twice = (
        fineness(restore(photo, recipe, fake_tools(), functions=functions)) for recipe in (once, twice)
    )

    cache = StageCache(1 << 24)
    for recipe, fresh in ((twice, fresh_twice), (once, fresh_once), (twice, fresh_twice), (in_vain, fresh_once)):
        assert fineness(restore(photo, recipe, fake_tools(), cache, functions)) == pytest.approx(fresh, rel=1e-3)
    assert min(fresh_once, fresh_twice) > 0.02
