"""Every stage once: its settings, title and place in the order. Data for the pipeline, the panels and `--help`."""

from __future__ import annotations

from dataclasses import dataclass

from photorestore.core.settings_fields import check_knobs, knob


class StageSettings:
    """Base of every stage's settings: values are checked against their knobs when made."""

    enabled: bool

    def __post_init__(self) -> None:
        check_knobs(self)


@dataclass(frozen=True)
class PrepareSettings(StageSettings):
    enabled: bool = knob(True, "Prepare", "Levels and colour cast, before anything else.")
    levels: float = knob(0.0, "Levels", "How far faded contrast is brought back.", low=0, high=1)
    colour_cast: float = knob(
        0.0, "Colour cast", "How far a tint over a colour photograph is taken away.", low=0, high=1
    )


@dataclass(frozen=True)
class DenoiseSettings(StageSettings):
    enabled: bool = knob(False, "Denoise", "Takes away noise, coarse grain, impulses, and blur whose kind is known.")
    method: str = knob(
        "nlm",
        "Method",
        "How noise is removed.",
        choices=(
            "nlm", "bm3d", "denoiser", "noise2noise", "plug-and-play", "shrinkage-fields", "l0tv", "poisson-tv",
            "anscombe-nlm", "anscombe-denoiser", "median",
        ),
    )  # fmt: skip
    strength: float = knob(0.7, "Strength", "How much of the noise goes.", low=0, high=1)
    sigma: float = knob(0.0, "Noise level", "Standard deviation, share of full scale; 0 measures it.", low=0, high=0.5)
    blur: str = knob("none", "Blur", "What blurred the picture.", choices=("none", "motion", "misfocus", "gaussian"))
    blur_px: float = knob(
        0.0, "Blur size", "Length of a motion, radius of a misfocus, sigma of a Gaussian, in pixels.", low=0, high=100
    )
    blur_angle: float = knob(
        0.0, "Blur angle", "Direction of a motion, degrees counter-clockwise from the right.", low=-180, high=180
    )


@dataclass(frozen=True)
class ScratchSettings(StageSettings):
    """Of 40 held-out photographs with synthetic damage, those filled are 0.33 dB nearer to the intact ones without
    growing than grown by a pixel, and 0.35 dB nearer still with spots from 4 pixels on instead of 12 (one more on 80
    faces).
    """

    enabled: bool = knob(True, "Scratches", "Finds cracks, dust and loss, and fills them from their surroundings.")
    threshold: float = knob(0.5, "Threshold", "Probability from which a pixel counts as damage.", low=0.01, high=0.99)
    minimum_px: int = knob(4, "Minimum size", "Smaller spots than this many pixels are left alone.", low=0, high=10000)
    grow_px: int = knob(0, "Grow", "How far the mask reaches beyond the damage.", low=0, high=50)
    feather_px: float = knob(1.0, "Feather", "Softness of the edge between old and repainted.", low=0, high=50)
    grain: float = knob(1.0, "Grain", "How much of the photograph's grain is given to what was filled.", low=0, high=2)
    filler: str = knob("navier-stokes", "Filling", "How holes are filled.", choices=("navier-stokes", "telea"))


@dataclass(frozen=True)
class TranslateSettings(StageSettings):
    enabled: bool = knob(False, "Translate", "Deep latent translation from old to clean.")
    strength: float = knob(1.0, "Strength", "How much of the translation is mixed in.", low=0, high=1)
    reach: str = knob(
        "everywhere",
        "Reach",
        "What is translated: the whole picture, or only what was repainted.",
        choices=("everywhere", "repainted"),
    )
    weights: str = knob("bundled", "Weights", "Which networks translate.", choices=("bundled", "published"))
    mode: str = knob(
        "auto",
        "Mode",
        "Of the published networks: with or without holes; high resolution fills large ones.",
        choices=("auto", "quality", "scratch", "high-resolution"),
    )


@dataclass(frozen=True)
class FaceSettings(StageSettings):
    enabled: bool = knob(False, "Faces", "Finds faces and makes each clearer.")
    strength: float = knob(0.6, "Strength", "How much of the refined face is mixed in.", low=0, high=1)
    method: str = knob(
        "bundled",
        "Method",
        "Which network refines.",
        choices=("bundled", "realesrgan", "published-256", "published-512"),
    )
    minimum_px: int = knob(48, "Smallest face", "Smaller faces are shown but left alone.", low=24, high=2000)


@dataclass(frozen=True)
class EnlargeSettings(StageSettings):
    enabled: bool = knob(False, "Enlarge", "Redraws the picture sharper, at the same size or larger.")
    scale: int = knob(2, "Scale", "1 sharpens at the same size, 2 and 4 enlarge.", choices=(1, 2, 4))
    strength: float = knob(1.0, "Strength", "How much of the redrawn picture is mixed in.", low=0, high=1)
    clean_up: bool = knob(
        False, "Clean up", "Feeds the network a smaller picture: removes grain, blur and JPEG blocks."
    )


@dataclass(frozen=True)
class Stage:
    name: str
    title: str
    settings: type[StageSettings]


STAGES: tuple[Stage, ...] = (
    Stage("prepare", "Prepare", PrepareSettings),
    Stage("denoise", "Denoise", DenoiseSettings),
    Stage("scratches", "Scratches", ScratchSettings),
    Stage("translate", "Translate", TranslateSettings),
    Stage("faces", "Faces", FaceSettings),
    Stage("enlarge", "Enlarge", EnlargeSettings),
)
