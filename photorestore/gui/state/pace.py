"""`Pace`: how long restoring takes on this computer, learned from what was restored here."""

from __future__ import annotations

from collections.abc import Callable

from photorestore.core.recipe import Recipe
from photorestore.core.stages import STAGES

_CALMING = 0.8  # a run that found finished steps is quick: it pulls the estimate down only slowly


class Pace:
    """`recall` and `remember` keep a number of seconds a megapixel under a name."""

    def __init__(self, recall: Callable[[str], float | None], remember: Callable[[str, float], object]) -> None:
        self._recall = recall
        self._remember = remember

    def seconds(self, recipe: Recipe, megapixels: float) -> float | None:
        """None where nothing like it was ever done here."""
        known = self._recall(_kind_of(recipe))
        return None if known is None else known * megapixels

    def learn(self, recipe: Recipe, megapixels: float, seconds: float) -> None:
        pace, kind = seconds / max(megapixels, 1e-6), _kind_of(recipe)
        known = self._recall(kind)
        self._remember(kind, pace if known is None else max(pace, _CALMING * known + (1 - _CALMING) * pace))


def _kind_of(recipe: Recipe) -> str:
    """The stages that run, with the choices that matter for the time."""
    details = {
        "denoise": recipe.denoise.method,
        "translate": recipe.translate.weights,
        "faces": recipe.faces.method,
        "enlarge": f"{recipe.enlarge.scale}{'c' * recipe.enlarge.clean_up}",
    }
    names = [stage.name for stage in STAGES if recipe.settings(stage.name).enabled]
    return "+".join(f"{name}.{details[name]}" if name in details else name for name in names)
