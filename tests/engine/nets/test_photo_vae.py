import torch

from photorestore.engine.nets.photo_vae import CELL_PX, PhotoVae

TINY = {"widths": (8, 12), "blocks": (1, 1), "latent": 5}


def test_a_latent_is_a_quarter_of_the_picture():
    mean, log_variance = PhotoVae(**TINY).encode(torch.rand(2, 3, 16, 24))

    assert mean.shape == log_variance.shape == (2, 5, 16 // CELL_PX, 24 // CELL_PX)


def test_the_decoder_gives_back_the_picture_size():
    assert PhotoVae(**TINY).decoder(torch.rand(1, 5, 3, 4)).shape == (1, 3, 12, 16)


def test_the_latent_that_is_drawn_from_is_a_chance_one():
    vae, picture = PhotoVae(**TINY), torch.rand(1, 3, 16, 16)

    first, mean, _ = vae(picture)
    second, again, _ = vae(picture)

    assert torch.equal(mean, again)
    assert not torch.equal(first, second)


def test_a_log_variance_cannot_explode():
    vae = PhotoVae(**TINY)
    vae.encoder.basis.bias.data[:] = 1e6

    assert vae.encode(torch.rand(1, 3, 8, 8))[1].max() <= 4


def test_untrained_it_draws_exactly_what_it_read():
    vae, picture = PhotoVae((8, 12), (1, 1), 48), torch.rand(1, 3, 16, 16)

    assert torch.allclose(vae.decoder(vae.encode(picture)[0]), picture, atol=1e-5)
