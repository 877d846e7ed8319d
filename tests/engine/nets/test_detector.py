import pytest
import torch

from photorestore.engine.inference import fuse_norms
from photorestore.engine.nets.detector import DetectorUNet


@pytest.mark.parametrize(("height", "width"), [(8, 8), (16, 40)])
def test_the_map_has_the_size_of_the_picture(height, width):
    net = DetectorUNet((8, 12, 16)).eval()

    assert net(torch.rand(2, 3, height, width)).shape == (2, 1, height, width)


def test_folding_the_norms_changes_nothing():
    torch.manual_seed(0)
    net = DetectorUNet((8, 12, 16))
    net(torch.rand(4, 3, 32, 32))  # moves the running statistics
    net.eval()
    picture = torch.rand(1, 3, 32, 32)
    before = net(picture)

    fuse_norms(net)

    assert torch.allclose(net(picture), before, atol=1e-5)
    assert not any(isinstance(module, torch.nn.BatchNorm2d) for module in net.modules())
