"""From a run to what ships: averaged weights in float16, safetensors, with a manifest entry and a learning curve."""

from __future__ import annotations

import hashlib
import json
import math
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import load_file, save
from torch import Tensor, nn

from photorestore.engine.nets.denoiser import DenoiserUNet
from photorestore.engine.nets.detector import DetectorUNet
from photorestore.engine.nets.face_refiner import FaceRefiner
from photorestore.engine.nets.shrinkage_fields import ShrinkageFields
from photorestore.engine.nets.translator import Translator
from photorestore.engine.weights import WeightsEntry, read_manifest, write_manifest
from photorestore.files.atomic import save_bytes
from photorestore.training.snapshots import averaged_state


def run_widths(run_folder: Path) -> tuple[int, ...]:
    return tuple(json.loads((run_folder / "run.json").read_text())["widths"])


def averaged_detector(run_folder: Path) -> DetectorUNet:
    network = DetectorUNet(run_widths(run_folder)).eval()
    network.load_state_dict(averaged_state(run_folder, "net"))
    return network


def export_detector(run_folder: Path, target: Path, threshold: float = 0.5) -> WeightsEntry:
    """Write the averaged weights in float16 to `target` and list them in the manifest of its folder.

    `threshold` is the probability that shall ship as 0.5: the last bias is moved by its logit.
    """
    network = averaged_detector(run_folder)
    assert network.last.bias is not None
    network.last.bias.data -= math.log(threshold / (1 - threshold))
    return write_weights(
        network,
        target,
        name="detector",
        task="find damage",
        network="detector-unet",
        source="trained by PhotoRestore (photorestore train detector)",
        sizes={"widths": list(run_widths(run_folder))},
    )


def export_denoiser(run_folder: Path, target: Path) -> WeightsEntry:
    """Write the averaged weights in float16 to `target` and list them in the manifest of its folder.

    A run with noisy targets ships as "denoiser-noise2noise".
    """
    run = json.loads((run_folder / "run.json").read_text())
    network = DenoiserUNet(run["widths"], run["blocks"])
    network.load_state_dict(averaged_state(run_folder, "net"))
    is_noise2noise = run["noisy_targets"]
    return write_weights(
        network,
        target,
        name="denoiser-noise2noise" if is_noise2noise else "denoiser",
        task="remove noise (learned from noisy pictures only)" if is_noise2noise else "remove noise",
        network="denoiser-unet",
        source="trained by PhotoRestore (photorestore train denoiser" + (" --noise2noise)" if is_noise2noise else ")"),
        sizes={"widths": run["widths"], "blocks": run["blocks"]},
    )


def export_translator(run_folder: Path, vae_old: Path, vae_clean: Path, target: Path) -> WeightsEntry:
    """Write the encoder of old photographs, the mapping and the decoder of clean ones as one network, and list it."""
    run = json.loads((run_folder / "run.json").read_text())
    vae = json.loads((vae_clean / "run.json").read_text())
    sizes = {
        "vae_widths": vae["widths"], "vae_blocks": vae["blocks"], "latent": vae["latent"], "widths": run["widths"],
        "blocks": run["blocks"],
    }  # fmt: skip
    network = Translator(**sizes)
    network.mapping.load_state_dict(averaged_state(run_folder, "net"))
    for part, folder in (("encoder", vae_old), ("decoder", vae_clean)):
        state = averaged_state(folder, "net")
        own = {name.removeprefix(f"{part}."): value for name, value in state.items() if name.startswith(f"{part}.")}
        getattr(network, part).load_state_dict(own)
    return write_weights(
        network,
        target,
        name="translator",
        task="translate from old to clean",
        network="translator",
        source="trained by PhotoRestore (photorestore train vae-old, vae-clean, mapping)",
        sizes=sizes,
    )


def export_faces(run_folder: Path, target: Path) -> WeightsEntry:
    """Write the averaged weights in float16 to `target` and list them in the manifest of its folder."""
    run = json.loads((run_folder / "run.json").read_text())
    sizes = {"widths": run["widths"], "side": run["side_px"]}
    network = FaceRefiner(**sizes)
    network.load_state_dict(averaged_state(run_folder, "net"))
    return write_weights(
        network,
        target,
        name="face-refiner",
        task="refine faces",
        network="face-refiner",
        source="trained by PhotoRestore (photorestore train faces)",
        sizes=sizes,
    )


