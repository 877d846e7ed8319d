"""From a diagnosis to a recipe, with the reasons in words. In doubt a photograph is left alone."""

from __future__ import annotations

from dataclasses import dataclass

from photorestore.core.recipe import Recipe
from photorestore.core.stages import (
    DenoiseSettings,
    EnlargeSettings,
    FaceSettings,
    PrepareSettings,
    ScratchSettings,
    TranslateSettings,
)
from photorestore.engine.diagnosis import Diagnosis
from photorestore.engine.noise import noise_level

# Measured on data/photos, clean and worn by us; each bound is passed by about 1 % of the 644 clean pictures.
STRONG_NOISE = 10 / 255
COARSE_GRAIN, COARSE_NOISE = 12 / 255, 35 / 255  # from here on redrawing helps beyond denoising, see `_strengths`
SOFT_PX = 1.2
SMOOTHING = 0.85  # strength of denoising
WORN = 2 / 255  # of 292 clean pictures at two sizes one has more, of wet sand; the next has 1.9
CLEARLY_WORN, HEAVILY_WORN = 4 / 255, 9 / 255
REDRAWING = ((HEAVILY_WORN, 1.0), (CLEARLY_WORN, 0.85), (0.0, 0.7))  # from this wear on so strongly: more gains nothing
UNDER_HEAVY_WEAR = 0.25  # threshold of damage, see `_scratches`
CAREFUL_SMOOTHING = 0.4  # where there is wear, but no noise that can be told from texture
# Of the range lost. Without colours of its own a picture seems to have lost more: of 281 clean pictures one has more in
# colour, five as grey ones and 8 to 13 when toned.
FADED = {"colour": 0.22, "monochrome": 0.27, "toned": 0.27}
WASHED_OUT = 0.13  # beyond FADED: from here on all is done that is done
DARK = 0.08  # black that is still so black has not faded: the picture is dark
BRIGHTENED = 0.4  # strength for these
CAST = 0.06
DAMAGED_SHARE = 0.002
PLAINLY_DAMAGED_SHARE = 0.006  # of 200 clean pictures that training held out 2 have more, of 93 damaged ones 73 %
PLAINLY_DAMAGED_SPOTS = 3  # one or two white shapes are more likely part of a picture that looks new
HARDLY_DAMAGED_SPOTS, HARDLY_CERTAIN_SHARE = 2, 0.002  # one or the other, in old pictures up to PLAINLY_DAMAGED_SHARE
LARGELY_DAMAGED_SHARE = 0.03
IMPULSES = {"salt-and-pepper": "black and white specks", "random-valued": "specks of any lightness"}
PLAINLY_BLOCKY = 1.8  # two clean portraits of 126 reach 1.53
LARGEST_REDRAWN_MP = 12.0  # under four minutes on two idle cores by Real-ESRGAN

NOTHING = Recipe(prepare=PrepareSettings(enabled=False), scratches=ScratchSettings(enabled=False))

_NOISE_WORDS = {  # (strong, grain)
    (False, False): "It has some noise, which is reduced.",
    (False, True): "It has some grain, which is reduced.",
    (True, False): "It has strong noise, which is reduced.",
    (True, True): "It has strong grain, which is reduced.",
}
_KIND_WORDS = {
    "monochrome": "The photograph is monochrome and stays so.",
    "toned": "The photograph is toned and stays so.",
}


@dataclass(frozen=True)
class Suggestion:
    """`reasons`: one sentence for each thing found or left alone."""

    recipe: Recipe
    reasons: tuple[str, ...]


def suggest(diagnosis: Diagnosis) -> Suggestion:
    if diagnosis.few_colours:
        return Suggestion(NOTHING, (_few_colours_words(diagnosis.few_colours),))
    reasons: list[str] = []
    prepare = _prepare(diagnosis, reasons)
    has_faded = prepare.enabled and not _is_dark(diagnosis)
    looks_old = has_faded or diagnosis.kind == "toned" or _level(diagnosis) > 0 or diagnosis.wear >= CLEARLY_WORN
    scratches = _scratches(diagnosis, looks_old, reasons)
    denoise, enlarge = _clean_up(diagnosis, reasons)
    faces = _faces(diagnosis, denoise.enabled or enlarge.enabled or _translates_everywhere(diagnosis), reasons)
    translate = _translate(diagnosis, scratches, reasons)
    recipe = Recipe(
        prepare=prepare, denoise=denoise, scratches=scratches, translate=translate, faces=faces, enlarge=enlarge
    )
    has_marks = (diagnosis.damage_share or 0) >= DAMAGED_SHARE
    if not (has_marks or any(stage.enabled for stage in (prepare, denoise, translate, faces, enlarge))):
        reasons.insert(0, "Nothing to repair: this photograph is fine and is left alone.")
    elif diagnosis.kind != "colour":
        reasons.append(_KIND_WORDS[diagnosis.kind])
    return Suggestion(recipe, tuple(reasons))


