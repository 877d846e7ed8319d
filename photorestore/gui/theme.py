"""Light and dark: the colours, the few rules of style, and the choice between the two."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True)
class Colours:
    """`surround` lies around the photograph: a neutral grey, so that it doesn't change how the photograph looks."""

    window: str
    base: str
    button: str
    text: str
    muted: str
    line: str
    dash: str
    accent: str
    on_accent: str
    accent_hover: str
    surround: str
    trouble: str
    news: str


LIGHT = Colours(
    window="#f3f3f2",
    base="#ffffff",
    button="#ffffff",
    text="#222222",
    muted="#5f5f5f",
    line="#d6d6d4",
    dash="#a3a3a1",
    accent="#1b6e6a",
    on_accent="#ffffff",
    accent_hover="#238581",
    surround="#d9d9d9",
    trouble="#fbe6df",
    news="#dfeeec",
)
DARK = Colours(
    window="#262626",
    base="#1d1d1d",
    button="#353535",
    text="#e9e9e9",
    muted="#a8a8a8",
    line="#3d3d3d",
    dash="#5c5c5c",
    accent="#5cc0b8",
    on_accent="#0d2423",
    accent_hover="#7ad0c9",
    surround="#1a1a1a",
    trouble="#4b2d24",
    news="#1f3b39",
)


class Appearance(Enum):
    SYSTEM = Qt.ColorScheme.Unknown
    LIGHT = Qt.ColorScheme.Light
    DARK = Qt.ColorScheme.Dark


class Theme(QObject):
    """Applies colours to the whole application and remembers the user's choice in `settings`."""

    changed = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        saved = str(settings.value("appearance", "SYSTEM"))
        self.appearance = Appearance[saved] if saved in Appearance.__members__ else Appearance.SYSTEM
        self.colours = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)
        self.choose(self.appearance)

    def choose(self, appearance: Appearance) -> None:
        self.appearance = appearance
        self._settings.setValue("appearance", appearance.name)
        QGuiApplication.styleHints().setColorScheme(appearance.value)  # title bars and native dialogs follow
        self._apply()

    def _apply(self) -> None:
        scheme = self.appearance.value
        if self.appearance is Appearance.SYSTEM:
            scheme = QGuiApplication.styleHints().colorScheme()
        self.colours = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(_palette(self.colours))
        application.setStyleSheet(_style_sheet(self.colours))
        self.changed.emit()


def _palette(colours: Colours) -> QPalette:
    palette = QPalette(QColor(colours.button), QColor(colours.window))
    role = QPalette.ColorRole
    for where, colour in (
        (role.WindowText, colours.text),
        (role.Text, colours.text),
        (role.ButtonText, colours.text),
        (role.Base, colours.base),
        (role.AlternateBase, colours.window),
        (role.ToolTipBase, colours.base),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.PlaceholderText, colours.muted),
        (role.Mid, colours.line),
    ):
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(colours.muted))
    return palette


def _style_sheet(colours: Colours) -> str:
    """What a palette cannot say. Widgets opt in by object name or by the property `kind`."""
    values = {name: getattr(colours, name) for name in Colours.__annotations__}
    return _STYLE.replace("{", "{{").replace("}", "}}").replace("<<", "{").replace(">>", "}").format(**values)


_STYLE = """
QMenuBar { padding: 3px 6px; background: <<window>>; }
QMenuBar::item { padding: 5px 10px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: <<line>>; }
QToolBar { border: none; border-bottom: 1px solid <<line>>; spacing: 2px; padding: 5px 10px; background: <<window>>; }
QToolBar QToolButton { padding: 6px 4px 6px 8px; margin: 0 2px; border-radius: 6px; border: 1px solid transparent; }
QToolBar QToolButton:hover { background: <<button>>; border-color: <<line>>; }
QToolBar QToolButton:pressed { background: <<line>>; }
QToolBar QToolButton:checked { background: <<button>>; border-color: <<accent>>; }
QToolBar QToolButton:focus { border-color: <<accent>>; }
QToolBar::separator { background: <<line>>; width: 1px; margin: 6px 8px; }
QStatusBar { border-top: 1px solid <<line>>; color: <<muted>>; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: <<muted>>; padding: 3px 10px; }
QPushButton { padding: 8px 16px; border-radius: 6px; border: 1px solid <<line>>; background: <<button>>; }
QPushButton:hover { border-color: <<accent>>; }
QPushButton:pressed { background: <<line>>; }
QPushButton:focus { border: 2px solid <<accent>>; padding: 7px 15px; }
QPushButton:disabled { color: <<muted>>; background: <<window>>; }
QPushButton[kind="primary"] {
    background: <<accent>>; color: <<on_accent>>; border: 2px solid <<accent>>; font-weight: 600; padding: 10px 20px;
}
QPushButton[kind="primary"]:hover { background: <<accent_hover>>; border-color: <<accent_hover>>; }
QPushButton[kind="primary"]:focus { border-color: <<text>>; }
QPushButton[kind="primary"]:disabled { background: <<line>>; border-color: <<line>>; color: <<muted>>; }
QLabel[kind="muted"] { color: <<muted>>; }
QFrame[kind="panel"] { background: <<window>>; border: none; border-left: 1px solid <<line>>; }
QFrame[kind="empty"] { background: <<surround>>; }
QFrame[kind="drop"] { background: <<window>>; border: 2px dashed <<dash>>; border-radius: 18px; }
QFrame[kind="drop"][welcoming="true"] { border: 2px solid <<accent>>; background: <<base>>; }
QFrame[kind="trouble"] { background: <<trouble>>; border-radius: 8px; }
QFrame[kind="news"] { background: <<news>>; border-radius: 8px; }
QToolButton[kind="quiet"] { border: 1px solid transparent; padding: 4px; border-radius: 5px; background: transparent; }
QToolButton[kind="quiet"]:hover { border-color: <<muted>>; }
QToolButton[kind="quiet"]:focus { border-color: <<accent>>; }
QToolButton[kind="tool"] { border: 1px solid transparent; padding: 4px; border-radius: 6px; background: transparent; }
QToolButton[kind="tool"]:hover { background: <<button>>; border-color: <<line>>; }
QToolButton[kind="tool"]:pressed { background: <<line>>; }
QToolButton[kind="tool"]:checked { background: <<base>>; border-color: <<accent>>; }
QToolButton[kind="tool"]:focus { border-color: <<accent>>; }
QFrame[kind="strip"] { background: <<window>>; border: none; border-right: 1px solid <<line>>; }
QFrame[kind="line"] { border: none; border-top: 1px solid <<line>>; margin-top: 4px; }
QListView[kind="rows"] { background: <<base>>; border: 1px solid <<line>>; border-radius: 6px; padding: 3px; }
QListView[kind="rows"]::item { padding: 4px 6px; border-radius: 4px; }
QListView[kind="rows"]::item:selected { background: <<accent>>; color: <<on_accent>>; }
QListWidget[kind="strip"] { background: <<window>>; border: none; border-right: 1px solid <<line>>; padding: 8px 4px; }
QListWidget[kind="strip"]::item { border-radius: 8px; padding: 6px; margin: 2px 4px; }
QListWidget[kind="strip"]::item:selected { background: <<base>>; color: <<text>>; border: 2px solid <<accent>>; }
QListWidget[kind="strip"]::item:hover:!selected { background: <<button>>; }
QProgressBar { border: none; border-radius: 4px; background: <<line>>; max-height: 8px; }
QProgressBar::chunk { border-radius: 4px; background: <<accent>>; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: <<dash>>; border-radius: 4px; min-height: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }
"""
