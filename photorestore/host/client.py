"""`EngineClient`: ask the engine's process to restore, examine or keep weights, and wait for it. No Qt, no torch."""

from __future__ import annotations

import atexit
import itertools
import json
import logging
import threading
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import numpy as np

from photorestore import paths
from photorestore.core.errors import Cancelled, UserError
from photorestore.core.lean_photo import AnyPhoto, LeanPhoto
from photorestore.core.photo import Map, Photo, Pixels
from photorestore.core.pixels16 import from_16_bit
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.core.stages import DenoiseSettings
from photorestore.host.blocks import Maker
from photorestore.host.child import EngineEnded, EngineOptions, EngineProcess
from photorestore.host.protocol import (
    CancelledReport,
    CancelRequest,
    CompareRequest,
    CompareResult,
    DetectRequest,
    DetectResult,
    DiagnoseRequest,
    DiagnoseResult,
    Failure,
    ImportWeightsRequest,
    ListWeightsRequest,
    Message,
    ProgressReport,
    Ready,
    RemoveWeightsRequest,
    RestoreRequest,
    RestoreResult,
    VerifyWeightsRequest,
    WeightsInfo,
    WeightsResult,
)
from photorestore.host.results import ComparedMethod, Diagnosed, Restored
from photorestore.host.turns import QUIET_S, Turns

log = logging.getLogger(__name__)

WAITING = "Waits until the engine is free"  # the progress text of a job that gave way to another
_GIVING_WAY_GRACE_S = 30.0  # a process that is killed forgets the steps that it has finished
_POLL_S = 0.05
_NO_PROGRESS = Progress()
_Answer = TypeVar("_Answer", bound=Message)
_Request = (
    CompareRequest | RestoreRequest | DetectRequest | DiagnoseRequest | ListWeightsRequest | VerifyWeightsRequest
    | ImportWeightsRequest | RemoveWeightsRequest
)  # fmt: skip


class _GaveWay(Message):
    """Somebody else had the turn; the request is to be made again."""


class EngineCrashed(UserError):  # noqa: N818 - what happened
    """The process ended in the middle of a job; `log_tail` is its last words. The next job starts a new one."""

    def __init__(self, sentence: str, log_tail: str) -> None:
        super().__init__(sentence)
        self.log_tail = log_tail


@dataclass(frozen=True)
class Terms:
    """How a job is done. With `gives_way` it stops, within a tile, for every job without, and begins again afterwards:
    steps that were finished are then in the engine's cache. With `options` the process, and its cache, start anew.
    """

    gives_way: bool = False
    options: EngineOptions | None = None


_AT_ONCE = Terms()


