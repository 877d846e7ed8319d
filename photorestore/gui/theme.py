"""Light and dark: the colours, the few rules of style, and the choice between the two."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from photorestore import paths
from photorestore.gui.settings import THEME, Settings


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
    warning: str
    chosen: str


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
    warning="#a83a17",
    chosen="#d5e7e5",
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
    warning="#f0997b",
    chosen="#223d3b",
)


SCHEMES = {"system": Qt.ColorScheme.Unknown, "light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


class Theme(QObject):
    """Applies colours to the whole application, after the setting and the system."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.colours = LIGHT
        settings.changed.connect(self._follow)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)
        self._follow(THEME.key)

    def _follow(self, key: str) -> None:
        if key == THEME.key:
            # title bars and native dialogs follow
            QGuiApplication.styleHints().setColorScheme(SCHEMES[self._settings.get(THEME)])
            self._apply()

    def _apply(self) -> None:
        scheme = SCHEMES[self._settings.get(THEME)]
        if scheme is Qt.ColorScheme.Unknown:
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
    values["icons"] = (paths.resources() / "icons").as_posix()
    values["tick"] = "tick-light" if colours is LIGHT else "tick-dark"
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
QToolButton[kind="words"] { border: 1px solid <<line>>; padding: 6px 10px; border-radius: 6px; background: <<button>>; }
QToolButton[kind="words"]:hover, QToolButton[kind="words"]:focus { border-color: <<accent>>; }
QToolButton[kind="words"]:checked { background: <<base>>; border-color: <<accent>>; }
QFrame[kind="face"] { border: 1px solid <<line>>; border-radius: 8px; background: <<base>>; }
QFrame[kind="face"][chosen="true"], QFrame[kind="face"]:focus { border-color: <<accent>>; }
QFrame[kind="strip"] { background: <<window>>; border: none; border-right: 1px solid <<line>>; }
QFrame[kind="line"] { border: none; border-top: 1px solid <<line>>; margin-top: 4px; }
QListView[kind="rows"] { background: <<base>>; border: 1px solid <<line>>; border-radius: 6px; padding: 3px; }
QListView[kind="rows"]::item { padding: 4px 6px; border-radius: 4px; }
QListView[kind="rows"]::item:selected { background: <<accent>>; color: <<on_accent>>; }
QListView[kind="versions"] { background: <<base>>; border: 1px solid <<line>>; border-radius: 6px; padding: 3px; }
QListView[kind="versions"]:focus { border-color: <<accent>>; }
QListView[kind="versions"]::item { padding: 7px 6px; border-radius: 4px; color: <<text>>; }
QListView[kind="versions"]::item:selected { background: <<chosen>>; }
QListView[kind="versions"]::indicator {
    width: 16px; height: 16px; border: 1px solid <<dash>>; border-radius: 4px; background: <<base>>;
}
QListView[kind="versions"]::indicator:checked {
    background: <<accent>>; border-color: <<accent>>; image: url("<<icons>>/<<tick>>.svg");
}
QListView[kind="grid"] { background: <<base>>; border: none; padding: 6px; outline: none; }
QListView[kind="places"] {
    background: <<window>>; border: none; border-right: 1px solid <<line>>; padding: 10px 8px; outline: none;
}
QListView[kind="places"]::item { border-radius: 6px; padding: 0 8px; }
QListView[kind="places"]::item:selected { background: <<chosen>>; color: <<text>>; }
QListView[kind="places"]::item:focus { border: 2px solid <<accent>>; padding: 0 6px; }
QListView[kind="places"]::item:disabled { color: <<muted>>; }
QTreeWidget::item { padding: 4px 6px; }
QTreeWidget { background: <<base>>; border: 1px solid <<line>>; border-radius: 8px; }
QListWidget[kind="strip"] { background: <<window>>; border: none; border-right: 1px solid <<line>>; padding: 8px 4px; }
QListWidget[kind="strip"]::item { border-radius: 8px; padding: 6px; margin: 2px 4px; }
QListWidget[kind="strip"]::item:selected { background: <<base>>; color: <<text>>; border: 2px solid <<accent>>; }
QListWidget[kind="strip"]::item:hover:!selected { background: <<button>>; }
QListView[kind="jobs"] {
    background: <<base>>; border: 1px solid <<line>>; border-radius: 8px; padding: 4px; outline: none;
}
QListView[kind="jobs"]:focus { border-color: <<accent>>; }
QProgressBar { border: none; border-radius: 4px; background: <<line>>; max-height: 8px; }
QProgressBar::chunk { border-radius: 4px; background: <<accent>>; }
QFrame[kind="rail"] { background: <<window>>; border: none; border-right: 1px solid <<line>>; }
QToolButton[kind="rail"] {
    border: 1px solid transparent; border-radius: 8px; padding: 8px 4px 6px 4px; background: transparent;
    color: <<muted>>;
}
QToolButton[kind="rail"]:hover { background: <<button>>; color: <<text>>; }
QToolButton[kind="rail"]:checked { background: <<base>>; border-color: <<line>>; color: <<text>>; font-weight: 600; }
QToolButton[kind="rail"]:focus { border: 2px solid <<accent>>; padding: 7px 3px 5px 3px; }
QLabel[kind="title"] { font-size: 17pt; font-weight: 600; }
QLabel[kind="warning"] { color: <<warning>>; }
QLabel[kind="report"] { background: <<news>>; border-radius: 8px; padding: 10px 14px; }
QFrame[kind="welcome"] { background: <<window>>; border: 1px solid <<line>>; border-radius: 16px; }
QFrame[kind="tabledrop"] { border: 2px solid transparent; border-radius: 10px; }
QFrame[kind="tabledrop"][welcoming="true"] { border: 2px dashed <<accent>>; }
QLineEdit, QPlainTextEdit, QTextBrowser {
    background: <<base>>; color: <<text>>; border: 1px solid <<line>>; border-radius: 6px;
    selection-background-color: <<accent>>; selection-color: <<on_accent>>;
}
QLineEdit { padding: 7px 10px; }
QPlainTextEdit { padding: 8px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextBrowser:focus { border: 2px solid <<accent>>; }
QLineEdit:focus { padding: 6px 9px; }
QPlainTextEdit:focus { padding: 7px; }
QComboBox, QAbstractSpinBox {
    border: 1px solid <<line>>; border-radius: 6px; background: <<button>>; padding: 3px 10px; min-height: 26px;
    selection-background-color: <<accent>>; selection-color: <<on_accent>>;
}
QAbstractSpinBox { background: <<base>>; }
QComboBox:hover, QAbstractSpinBox:hover { border-color: <<accent>>; }
QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid <<accent>>; padding: 2px 9px; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url("<<icons>>/arrow-down.svg"); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    background: <<base>>; border: 1px solid <<line>>; outline: none; padding: 4px;
    selection-background-color: <<chosen>>; selection-color: <<text>>;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; width: 26px; border: none; background: transparent;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("<<icons>>/arrow-up.svg"); width: 11px; height: 11px; }
