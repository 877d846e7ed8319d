import pytest
import torch

from photorestore.engine.nets.latent_mapping import LatentMapping, PartialNonLocal, cells_of


def trained_like(block: PartialNonLocal) -> PartialNonLocal:
    torch.nn.init.normal_(block.project.weight, std=0.3)
    return block


def hole_at(height: int, width: int, rows: slice, columns: slice) -> torch.Tensor:
    hole = torch.zeros(1, 1, height, width)
    hole[..., rows, columns] = 1
    return hole


def test_an_untrained_mapping_changes_nothing():
    latents = torch.rand(1, 6, 8, 12)

    assert torch.equal(LatentMapping(6, (8, 8, 8), 1)(latents, torch.zeros(1, 1, 8, 12)), latents)


def test_intact_places_stay_as_they_were():
    x, hole = torch.rand(1, 8, 12, 20), hole_at(12, 20, slice(3, 6), slice(4, 9))

    changed = trained_like(PartialNonLocal(8, 8, side=4, reach=4))(x, hole) != x

    assert not changed[..., (hole == 0)[0, 0]].any()
    assert changed[..., (hole == 1)[0, 0]].any()


def test_holes_see_nothing_of_other_holes():
    torch.manual_seed(0)
    block, hole = trained_like(PartialNonLocal(8, 8, side=4, reach=4)), hole_at(12, 12, slice(2, 8), slice(2, 8))
    x = torch.rand(1, 8, 12, 12)
    other = x.clone()
    other[..., 6:8, 6:8] += 5  # inside the hole

    difference = (block(other, hole) - other) - (block(x, hole) - x)

    assert difference[..., 2:6, 2:6].abs().max() < 1e-5


def test_attention_equals_the_plain_formula_in_one_window():
    torch.manual_seed(0)
    block, x = trained_like(PartialNonLocal(8, 8, side=4, reach=4, heads=2)), torch.rand(1, 8, 4, 4)
    hole = hole_at(4, 4, slice(1, 3), slice(0, 2))
    keep = hole.flatten() == 0

    query, (key, value) = block.query(x), block.key_value(x).chunk(2, 1)
    q, k, v = (part.reshape(2, 4, 16).transpose(1, 2) for part in (query, key, value))
    weights = torch.softmax((q @ k[:, keep].transpose(1, 2)) / 2, -1)
    found = (weights @ v[:, keep]).transpose(1, 2).reshape(1, 8, 4, 4)

    assert torch.allclose(block(x, hole), x + hole * block.project(found), atol=1e-5)


def test_where_nothing_is_intact_the_answer_is_finite():
    x = torch.rand(1, 8, 8, 8)

    assert torch.isfinite(trained_like(PartialNonLocal(8, 8, side=4, reach=4))(x, torch.ones(1, 1, 8, 8))).all()


@pytest.mark.parametrize(("rows", "columns"), [(slice(0, 16), slice(0, 16)), (slice(4, 20), slice(8, 24))])
def test_a_piece_on_the_grid_of_windows_answers_like_the_whole(rows, columns):
    torch.manual_seed(0)
    block, x = trained_like(PartialNonLocal(8, 8, side=4, reach=4)), torch.rand(1, 8, 24, 32)
    hole = hole_at(24, 32, slice(9, 13), slice(11, 14))

    whole = block(x, hole)[..., rows, columns]
    piece = block(x[..., rows, columns], hole[..., rows, columns])

    inner = (..., slice(4, 12), slice(4, 12))  # what has its whole neighbourhood in the piece
    assert torch.allclose(whole[inner], piece[inner], atol=1e-5)


def test_a_cell_is_as_much_hole_as_its_pixels():
    holes = torch.zeros(1, 1, 8, 8)
    holes[..., 0:2, 0:4] = 1

    assert cells_of(holes).flatten().tolist() == [0.5, 0, 0, 0]
