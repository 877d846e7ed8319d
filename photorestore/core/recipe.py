"""`Recipe`: which stages run with which settings. A value, saved as JSON; the same recipe gives the same picture."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from photorestore.core.errors import UserError
from photorestore.core.stages import (
    STAGES,
    DenoiseSettings,
    EnlargeSettings,
    FaceSettings,
    PrepareSettings,
    ScratchSettings,
    StageSettings,
    TranslateSettings,
)

FORMAT_VERSION = 1


@dataclass(frozen=True)
class Recipe:
    """`weights` names the version (first 16 hex digits of the sha256) of every network that made the picture."""

    prepare: PrepareSettings = PrepareSettings()
    denoise: DenoiseSettings = DenoiseSettings()
    scratches: ScratchSettings = ScratchSettings()
    translate: TranslateSettings = TranslateSettings()
    faces: FaceSettings = FaceSettings()
    enlarge: EnlargeSettings = EnlargeSettings()
    weights: Mapping[str, str] = field(default_factory=dict)

    def settings(self, stage: str) -> StageSettings:
        found: StageSettings = getattr(self, stage)
        return found

    def to_json(self) -> str:
        stages = {stage.name: asdict(self.settings(stage.name)) for stage in STAGES}  # type: ignore[call-overload]
        whole = {"photorestore_recipe": FORMAT_VERSION, "stages": stages, "weights": dict(self.weights)}
        return json.dumps(whole, indent=2, sort_keys=True) + "\n"

    @staticmethod
    def from_json(text: str) -> Recipe:
        """Raise `UserError` for text that is no recipe, a newer format, an unknown stage or setting, or a bad value."""
        try:
            whole = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise UserError(f"This is not a recipe: it is not valid JSON ({error}).") from error
        if not isinstance(whole, dict) or not isinstance(whole.get("photorestore_recipe"), int):
            raise UserError('This is not a recipe: it has no "photorestore_recipe" version number.')
        if whole["photorestore_recipe"] > FORMAT_VERSION:
            raise UserError("This recipe was saved by a newer PhotoRestore; update the program to use it.")
        stages, weights = whole.get("stages", {}), whole.get("weights", {})
        if not isinstance(stages, dict) or not isinstance(weights, dict):
            raise UserError('This recipe is damaged: "stages" and "weights" must be objects.')
        known = {stage.name: stage.settings for stage in STAGES}
        if unknown := set(stages) - set(known):
            raise UserError(f"This recipe has stages that do not exist: {', '.join(sorted(unknown))}.")
        made = {name: _settings(known[name], name, values) for name, values in stages.items()}
        return Recipe(**made, weights={str(k): str(v) for k, v in weights.items()})


def _settings(kind: type[StageSettings], stage: str, values: Any) -> Any:
    if not isinstance(values, dict):
        raise UserError(f"This recipe is damaged: the settings of {stage} must be an object.")
    if unknown := set(values) - {entry.name for entry in fields(kind)}:  # type: ignore[arg-type]
        raise UserError(f"This recipe has settings of {stage} that do not exist: {', '.join(sorted(unknown))}.")
    return kind(**values)
