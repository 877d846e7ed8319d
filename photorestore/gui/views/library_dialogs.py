"""`LibraryDialogs`: which files, which album, which name: the library's questions to the user. None of them blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from photorestore.files.formats import PICTURE_SUFFIXES
from photorestore.library.albums import Album


class LibraryDialogs(QObject):
    def __init__(self, over: QWidget, memory: QSettings) -> None:
        super().__init__(over)
        self._over = over
        self._memory = memory

    def ask_files(self, title: str, then: Callable[[list[Path]], object], *, one: bool = False) -> None:
        dialog = QFileDialog(self._over, title, self._folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile if one else QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in sorted(PICTURE_SUFFIXES))
        dialog.setNameFilters([self.tr("Photographs") + f" ({patterns})", self.tr("All files") + " (*)"])
        self._open_files(dialog, then)

    def ask_folder(self, title: str, then: Callable[[list[Path]], object]) -> None:
        dialog = QFileDialog(self._over, title, self._folder())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open_files(dialog, then)

    def ask_name(self, title: str, name: str, then: Callable[[str], object]) -> None:
        dialog = QInputDialog(self._over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(self.tr("Name of the album"))
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(lambda chosen: then(chosen) if chosen.strip() else None)
        dialog.open()

    def ask_album(self, albums: Sequence[Album], then: Callable[[int], object]) -> None:
        dialog = QInputDialog(self._over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Add to album"))
        dialog.setLabelText(self.tr("Album"))
        dialog.setOption(QInputDialog.InputDialogOption.UseListViewForComboBoxItems)
        names = [album.name for album in albums]
        shown = [f"{name} ({at + 1})" if names.count(name) > 1 else name for at, name in enumerate(names)]
        dialog.setComboBoxItems(shown)
        dialog.textValueSelected.connect(lambda chosen: then(albums[shown.index(chosen)].id))
        dialog.open()

    def _folder(self) -> str:
        return str(self._memory.value("folder", str(Path.home())))

    def _open_files(self, dialog: QFileDialog, then: Callable[[list[Path]], object]) -> None:
        def take(names: list[str]) -> None:
            paths = [Path(name) for name in names]
            self._memory.setValue("folder", str(paths[0].parent))
            then(paths)

        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(take)
        dialog.open()