def _few_colours_words(count: int) -> str:
    if count == 1:
        return "It is all of one colour, so there is nothing to repair."
    return (
        f"It has {count} colours only, like a drawing, a text or a dithered picture, whose dots would pass for noise; "
        "it is left alone."
    )


def _level(diagnosis: Diagnosis) -> float:
    """Of the noise to be reduced. Grain that the translation networks would leave as it is, is texture."""
    is_texture = diagnosis.has_translator and diagnosis.noise.is_grain and diagnosis.wear < WORN
    return 0.0 if is_texture else noise_level(diagnosis.noise)


def _prepare(diagnosis: Diagnosis, reasons: list[str]) -> PrepareSettings:
    lost, least = diagnosis.range.lost, FADED[diagnosis.kind]
    if lost < least:
        return PrepareSettings(enabled=False)
    if _is_dark(diagnosis):
        reasons.append("It is dark, and is brightened a little.")
        return PrepareSettings(levels=BRIGHTENED, colour_cast=0.0)
    strength = round(0.5 + 0.3 * min(1.0, (lost - least) / WASHED_OUT), 2)
    has_cast = diagnosis.kind == "colour" and diagnosis.range.cast >= CAST
    reasons.append(f"It has faded and lost about {lost:.0%} of its contrast, most of which is brought back.")
    if has_cast:
        reasons.append("Its colours have faded unevenly, so the cast is reduced.")
    return PrepareSettings(levels=strength, colour_cast=strength if has_cast else 0.0)


def _is_dark(diagnosis: Diagnosis) -> bool:
    return min(diagnosis.range.blacks) < DARK


def _scratches(diagnosis: Diagnosis, looks_old: bool, reasons: list[str]) -> ScratchSettings:
    """A picture that shows no age by anything else must show its damage plainly: a twig is more likely than a crack.

    In an old one something must be beyond doubt, and more so where there is little: of 52 clean pictures made grey or
    toned and faded ten would be filled without, faces among them, and two are; of 17 damaged ones one is left alone.
    Where wear is heavy, the detector is less certain than it is right: on 17 held-out photographs 22 % of the damage
    is found at a threshold of 0.5 and 28 % at 0.25 (false alarms in undamaged ones: 0.07 and 0.13 %); where wear is
    light, the lower threshold finds more that is none.
    """
    share = diagnosis.damage_share
    if share is None:
        reasons.append("Scratches were not looked for, because the network that finds them is missing.")
    elif share >= DAMAGED_SHARE and (
        (looks_old and _is_certain(diagnosis)) or _is_plain(diagnosis.certain_share, diagnosis.certain_spots)
    ):
        reasons.append(f"Cracks, dust or loss on {_percent(share)} of the picture are filled.")
        is_hidden = diagnosis.wear >= HEAVILY_WORN
        return ScratchSettings(enabled=True, threshold=UNDER_HEAVY_WEAR if is_hidden else ScratchSettings().threshold)
    elif share >= DAMAGED_SHARE:
        reasons.append(
            f"Marks on {_percent(share)} of the picture may be damage, or just as well part of it, like ropes and "
            "twigs; they are left alone unless you turn on Scratches."
        )
    return ScratchSettings(enabled=False)


def _translate(diagnosis: Diagnosis, scratches: ScratchSettings, reasons: list[str]) -> TranslateSettings:
    if _translates_everywhere(diagnosis):
        reasons.append(
            "The translation networks redraw the whole picture: they take away what is left of noise, grain and JPEG "
            "blocks."
        )
        return TranslateSettings(enabled=True, strength=_redrawing(diagnosis.wear))
    if not (scratches.enabled and diagnosis.has_translator):
        return TranslateSettings()
    reasons.append("What is filled is redrawn by the translation networks.")
    return TranslateSettings(enabled=True, reach="repainted")


