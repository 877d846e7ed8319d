from dataclasses import replace
from functools import partial
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from helpers import scene
from published_weights import filled

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.mask import grow
from photorestore.core.photo import Photo
from photorestore.core.progress import Progress
from photorestore.core.stages import TranslateSettings
from photorestore.engine import bundled_translation
from photorestore.engine.device import Device
from photorestore.engine.inference import Network
from photorestore.engine.nets.published_attention import PatchAttentionMapping, ScratchMapping
from photorestore.engine.nets.published_mapping import QualityMapping
from photorestore.engine.nets.published_vae import PublishedVae
from photorestore.engine.nets.translator import Translator
from photorestore.engine.stages import translate
from photorestore.engine.stages.translate import translate_photo
from photorestore.engine.tone import luma_of, merge_tone, tone_of
from photorestore.engine.tools import Tools
from photorestore.engine.weights import WeightsStore

CPU = Device("cpu", torch.float32, "", 1 << 30)
WIDTHS = (8, 16)
published = partial(TranslateSettings, weights="published")
NETWORKS = {
    "published-vae-a": lambda: PublishedVae(8, 1),
    "published-vae-b-quality": lambda: PublishedVae(8, 1),
    "published-vae-b-scratch": lambda: PublishedVae(8, 1),
    "published-mapping-quality": lambda: QualityMapping(WIDTHS, 1),
    "published-mapping-scratch": lambda: ScratchMapping(WIDTHS, 1),
    "published-mapping-patch-attention": lambda: PatchAttentionMapping(WIDTHS, 1),
}


class TinyStore:
    """Small networks with pseudo-weights; keeps the names that were asked for."""

    def __init__(self, missing=()):
        self.missing, self.asked = missing, []

    def has(self, name):
        return name not in self.missing

    def version(self, name):
        return "0" * 16

    def load(self, name):
        self.asked.append(name)
        return filled(NETWORKS[name]())


def small_translator():
    """As if trained: the layers that begin with zeros have numbers."""
    torch.manual_seed(0)
    translator = Translator((8, 12), (1, 1), 6, (8, 12, 16), 1).eval()
    torch.nn.init.normal_(translator.mapping.non_local.project.weight, std=0.2)
    torch.nn.init.normal_(translator.mapping.tail.weight, std=0.05)
    return translator


class TranslatorStore(TinyStore):
    def load(self, name):
        self.asked.append(name)
        return small_translator()


def tools(store=None, progress=Progress()):  # noqa: B008
    return Tools(store or TinyStore(), CPU, progress, load=lambda store, name: store.load(name))


def mask_of(photo, *boxes):
    mask = np.zeros(photo.pixels.shape[:2], bool)
    for top, bottom, left, right in boxes:
        mask[top:bottom, left:right] = True
    return replace(photo, mask=mask)


@pytest.mark.parametrize("size", [(1, 1), (1, 70), (5, 3), (37, 61), (96, 128)])
@pytest.mark.parametrize("mode", ["quality", "scratch", "high-resolution"])
def test_every_size_comes_back_in_the_same_size_and_range(size, mode):
    photo = Photo(scene(*size))
    if min(size) > 30:
        photo = mask_of(photo, (3, 20, 10, 12))

    pixels = translate_photo(photo, published(mode=mode), tools()).pixels

    assert pixels.shape == photo.pixels.shape
    assert pixels.min() >= 0
    assert pixels.max() <= 1


@pytest.mark.parametrize(
    ("mode", "has_holes", "mapping", "decoder"),
    [
        ("auto", False, "quality", "quality"),
        ("auto", True, "scratch", "scratch"),
        ("quality", True, "quality", "quality"),
        ("scratch", False, "scratch", "scratch"),
        ("high-resolution", True, "patch-attention", "scratch"),
        ("high-resolution", False, "quality", "quality"),
    ],
)
def test_each_mode_uses_its_published_networks(photo, mode, has_holes, mapping, decoder):
    store = TinyStore()

    translate_photo(mask_of(photo, (10, 20, 30, 40)) if has_holes else photo, published(mode=mode), tools(store))

    assert store.asked == ["published-vae-a", f"published-mapping-{mapping}", f"published-vae-b-{decoder}"]


def test_strength_blends_and_zero_changes_nothing(photo):
    none, half, full = (translate_photo(photo, published(strength=share), tools()).pixels for share in (0.0, 0.5, 1.0))

    assert np.array_equal(none, photo.pixels)
    np.testing.assert_allclose(half, (photo.pixels + full) / 2, atol=1e-6)
    assert np.abs(full - photo.pixels).mean() > 0.01


def test_no_contrast_stretch_is_applied_to_the_networks_picture(photo):
    made = tools()
    with torch.inference_mode():
        batch = torch.from_numpy(photo.pixels.transpose(2, 0, 1).copy())[None] * 2 - 1
        latents = made.module("published-mapping-quality")(made.module("published-vae-a").encode(batch))
        drawn = made.module("published-vae-b-quality").decode(latents)[0].permute(1, 2, 0).numpy() / 2 + 0.5

    np.testing.assert_allclose(translate_photo(photo, published(), made).pixels, drawn, atol=1e-5)


