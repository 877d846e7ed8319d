"""What a diagnosis leads to: nothing for a fine photograph, and a reason for everything that is done or left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.recipe import Recipe
from photorestore.core.stages import ScratchSettings
from photorestore.engine.blur_estimation import Blur
from photorestore.engine.diagnosis import Diagnosis, Range
from photorestore.engine.noise import Noise, noise_level
from photorestore.engine.noise_kinds import Trouble
from photorestore.engine.suggest import suggest

QUIET = Noise(luma=0.003, channels=(0.003, 0.003, 0.003), grain=0.01, chroma=0.001, evenness=0.2)
FINE = Diagnosis(640, 480, "colour", QUIET, 0.5, Range((0.02, 0.03, 0.02), (0.97, 0.98, 0.95)), 0.0, ())
STRONG_GRAIN = replace(QUIET, grain=0.07, evenness=0.8)
WHITE = Noise(luma=0.04, channels=(0.06, 0.06, 0.06), grain=0.04, chroma=0.06, evenness=0.8)
FADED_ENDS = (0.25, 0.7)
FADED = Range((0.2, 0.22, 0.2), (0.7, 0.72, 0.71))


def face(size, enabled=True):
    return Face(Box(0, 0, size, size), ((0, 0),) * 5, 0.99, enabled)


def enabled(suggestion):
    stages = ("prepare", "denoise", "scratches", "translate", "faces", "enlarge")
    return {name for name in stages if suggestion.recipe.settings(name).enabled}


def said(suggestion):
    return " ".join(suggestion.reasons)


def test_a_fine_photograph_is_left_alone():
    suggestion = suggest(FINE)

    assert enabled(suggestion) == set()
    assert suggestion.reasons == ("Nothing to repair: this photograph is fine and is left alone.",)


@pytest.mark.parametrize("count", [1, 2, 200])
def test_a_picture_of_few_colours_is_left_alone(count):
    suggestion = suggest(
        replace(FINE, few_colours=count, noise=WHITE, trouble=Trouble("salt-and-pepper", 0.4), damage_share=0.3)
    )

    assert enabled(suggestion) == set()
    assert "colour" in said(suggestion)


def test_faces_of_a_fine_photograph_are_left_alone():
    suggestion = suggest(replace(FINE, faces=(face(120), face(90))))

    assert enabled(suggestion) == set()
    assert "2 faces found and left as photographed" in said(suggestion)


def test_a_fine_photograph_without_a_detector_says_what_was_not_looked_for():
    assert "not looked for" in said(suggest(replace(FINE, damage_share=None)))


def test_damage_is_filled_and_its_share_is_said():
    suggestion = suggest(replace(FINE, damage_share=0.03, certain_share=0.03))

    assert enabled(suggestion) == {"scratches"}
    assert "3%" in said(suggestion)


def test_marks_on_a_picture_that_looks_new_need_strong_evidence():
    doubtful = replace(FINE, damage_share=0.003, certain_share=0.003)

    assert enabled(suggest(doubtful)) == set()
    assert "left alone unless you turn on Scratches" in said(suggest(doubtful))
    assert "this photograph is fine" not in said(suggest(doubtful))
    assert enabled(suggest(replace(doubtful, kind="monochrome"))) == set()
    assert enabled(suggest(replace(doubtful, kind="toned"))) == {"scratches"}


def test_likely_marks_are_not_enough_where_none_is_certain():
    assert enabled(suggest(replace(FINE, damage_share=0.04, certain_share=0.001, certain_spots=9))) == set()


@pytest.mark.parametrize(
    ("share", "certain_share", "spots", "fills"),
    [
        (0.0065, 0.0, 0, False),  # two heads before a pale sky
        (0.0065, 0.0006, 1, True),
        (0.003, 0.0013, 1, False),  # a string of pearls
        (0.003, 0.0013, 2, True),
        (0.003, 0.0025, 1, True),
    ],
)
def test_in_an_old_photograph_too_something_must_be_damage_beyond_doubt(share, certain_share, spots, fills):
    old = replace(FINE, range=FADED, damage_share=share, certain_share=certain_share, certain_spots=spots)
    suggestion = suggest(old)

    assert ("scratches" in enabled(suggestion)) == fills
    assert ("left alone unless" in said(suggestion)) == (not fills)


def test_what_is_filled_is_redrawn_where_the_networks_are_there():
    suggestion = suggest(replace(FINE, kind="toned", damage_share=0.03, certain_spots=1, has_translator=True))

    assert enabled(suggestion) == {"scratches", "translate"}
    assert suggestion.recipe.translate.reach == "repainted"
    assert "redrawn" in said(suggestion)


@pytest.mark.parametrize(("noise", "kind"), [(STRONG_GRAIN, "grain"), (WHITE, "gaussian"), (WHITE, "poisson")])
def test_a_noisy_picture_is_translated_as_a_whole_and_not_redrawn_a_second_time(noise, kind):
    suggestion = suggest(replace(FINE, noise=noise, trouble=Trouble(kind, 0.07), wear=0.05, has_translator=True))

    assert enabled(suggestion) == {"denoise", "translate"}
    assert suggestion.recipe.translate.reach == "everywhere"
    assert "redraw the whole picture" in said(suggestion)


def test_a_soft_and_noisy_picture_is_translated_and_redrawn():
    worn = replace(FINE, noise=STRONG_GRAIN, trouble=Trouble("grain", 0.07), blur_px=2.0, wear=0.05)

    assert enabled(suggest(replace(worn, has_translator=True))) == {"denoise", "translate", "enlarge"}


def test_a_picture_that_the_networks_would_change_is_worn_though_no_noise_was_recognised():
    worn = replace(FINE, wear=0.03, has_translator=True, damage_share=0.003, certain_spots=2, faces=(face(120),))
    suggestion = suggest(worn)

    assert enabled(suggestion) == {"denoise", "scratches", "translate", "faces"}
    assert suggestion.recipe.denoise.strength < 0.5
    assert "looks worn" in said(suggestion)
    assert enabled(suggest(replace(worn, wear=0.01))) == {"denoise", "translate", "faces"}  # doubtful marks are left


def test_under_heavy_wear_less_likely_damage_is_filled():
    damaged = replace(FINE, damage_share=0.004, certain_spots=2, has_translator=True)
    worn, heavily_worn = (suggest(replace(damaged, wear=wear)).recipe.scratches for wear in (0.02, 0.06))

    assert worn == ScratchSettings()
    assert heavily_worn.threshold < worn.threshold
    assert "scratches" in enabled(suggest(replace(damaged, certain_spots=0, wear=0.06)))


def test_the_heavier_the_wear_the_more_is_redrawn():
    suggestions = [suggest(replace(FINE, wear=wear, has_translator=True)) for wear in (0.01, 0.02, 0.04)]
    strengths = [suggestion.recipe.translate.strength for suggestion in suggestions]

    assert strengths == sorted(set(strengths))
    assert strengths[-1] == 1


def test_grain_that_the_networks_would_leave_is_texture():
    even = replace(FINE, noise=STRONG_GRAIN, trouble=Trouble("grain", 0.07), wear=0.004)

    assert enabled(suggest(even)) & {"denoise", "enlarge"}
    assert enabled(suggest(replace(even, has_translator=True))) == set()


def test_a_noisy_picture_that_the_networks_would_hardly_change_is_only_denoised():
    lightly = replace(FINE, noise=WHITE, trouble=Trouble("gaussian", 0.02), wear=0.002, has_translator=True)

    assert enabled(suggest(lightly)) == {"denoise"}


@pytest.mark.parametrize("trouble", [Trouble("salt-and-pepper", 0.2), Trouble("gaussian", blur=Blur("misfocus", 4))])
def test_what_has_its_own_remedy_is_not_translated_as_a_whole(trouble):
    suggestion = suggest(replace(FINE, noise=WHITE, trouble=trouble, wear=0.05, has_translator=True))

    assert "translate" not in enabled(suggestion)


def test_a_few_stray_pixels_are_not_damage():
    assert enabled(suggest(replace(FINE, damage_share=0.001))) == set()


@pytest.mark.parametrize(("noise", "word"), [(STRONG_GRAIN, "strong grain"), (WHITE, "strong noise")])
def test_noise_is_reduced_and_named(noise, word):
    suggestion = suggest(replace(FINE, noise=noise))

    assert enabled(suggestion) & {"denoise", "enlarge"}
    assert word in said(suggestion)


def test_the_stronger_the_noise_the_more_is_done():
    some, coarse = (suggest(replace(FINE, noise=replace(STRONG_GRAIN, grain=grain))) for grain in (0.04, 0.1))

    assert enabled(some) == {"denoise"}
    assert enabled(coarse) == {"denoise", "enlarge"}


def test_texture_is_not_taken_for_noise():
    assert noise_level(replace(QUIET, luma=0.02, grain=0.04, evenness=0.4)) == 0


def test_a_soft_photograph_is_redrawn():
    suggestion = suggest(replace(FINE, blur_px=2.0))

    assert enabled(suggestion) == {"enlarge"}
    assert suggestion.recipe.enlarge.scale == 1
    assert suggestion.recipe.enlarge.clean_up


def test_a_huge_scan_is_not_redrawn_for_half_an_hour():
    suggestion = suggest(replace(FINE, width=9000, height=6000, noise=STRONG_GRAIN, blur_px=2.0))

    assert enabled(suggestion) == {"denoise"}
    assert "too large" in said(suggestion)


def test_faded_contrast_comes_back_the_further_the_more_has_gone():
    some, much = (
        suggest(replace(FINE, range=Range((low,) * 3, (high,) * 3))) for low, high in ((0.2, 0.9), FADED_ENDS)
    )

    assert 0 < some.recipe.prepare.levels < much.recipe.prepare.levels < 1


def test_without_colours_of_its_own_a_photograph_has_to_have_lost_more():
    pale = Range((0.12,) * 3, (0.74,) * 3)

    assert "prepare" in enabled(suggest(replace(FINE, range=pale)))
    for kind in ("monochrome", "toned"):
        assert "prepare" not in enabled(suggest(replace(FINE, range=pale, kind=kind)))


def test_a_night_is_brightened_a_little_and_passes_neither_for_faded_nor_for_old():
    night = replace(FINE, range=Range((0.01, 0.02, 0.02), (0.3, 0.28, 0.2)), damage_share=0.01, certain_spots=2)
    suggestion = suggest(night)

    assert enabled(suggestion) == {"prepare"}
    assert (suggestion.recipe.prepare.levels, suggestion.recipe.prepare.colour_cast) == (0.4, 0.0)
    assert "dark" in said(suggestion)
    assert "faded" not in said(suggestion)


def test_a_cast_is_only_taken_from_faded_colour_photographs():
    uneven = replace(FADED, whites=(0.7, 0.6, 0.72))

    assert suggest(replace(FINE, range=uneven)).recipe.prepare.colour_cast > 0
    assert suggest(replace(FINE, range=uneven, kind="toned")).recipe.prepare.colour_cast == 0
    assert suggest(replace(FINE, range=replace(FINE.range, whites=(0.98, 0.8, 0.7)))).recipe.prepare.colour_cast == 0


def test_a_toned_photograph_is_said_to_stay_so():
    assert "toned and stays so" in said(suggest(replace(FINE, range=FADED, kind="toned")))


def test_only_large_and_certain_faces_of_worn_photographs_are_refined():
    worn = replace(FINE, blur_px=2.0)

    assert "faces" in enabled(suggest(replace(worn, faces=(face(120), face(30)))))
    assert "faces" not in enabled(suggest(replace(worn, faces=(face(30), face(120, enabled=False)))))


def test_a_suggested_recipe_can_be_saved():
    recipe = suggest(replace(FINE, range=FADED, noise=WHITE, damage_share=0.1)).recipe

    assert Recipe.from_json(recipe.to_json()) == recipe


@pytest.mark.parametrize(
    ("trouble", "noise", "without", "with_denoiser", "word"),
    [
        (Trouble("random-valued", 0.2), WHITE, "l0tv", "l0tv", "specks of any lightness"),
        (Trouble("salt-and-pepper", 0.2), WHITE, "l0tv", "l0tv", "black and white"),
        (Trouble("gaussian", 0.04), WHITE, "nlm", "denoiser", "noise"),
        (Trouble("poisson", 0.04), WHITE, "anscombe-nlm", "anscombe-denoiser", "grows with the light"),
        (Trouble("grain", 0.07), STRONG_GRAIN, "nlm", "nlm", "grain"),
        (Trouble(blur=Blur("motion", 12, 40)), QUIET, "shrinkage-fields", "plug-and-play", "moved by about 12"),
        (Trouble(blur=Blur("misfocus", 4)), QUIET, "shrinkage-fields", "plug-and-play", "out of focus"),
    ],
)
def test_the_method_fits_the_kind_of_trouble_and_what_is_installed(trouble, noise, without, with_denoiser, word):
    worn = replace(FINE, trouble=trouble, noise=noise)
    suggestions = [suggest(replace(worn, has_denoiser=has)) for has in (False, True)]

    assert [suggestion.recipe.denoise.method for suggestion in suggestions] == [without, with_denoiser]
    assert all(word in said(suggestion) for suggestion in suggestions)


def test_the_found_blur_is_what_is_undone():
    denoise = suggest(replace(FINE, trouble=Trouble(blur=Blur("motion", 12, 40)))).recipe.denoise

    assert (denoise.enabled, denoise.blur, denoise.blur_px, denoise.blur_angle) == (True, "motion", 12, 40)


def test_jpeg_blocks_are_named_and_redrawn_where_they_are_plain_and_the_networks_are_there():
    blocky, doubtful = (replace(FINE, trouble=Trouble(blockiness=measured)) for measured in (2.0, 1.5))

    assert enabled(suggest(blocky)) == set()
    assert "JPEG blocks" in said(suggest(blocky))
    assert "Enlarge with clean-up can redraw them" in said(suggest(blocky))
    redrawn = suggest(replace(blocky, has_translator=True))
    assert enabled(redrawn) == {"translate"}
    assert "left alone" not in said(redrawn)
    assert enabled(suggest(replace(doubtful, has_translator=True))) == set()
