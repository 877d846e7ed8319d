"""`Gestures`: what mouse, pen and keys do that is no action: on each page's own widgets, for the sheet of keys."""

from __future__ import annotations

from PySide6.QtCore import QObject

Row = tuple[str, str]  # what it does, what to do for it


class Gestures(QObject):
    """`of_pages` by the pages' names. What is zoomed or moved differs from page to page, so each page says its own."""

    def of_pages(self) -> dict[str, list[Row]]:
        return {"library": self._library(), "restore": self._restore(), "compare": self._compare()}

    def of_quick_look(self) -> list[Row]:
        return [
            (self.tr("Next or previous photograph"), self.tr("Arrows; Page up, Page down")),
            (self.tr("First or last photograph"), self.tr("Home, End")),
            (self.tr("Zoom at the cursor"), self.tr("Wheel; pinch")),
            (self.tr("Move the photograph"), self.tr("Drag; middle button")),
            (self.tr("Fit or 100 %"), "Z"),
            (self.tr("Close"), self.tr("Space; Esc; double click")),
        ]

    def _library(self) -> list[Row]:
        return [
            (self.tr("Open in Restore"), self.tr("Double click")),
            (self.tr("Put into an album, the trash or another order"), self.tr("Drag")),
            (self.tr("Larger or smaller photographs"), self.tr("Ctrl + wheel")),
            (self.tr("Rename or delete the album in the list"), self.tr("F2, Delete")),
        ]

    def _restore(self) -> list[Row]:
        return [
            (self.tr("Paint, or what the tool does"), self.tr("Left button; pen")),
            (self.tr("Erase"), self.tr("Right button; Alt + left button")),
            (self.tr("Erase with the pen"), self.tr("Its other end")),
            (self.tr("Join with the last point"), self.tr("Shift + click")),
            (self.tr("Size of the brush"), self.tr("Alt + wheel")),
            (self.tr("Size and softness of the brush"), self.tr("Alt + drag with the right button")),
            (self.tr("Cross in the brush"), self.tr("Caps Lock")),
            (self.tr("Move the brush"), self.tr("Arrows")),
            (self.tr("Move the brush by 10 pixels, by its width"), self.tr("Shift + arrows, Ctrl + arrows")),
            (self.tr("Paint where the brush stands"), self.tr("Enter; Insert")),
            (self.tr("Erase where the brush stands"), self.tr("Shift + Enter; Shift + Insert")),
            (self.tr("Leave what was begun, then the brush of the keys"), self.tr("Esc")),
            (self.tr("Zoom at the cursor"), self._zoom()),
            (self.tr("Move the photograph"), self.tr("Space + drag; middle button; finger")),
            (self.tr("Move the line between before and after"), self.tr("Drag it")),
            (self.tr("Move a slider by ten steps"), self.tr("Shift + Left, Shift + Right")),
            (self.tr("Strength of the chosen face"), self.tr("0 to 9")),
            (self.tr("Remove a face drawn by hand"), self.tr("Delete")),
        ]

    def _compare(self) -> list[Row]:
        return [
            (self.tr("Zoom at the cursor"), self._zoom()),
            (self.tr("Move the photograph"), self.tr("Drag; middle button; Ctrl + arrows")),
            (self.tr("Fit or 100 %"), self.tr("Double click")),
            (self.tr("Move the line of Split"), self.tr("Drag it; Left, Right")),
            (self.tr("Move the line further"), self.tr("Shift + Left, Shift + Right")),
            (self.tr("Bring a version to the front, side by side"), self.tr("Click")),
            (self.tr("Move one version alone, side by side"), self.tr("Shift + drag; Shift + arrows")),
        ]

    def _zoom(self) -> str:
        return self.tr("Ctrl + wheel; wheel, as the settings say; pinch")
