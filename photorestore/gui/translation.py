"""The window's language: after the setting or the system, from compiled translations in the resources."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from photorestore import paths
from photorestore.gui.settings import LANGUAGE, Settings

log = logging.getLogger(__name__)

SOURCE_LANGUAGE = "en"
TRANSLATED = ("de",)


def wanted_language(settings: Settings) -> str:
    """The chosen language, or the first of the system's that the program speaks."""
    chosen = settings.get(LANGUAGE)
    if chosen != "system":
        return chosen
    spoken = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in spoken if name in (SOURCE_LANGUAGE, *TRANSLATED)), SOURCE_LANGUAGE)


class Translation:
    """What is translated from now on; windows that are there already keep their words."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._translators: list[QTranslator] = []
        self.language = ""

    def apply(self) -> bool:
        """Whether the language is another than before."""
        language = wanted_language(self._settings)
        if language == self.language:
            return False
        self.remove()
        self.language = language
        QLocale.setDefault(QLocale.system() if _is_of_system(language) else QLocale(language))
        if language != SOURCE_LANGUAGE:
            self._install(f"photorestore_{language}", str(paths.resources() / "translations"))
        self._install(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        return True

    def remove(self) -> None:
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators, self.language = [], ""

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator()
        if not translator.load(name, folder):
            log.warning("no translation %s in %s", name, folder)
            return
        QCoreApplication.installTranslator(translator)
        self._translators.append(translator)


def _is_of_system(language: str) -> bool:
    """Then the system's own way to write numbers and dates is right too."""
    return QLocale.system().name().partition("_")[0] == language