class EngineClient:
    """Keeps one engine process. Jobs are blocking calls, one at a time, from any thread; so may `close` be.

    Every job raises `UserError` in words, `EngineCrashed` if the process died, or `Cancelled`. A process that does not
    answer a cancel within `grace_s` is killed; the next job starts another.
    """

    def __init__(
        self,
        options: EngineOptions | None = None,
        *,
        command: Sequence[str] | None = None,
        log_path: Path | None = None,
        grace_s: float = 2.0,
        quiet_s: float = QUIET_S,
    ) -> None:
        """`command` is for tests, and gets the flags of a job's own options. `quiet_s`: see `Turns`."""
        self._given_command = None if command is None else list(command)
        self._command = list(command) if command is not None else (options or EngineOptions()).command()
        self._log_path = log_path or paths.log_folder() / "engine.log"
        self._grace_s = grace_s
        self._numbers = itertools.count(1)
        self._process: EngineProcess | None = None
        self._process_lock = threading.Lock()
        self._turns = Turns(quiet_s)
        self._closed = threading.Event()
        self.engine_info: Ready | None = None
        atexit.register(self.close)

    def start(self, options: EngineOptions | None = None) -> None:
        """Start the process if none runs like this. Returns at once; the engine loads meanwhile."""
        command = self._command if options is None else self._command_of(options)
        with self._process_lock:
            if self._closed.is_set():
                raise Cancelled
            if self._process is not None and self._process.command != command:
                self._stop_process()
            if self._process is None or not self._process.is_running:
                if self._process is not None:
                    self._process.kill()  # it is dead already: this closes its pipes
                self.engine_info = None
                try:
                    self._process = EngineProcess(command, self._log_path)
                except OSError as error:
                    self._process = None
                    raise UserError(
                        f"The restoration engine can't be started ({error.strerror or error}). If the program was "
                        "updated while it ran, start it again."
                    ) from error

    def wait_until_ready(self, progress: Progress = _NO_PROGRESS) -> Ready:
        """Start if need be and wait until the engine has chosen its device."""
        with self._turn(progress, _AT_ONCE):
            return self._ready(progress)[1]

    def restore(
        self, photo: AnyPhoto, recipe: Recipe, progress: Progress = _NO_PROGRESS, terms: Terms = _AT_ONCE,
        whole: Pixels | None = None,
    ) -> Restored:  # fmt: skip
        """`whole` is the whole picture made small, where `photo` is only a part of it. Lean comes back lean."""
        scale = recipe.enlarge.scale if recipe.enlarge.enabled else 1
        size = (photo.height * scale, photo.width * scale)
        is_lean, metadata, notes = isinstance(photo, LeanPhoto), photo.metadata.enlarged(scale), photo.notes
        with ExitStack() as blocks:
            make = Maker(blocks)
            result, mask = make.empty((*size, 3), np.uint16), make.empty(size, np.uint8)
            alpha = make.empty(size, np.uint16) if photo.alpha is not None else None
            request = RestoreRequest(
                job=next(self._numbers),
                recipe=recipe.to_json(),
                photo=make.photo(photo),
                result=result.picture,
                mask_out=mask.picture,
                alpha=make.alpha(photo),
                alpha_out=alpha.picture if alpha else None,
                mask_added=make.mask(photo.edits.added),
                mask_erased=make.mask(photo.edits.erased),
                automatic=photo.edits.automatic,
                faces=photo.faces,
                whole=make.shares(whole) if whole is not None else None,
            )
            del photo, whole  # the caller may have let go of them; a large scan is a gigabyte
            answer = self._ask(request, RestoreResult, progress, terms)
            make.remove(request.photo)
            restored: AnyPhoto = (
                LeanPhoto(result.read(), from_16_bit, metadata=metadata)
                if is_lean
                else Photo(result.read_shares(), metadata=metadata)
            )
            restored = replace(
                restored,
                alpha=alpha.read_shares() if alpha else None,
                mask=mask.read() > 127,
                faces=answer.faces,
                notes=notes + answer.notes,
            )
        return Restored(restored, Recipe.from_json(answer.recipe), answer.mask_share, answer.seconds)

    def detect(self, photo: AnyPhoto, progress: Progress = _NO_PROGRESS) -> Map:
        """The probability of damage, float32 (h, w) in 0..1."""
        with ExitStack() as blocks:
            make = Maker(blocks)
            found = make.empty((photo.height, photo.width), np.uint8)
            request = DetectRequest(next(self._numbers), make.photo(photo), found.picture, make.alpha(photo))
            del photo
            self._ask(request, DetectResult, progress)
            return found.read_shares()

    def diagnose(self, photo: AnyPhoto, progress: Progress = _NO_PROGRESS, terms: Terms = _AT_ONCE) -> Diagnosed:
        with ExitStack() as blocks:
            make = Maker(blocks)
            request = DiagnoseRequest(next(self._numbers), make.photo(photo), make.alpha(photo))
            del photo
            answer = self._ask(request, DiagnoseResult, progress, terms)
        return Diagnosed(Recipe.from_json(answer.recipe), answer.reasons, answer.faces)

    def compare(
        self,
        photo: Photo,
        methods: Sequence[str],
        settings: DenoiseSettings | None = None,
        clean: Pixels | None = None,
        progress: Progress = _NO_PROGRESS,
        whole: Pixels | None = None,
    ) -> list[ComparedMethod]:
        """The photo (a patch, better) by each method that can run here, the photo as it is first.

        `whole` is the picture that the patch is of: its noise is measured, not the patch's.
        """
        with ExitStack() as blocks:
            make = Maker(blocks)
            results = make.empty((1 + len(methods), photo.height, photo.width, 3), np.uint16)
            request = CompareRequest(
                job=next(self._numbers),
                photo=make.photo(photo),
                results=results.picture,
                methods=tuple(methods),
                settings=json.dumps(asdict(settings or DenoiseSettings())),
                clean=make.shares(clean) if clean is not None else None,
                whole=make.shares(whole) if whole is not None else None,
            )
            answer = self._ask(request, CompareResult, progress)
            pictures = results.read_shares()
        figures = zip(answer.methods, answer.titles, answer.seconds, answer.memory_mb, answer.noise, answer.edge_px,
                      answer.psnr or [None] * len(pictures), answer.ssim or [None] * len(pictures),
                      strict=False)  # fmt: skip
        return [
            replace(ComparedMethod(method, title, pictures[number].copy(), *rest), sigma=answer.sigma)
            for number, (method, title, *rest) in enumerate(figures)
        ]

    def list_weights(self) -> tuple[WeightsInfo, ...]:
        """Every network with its state at a glance."""
        request = ListWeightsRequest(next(self._numbers))
        return self._ask(request, WeightsResult, _NO_PROGRESS).weights

    def verify_weights(self, progress: Progress = _NO_PROGRESS) -> tuple[WeightsInfo, ...]:
        """Every network after each byte of its file was read."""
        request = VerifyWeightsRequest(next(self._numbers))
        return self._ask(request, WeightsResult, progress).weights

    def import_weights(self, files: Sequence[Path], progress: Progress = _NO_PROGRESS) -> WeightsResult:
        """Take in published checkpoints; `UserError` says why if none of them could be."""
        request = ImportWeightsRequest(next(self._numbers), tuple(str(file) for file in files))
        return self._ask(request, WeightsResult, progress)

    def remove_weights(self, name: str) -> tuple[WeightsInfo, ...]:
        """Take imported weights out of use; what is there afterwards."""
        request = RemoveWeightsRequest(next(self._numbers), name)
        return self._ask(request, WeightsResult, _NO_PROGRESS).weights

    @property
    def engine_pid(self) -> int | None:
        """The process id of the engine while it runs. From any thread."""
        process = self._process
        return process.pid if process is not None and process.is_running else None

    def use(self, options: EngineOptions) -> None:
        """Have the engine run differently: waits for a running job, then ends the process; the next job starts anew.

        The same options do nothing, unless the engine never got ready with them.
        """
        command = options.command()
        with self._turns.foreground(), self._process_lock:
            if command == self._command and self.engine_info is not None:
                return
            self._command, self.engine_info = command, None
            self._stop_process()

    def restart(self) -> None:
        """Give back all that the engine keeps in memory: waits for a running job, then ends the process."""
        with self._turns.foreground(), self._process_lock:
            self.engine_info = None
            self._stop_process()

    def close(self) -> None:
        """End the process; a running job ends with `Cancelled`. Nothing can be asked afterwards."""
        self._closed.set()
        with self._turns.foreground(), self._process_lock:
            self._stop_process()
        atexit.unregister(self.close)

    def _stop_process(self) -> None:
        if self._process is not None:
            self._process.stop()
            self._process = None

    def __enter__(self) -> EngineClient:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _ask(self, request: _Request, expected: type[_Answer], progress: Progress, terms: Terms = _AT_ONCE) -> _Answer:
        answer = self._answer_to(request, progress, terms)
        while isinstance(answer, _GaveWay):
            answer = self._answer_to(replace(request, job=next(self._numbers)), progress, terms)
        if isinstance(answer, CancelledReport):
            raise Cancelled
        if isinstance(answer, Failure):
            raise UserError(answer.sentence)
        if not isinstance(answer, expected):
            raise TypeError(f"{type(request).__name__} was answered by {type(answer).__name__}")
        return answer

    def _answer_to(self, request: _Request, progress: Progress, terms: Terms) -> Message:
        with self._turn(progress, terms):
            process, _ = self._ready(progress, terms.options)
            answered = False
            try:
                answer = self._converse(process, request.job, request, progress, terms)
                answered = True
            except EngineEnded as error:
                raise self._crash(process) from error
            finally:
                if not answered:  # crashed, hung, or the caller's listener failed: whatever it does, nobody wants it
                    process.kill()
        return answer

    def _turn(self, progress: Progress, terms: Terms) -> AbstractContextManager[None]:
        if not terms.gives_way:
            return self._turns.foreground(lambda: self._is_unwanted(progress))
        return self._turns.background(
            lambda: self._is_unwanted(progress), lambda: progress.listener(progress.start, WAITING)
        )

    def _converse(
        self, process: EngineProcess, job: int, request: Message, progress: Progress, terms: Terms
    ) -> Message:
        """Send the request and listen until its final answer, passing progress on and the wish to stop.

        A job that gave way is answered by `_GaveWay`, unless it was finished all the same.
        """
        process.send(request)
        deadline: float | None = None
        gave_way = False
        while True:
            message = process.receive(_POLL_S)
            if isinstance(message, ProgressReport):
                if message.job == job and deadline is None:
                    progress.listener(progress.start + progress.length * message.share, message.text)
            elif message is not None and getattr(message, "job", 0) == job:
                return _GaveWay() if gave_way and isinstance(message, CancelledReport) else message
            if self._is_unwanted(progress) and (deadline is None or gave_way):
                gave_way = False
                process.send(CancelRequest(job))
                deadline = time.monotonic() + (0.0 if self._closed.is_set() else self._grace_s)
            elif deadline is None and terms.gives_way and self._turns.is_wanted:
                gave_way = True
                process.send(CancelRequest(job))
                deadline = time.monotonic() + _GIVING_WAY_GRACE_S
            if deadline is not None and time.monotonic() >= deadline:
                if not gave_way:
                    raise Cancelled
                process.kill()
                return _GaveWay()

    def _ready(self, progress: Progress, options: EngineOptions | None = None) -> tuple[EngineProcess, Ready]:
        self.start(options)
        process = self._process
        assert process is not None
        try:
            while self.engine_info is None and not self._is_unwanted(progress):
                message = process.receive(_POLL_S)
                if isinstance(message, Failure):
                    process.kill()
                    raise UserError(message.sentence)
                if isinstance(message, Ready):
                    self.engine_info = message
        except EngineEnded as error:
            raise self._crash(process) from error
        if self.engine_info is None or self._is_unwanted(progress):
            raise Cancelled
        return process, self.engine_info

    def _command_of(self, options: EngineOptions) -> list[str]:
        return options.command() if self._given_command is None else [*self._given_command, *options.flags()]

    def _is_unwanted(self, progress: Progress) -> bool:
        return self._closed.is_set() or progress.is_cancelled()

    def _crash(self, process: EngineProcess) -> EngineCrashed:
        how, tail = process.how_it_ended(), process.log_tail()
        log.error("the engine ended (%s); its last words:\n%s", how, tail)
        sentence = (
            f"The restoration engine stopped unexpectedly ({how}). The photograph is unchanged; try again, "
            "or with a smaller enlargement if memory is short."
        )
        if self._log_path.is_file():
            details = f"Details are in {self._log_path}."
            sentence = f"{sentence} {details}"
        return EngineCrashed(sentence, tail)
