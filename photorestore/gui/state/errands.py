"""`Errands`: what one page asks of another, by the numbers of photographs in the library; and the library's news."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot


class Errands(QObject):
    """Pages know each other only through this. Every list of photographs is a list of ids of the library."""

    page_wanted = Signal(str)  # name of a page in `gui.pages`
    editing_wanted = Signal(object)  # open these in Restore, the first shown
    comparison_wanted = Signal(object)  # show these in Compare
    export_wanted = Signal(object)  # offer these in Export
    queue_wanted = Signal(object, object)  # restore these in the background, Recipe or None for what is suggested
    import_wanted = Signal(object)  # files and folders to take into the library

    photos_changed = Signal(object)  # ids; an empty list: any or all of them
    photos_turned = Signal(object)  # ids, told after `photos_changed`; an empty list: perhaps some, by another window
    albums_changed = Signal()
    jobs_changed = Signal()

    @Slot(int)
    def on_photo_changed(self, photo_id: int) -> None:
        self.photos_changed.emit([photo_id])

    def edit(self, photo_ids: Sequence[int]) -> None:
        self._ask(self.editing_wanted, "restore", photo_ids)

    def compare(self, photo_ids: Sequence[int]) -> None:
        self._ask(self.comparison_wanted, "compare", photo_ids)

    def export(self, photo_ids: Sequence[int]) -> None:
        self._ask(self.export_wanted, "export", photo_ids)

    def _ask(self, signal: object, page: str, photo_ids: Sequence[int]) -> None:
        if photo_ids:
            signal.emit(list(photo_ids))  # type: ignore[attr-defined]  # a bound signal
            self.page_wanted.emit(page)
