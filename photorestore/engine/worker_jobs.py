"""What the engine's process can do: pictures out of shared memory, through the engine, and back."""

from __future__ import annotations

import json
import time
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import torch

from photorestore import paths
from photorestore.core.freed_memory import keep_freed_memory
from photorestore.core.photo import Map, Mask, MaskEdits, Photo
from photorestore.core.pixels16 import Pixels16
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.core.stages import DenoiseSettings, ScratchSettings
from photorestore.engine.cache import StageCache, default_cache_bytes
from photorestore.engine.comparison import compare_methods
from photorestore.engine.device import choose_device
from photorestore.engine.diagnosis import diagnose
from photorestore.engine.methods.table import METHODS, check_available, is_available
from photorestore.engine.pipeline import recipe_with_versions, restore, with_damage
from photorestore.engine.stages.denoise import measured_sigma
from photorestore.engine.stages.scratches import DETECTOR
from photorestore.engine.suggest import suggest
from photorestore.engine.tools import Tools
from photorestore.engine.weights import WeightsStore
from photorestore.engine.weights_jobs import WeightsJobs
from photorestore.host.protocol import (
    CompareRequest,
    CompareResult,
    DetectRequest,
    DetectResult,
    DiagnoseRequest,
    DiagnoseResult,
    ImportWeightsRequest,
    ListWeightsRequest,
    Ready,
    RemoveWeightsRequest,
    RestoreRequest,
    RestoreResult,
    SharedPicture,
    VerifyWeightsRequest,
)
from photorestore.host.shared import Block

if TYPE_CHECKING:  # that module runs as __main__; importing it here would load it twice
    from photorestore.engine.worker import Handlers


