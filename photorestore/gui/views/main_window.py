"""`MainWindow`: the rail and the pages, menus and status around them, dropped files, and the way from pane to pane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from photorestore.gui.pages import PAGES, Parts, page_titles
from photorestore.gui.settings import START_PAGE, THEME
from photorestore.gui.views.actions import MENUS, Actions, menu_title
from photorestore.gui.views.command_palette import CommandPalette
from photorestore.gui.views.message_bar import MessageBar
from photorestore.gui.views.page import Page
from photorestore.gui.views.panes import step_pane
from photorestore.gui.views.queue_chip import QueueChip
from photorestore.gui.views.rail import Rail
from photorestore.gui.views.restore_page import RestorePage
from photorestore.gui.views.shortcut_sheet import ShortcutSheet
from photorestore.gui.views.status_bar import StatusBar
from photorestore.gui.views.welcome_page import WelcomePage
from photorestore.gui.views.window_entries import WindowEntries, go_entries

WELCOME = "welcome"  # the page of the first steps, which the rail does not show


class MainWindow(QMainWindow):
    """May be made anew at any time, as for another language: everything that lasts is in `parts`."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._pages: dict[str, Page] = {}
        self._menus: dict[str, QMenu] = {}
        self._appearances: dict[str, QAction] = {}
        self.rail = Rail()
        self.messages = MessageBar()
        self.stack = QStackedWidget()
        self.status = StatusBar(parts.engine, parts.meter)
        self.queue_chip = QueueChip(parts.queue)
        self.welcome = WelcomePage(parts.settings, parts.engine, parts.session)
        self.actions_ = Actions(self, parts.settings)
        self.setAcceptDrops(True)
        self._build_pages()
        self._build()
        self._add_actions()
        self._build_menus()
        self._connect()
        self._recolour()
        self._restore_place()
        self.show_page(self._start_page())

    @property
    def restore_page(self) -> RestorePage:
        page = self._pages["restore"]
        assert isinstance(page, RestorePage)
        return page

    @property
    def page(self) -> Page:
        """The one that is shown."""
        shown = self.stack.currentWidget()
        assert isinstance(shown, Page)
        return shown

    @property
    def page_name(self) -> str:
        return next((name for name, page in self._pages.items() if page is self.page), WELCOME)

    def find_page(self, name: str) -> Page:
        return self._pages[name]

    # --- building -------------------------------------------------------------------------------------------------

    def _build_pages(self) -> None:
        for entry in PAGES:
            page = entry.make(self._parts)
            self._pages[entry.name] = page
            self.stack.addWidget(page)
        self.stack.addWidget(self.welcome)

    def _build(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self.stack, 1)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(middle, 1)
        self.setCentralWidget(whole)
        self.setStatusBar(self.status)
        self.status.add_chip(self.queue_chip)

    def _add_actions(self) -> None:
        for name, page in self._pages.items():
            self.actions_.add(page.entries(), page.commands(), page, name, page.made_actions())
        commands: dict[str, Callable[..., object]] = {
            "quit": self.close,
            "full_screen": self._show_full_screen,
            "palette": self._show_palette,
            "next_pane": lambda: step_pane(self._panes(), 1),
            "previous_pane": lambda: step_pane(self._panes(), -1),
            "keys": self._show_keys,
            "welcome": self.show_welcome,
        }
        self.actions_.add(WindowEntries().all(), commands)
        self.actions_.add(
            go_entries([(entry.name, entry.shown_title(), entry.keys, entry.icon) for entry in PAGES]),
            {f"go_{entry.name}": partial(self.show_page, entry.name) for entry in PAGES},
        )
        for entry in PAGES:
            keys = self.actions_.shown_keys(f"go_{entry.name}")
            self.rail.add(entry.name, entry.shown_title(), entry.icon, keys, entry.at_end)
        for page in (*self._pages.values(), self.welcome):
            page.bind(self.actions_)

    def _build_menus(self) -> None:
        for name, _ in MENUS:
            self._menus[name] = self.menuBar().addMenu(menu_title(name))
        self._build_appearance()

    def _fill_menus(self) -> None:
        """With what can be done on the page that is shown."""
        for name, menu in self._menus.items():
            menu.clear()
            listed = self.actions_.menu(name)
            for action in listed:
                if action is None:
                    menu.addSeparator()
                else:
                    menu.addAction(action)
            if name == "view":
                menu.addMenu(self._appearance)
            menu.setEnabled(bool(listed))

    def _build_appearance(self) -> None:
        appearance = self._appearance = QMenu(self.tr("&Appearance"), self)
        group = QActionGroup(self)
        words = {"system": self.tr("As the &system"), "light": self.tr("&Light"), "dark": self.tr("&Dark")}
        for choice, text in words.items():
            action = appearance.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose_appearance, choice))
            group.addAction(action)
            self._appearances[choice] = action

    def _connect(self) -> None:
        parts = self._parts
        for name, page in (*self._pages.items(), (WELCOME, self.welcome)):
            page.trouble.connect(self.messages.show_trouble)
            page.news.connect(self.messages.show_news)
            page.words_changed.connect(self._show_words)
            page.show_wanted.connect(partial(self.show_page, name))
            page.page_wanted.connect(self.show_page)
        for sentences in (parts.session.trouble, parts.engine.trouble_came, parts.weights.trouble):
            sentences.connect(self.messages.show_trouble)
        parts.session.news.connect(self.messages.show_news)
        parts.theme.changed.connect(self._recolour)
        self.rail.chosen.connect(self.show_page)
        self.queue_chip.clicked.connect(partial(self.show_page, "queue"))
        parts.errands.page_wanted.connect(self.show_page)
        self.welcome.finished.connect(self._leave_welcome)
        self.welcome.samples_opened.connect(partial(self.show_page, "restore"))

    # --- pages ----------------------------------------------------------------------------------------------------

    def show_page(self, name: str) -> None:
        page = self._pages.get(name, self.welcome)
        is_welcome = page is self.welcome
        self.stack.setCurrentWidget(page)
        self.rail.setVisible(not is_welcome)
        self.rail.show_chosen(name)
        self.actions_.show_page(name)
        self._fill_menus()
        if not is_welcome:
            self._parts.memory.setValue("page", name)
        self._show_words()
        page.enter()

    def show_welcome(self) -> None:
        self.welcome.begin()
        self.show_page(WELCOME)

    def show_again(self, name: str) -> None:
        """What another window of the same program showed."""
        if name == WELCOME:
            self.show_welcome()
        else:
            self.show_page(name)

    def _leave_welcome(self) -> None:
        self.show_page(self._start_page())

    def _start_page(self) -> str:
        wanted = self._parts.settings.get(START_PAGE)
        if wanted == "last":
            wanted = str(self._parts.memory.value("page", ""))
        return wanted if wanted in self._pages else PAGES[0].name

    def _panes(self) -> list[QWidget]:
        return [self.rail, self.messages, *self.page.panes()]

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_words(self) -> None:
        heading = self.page.heading
        self.setWindowTitle(f"{heading} – PhotoRestore" if heading else "PhotoRestore")
        self.status.show_words(self.page.status)

    def _show_full_screen(self, on: bool) -> None:
        if on:
            self.showFullScreen()
        else:
            self.showNormal()

    def _show_palette(self) -> None:
        more = [item for page in self._pages.values() for item in page.palette_items()]
        CommandPalette(self.actions_, more, self).open()

    def _show_keys(self) -> None:
        ShortcutSheet(self.actions_, page_titles(), self).open()

    def _choose_appearance(self, choice: str, checked: bool) -> None:
        self._parts.settings.set(THEME, choice)

    def _recolour(self) -> None:
        self.actions_.recolour(self.palette())
        self.rail.recolour()
        self.messages.recolour()
        self.queue_chip.recolour()
        for page in (*self._pages.values(), self.welcome):
            page.recolour()
        for choice, action in self._appearances.items():
            action.setChecked(choice == self._parts.settings.get(THEME))

    # --- dropped files and the end --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        is_ours = event.source() is not None  # dragged from one part of the window to another
        if not is_ours and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.page.set_welcoming(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.page.set_welcoming(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.page.set_welcoming(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if not self.page.take_files(paths):
            self.show_page("restore")
            self._parts.session.open(paths)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:  # the window manager may have done it
            action = self.actions_["full_screen"]
            blocked = action.blockSignals(True)
            action.setChecked(self.isFullScreen())
            action.blockSignals(blocked)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not all(page.may_close() for page in self._pages.values()):
            event.ignore()
            return
        self.keep_place()
        event.accept()

    @property
    def holds_unsaved(self) -> bool:
        """Something would be lost with this window that another would not show."""
        return any(page.holds_unsaved for page in self._pages.values())

    def end(self) -> None:
        """Wait for what its pages still do."""
        for page in self._pages.values():
            page.end()

    def keep_place(self) -> None:
        """Remember where the window is, and how large."""
        self._parts.memory.setValue("geometry", self.saveGeometry())

    def _restore_place(self) -> None:
        saved = self._parts.memory.value("geometry")
        if saved is None or not self.restoreGeometry(saved):
            self.resize(1280, 800)
