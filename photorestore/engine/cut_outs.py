"""Cut-outs as networks and filters should see them: what is transparent goes on in the colours of its edge."""

from __future__ import annotations

import cv2
import numpy as np

from photorestore.core.geometry import row_bands
from photorestore.core.photo import Photo
from photorestore.core.pixels16 import AnyPixels

REACH_PX = 256  # rows looked at around a band; no network reads farther
BAND_ROWS = 512


def covered(photo: Photo) -> AnyPixels:
    """The photo's pixels; those hidden that lie near visible ones have the colour of the nearest."""
    hidden = photo.hidden
    if hidden is None:
        return photo.pixels
    made = photo.pixels.copy()
    for rows in row_bands(photo.height, BAND_ROWS):
        top = max(0, rows.start - REACH_PX)
        here, around = hidden[rows], hidden[top : rows.stop + REACH_PX]
        if around.all() or not here.any():
            continue
        label = cv2.DIST_LABEL_PIXEL
        labels = cv2.distanceTransformWithLabels(around.view(np.uint8), cv2.DIST_L2, 5, labelType=label)[1]
        places = np.zeros(labels.max() + 1, np.intp)
        places[labels[~around]] = np.flatnonzero(~around)
        row, column = np.divmod(places[labels[rows.start - top : rows.stop - top][here]], photo.width)
        part = made[rows]
        part[here] = photo.pixels[top + row, column]
        made[rows] = part
    return made
