"""Bounded memory changes nothing: the chunked forms equal the direct published ones, odd masks included."""

import pytest
import torch
from published_weights import filled, smooth
from torch.nn import functional

from photorestore.core.errors import Cancelled
from photorestore.engine.nets.published_attention import (
    PartialNonLocal,
    PatchAttention,
    ScratchMapping,
    intact_share,
    most_similar,
    partial_attention,
)

SIZE = (12, 20)


def direct_attention(queries, keys, values, intact):
    """All positions at once: softmax over everything, holes struck out, rows scaled back to 1."""
    weights = torch.softmax(queries.T @ keys, dim=1) * intact
    return values @ functional.normalize(weights, p=1, dim=1).T


def tensors(strength, seed=0):
    made = torch.Generator().manual_seed(seed)
    return [torch.randn(16, 240, generator=made) * strength for _ in range(3)]


@pytest.mark.parametrize("numbers", [1, 240 * 7, 240 * 240])
def test_chunked_attention_equals_the_direct_form(numbers):
    intact = (torch.rand(240, generator=torch.Generator().manual_seed(1)) > 0.3).float()
    queries, keys, values = tensors(1.0)

    chunked = partial_attention(queries, keys, values, intact, numbers=numbers)

    torch.testing.assert_close(chunked, direct_attention(queries, keys, values, intact), atol=1e-5, rtol=1e-5)


def test_attention_that_is_all_but_lost_to_holes_fades_as_published():
    queries, keys, values = tensors(4.0)
    intact = (torch.arange(240) % 8 == 0).float()
    expected = direct_attention(queries, keys, values, intact)
    faded = functional.normalize(expected, dim=0).norm(dim=0)

    assert (faded < 0.5).any()
    assert (faded > 0.5).any()
    torch.testing.assert_close(partial_attention(queries, keys, values, intact), expected, atol=1e-4, rtol=1e-4)


def test_soft_masks_weigh_the_keys():
    intact = torch.rand(240, generator=torch.Generator().manual_seed(2))
    queries, keys, values = tensors(1.0)

    expected = direct_attention(queries, keys, values, intact)

    torch.testing.assert_close(partial_attention(queries, keys, values, intact), expected, atol=1e-5, rtol=1e-5)


def test_a_fully_masked_picture_finds_nothing_and_stays_finite():
    queries, keys, values = tensors(1.0)

    assert not partial_attention(queries, keys, values, torch.zeros(240)).any()
    output = filled(ScratchMapping((4, 8), 1))(smooth("z", (1, 4, *SIZE)), torch.ones(1, 1, 48, 80))
    assert output.isfinite().all()


def test_a_hole_is_what_the_smooth_or_the_nearest_mask_sees():
    mask = torch.zeros(1, 1, 16, 32)
    mask[..., 0] = mask[..., 5] = mask[..., 10] = mask[..., 15] = 1  # first, second, third, fourth column of a cell

    mask[..., 5, 21] = mask[..., 5, 24] = 1  # single pixels: inside a cell, on its edge

    assert intact_share(mask, (4, 8))[0, 0, 1].tolist() == [0, 0, 0, 1, 1, 0, 1, 1]


def test_intact_places_stay_and_holes_change():
    block, x = filled(PartialNonLocal(8)), smooth("x", (2, 8, *SIZE))
    mask = torch.zeros(2, 1, 48, 80)
    mask[1, :, 8:16, 20:40] = 1

    output = block(x, mask)

    assert torch.equal(output[0], x[0])
    changed = (output[1] != x[1]).any(0)
    assert torch.equal(changed, functional.max_pool2d(mask[1], 4)[0] == 1)


def test_pictures_of_a_batch_do_not_mix():
    mapping, latents = filled(ScratchMapping((4, 8), 1)), smooth("z", (2, 4, *SIZE))
    mask = torch.zeros(2, 1, 48, 80)
    mask[0, :, :20, :30] = mask[1, :, 20:, 50:] = 1

    together = mapping(latents, mask)

    alone = torch.cat([mapping(latents[k : k + 1], mask[k : k + 1]) for k in range(2)])
    torch.testing.assert_close(together, alone, atol=1e-3, rtol=1e-3)


def direct_patches(block, x, mask, size):
    """Every patch compared with every intact one."""
    candidates = block.res_block(x)
    holes = (functional.interpolate(mask, x.shape[-2:], mode="bilinear") > 0).float()
    lost = functional.unfold(holes, size, stride=size)[0].mean(0) > 0.6
    patches = functional.unfold(candidates, size, stride=size)[0]
    similar = functional.normalize(patches, dim=0).T @ functional.normalize(patches, dim=0)
    best = similar.masked_fill(lost, -1e9).softmax(1).argmax(1)
    filled_in = torch.where(lost, patches[:, best], patches)[None]
    copied = functional.fold(filled_in, x.shape[-2:], size, stride=size)
    return block.F_Combine(torch.cat([x, copied if lost.any() else candidates, holes], 1))


@pytest.mark.parametrize("patch", [2, 4, 8])
@pytest.mark.parametrize("size", [(16, 24), (12, 20)])
def test_patches_are_copied_as_published_also_where_a_strip_remains(patch, size):
    block, x = filled(PatchAttention(8, patch)), smooth("x", (1, 8, *size))
    mask = torch.zeros(1, 1, 4 * size[0], 4 * size[1])
    mask[:, :, 2:41, 5:44] = 1

    assert torch.equal(block(x, mask), direct_patches(block, x, mask, patch))


def test_a_patch_counts_as_hole_above_six_tenths():
    block, x = PatchAttention(8, 2), smooth("x", (1, 8, 4, 4))[0]
    half, most = torch.zeros(1, 4, 4), torch.zeros(1, 4, 4)
    half[:, 0, :2] = 1
    most[:, 0, :2] = most[:, 1, 0] = 1

    assert torch.equal(block._fill(x, half, lambda: None), x)
    assert not torch.equal(block._fill(x, most, lambda: None), x)


def test_a_picture_without_an_intact_patch_is_an_error():
    with pytest.raises(ValueError, match="nothing to copy"):
        PatchAttention(8, 4)(smooth("x", (1, 8, 8, 8)), torch.ones(1, 1, 32, 32))


def test_chunks_choose_the_same_patches():
    wanted, offered = torch.randn(6, 9), torch.randn(6, 40)

    assert torch.equal(most_similar(wanted, offered, numbers=1), most_similar(wanted, offered))


def test_long_attention_can_be_stopped_between_pieces():
    calls = []

    def check():
        calls.append(1)
        if len(calls) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        partial_attention(*tensors(1.0), torch.ones(240), check, numbers=240)