def test_what_a_hole_held_has_no_influence(photo):
    box = (20, 40, 50, 70)
    other = photo.pixels.copy()
    other[20:40, 50:70] = 0.1

    first, second = (
        translate_photo(mask_of(one, box), published(), tools()).pixels for one in (photo, photo.with_pixels(other))
    )

    assert np.array_equal(first, second)


@pytest.mark.parametrize("mode", ["scratch", "high-resolution"])
def test_hairlines_between_the_networks_samples_are_holes_too(mode):
    photo = Photo(scene(64, 64))
    seen = []
    store = TinyStore()
    store.load = lambda name: filled(NETWORKS[name]()).to(torch.float32)
    made = tools(store)
    module = made.module(translate.MAPPING[mode])
    module.register_forward_pre_hook(lambda module, inputs: seen.append(inputs[1][0, 0].numpy()))

    translate_photo(mask_of(photo, (0, 64, 7, 8)), published(mode=mode), made)

    assert (seen[0][:, 4:8] == 1).all()


@pytest.mark.parametrize("tint", [None, (0.06, -0.09)])
@pytest.mark.parametrize(
    ("settings", "store"), [(published(), TinyStore), (TranslateSettings(), TranslatorStore)], ids=["published", "own"]
)
def test_monochrome_and_toned_photos_keep_exactly_their_tone(settings, store, tint):
    luma = luma_of(scene(96, 128))
    pixels = np.repeat(luma[..., None], 3, axis=2)
    if tint:
        pixels = pixels + (luma * (1 - luma) * 4)[..., None] * np.float32([tint[0], 0, tint[1]])
    photo = Photo(np.clip(pixels, 0, 1).astype(np.float32))

    result = translate_photo(photo, settings, tools(store())).pixels

    assert not np.allclose(result, photo.pixels, atol=0.02)
    new_luma = luma_of(result)
    np.testing.assert_allclose(result, merge_tone(new_luma, tone_of(photo.pixels)), atol=0.02)
    if not tint:
        assert (np.ptp(result, axis=2) == 0).all()


def test_large_photos_are_worked_on_small_and_keep_detail_that_is_finer(monkeypatch, rng):
    monkeypatch.setattr(translate, "WORKING_PIXELS", 96 * 128)
    smooth, grain = scene(384, 512) * 0.8 + 0.1, rng.normal(0, 0.02, (96, 4, 128, 4, 3))
    grain = (grain - grain.mean((1, 3), keepdims=True)).reshape(384, 512, 3).astype(np.float32)
    made, shapes = tools(), []
    made.module("published-mapping-quality").register_forward_pre_hook(lambda _, inputs: shapes.append(inputs[0].shape))

    with_grain, without = (
        translate_photo(Photo(pixels), published(), made).pixels for pixels in (smooth + grain, smooth)
    )

    assert shapes == [(1, 8, 24, 32)] * 2
    inside = (without > 0.15) & (without < 0.85)
    np.testing.assert_allclose((with_grain - without)[inside], grain[inside], atol=1e-3)


def test_large_photos_keep_nothing_of_the_damage_in_their_holes(monkeypatch):
    monkeypatch.setattr(translate, "WORKING_PIXELS", 96 * 128)
    photo = Photo(scene(384, 512) * 0.5)
    white = photo.pixels.copy()
    white[100:110] = 1
    box = (96, 114, 0, 512)

    first, second = (
        translate_photo(mask_of(one, box), published(), tools()).pixels for one in (photo, photo.with_pixels(white))
    )

    assert np.abs(first - second).max() < 1e-5


def test_missing_weights_are_named_with_what_to_do(photo):
    store = TinyStore(missing=("published-mapping-quality",))

    with pytest.raises(UserError, match=r"published-mapping-quality.*photorestore models import"):
        translate_photo(photo, published(), tools(store))


@pytest.mark.parametrize("mode", ["scratch", "high-resolution"])
def test_a_mask_over_everything_is_a_sentence(photo, mode):
    with pytest.raises(UserError, match="covers the whole photo"):
        translate_photo(mask_of(photo, (0, 96, 0, 128)), published(mode=mode), tools())


def test_high_resolution_without_an_intact_patch_falls_back_to_attention(photo):
    store = TinyStore()
    stripes = [(0, 96, left, left + 3) for left in range(0, 120, 7)]

    translate_photo(mask_of(photo, *stripes), published(mode="high-resolution"), tools(store))

    assert "published-mapping-scratch" in store.asked


def test_progress_rises_and_cancelling_stops_between_layers(photo):
    shares, asked = [], []
    translate_photo(photo, published(), tools(progress=Progress(lambda share, text: shares.append(share))))
    assert shares == sorted(shares)

    def late():
        asked.append(1)
        return len(asked) > 20

    with pytest.raises(Cancelled):
        translate_photo(photo, published(), tools(progress=Progress(is_cancelled=late)))
    assert len(asked) == 21