def _redrawing(wear: float) -> float:
    """Strength of translation; what is left of the old texture keeps skin from looking like wax."""
    return next(strength for least, strength in REDRAWING if wear >= least)


def _translates_everywhere(diagnosis: Diagnosis) -> bool:
    """Where the networks themselves would change much, or JPEG blocks were found.

    Tone-matched dB / SSIM gained over Suggest's other steps, on pieces of held-out photographs that we wore down:

        wear, of 255          pictures   gain             at worst
        0 to 1                   17      most lose
        1 to 2                    3      +1.36 / +0.029   +0.03
        2 to 3                    8      +1.32 / +0.022   -0.41
        3 to 5                    9      +2.53 / +0.074   -0.02
        5 to 9                   10      +2.11 / +0.101   -0.02
        9 and more               27      +1.47 / +0.081   -0.02
        below 2, but blocks      10      +0.37 / +0.002   -0.15

    In 19 of the chosen no noise had been recognised; these gain 2.62 dB. With the weights before, of 12 with a wear
    of 1 to 2 seven lost, one of them 4.65 dB.
    40 intact pieces come back with 51.3 dB on average, but fine even texture with 34.4; so what shows nothing is left
    alone. It takes 2 s/MP of two cores, Real-ESRGAN 18, and never over 20 s: large pictures are worked on at 3000 px.
    Where there are holes, they take up to as much again.
    """
    trouble = diagnosis.trouble
    is_worn = diagnosis.wear >= WORN or trouble.blockiness >= PLAINLY_BLOCKY
    return diagnosis.has_translator and is_worn and trouble.noise not in IMPULSES and trouble.blur.kind == "none"


def _is_certain(diagnosis: Diagnosis) -> bool:
    if diagnosis.wear >= HEAVILY_WORN:  # there it is not certain of anything
        return True
    if (diagnosis.damage_share or 0) >= PLAINLY_DAMAGED_SHARE:
        return diagnosis.certain_spots > 0
    return diagnosis.certain_spots >= HARDLY_DAMAGED_SPOTS or diagnosis.certain_share >= HARDLY_CERTAIN_SHARE


def _is_plain(share: float, spots: int) -> bool:
    return share >= LARGELY_DAMAGED_SHARE or (share >= PLAINLY_DAMAGED_SHARE and spots >= PLAINLY_DAMAGED_SPOTS)


def _clean_up(diagnosis: Diagnosis, reasons: list[str]) -> tuple[DenoiseSettings, EnlargeSettings]:
    level, trouble = _level(diagnosis), diagnosis.trouble
    if trouble.noise in IMPULSES:
        reasons.append(
            f"Single pixels are wrong ({IMPULSES[trouble.noise]}, about {_percent(trouble.level)} of them): l0TV finds "
            "and replaces them and leaves the others alone."
        )
        return DenoiseSettings(enabled=True, method="l0tv", strength=1.0), EnlargeSettings()
    if trouble.is_blocky:
        reasons.append(
            "Its file was compressed hard and shows JPEG blocks."
            if _translates_everywhere(diagnosis)
            else "Its file was compressed hard and shows JPEG blocks; Enlarge with clean-up can redraw them."
        )
    if trouble.blur.kind != "none":
        return _deblur(diagnosis, reasons), EnlargeSettings()
    soft = diagnosis.blur_px >= SOFT_PX
    if level:
        reasons.append(_NOISE_WORDS[level >= STRONG_NOISE, diagnosis.noise.is_grain])
    if soft:
        reasons.append(f"It is soft: its sharpest edges are about {2 * diagnosis.blur_px:.0f} pixels wide.")
    is_coarse = level >= (COARSE_GRAIN if diagnosis.noise.is_grain else COARSE_NOISE)
    is_coarse = is_coarse and not _translates_everywhere(diagnosis)  # which does as much, nine times as fast
    smooth, redraw = _strengths(level, is_coarse, soft)
    if not smooth and diagnosis.wear >= WORN and _translates_everywhere(diagnosis):
        smooth = CAREFUL_SMOOTHING
        reasons.append("It looks worn; noise that is hard to tell from texture is reduced gently.")
    if redraw and diagnosis.width * diagnosis.height / 1e6 > LARGEST_REDRAWN_MP:
        reasons.append("It is too large to be redrawn in a few minutes; turn on Enlarge if you can wait.")
        redraw = 0.0
    method = _noise_method(diagnosis, reasons) if smooth else "nlm"
    denoise = DenoiseSettings(enabled=True, method=method, strength=smooth) if smooth else DenoiseSettings()
    enlarge = EnlargeSettings(enabled=True, scale=1, strength=redraw, clean_up=True) if redraw else EnlargeSettings()
    return denoise, enlarge


