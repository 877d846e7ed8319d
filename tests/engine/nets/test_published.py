"""The published networks give the published code's outputs with pseudo-weights (see tests/published_weights.py)."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from published_weights import filled, holes, pseudo_weights, smooth

from photorestore.engine.nets.published_attention import PatchAttentionMapping, ScratchMapping
from photorestore.engine.nets.published_detector import PublishedDetector
from photorestore.engine.nets.published_face import PublishedFace
from photorestore.engine.nets.published_mapping import QualityMapping
from photorestore.engine.nets.published_vae import PublishedVae

SAMPLED = 97  # golden_small.npz holds every 97th number of the golden outputs
PARITY = Path(__file__).parents[4] / "shared" / "parity"
TOLERANCE = 2e-4
NETWORKS = {
    "detection": PublishedDetector,
    "vae": PublishedVae,
    "mapping_quality": QualityMapping,
    "mapping_scratch": ScratchMapping,
    "mapping_patch_attention": PatchAttentionMapping,
    "face": PublishedFace,
}


def assert_golden(key, output):
    values = output.numpy()
    with np.load(Path(__file__).with_name("golden_small.npz")) as golden:
        assert np.abs(values.ravel()[::SAMPLED] - golden[key]).max() <= TOLERANCE
    if PARITY.is_dir():
        with np.load(PARITY / "golden.npz") as golden:
            assert np.abs(values - golden[key]).max() <= TOLERANCE


def test_detector_gives_the_published_logits():
    with torch.inference_mode():
        assert_golden("detection", filled(PublishedDetector())(smooth("det", (1, 1, 96, 128))))


def test_vae_gives_the_published_latents_and_pictures():
    vae = filled(PublishedVae())
    with torch.inference_mode():
        latents = vae.encode(smooth("vae", (1, 3, 96, 128)))
        assert_golden("vae_latent", latents)
        assert_golden("vae_out", vae.decode(latents))


def test_quality_mapping_gives_the_published_latents():
    with torch.inference_mode():
        assert_golden("mapping_quality", filled(QualityMapping())(smooth("z", (1, 64, 24, 32))))


def test_scratch_mapping_gives_the_published_latents_with_some_all_and_no_holes():
    mapping, latents, mask = filled(ScratchMapping()), smooth("z", (1, 64, 24, 32)), holes(96, 128)
    with torch.inference_mode():
        assert_golden("mapping_scratch", mapping(latents, mask))
        assert_golden("mapping_scratch_all_masked", mapping(latents, torch.ones_like(mask)))
        assert_golden("mapping_scratch_no_mask", mapping(latents, torch.zeros_like(mask)))


def test_patch_attention_mapping_gives_the_published_latents():
    with torch.inference_mode():
        output = filled(PatchAttentionMapping())(smooth("z", (1, 64, 24, 32)), holes(96, 128))
    assert_golden("mapping_patch_attention", output)


@pytest.mark.slow
def test_face_networks_give_the_published_faces():
    network = filled(PublishedFace())
    with torch.inference_mode():
        assert_golden("face_256", network(smooth("face", (1, 3, 256, 256)))[:, :, ::4, ::4])
        network.side = 512
        assert_golden("face_512", network(smooth("face512", (1, 3, 512, 512)))[:, :, ::8, ::8])


@pytest.mark.parametrize("name", NETWORKS)
def test_parameters_have_the_published_names_and_shapes(name):
    published = json.loads(Path(__file__).with_name("published_names.json").read_text())[name]
    with torch.device("meta"):
        shapes = {key: list(tensor.shape) for key, tensor in NETWORKS[name]().state_dict().items()}

    for key in [key for key in published if key.endswith("weight_orig")]:
        published[key.removesuffix("_orig")] = published.pop(key)
        assert [published.pop(key.replace("_orig", "_u")), published.pop(key.replace("_orig", "_v"))]
    assert shapes == published


def test_face_network_refuses_a_spectral_norm_without_its_vectors():
    network = PublishedFace(32, channels=2, hidden=4)
    tensors = pseudo_weights(network)
    del tensors["up_0.conv_s.weight_u"]

    with pytest.raises(RuntimeError, match=r"up_0\.conv_s\.weight"):
        network.load_state_dict(tensors, strict=True)


def test_face_network_gives_its_side_whatever_the_face_measures():
    network = filled(PublishedFace(64, channels=2, hidden=4))

    with torch.inference_mode():
        assert network(smooth("face", (2, 3, 50, 41))).shape == (2, 3, 64, 64)