def test_our_own_network_translates_any_size_and_knows_the_holes():
    photo, box = Photo(scene(70, 90)), (30, 40, 30, 40)

    plain, holed = (
        translate_photo(one, TranslateSettings(), tools(TranslatorStore())).pixels
        for one in (photo, mask_of(photo, box))
    )

    assert plain.shape == photo.pixels.shape
    assert not np.array_equal(plain, holed)


def test_only_what_was_repainted_changes_if_no_more_is_wanted():
    photo = mask_of(Photo(scene(96, 128)), (30, 40, 30, 40))
    everywhere, repainted = (
        translate_photo(photo, TranslateSettings(reach=reach), tools(TranslatorStore())).pixels
        for reach in ("everywhere", "repainted")
    )

    far = ~grow(photo.mask, 3)
    assert np.array_equal(repainted[far], photo.pixels[far])
    assert not np.array_equal(repainted[photo.mask], photo.pixels[photo.mask])
    assert not np.array_equal(everywhere[far], photo.pixels[far])


def test_what_is_transparent_stays_and_has_no_influence():
    photo, alpha = mask_of(Photo(scene(96, 128)), (30, 60, 60, 80)), np.ones((96, 128), np.float32)
    alpha[:, 70:] = 0
    drawn = []
    for colour in (0.0, 1.0):
        pixels = np.where(alpha[..., None] > 0, photo.pixels, np.float32(colour))
        cut = replace(photo, pixels=pixels, alpha=alpha)
        drawn.append(translate_photo(cut, TranslateSettings(), tools(TranslatorStore())).pixels)

    assert np.array_equal(drawn[0][:, :70], drawn[1][:, :70])
    assert all((pixels[:, 70:] == colour).all() for pixels, colour in zip(drawn, (0, 1), strict=True))


@pytest.mark.parametrize("reach", ["everywhere", "repainted"])
def test_later_passes_draw_in_the_holes_only(monkeypatch, reach):
    photo = mask_of(Photo(scene(96, 128)), (30, 40, 30, 40))
    drawn = {}
    for passes in (1, 2):
        monkeypatch.setattr(translate, "HOLE_PASSES", passes)
        drawn[passes] = translate_photo(photo, TranslateSettings(reach=reach), tools(TranslatorStore())).pixels

    far = ~grow(photo.mask, 3)
    assert np.array_equal(drawn[2][far], drawn[1][far])
    assert not np.array_equal(drawn[2][photo.mask], drawn[1][photo.mask])


def test_holes_are_drawn_in_full_where_the_rest_is_redrawn_in_part(monkeypatch):
    monkeypatch.setattr(translate, "HOLE_PASSES", 1)
    photo = mask_of(Photo(0.2 + 0.6 * scene(96, 128)), (30, 40, 30, 40))
    half, full = (
        translate_photo(photo, TranslateSettings(strength=strength), tools(TranslatorStore())).pixels
        for strength in (0.5, 1.0)
    )

    far = ~grow(photo.mask, 3)
    assert np.array_equal(half[photo.mask], full[photo.mask])
    assert half[far] == pytest.approx((full[far] + photo.pixels[far]) / 2, abs=1e-5)


def test_half_the_strength_is_half_of_what_all_passes_draw():
    photo = mask_of(Photo(0.2 + 0.6 * scene(96, 128)), (30, 40, 30, 40))
    half, full = (
        translate_photo(photo, TranslateSettings(strength=strength, reach="repainted"), tools(TranslatorStore())).pixels
        for strength in (0.5, 1.0)
    )

    assert half == pytest.approx((full + photo.pixels) / 2, abs=1e-5)


def test_nothing_repainted_asks_no_network():
    photo, store = Photo(scene(64, 64)), TranslatorStore()

    assert translate_photo(photo, TranslateSettings(reach="repainted"), tools(store)) is photo
    assert store.asked == []


def test_our_own_network_needs_its_weights():
    with pytest.raises(UserError, match="translator"):
        translate_photo(Photo(scene(64, 64)), TranslateSettings(), Tools(WeightsStore(Path(), Path()), CPU))


def test_our_own_network_leaves_a_large_photo_what_is_finer(monkeypatch, rng):
    monkeypatch.setattr(bundled_translation, "LONGEST_PX", 64)
    grain = (0.05 * rng.standard_normal((128, 128, 3))).astype(np.float32)
    smooth = cv2.GaussianBlur(0.2 + 0.6 * scene(128, 128), (0, 0), 4)

    with_grain, without = (
        translate_photo(Photo(pixels), TranslateSettings(), tools(TranslatorStore())).pixels
        for pixels in (np.clip(smooth + grain, 0, 1), smooth)
    )

    assert np.corrcoef((with_grain - without).ravel(), grain.ravel())[0, 1] > 0.8


def test_our_own_network_gives_tiled_what_it_gives_whole():
    network = Network(small_translator(), CPU)
    planes = np.dstack([scene(640, 704), np.zeros((640, 704), np.float32)])
    planes[200:260, 300:330, 3] = 1

    whole = network(planes)
    network.tiling = replace(network.tiling, side=128)

    assert np.abs(network(planes) - whole).max() < 1 / 255
