"""`Maker`: blocks of shared memory for one request, filled with photos and masks, removed together at its end."""

from __future__ import annotations

from contextlib import ExitStack

import numpy as np

from photorestore.core.lean_photo import AnyPhoto, bands_of, rows_of
from photorestore.core.photo import Map, Mask
from photorestore.host.protocol import SharedPicture
from photorestore.host.shared import Block


class Maker:
    """Makes blocks that an ExitStack removes, unless `remove` has before."""

    def __init__(self, blocks: ExitStack) -> None:
        self._made: dict[str, Block] = {}
        blocks.callback(self._remove_all)

    def empty(self, shape: tuple[int, ...], dtype: type[np.uint8] | type[np.uint16]) -> Block:
        block = Block.create(shape, dtype)
        self._made[block.picture.name] = block
        return block

    def photo(self, photo: AnyPhoto) -> SharedPicture:
        """Its pixels, converted a band at a time."""
        block = self.empty((photo.height, photo.width, 3), np.uint16)
        for rows in bands_of(photo):
            block.write_rows(rows_of(photo, rows), rows.start)
        return block.picture

    def alpha(self, photo: AnyPhoto) -> SharedPicture | None:
        return None if photo.alpha is None else self.shares(photo.alpha)

    def shares(self, values: Map) -> SharedPicture:
        block = self.empty(values.shape, np.uint16)
        block.write_shares(values)
        return block.picture

    def mask(self, mask: Mask | None) -> SharedPicture | None:
        if mask is None:
            return None
        block = self.empty(mask.shape, np.uint8)
        block.write(mask.view(np.uint8) * np.uint8(255))
        return block.picture

    def remove(self, picture: SharedPicture) -> None:
        self._made.pop(picture.name).close()

    def _remove_all(self) -> None:
        while self._made:
            self._made.popitem()[1].close()
