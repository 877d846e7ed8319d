import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photorestore.core.errors import UserError
from photorestore.core.recipe import Recipe
from photorestore.core.stages import STAGES, DenoiseSettings, EnlargeSettings


@given(st.floats(0, 1), st.sampled_from([1, 2, 4]), st.booleans())
def test_a_saved_recipe_comes_back_the_same(strength, scale, enabled):
    recipe = Recipe(
        denoise=DenoiseSettings(enabled, strength=strength), enlarge=EnlargeSettings(scale=scale), weights={"a": "1"}
    )

    assert Recipe.from_json(recipe.to_json()) == recipe


def test_settings_that_are_not_named_keep_their_defaults():
    assert Recipe.from_json('{"photorestore_recipe": 1, "stages": {"faces": {"strength": 0.3}}}').faces.strength == 0.3


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "not valid JSON"),
        ("[1]", "version number"),
        ('{"photorestore_recipe": 99}', "newer"),
        ('{"photorestore_recipe": 1, "stages": {"sharpen": {}}}', "do not exist: sharpen"),
        ('{"photorestore_recipe": 1, "stages": {"faces": {"power": 1}}}', "do not exist: power"),
        ('{"photorestore_recipe": 1, "stages": {"faces": {"strength": 2}}}', "from 0 to 1"),
        ('{"photorestore_recipe": 1, "stages": {"faces": {"strength": true}}}', "from 0 to 1"),
        ('{"photorestore_recipe": 1, "stages": {"enlarge": {"scale": 3}}}', "1, 2, 4"),
        ('{"photorestore_recipe": 1, "stages": {"faces": {"enabled": "yes"}}}', "true or false"),
        ('{"photorestore_recipe": 1, "stages": {"faces": 3}}', "must be an object"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_a_recipe_that_cannot_be_used_is_refused_in_words(text, sentence):
    with pytest.raises(UserError, match=sentence):
        Recipe.from_json(text)


def test_every_stage_has_a_switch_and_helped_knobs():
    for stage in STAGES:
        knobs = [entry.metadata.get("knob") for entry in fields(stage.settings)]
        assert fields(stage.settings)[0].name == "enabled"
        assert all(knob and knob.title and knob.help for knob in knobs)


def test_the_recipe_has_exactly_the_stages_of_the_table_in_their_order():
    assert list(json.loads(Recipe().to_json())["stages"]) == sorted(stage.name for stage in STAGES)
    assert [entry.name for entry in fields(Recipe)][:-1] == [stage.name for stage in STAGES]


@pytest.mark.parametrize("scale", ["true", "2.0", '"2"'])
def test_a_choice_of_another_type_is_refused(scale):
    with pytest.raises(UserError, match="it can be 1, 2, 4"):
        Recipe.from_json(f'{{"photorestore_recipe": 1, "stages": {{"enlarge": {{"scale": {scale}}}}}}}')