def export_shrinkage_fields(run_folder: Path, target: Path) -> WeightsEntry:
    """Write both averaged cascades in float16 to `target` and list them in the manifest of its folder."""
    run = json.loads((run_folder / "run.json").read_text())
    sizes = {name: run[name] for name in ("stages", "side", "deblurring_stages")}
    fields = ShrinkageFields(**sizes)
    for name in ("denoise", "deconvolve"):
        getattr(fields, name).load_state_dict(averaged_state(run_folder, name))
    return write_weights(
        fields,
        target,
        name="shrinkage-fields",
        task="remove noise and blur",
        network="shrinkage-fields",
        source="trained by PhotoRestore (photorestore train shrinkage-fields)",
        sizes=sizes,
    )


def write_weights(module: nn.Module, target: Path, **described: Any) -> WeightsEntry:
    """Write a network's weights to `target` and list them, as `described`, in the manifest of its folder."""
    content = save({key: _stored(value) for key, value in module.state_dict().items()})
    save_bytes(content, target, overwrite=True)
    entry = WeightsEntry(
        file=target.name,
        sha256=hashlib.sha256(content).hexdigest(),
        bytes=len(content),
        licence="MIT",
        card=f"{target.stem}.md",
        **described,
    )
    others = [known for known in read_manifest(target.parent) if known.name != entry.name]
    write_manifest(target.parent, [*others, entry])
    return entry


def _stored(value: Tensor) -> Tensor:
    """float16 for what is large; norm statistics stay float32, because variances are often below float16's range."""
    return (value.half() if value.ndim > 1 else value).contiguous()


def draw_curve(run_folder: Path, keys: tuple[str, ...], target: Path) -> None:
    """A PNG of the run's own scores against hours, one panel a score."""
    lines = [json.loads(line) for line in (run_folder / "stats.jsonl").read_text().splitlines()]
    hours = np.array([line["seconds"] for line in lines]) / 3600
    panels = [_panel(hours, np.array([line[key] for line in lines]), key) for key in keys]
    cv2.imwrite(str(target), np.hstack(panels))


def _panel(hours: npt.NDArray[np.float64], values: npt.NDArray[np.float64], title: str) -> npt.NDArray[np.uint8]:
    width, height, margin = 420, 260, 40
    panel = np.full((height, width, 3), 255, np.uint8)
    low, high = float(values.min()), float(values.max()) + 1e-9
    x = margin + hours / max(hours.max(), 1e-9) * (width - 2 * margin)
    y = height - margin - (values - low) / (high - low) * (height - 2 * margin)
    cv2.rectangle(panel, (margin, margin), (width - margin, height - margin), (210, 210, 210))
    cv2.polylines(panel, [np.stack([x, y], 1).round().astype(np.int32)], False, (150, 80, 20), 2, cv2.LINE_AA)
    for text, place in (
        (f"{title}: {values[-1]:.4g} after {hours[-1]:.2f} h", (margin, margin - 12)),
        (f"{high:.3g}", (2, margin + 4)),
        (f"{low:.3g}", (2, height - margin + 4)),
    ):
        cv2.putText(panel, text, place, cv2.FONT_HERSHEY_SIMPLEX, 0.4, (40, 40, 40), 1, cv2.LINE_AA)
    return panel


def check_export(run_folder: Path, exported: Path, threshold: float = 0.5) -> float:
    """Largest difference in probability between the run's averaged network and the exported one, on one picture."""
    trained, shipped = averaged_detector(run_folder), DetectorUNet(run_widths(run_folder)).eval()
    shipped.load_state_dict(load_file(exported))
    picture = torch.rand(1, 3, 128, 128, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        moved = trained(picture) - math.log(threshold / (1 - threshold))
        return float((torch.sigmoid(moved) - torch.sigmoid(shipped(picture))).abs().max())