def load_jobs(
    device: str,
    precision: str,
    memory_mb: int | None,
    threads: int | None,
    cache_mb: int | None = None,
    share: int = 1,
) -> tuple[Ready, Handlers]:
    """Raise `UserError` for a device or precision that this computer lacks.

    With a `share` of n, so many processes work at once: each decides on an n-th of threads, memory and cache.
    """
    if threads is not None or share > 1:
        torch.set_num_threads(threads or max(1, torch.get_num_threads() // share))
    chosen = choose_device(device, precision)
    memory = chosen.memory_bytes // share if memory_mb is None else memory_mb << 20
    chosen = replace(chosen, memory_bytes=memory)
    store = WeightsStore(paths.bundled_weights(), paths.imported_weights())
    cache = default_cache_bytes() // share if cache_mb is None else cache_mb << 20
    jobs = Jobs(Tools(store, chosen), StageCache(cache))
    weights = WeightsJobs(store)
    handlers: Handlers = {
        RestoreRequest: jobs.restore,
        DetectRequest: jobs.detect,
        DiagnoseRequest: jobs.diagnose,
        CompareRequest: jobs.compare,
        ListWeightsRequest: weights.list,
        VerifyWeightsRequest: weights.verify,
        ImportWeightsRequest: weights.take_in,
        RemoveWeightsRequest: weights.remove,
    }
    return Ready(chosen.name, chosen.precision, chosen.reason), handlers


LEAST_SIGMA = 1e-6  # that counts as measured; 0 would be measured again


class Jobs:
    """Keeps loaded networks and finished stages from one job to the next."""

    def __init__(self, tools: Tools, cache: StageCache) -> None:
        self._tools = tools
        self._cache = cache

    def restore(self, request: RestoreRequest, progress: Progress) -> RestoreResult:
        started = time.monotonic()
        tools = self._tools.with_progress(progress)
        recipe = Recipe.from_json(request.recipe)
        whole = None if request.whole is None else _shares(request.whole)
        restored = restore(_photo(request), recipe, tools, self._cache, whole=whole)
        mask_share = self._give(restored, request)
        return RestoreResult(
            request.job,
            recipe_with_versions(recipe, tools).to_json(),
            mask_share,
            time.monotonic() - started,
            restored.notes,
            restored.faces or (),
        )

    def detect(self, request: DetectRequest, progress: Progress) -> DetectResult:
        photo, tools = Photo(_pixels(request.photo), _alpha(request.alpha)), self._tools.with_progress(progress)
        tools.network(DETECTOR)  # says in words if it is missing
        damage = with_damage(photo, tools, self._cache).damage
        assert damage is not None
        progress.report(1)
        with Block.attach(request.map_out) as block:
            block.write_shares(damage)
        return DetectResult(request.job, float((damage >= ScratchSettings().threshold).mean()))

    def diagnose(self, request: DiagnoseRequest, progress: Progress) -> DiagnoseResult:
        searching, measuring = progress.split([2, 1], ["Looking for damage", "Measuring"])
        photo = Photo(_pixels(request.photo), _alpha(request.alpha))
        photo = with_damage(photo, self._tools.with_progress(searching), self._cache)
        diagnosis = diagnose(photo, self._tools.with_progress(measuring))
        suggestion = suggest(diagnosis)
        return DiagnoseResult(request.job, suggestion.recipe.to_json(), suggestion.reasons, diagnosis.faces)

    def compare(self, request: CompareRequest, progress: Progress) -> CompareResult:
        tools = self._tools.with_progress(progress)
        known = [name for name in request.methods if name not in METHODS or is_available(name, tools)]
        if request.methods and not known:
            check_available(request.methods[0], tools)  # says in words what is missing
        settings = DenoiseSettings(**json.loads(request.settings))
        if request.whole is not None and not settings.sigma:
            settings = replace(settings, sigma=max(measured_sigma(_shares(request.whole)), LEAST_SIGMA))
        clean = _shares(request.clean) if request.clean else None
        found = compare_methods(Photo(_shares(request.photo)), known, tools, settings, clean)
        pictures = np.zeros(request.results.shape, np.float32)
        for place, one in zip(pictures, found, strict=False):
            place[:] = one.pixels
        with Block.attach(request.results) as block:
            block.write_shares(pictures)
        return CompareResult(
            request.job,
            tuple(one.method for one in found),
            tuple(one.title for one in found),
            tuple(one.seconds for one in found),
            tuple(one.memory_mb for one in found),
            tuple(one.noise for one in found),
            tuple(one.edge_px for one in found),
            tuple(one.psnr for one in found if one.psnr is not None),
            tuple(one.ssim for one in found if one.ssim is not None),
            settings.sigma,
        )

    def _give(self, restored: Photo, request: RestoreRequest) -> float:
        mask = restored.mask if restored.mask is not None else np.zeros(restored.pixels.shape[:2], bool)
        with ExitStack() as blocks:
            result = blocks.enter_context(Block.attach(request.result))
            if isinstance(restored.pixels, Pixels16):
                result.write(restored.pixels.samples)
            else:
                result.write_shares(restored.pixels)
            blocks.enter_context(Block.attach(request.mask_out)).write(mask.view(np.uint8) * np.uint8(255))
            if request.alpha_out is not None and restored.alpha is not None:
                blocks.enter_context(Block.attach(request.alpha_out)).write_shares(restored.alpha)
        return float(mask.mean())


def _photo(request: RestoreRequest) -> Photo:
    return Photo(
        _pixels(request.photo),
        _alpha(request.alpha),
        edits=MaskEdits(_mask(request.mask_added), _mask(request.mask_erased), request.automatic),
        faces=request.faces,
    )


def _pixels(picture: SharedPicture) -> Pixels16:
    keep_freed_memory(picture.shape[0] * picture.shape[1] / 1e6)
    with Block.attach(picture) as block:
        return Pixels16(block.read())


def _shares(picture: SharedPicture) -> Map:
    with Block.attach(picture) as block:
        return block.read_shares()


def _alpha(picture: SharedPicture | None) -> Map | None:
    return None if picture is None else _shares(picture)


def _mask(picture: SharedPicture | None) -> Mask | None:
    if picture is None:
        return None
    with Block.attach(picture) as block:
        return np.asarray(block.read() > 127)
