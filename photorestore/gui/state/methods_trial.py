"""`MethodsTrial`: a patch of the shown photograph by every denoising method, one after the other; one can be taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal, Slot

from photorestore.core.geometry import Box
from photorestore.core.settings_fields import Knob
from photorestore.core.stages import DenoiseSettings
from photorestore.gui.photo_source import PhotoSource
from photorestore.gui.pixmaps import Picture
from photorestore.gui.state.recipe_desk import RecipeDesk
from photorestore.gui.state.session import Session
from photorestore.host.results import ComparedMethod

USUAL_PATCH = (384, 288)
LARGEST_PATCH = (800, 600)  # more would make one wait for the slow methods
SMALLEST_PATCH = 32


class Stand(Enum):
    WAITING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()


@dataclass(frozen=True, eq=False)
class Attempt:
    """One method on the patch. `noise` (of 255) is what it left; `trouble` says why there is no picture."""

    method: str
    stand: Stand = Stand.WAITING
    share: float = 0.0
    picture: Picture | None = None
    seconds: float = 0.0
    noise: float = 0.0
    trouble: str = ""


class MethodsTrial(QObject):
    """Every method runs at full strength and is told the noise of the whole photograph, as restoring would tell it."""

    changed = Signal()
    trial_wanted = Signal(int, object, object, object)  # job, PhotoSource, DenoiseSettings, Box
    cancel_wanted = Signal(int)  # job

    def __init__(self, session: Session, recipes: RecipeDesk, jobs: Iterator[int]) -> None:
        super().__init__()
        self._session = session
        self._recipes = recipes
        self._jobs = jobs
        self._job = 0
        self.box = Box(0, 0, 0, 0)
        self.original: Picture | None = None
        self.sigma: float | None = None  # of the whole photograph, once the first method was told
        self.attempts: tuple[Attempt, ...] = ()
        session.leaving.connect(self.stop)

    @property
    def is_running(self) -> bool:
        return self._job != 0

    @property
    def suggested(self) -> str:
        """The method that the diagnosis led to, "" where it led to none."""
        entry = self._session.current
        if entry is None or entry.suggested is None or not entry.suggested.recipe.denoise.enabled:
            return ""
        return entry.suggested.recipe.denoise.method

    @property
    def reasons(self) -> tuple[str, ...]:
        """What the diagnosis says."""
        entry = self._session.current
        return () if entry is None or entry.suggested is None else entry.suggested.reasons

    # --- wanted by the user ---------------------------------------------------------------------------------------

    def begin(self, box: Box) -> None:
        """Try every method on this part, or on its middle if it is large; a running trial is given up."""
        entry = self._session.current
        if entry is None or entry.facts is None or not entry.is_ready:
            return
        self.stop()
        self.box = patch_of(box, entry.facts.width, entry.facts.height)
        self.original, self.sigma = None, None
        self.attempts = tuple(Attempt(name) for name in method_names())
        self._ask_next()

    def resume(self) -> None:
        """Go on with the methods that were not tried yet."""
        if not self.is_running:
            self._ask_next()

    @Slot()
    def stop(self) -> None:
        if self._job:
            self.cancel_wanted.emit(self._job)
            self._job = 0
            self._change_running(stand=Stand.WAITING, share=0.0)

    def take(self, method: str) -> None:
        """This method goes into the photograph's recipe, at the strength that was seen."""
        self.stop()
        entry = self._session.current
        if entry is not None:
            self._recipes.set_stage("denoise", replace(entry.wanted.denoise, enabled=True, method=method, strength=1.0))

    # --- answers of the engine ------------------------------------------------------------------------------------

    @Slot(int, float, str)
    def on_progress(self, job: int, share: float, step: str) -> None:
        if job == self._job:
            self._change_running(share=share)

    @Slot(int, object, object, object)
    def on_tried(self, job: int, original: Picture, picture: Picture, found: ComparedMethod) -> None:
        if job == self._job:
            self.original, self.sigma = original, found.sigma
            self._finish(stand=Stand.DONE, share=1.0, picture=picture, seconds=found.seconds, noise=found.noise)

    @Slot(int, str)
    def on_failed(self, job: int, sentence: str) -> None:
        if job == self._job:
            self._finish(stand=Stand.FAILED, trouble=sentence)

    @Slot(int)
    def on_cancelled(self, job: int) -> None:
        if job == self._job:
            self._job = 0
            self._change_running(stand=Stand.WAITING, share=0.0)

    def _finish(self, **values: object) -> None:
        self._job = 0
        self._change_running(**values)
        self._ask_next()

    def _ask_next(self) -> None:
        entry = self._session.current
        left = [one for one in self.attempts if one.stand is Stand.WAITING]
        waiting = min(left, key=lambda one: one.method != self.suggested, default=None)  # the suggested one first
        if entry is not None and waiting is not None:
            self._job = next(self._jobs)
            self._change(waiting.method, stand=Stand.RUNNING)
            wanted = entry.wanted.denoise
            settings = replace(
                wanted, enabled=True, method=waiting.method, strength=1.0, sigma=wanted.sigma or self.sigma or 0.0
            )
            self.trial_wanted.emit(self._job, PhotoSource(entry.file), settings, self.box)
        else:
            self.changed.emit()

    def _change_running(self, **values: object) -> None:
        running = next((one for one in self.attempts if one.stand is Stand.RUNNING), None)
        if running is not None:
            self._change(running.method, **values)

    def _change(self, method: str, **values: object) -> None:
        self.attempts = tuple(
            replace(one, **values) if one.method == method else one  # type: ignore[arg-type]
            for one in self.attempts
        )
        self.changed.emit()


def method_names() -> tuple[str, ...]:
    """All that a recipe can name."""
    knob: Knob = next(entry for entry in fields(DenoiseSettings) if entry.name == "method").metadata["knob"]
    return knob.choices


def patch_of(box: Box, width: int, height: int) -> Box:
    """A box inside the photograph, neither tiny nor larger than is soon done, around the same middle."""
    sides = [
        max(min(SMALLEST_PATCH, whole), min(side, largest, whole))
        for side, largest, whole in zip((box.width, box.height), LARGEST_PATCH, (width, height), strict=True)
    ]
    left = min(max(0, (box.left + box.right - sides[0]) // 2), width - sides[0])
    top = min(max(0, (box.top + box.bottom - sides[1]) // 2), height - sides[1])
    return Box(left, top, left + sides[0], top + sides[1])


def usual_patch(seen: Box) -> Box:
    """The middle of what is seen."""
    width, height = min(seen.width, USUAL_PATCH[0]), min(seen.height, USUAL_PATCH[1])
    left, top = (seen.left + seen.right - width) // 2, (seen.top + seen.bottom - height) // 2
    return Box(left, top, left + width, top + height)
