from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import nn

from photorestore.core.errors import UserError
from photorestore.engine.nets.denoiser import DenoiserUNet
from photorestore.engine.nets.detector import DetectorUNet
from photorestore.engine.nets.face_refiner import FaceRefiner
from photorestore.engine.nets.latent_mapping import LatentMapping
from photorestore.engine.nets.photo_vae import PhotoVae
from photorestore.engine.nets.shrinkage_fields import ShrinkageFields
from photorestore.training.runs.denoiser import DenoiserRun
from photorestore.training.runs.detector import DetectorRun
from photorestore.training.runs.faces import FacesRun
from photorestore.training.runs.mapping import MappingRun
from photorestore.training.runs.shrinkage_fields import ShrinkageFieldsRun
from photorestore.training.runs.vae import CLEAN, OLD
from photorestore.training.snapshots import save_snapshot
from photorestore.training.starting import SHIPPED, start_with

WEIGHTS = Path(__file__).parents[2] / "resources" / "weights"
FIELDS = ShrinkageFields()


def test_every_kind_of_training_says_what_of_a_file_is_its_own():
    runs = (DenoiserRun(), DetectorRun(), FacesRun(), MappingRun(), ShrinkageFieldsRun(), CLEAN, OLD)

    assert set(SHIPPED) == {run.name for run in runs}


@pytest.mark.parametrize(
    ("kind", "file", "modules", "module", "key", "shipped"),
    [
        ("detector", "detector", {"net": DetectorUNet()}, "net", "last.weight", "last.weight"),
        ("denoiser", "denoiser", {"net": DenoiserUNet()}, "net", "tail.weight", "tail.weight"),
        ("denoiser", "denoiser-noise2noise", {"net": DenoiserUNet()}, "net", "tail.weight", "tail.weight"),
        ("faces", "face-refiner", {"net": FaceRefiner()}, "net", "blocks.0.first.weight", "blocks.0.first.weight"),
        ("vae-clean", "translator", {"net": PhotoVae()}, "net", "encoder.basis.weight", "encoder.basis.weight"),
        ("vae-old", "translator", {"net": PhotoVae()}, "net", "decoder.basis.weight", "decoder.basis.weight"),
        ("mapping", "translator", {"net": LatentMapping()}, "net", "tail.weight", "mapping.tail.weight"),
        (
            "shrinkage-fields", "shrinkage-fields", {"denoise": FIELDS.denoise, "deconvolve": FIELDS.deconvolve},
            "deconvolve", "stages.2.mix", "deconvolve.stages.2.mix",
        ),
    ],
)  # fmt: skip
def test_every_training_starts_with_what_shipped(kind, file, modules, module, key, shipped):
    path = WEIGHTS / f"{file}.safetensors"

    start_with(path, kind, {**modules, "critic": nn.Identity()})

    own = modules[module].state_dict()[key]
    assert own.dtype == torch.float32
    assert torch.equal(own, load_file(path)[shipped].float())


def test_a_run_starts_with_the_averages_of_another_run(tmp_path):
    learned, averaged, fresh = (nn.Conv2d(2, 2, 1) for _ in range(3))
    optimizer = torch.optim.AdamW(learned.parameters())
    save_snapshot(tmp_path, {"net": learned}, {"net": averaged}, {"net": optimizer}, {}, 8, 1.0)

    start_with(tmp_path, "vae-old", {"net": fresh, "latent_critic": nn.Identity()})

    assert torch.equal(fresh.weight, averaged.weight)


@pytest.mark.parametrize(
    ("tensors", "said"),
    [
        ({"weight": torch.ones(2, 2, 1, 1)}, "lacks bias"),
        ({"weight": torch.ones(2, 3, 1, 1), "bias": torch.ones(2)}, r"weight .* \(2, 3, 1, 1\) .* \(2, 2, 1, 1\)"),
        ({"weight": torch.ones(2, 2, 1, 1), "bias": torch.ones(2), "more": torch.ones(2)}, "more"),
    ],
)
def test_weights_that_do_not_fit_are_refused_in_a_sentence(tmp_path, tensors, said):
    save_file(tensors, tmp_path / "other.safetensors")

    with pytest.raises(UserError, match=f"other.*denoiser.*{said}"):
        start_with(tmp_path / "other.safetensors", "denoiser", {"net": nn.Conv2d(2, 2, 1)})


def test_what_holds_no_weights_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "text.safetensors").write_text("no weights")

    for source in (tmp_path, tmp_path / "text.safetensors"):
        with pytest.raises(UserError, match=source.name):
            start_with(source, "denoiser", {"net": nn.Conv2d(2, 2, 1)})
