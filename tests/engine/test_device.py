import psutil
import pytest
import torch

from photorestore.core.errors import UserError
from photorestore.engine.device import MOST_MEMORY, choose_device, memory_budget


def test_auto_always_finds_a_device_and_says_why():
    device = choose_device()

    assert device.name in ("cuda", "mps", "cpu")
    assert device.reason.endswith(".")
    assert device.precision in device.reason


@pytest.mark.parametrize("precision", ["float32", "bfloat16", "float16"])
def test_an_asked_for_precision_is_taken(precision):
    device = choose_device("cpu", precision)

    assert (device.dtype, device.precision) == (getattr(torch, precision), precision)
    assert "as asked" in device.reason


@pytest.mark.skipif(torch.cuda.is_available(), reason="has what it must lack")
def test_a_device_that_is_not_there_is_refused_in_words():
    with pytest.raises(UserError, match="no NVIDIA or AMD graphics card"):
        choose_device("cuda")


@pytest.mark.parametrize(("device", "precision"), [("tpu", "auto"), ("cpu", "float64")])
def test_unknown_words_are_refused(device, precision):
    with pytest.raises(UserError, match="choose one of"):
        choose_device(device, precision)


def test_the_budget_leaves_half_of_the_free_memory():
    assert 0 < memory_budget() <= min(MOST_MEMORY, psutil.virtual_memory().total // 2)


def test_the_choice_does_not_change_from_one_call_to_the_next():
    assert len({choose_device("cpu").dtype for _ in range(3)}) == 1
