"""The words of `core/stages.py`, which knows no translation, marked for it; a test holds them against the table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from photorestore.gui.words import QT_TRANSLATE_NOOP

STAGE_WORDS = (
    QT_TRANSLATE_NOOP("Stages", "Prepare"),
    QT_TRANSLATE_NOOP("Stages", "Levels and colour cast, before anything else."),
    QT_TRANSLATE_NOOP("Stages", "Levels"),
    QT_TRANSLATE_NOOP("Stages", "How far faded contrast is brought back."),
    QT_TRANSLATE_NOOP("Stages", "Colour cast"),
    QT_TRANSLATE_NOOP("Stages", "How far a tint over a colour photograph is taken away."),
    QT_TRANSLATE_NOOP("Stages", "Denoise"),
    QT_TRANSLATE_NOOP("Stages", "Takes away noise, coarse grain, impulses, and blur whose kind is known."),
    QT_TRANSLATE_NOOP("Stages", "Method"),
    QT_TRANSLATE_NOOP("Stages", "How noise is removed."),
    QT_TRANSLATE_NOOP("Stages", "Strength"),
    QT_TRANSLATE_NOOP("Stages", "How much of the noise goes."),
    QT_TRANSLATE_NOOP("Stages", "Noise level"),
    QT_TRANSLATE_NOOP("Stages", "Standard deviation, share of full scale; 0 measures it."),
    QT_TRANSLATE_NOOP("Stages", "Blur"),
    QT_TRANSLATE_NOOP("Stages", "What blurred the picture."),
    QT_TRANSLATE_NOOP("Stages", "Blur size"),
    QT_TRANSLATE_NOOP("Stages", "Length of a motion, radius of a misfocus, sigma of a Gaussian, in pixels."),
    QT_TRANSLATE_NOOP("Stages", "Blur angle"),
    QT_TRANSLATE_NOOP("Stages", "Direction of a motion, degrees counter-clockwise from the right."),
    QT_TRANSLATE_NOOP("Stages", "Scratches"),
    QT_TRANSLATE_NOOP("Stages", "Finds cracks, dust and loss, and fills them from their surroundings."),
    QT_TRANSLATE_NOOP("Stages", "Threshold"),
    QT_TRANSLATE_NOOP("Stages", "Probability from which a pixel counts as damage."),
    QT_TRANSLATE_NOOP("Stages", "Minimum size"),
    QT_TRANSLATE_NOOP("Stages", "Smaller spots than this many pixels are left alone."),
    QT_TRANSLATE_NOOP("Stages", "Grow"),
    QT_TRANSLATE_NOOP("Stages", "How far the mask reaches beyond the damage."),
    QT_TRANSLATE_NOOP("Stages", "Feather"),
    QT_TRANSLATE_NOOP("Stages", "Softness of the edge between old and repainted."),
    QT_TRANSLATE_NOOP("Stages", "Grain"),
    QT_TRANSLATE_NOOP("Stages", "How much of the photograph's grain is given to what was filled."),
    QT_TRANSLATE_NOOP("Stages", "Filling"),
    QT_TRANSLATE_NOOP("Stages", "How holes are filled."),
    QT_TRANSLATE_NOOP("Stages", "Translate"),
    QT_TRANSLATE_NOOP("Stages", "Deep latent translation from old to clean."),
    QT_TRANSLATE_NOOP("Stages", "How much of the translation is mixed in."),
    QT_TRANSLATE_NOOP("Stages", "Reach"),
    QT_TRANSLATE_NOOP("Stages", "What is translated: the whole picture, or only what was repainted."),
    QT_TRANSLATE_NOOP("Stages", "Weights"),
    QT_TRANSLATE_NOOP("Stages", "Which networks translate."),
    QT_TRANSLATE_NOOP("Stages", "Mode"),
    QT_TRANSLATE_NOOP("Stages", "Of the published networks: with or without holes; high resolution fills large ones."),
    QT_TRANSLATE_NOOP("Stages", "Faces"),
    QT_TRANSLATE_NOOP("Stages", "Finds faces and makes each clearer."),
    QT_TRANSLATE_NOOP("Stages", "How much of the refined face is mixed in."),
    QT_TRANSLATE_NOOP("Stages", "Which network refines."),
    QT_TRANSLATE_NOOP("Stages", "Smallest face"),
    QT_TRANSLATE_NOOP("Stages", "Smaller faces are shown but left alone."),
    QT_TRANSLATE_NOOP("Stages", "Enlarge"),
    QT_TRANSLATE_NOOP("Stages", "Redraws the picture sharper, at the same size or larger."),
    QT_TRANSLATE_NOOP("Stages", "Scale"),
    QT_TRANSLATE_NOOP("Stages", "1 sharpens at the same size, 2 and 4 enlarge."),
    QT_TRANSLATE_NOOP("Stages", "How much of the redrawn picture is mixed in."),
    QT_TRANSLATE_NOOP("Stages", "Clean up"),
    QT_TRANSLATE_NOOP("Stages", "Feeds the network a smaller picture: removes grain, blur and JPEG blocks."),
)


# Choices are short words for recipes and the command line; here is what people call them.
CHOICES = {
    "nlm": QT_TRANSLATE_NOOP("Stages", "Non-local means"),
    "bm3d": QT_TRANSLATE_NOOP("Stages", "BM3D"),
    "denoiser": QT_TRANSLATE_NOOP("Stages", "Learned network"),
    "noise2noise": QT_TRANSLATE_NOOP("Stages", "Noise2Noise"),
    "plug-and-play": QT_TRANSLATE_NOOP("Stages", "Plug and play"),
    "shrinkage-fields": QT_TRANSLATE_NOOP("Stages", "Shrinkage fields"),
    "l0tv": QT_TRANSLATE_NOOP("Stages", "Impulses (l0TV)"),
    "poisson-tv": QT_TRANSLATE_NOOP("Stages", "Poisson noise (TV)"),
    "anscombe-nlm": QT_TRANSLATE_NOOP("Stages", "Poisson noise (means)"),
    "anscombe-denoiser": QT_TRANSLATE_NOOP("Stages", "Poisson noise (network)"),
    "median": QT_TRANSLATE_NOOP("Stages", "Median"),
    "none": QT_TRANSLATE_NOOP("Stages", "None"),
    "motion": QT_TRANSLATE_NOOP("Stages", "Motion"),
    "misfocus": QT_TRANSLATE_NOOP("Stages", "Out of focus"),
    "gaussian": QT_TRANSLATE_NOOP("Stages", "Gaussian"),
    "navier-stokes": QT_TRANSLATE_NOOP("Stages", "Navier-Stokes"),
    "telea": QT_TRANSLATE_NOOP("Stages", "Telea"),
    "everywhere": QT_TRANSLATE_NOOP("Stages", "Everywhere"),
    "repainted": QT_TRANSLATE_NOOP("Stages", "Only what was repainted"),
    "bundled": QT_TRANSLATE_NOOP("Stages", "Comes with the program"),
    "published": QT_TRANSLATE_NOOP("Stages", "Published, imported"),
    "auto": QT_TRANSLATE_NOOP("Stages", "Automatic"),
    "quality": QT_TRANSLATE_NOOP("Stages", "Without holes"),
    "scratch": QT_TRANSLATE_NOOP("Stages", "With holes"),
    "high-resolution": QT_TRANSLATE_NOOP("Stages", "High resolution"),
    "realesrgan": QT_TRANSLATE_NOOP("Stages", "Real-ESRGAN"),
    "published-256": QT_TRANSLATE_NOOP("Stages", "Published, 256 px"),
    "published-512": QT_TRANSLATE_NOOP("Stages", "Published, 512 px"),
}


def stage_words(english: str) -> str:
    """A title or a help of a stage in the user's language."""
    return QCoreApplication.translate("Stages", english)


def choice_words(choice: str) -> str:
    return stage_words(CHOICES[choice])
