import torch
from fake_networks import Enlarging, SmallUNet, fake_tools

from photorestore.core.progress import Progress


def test_a_network_is_loaded_once_and_shared_by_copies():
    tools = fake_tools(unet=SmallUNet())

    first = tools.network("unet")

    assert tools.with_progress(Progress()).network("unet") is first
    assert first.version == "version of unet"


def test_a_module_stays_float32_and_does_not_learn():
    module = fake_tools(enlarging=Enlarging()).module("enlarging")

    assert module.weight.dtype == torch.float32
    assert not module.training
    assert not module.weight.requires_grad


def test_missing_networks_are_known_before_they_are_asked_for():
    assert not fake_tools().has_network("unet")
    assert fake_tools(unet=SmallUNet()).has_network("unet")


def test_replaced_weights_are_loaded_again():
    tools = fake_tools(unet=SmallUNet())
    before = tools.network("unet")

    tools.weights.version = lambda name: "another version"

    assert tools.network("unet") is not before
