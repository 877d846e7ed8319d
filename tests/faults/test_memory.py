"""When memory runs out: smaller tiles first, then a sentence, and the next photograph is done all the same."""

import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from fake_networks import CPU
from helpers import scene
from torch import nn

from photorestore.cli.batch import Batch
from photorestore.core.errors import UserError
from photorestore.core.photo import Photo
from photorestore.core.recipe import Recipe
from photorestore.engine.inference import Network
from photorestore.engine.lack_of_memory import is_out_of_memory
from photorestore.engine.tiles import Tiling
from photorestore.engine.worker import serve
from photorestore.files import reading
from photorestore.host.client import EngineClient
from photorestore.host.protocol import DiagnoseRequest, Failure, Ready, SharedPicture, decode, encode

USED_UP = [
    torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB."),
    RuntimeError("CUDA error: out of memory"),
    RuntimeError("MPS backend out of memory (MPS allocated: 9.0 GB)"),
    RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`"),
    RuntimeError("[enforce fail at alloc_cpu.cpp] DefaultCPUAllocator: can't allocate memory"),
    RuntimeError("could not create a memory object"),
    MemoryError(),
    np.exceptions.__dict__.get("_ArrayMemoryError", MemoryError)(),
]


@pytest.mark.parametrize("error", USED_UP, ids=lambda error: str(error)[:20])
def test_every_library_says_it_in_its_own_way(error):
    assert is_out_of_memory(error)


def test_opencv_says_it_by_number():
    error = cv2.error("OpenCV: Failed to allocate 9 bytes")
    error.code = -4

    assert is_out_of_memory(error)
    assert not is_out_of_memory(cv2.error("bad argument"))


class SmallGraphicsCard(nn.Module):
    """Says what CUDA says for a batch of more pixels than it has room for."""

    tiling = Tiling(side=64, context=4, multiple=4, bytes_per_px=1)

    def __init__(self, room):
        super().__init__()
        self.room, self.weight, self.tried = room, nn.Parameter(torch.ones(1)), []

    def forward(self, batch):
        self.tried.append(batch.shape[-1])
        if batch.shape[-1] * batch.shape[-2] > self.room:
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return batch


def test_a_small_graphics_card_gets_smaller_tiles():
    card = SmallGraphicsCard(room=50 * 50)
    picture = scene(150, 200)

    assert np.abs(Network(card, CPU)(picture) - picture).max() < 1e-6
    assert max(card.tried) > 50 >= card.tried[-1]


def test_a_graphics_card_without_any_room_is_said():
    with pytest.raises(UserError, match="memory is used up even with the smallest tiles"):
        Network(SmallGraphicsCard(room=3), CPU)(scene(50, 60))


@pytest.mark.parametrize("error", USED_UP, ids=lambda error: str(error)[:20])
def test_beyond_tiles_it_is_a_sentence_and_no_bug(error, tmp_path):
    """As where the weights themselves find no room on the graphics card."""

    def fail(request, progress):
        raise error

    request = encode(DiagnoseRequest(1, SharedPicture("none", (1, 1, 3), "uint16")))
    (tmp_path / "requests").write_bytes(request)
    with (tmp_path / "requests").open("rb") as requests, (tmp_path / "answers").open("wb") as answers:
        serve(requests, answers, lambda: (Ready("cuda", "float16", ""), {DiagnoseRequest: fail}), lambda: None)

    failure = decode((tmp_path / "answers").read_bytes().splitlines()[-1])
    assert isinstance(failure, Failure)
    assert not failure.is_bug
    assert "not enough free memory" in failure.sentence


@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux", reason="the limit of a process's memory is Unix's, and we read Linux's /proc"
)
@pytest.mark.parametrize("megabytes", [0, 60])
def test_a_real_lack_of_memory_is_a_sentence_and_the_next_photograph_is_done(tmp_path, megabytes):
    command = [sys.executable, str(Path(__file__).with_name("limited_engine.py")), str(megabytes)]
    large = Photo(scene(1500, 2000))
    with EngineClient(command=command, log_path=tmp_path / "engine.log") as client:
        client.wait_until_ready()
        with pytest.raises(UserError) as error:
            client.restore(large, Recipe())

        assert "memory" in str(error.value)
        small = Photo(scene(8, 8))
        plain = Recipe.from_json('{"photorestore_recipe": 1, "stages": {"prepare": {"enabled": false}}}')
        try:
            answer = client.restore(small, plain).photo.pixels.shape
        except UserError as trouble:
            answer = str(trouble)
        assert answer == small.pixels.shape or (not megabytes and "memory" in answer)  # should nothing at all be left


def test_a_photograph_too_large_for_the_memory_is_named_and_the_next_one_done(tmp_path, monkeypatch, capsys):
    cv2.imwrite(str(tmp_path / "a.png"), np.zeros((8, 8, 3), np.uint8))

    def no_room(stream):
        raise MemoryError

    monkeypatch.setattr(reading, "decode", no_room)
    with pytest.raises(UserError, match="not enough memory to read “a"):
        reading.read_photo(tmp_path / "a.png")

    def work(source, target, progress):
        raise MemoryError

    batch = Batch(work)
    batch.run([(tmp_path / "a.png", tmp_path / "b.png"), (tmp_path / "c.png", tmp_path / "d.png")])
    assert ["not enough free memory" in outcome.problem for outcome in batch.outcomes] == [True, True]
