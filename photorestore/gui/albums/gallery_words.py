"""A gallery's own words in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, Qt

from photorestore.exporting.gallery import GalleryWords


class GalleryTexts(QObject):
    def words(self) -> GalleryWords:
        locale = QLocale()
        direction = "rtl" if locale.textDirection() == Qt.LayoutDirection.RightToLeft else "ltr"
        return GalleryWords(
            language="en" if locale.language() == QLocale.Language.C else locale.name().split("_")[0],
            direction=direction,
            before=self.tr("Before"),
            after=self.tr("After"),
            slider=self.tr("Before and after"),
            enlarge=self.tr("Enlarge"),
            close=self.tr("Close"),
            previous=self.tr("Previous photograph"),
            following=self.tr("Next photograph"),
            photograph=self.tr("Photograph"),
            made=self.tr("Made with PhotoRestore. This page works without the internet."),
        )