QAbstractSpinBox::down-arrow { image: url("<<icons>>/arrow-down.svg"); width: 11px; height: 11px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0 8px; background: transparent; }
QKeySequenceEdit QLineEdit { border: 1px solid <<line>>; padding: 7px 10px; }
QCheckBox, QRadioButton { spacing: 9px; padding: 3px; border: 1px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: <<accent>>; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid <<dash>>; border-radius: 4px; background: <<base>>;
}
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: <<accent>>; }
QCheckBox::indicator:checked { background: <<accent>>; border-color: <<accent>>; image: url("<<icons>>/<<tick>>.svg"); }
QRadioButton::indicator:checked { background: <<accent>>; border: 4px solid <<base>>; width: 10px; height: 10px; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: <<line>>; border-color: <<line>>; }
QSlider { min-height: 24px; border: 1px solid transparent; border-radius: 6px; }
QSlider:focus { border-color: <<accent>>; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: <<line>>; }
QSlider::sub-page:horizontal { border-radius: 2px; background: <<accent>>; }
QSlider::sub-page:horizontal:disabled { background: <<line>>; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -6px 0; border-radius: 8px; border: 1px solid <<dash>>; background: <<button>>;
}
QSlider::handle:horizontal:hover { border-color: <<accent>>; }
QTableView {
    background: <<base>>; alternate-background-color: <<window>>; border: 1px solid <<line>>; border-radius: 8px;
    selection-background-color: <<chosen>>; selection-color: <<text>>; outline: none;
}
QTableView:focus { border-color: <<accent>>; }
QTableView::item { padding: 4px 12px; border: none; border-bottom: 1px solid <<window>>; }
QTableView::item:selected { background: <<chosen>>; color: <<text>>; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    background: <<base>>; color: <<muted>>; border: none; border-bottom: 1px solid <<line>>; padding: 8px 12px;
}
QTableCornerButton::section { background: <<base>>; border: none; }
QListView[kind="kinds"] {
    background: <<window>>; border: none; border-right: 1px solid <<line>>; padding: 16px 8px; outline: none;
}
QListView[kind="kinds"]::item:focus { border: 2px solid <<accent>>; padding: 0 10px; }
QListView[kind="kinds"]::item { border-radius: 6px; padding: 0 12px; margin: 1px 2px; }
QListView[kind="kinds"]::item:selected { background: <<chosen>>; color: <<text>>; }
QListView[kind="palette"] { background: transparent; border: none; outline: none; }
QListView[kind="palette"]::item { border-radius: 6px; padding-left: 8px; }
QListView[kind="palette"]::item:selected { background: <<chosen>>; }
QDialog[kind="palette"] { background: <<base>>; }
QTabBar::tab { padding: 8px 16px; border: none; border-bottom: 2px solid transparent; color: <<muted>>; }
QTabBar::tab:selected { color: <<text>>; border-bottom-color: <<accent>>; }
QTabBar::tab:focus { color: <<accent>>; }
QTabWidget::pane { border: none; border-top: 1px solid <<line>>; }
QSplitter::handle { background: transparent; }
QMenu { background: <<base>>; border: 1px solid <<line>>; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 10px; border-radius: 5px; }
QMenu::item:selected { background: <<chosen>>; color: <<text>>; }
QMenu::item:disabled { color: <<muted>>; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: <<line>>; margin: 4px 8px; }
QToolTip { background: <<base>>; color: <<text>>; border: 1px solid <<line>>; padding: 5px 8px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: <<dash>>; border-radius: 4px; min-width: 32px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: <<dash>>; border-radius: 4px; min-height: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { border: none; background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""
