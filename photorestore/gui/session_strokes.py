"""`SessionStrokes`: which strokes of this session the library could keep, so that undo there takes back no other."""

from __future__ import annotations


class SessionStrokes:
    """Of one photograph since it was loaded. The editor undoes every stroke, the library only those it has."""

    def __init__(self) -> None:
        self._kept: list[bool] = []
        self._done = 0
        self._older = 0  # strokes of earlier sessions that were taken back

    def begin(self) -> None:
        """Another stroke; until `was_kept` the library does not have it."""
        del self._kept[self._done :]
        self._kept.append(False)
        self._done += 1
        self._older = 0

    def was_kept(self) -> None:
        self._kept[-1] = True

    def undo(self) -> bool:
        """Whether the library has the stroke that is taken back."""
        if self._done:
            self._done -= 1
            return self._kept[self._done]
        self._older += 1
        return True

    def redo(self) -> bool:
        """Whether the library has the stroke that is done again."""
        if self._older or self._done == len(self._kept):
            self._older = max(0, self._older - 1)
            return True
        self._done += 1
        return self._kept[self._done - 1]
