import torch

from photorestore.engine.nets.face_refiner import FaceRefiner


def test_an_untrained_network_leaves_the_face_alone():
    face = torch.rand(2, 3, 32, 32)

    assert torch.equal(FaceRefiner((8, 8, 8), side=32)(face), face)


def test_every_size_of_the_face_is_looked_at():
    torch.manual_seed(0)
    net = FaceRefiner((8, 8, 8), side=32)
    torch.nn.init.normal_(net.tail.weight)

    net(torch.rand(1, 3, 32, 32)).square().mean().backward()

    looks = [
        spade.look.weight.grad.abs().max() for block in net.blocks for spade in (block.norm_first, block.norm_second)
    ]
    assert len(looks) == 6
    assert all(strongest > 0 for strongest in looks)