def _deblur(diagnosis: Diagnosis, reasons: list[str]) -> DenoiseSettings:
    blur = diagnosis.trouble.blur
    reasons.append(
        f"The camera or the subject moved by about {blur.size_px:.0f} pixels; the blur is undone by its shape."
        if blur.kind == "motion"
        else f"It is out of focus: points became disks of about {2 * blur.size_px:.0f} pixels; "
        "the blur is undone by its shape."
    )
    return DenoiseSettings(
        enabled=True,
        method="plug-and-play" if diagnosis.has_denoiser else "shrinkage-fields",
        strength=1.0,
        blur=blur.kind,
        blur_px=blur.size_px,
        blur_angle=blur.angle if blur.kind == "motion" else 0.0,
    )


def _noise_method(diagnosis: Diagnosis, reasons: list[str]) -> str:
    """By the kind of noise, and by what is installed."""
    kind = diagnosis.trouble.noise
    if kind == "poisson":
        reasons.append("The noise grows with the light, as counted light does: it is made even first (Anscombe).")
        return "anscombe-denoiser" if diagnosis.has_denoiser else "anscombe-nlm"
    if kind == "gaussian" and diagnosis.has_denoiser:
        reasons.append(
            "The noise is alike everywhere and from pixel to pixel new: the learned denoiser is made for it."
        )
        return "denoiser"
    return "nlm"


def _strengths(level: float, is_coarse: bool, soft: bool) -> tuple[float, float]:
    """Of denoising and of redrawing.

    Tone-matched dB / SSIM on pieces of data/photos, worn by us (noise of 255, in grain correlated over 1 px):

                    worn         denoised 0.7  denoised 1   redrawn 0.5  redrawn 1    both 0.7, 0.5
        noise 5     34.22/0.942  36.63/0.973   36.71/0.967  31.61/0.937  26.56/0.825  31.66/0.933
        noise 10    28.37/0.831  32.38/0.934   33.16/0.942  29.90/0.890  26.48/0.816  30.69/0.912
        noise 35    18.72/0.559  24.03/0.727   25.72/0.790  22.74/0.686  24.47/0.753  25.49/0.779
        grain 12    26.81/0.880  28.07/0.901   28.34/0.898  27.83/0.893  24.98/0.782  28.02/0.886
        grain 25    21.02/0.709  22.37/0.749   22.84/0.757  23.74/0.776  23.36/0.721  24.26/0.785
        blur 2 px   22.48/0.664  22.47/0.663   22.47/0.663  24.57/0.742  23.73/0.734  24.56/0.740
        nothing     redrawn at 0.5: 32.39/0.955, at 1: 26.51/0.829
    """
    return (SMOOTHING if level else 0.0), (0.5 if is_coarse or soft else 0.0)


def _faces(diagnosis: Diagnosis, worn: bool, reasons: list[str]) -> FaceSettings:
    if not diagnosis.faces:
        return FaceSettings(enabled=False)
    minimum = FaceSettings().minimum_px
    clear = sum(face.enabled and face.size_px >= minimum for face in diagnosis.faces)
    reasons.append(_face_words(len(diagnosis.faces), clear, worn))
    return FaceSettings(enabled=worn and clear > 0)


def _face_words(count: int, clear: int, worn: bool) -> str:
    if count == 1:
        if not worn:
            return "1 face found and left as photographed: the picture is sharp enough."
        if not clear:
            return "1 face found and left alone: too small or doubtful."
        return "1 face found, large and clear enough to be refined."
    if not worn:
        return f"{count} faces found and left as photographed: the picture is sharp enough."
    if not clear:
        return f"{count} faces found and left alone: too small or doubtful."
    return f"{count} faces found, {clear} of them large and clear enough to be refined."


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= 0.01 else f"{share:.1%}"
