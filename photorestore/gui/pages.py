"""Every page of the window once: its name, title, icon, keys and how it is made. A new page is a row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSettings

from photorestore.gui.settings import Settings
from photorestore.gui.state.desk import Desk
from photorestore.gui.state.engine_state import EngineState
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.memory_meter import MemoryMeter
from photorestore.gui.state.session import Session
from photorestore.gui.state.weights_state import WeightsState
from photorestore.gui.theme import Theme
from photorestore.gui.views.models_page import ModelsPage
from photorestore.gui.views.page import Page
from photorestore.gui.views.restore_page import RestorePage
from photorestore.gui.views.settings_page import SettingsPage
from photorestore.gui.words import QT_TRANSLATE_NOOP
from photorestore.library.database import Database


@dataclass(frozen=True)
class Parts:
    """All that outlives the window and that pages may want. `memory` keeps places and sizes, not settings."""

    settings: Settings
    memory: QSettings
    theme: Theme
    session: Session
    desk: Desk
    engine: EngineState
    weights: WeightsState
    meter: MemoryMeter
    library: Database
    errands: Errands


@dataclass(frozen=True)
class PageEntry:
    """`title` is English and translated in the context "Pages". `at_end`: it stands at the lower end of the rail."""

    name: str
    title: str
    icon: str
    keys: tuple[str, ...]
    make: Callable[[Parts], Page]
    at_end: bool = False

    def shown_title(self) -> str:
        return QCoreApplication.translate("Pages", self.title)


# Alt+1 is the library's, Alt+3 Compare's, Alt+4 the queue's and Alt+5 Export's.
PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "restore",
        QT_TRANSLATE_NOOP("Pages", "Restore"),
        "restore",
        ("Alt+2",),
        lambda parts: RestorePage(parts.desk, parts.theme, parts.settings, parts.memory),
    ),
    PageEntry(
        "models",
        QT_TRANSLATE_NOOP("Pages", "Models"),
        "models",
        ("Alt+6",),
        lambda parts: ModelsPage(parts.weights, parts.theme, parts.memory),
        at_end=True,
    ),
    PageEntry(
        "settings",
        QT_TRANSLATE_NOOP("Pages", "Settings"),
        "settings",
        ("Alt+7", "Ctrl+,"),
        lambda parts: SettingsPage(parts.settings, parts.engine, parts.weights, parts.theme, page_titles()),
        at_end=True,
    ),
)


def page_titles() -> dict[str, str]:
    return {entry.name: entry.shown_title() for entry in PAGES}
