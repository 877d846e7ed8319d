"""Every page of the window once: its name, title, icon, keys and how it is made. A new page is a row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSettings

from photorestore.gui.library_parts import LibraryParts
from photorestore.gui.settings import Settings
from photorestore.gui.state.compare_state import CompareState
from photorestore.gui.state.desk import Desk
from photorestore.gui.state.engine_state import EngineState
from photorestore.gui.state.errands import Errands
from photorestore.gui.state.export_state import ExportState
from photorestore.gui.state.job_queue import JobQueue
from photorestore.gui.state.memory_meter import MemoryMeter
from photorestore.gui.state.session import Session
from photorestore.gui.state.weights_state import WeightsState
from photorestore.gui.theme import Theme
from photorestore.gui.views.compare_page import ComparePage
from photorestore.gui.views.export_page import ExportPage
from photorestore.gui.views.library_page import LibraryPage
from photorestore.gui.views.models_page import ModelsPage
from photorestore.gui.views.page import Page
from photorestore.gui.views.queue_page import QueuePage
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
    compare: CompareState
    export: ExportState
    queue: JobQueue
    photographs: LibraryParts


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


PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "library",
        QT_TRANSLATE_NOOP("Pages", "Library"),
        "library",
        ("Alt+1",),
        lambda parts: LibraryPage(
            parts.library, parts.photographs, parts.errands, parts.settings, parts.theme, parts.memory
        ),
    ),
    PageEntry(
        "restore",
        QT_TRANSLATE_NOOP("Pages", "Restore"),
        "restore",
        ("Alt+2",),
        lambda parts: RestorePage(parts.desk, parts.theme, parts.settings, parts.memory),
    ),
    PageEntry(
        "compare",
        QT_TRANSLATE_NOOP("Pages", "Compare"),
        "compare",
        ("Alt+3",),
        lambda parts: ComparePage(parts.compare, parts.session, parts.theme, parts.settings),
    ),
    PageEntry(
        "queue",
        QT_TRANSLATE_NOOP("Pages", "Queue"),
        "queue",
        ("Alt+4",),
        lambda parts: QueuePage(
            parts.queue, parts.errands, parts.theme, parts.photographs.thumbnails, has_comparison=True
        ),
    ),
    PageEntry(
        "export",
        QT_TRANSLATE_NOOP("Pages", "Export"),
        "export",
        ("Alt+5",),
        lambda parts: ExportPage(parts.export, parts.session, parts.theme, parts.memory, parts.photographs.thumbnails),
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
