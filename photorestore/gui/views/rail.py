"""`Rail`: the pages as icons with words, from top to bottom; one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from photorestore.gui.icons import icon

_ICON_PX = 24
_LEAST_PX = 76  # of a button
_AROUND_PX = 14


class Rail(QFrame):
    """Tab reaches the chosen page's button, the arrow keys, Home and End go from there and choose."""

    chosen = Signal(str)  # name of the page

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, QToolButton] = {}
        self._icons: dict[str, str] = {}
        self._group = QButtonGroup(self)
        self._top, self._end = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 10)
        column.addLayout(self._top)
        column.addStretch()
        column.addLayout(self._end)

    def add(self, name: str, title: str, icon_name: str, keys: str, at_end: bool) -> None:
        button = QToolButton()
        button.setText(title)
        button.setAccessibleName(title)
        button.setToolTip(f"{title} ({keys})")
        button.setProperty("kind", "rail")
        button.setCheckable(True)
        button.setIconSize(QSize(_ICON_PX, _ICON_PX))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        button.clicked.connect(self._choose_clicked)
        button.installEventFilter(self)
        button.setMinimumWidth(max(_LEAST_PX, self._width_of(title)))
        self._group.addButton(button)
        self._buttons[name], self._icons[name] = button, icon_name
        (self._end if at_end else self._top).addWidget(button)

    def _width_of(self, title: str) -> int:
        """Also when it is chosen and therefore bold: a button that grows then would cut its words."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(bold).horizontalAdvance(title) + _AROUND_PX

    def show_chosen(self, name: str) -> None:
        for other, button in self._buttons.items():
            button.setChecked(other == name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == name else Qt.FocusPolicy.ClickFocus)
        if name in self._buttons:
            self.setFocusProxy(self._buttons[name])

    def recolour(self) -> None:
        for name, button in self._buttons.items():
            button.setIcon(icon(self._icons[name], self.palette()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The buttons' keys: Qt's own arrow keys in a group know no Home and End, and stop between the two ends."""
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._step(event)

    def _step(self, event: QKeyEvent) -> bool:
        names = list(self._buttons)
        checked = self._group.checkedButton()
        at = next((row for row, name in enumerate(names) if self._buttons[name] is checked), 0)
        to = {
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(names) - 1,
        }.get(Qt.Key(event.key()))
        if to is None:
            return False
        if 0 <= to < len(names) and to != at:
            self.chosen.emit(names[to])
            self._buttons[names[to]].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _choose_clicked(self) -> None:
        clicked = self.sender()
        self.chosen.emit(next(name for name, button in self._buttons.items() if button is clicked))
