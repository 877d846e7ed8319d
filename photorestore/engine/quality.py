"""How close a picture is to a clean one: PSNR, SSIM, l0TV's three signal-to-noise ratios; and two figures without."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from photorestore.engine.noise import measure_blur, white_noise

Planes = npt.NDArray[np.float32]


def psnr(planes: Planes, clean: Planes) -> float:
    """dB against full scale, over all channels."""
    error = float(np.mean((planes.astype(np.float64) - clean) ** 2))
    return float(-10 * np.log10(max(error, 1e-12)))


def ssim(planes: Planes, clean: Planes) -> float:
    """Wang et al. 2004 with their Gaussian window of 1.5 px, mean over channels."""

    def smooth(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.asarray(cv2.GaussianBlur(values, (11, 11), 1.5), np.float64).reshape(values.shape)

    a, b = planes.astype(np.float64), clean.astype(np.float64)
    mean_a, mean_b = smooth(a), smooth(b)
    var_a, var_b = smooth(a * a) - mean_a**2, smooth(b * b) - mean_b**2
    covariance = smooth(a * b) - mean_a * mean_b
    above = (2 * mean_a * mean_b + 0.01**2) * (2 * covariance + 0.03**2)
    return float(np.mean(above / ((mean_a**2 + mean_b**2 + 0.01**2) * (var_a + var_b + 0.03**2))))


def snr0(planes: Planes, clean: Planes) -> float:
    """Share (%) of pixels within 20 / 255 of the clean ones (Yuan and Ghanem)."""
    return float(np.mean(np.abs(planes - clean) <= 20 / 255) * 100)


def snr1(planes: Planes, clean: Planes) -> float:
    """dB between the picture's mean distance from its mean and the mean error."""
    return float(10 * np.log10(np.abs(clean - clean.mean()).sum() / max(float(np.abs(planes - clean).sum()), 1e-12)))


def snr2(planes: Planes, clean: Planes) -> float:
    """The same with squares: the usual signal-to-noise ratio."""
    return float(10 * np.log10(((clean - clean.mean()) ** 2).sum() / max(float(((planes - clean) ** 2).sum()), 1e-12)))


def remaining_noise(planes: Planes) -> float:
    """White noise (share of full scale) of the mean of the channels."""
    return white_noise([np.ascontiguousarray(planes.mean(axis=2))])


def edge_width(planes: Planes) -> float:
    """Gaussian blur (px) of the sharpest edges."""
    return measure_blur(np.repeat(planes, 3, axis=2) if planes.shape[2] == 1 else planes)
