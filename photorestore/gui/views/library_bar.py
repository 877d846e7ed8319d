"""`LibraryBar`: what stands above the photographs: import, search, order, size of the tiles."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSlider, QStyle, QStyleOptionComboBox, QWidget

from photorestore.gui.icons import icon
from photorestore.gui.library_words import ORDER_TITLES, shown
from photorestore.gui.state.library_state import Kind, LibraryState
from photorestore.gui.views.actions import Actions
from photorestore.gui.views.buttons import IconButton, WordsButton
from photorestore.gui.views.photo_grid import LARGEST_PX, SMALLEST_PX, STEP_PX, PhotoGrid
from photorestore.library.listing import Order

_PAUSE_MS = 180  # after the last letter
_SEARCH_PX = (88, 280)  # from, to
_SLIDER_PX = (52, 110)
_ORDER_LETTERS = 7
_AROUND_WORDS_PX = 60
_AROUND_FIELD_PX = 2


class LibraryBar(QWidget):
    def __init__(self, state: LibraryState, grid: PhotoGrid) -> None:
        super().__init__()
        self._state = state
        self.import_button = WordsButton(self.tr("Import…"))
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search in names, captions, notes, dates and albums"))
        self.search.setToolTip(self.search.accessibleName())
        _limit_width(self.search, _SEARCH_PX)
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._typed.timeout.connect(self._find)
        self.search.textEdited.connect(lambda: self._typed.start())
        self.search.returnPressed.connect(self._find)
        self.order = _ElidedBox()
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.order.setMinimumContentsLength(_ORDER_LETTERS)
        self.order.setAccessibleName(self.tr("Order"))
        self.order.activated.connect(self._sort)
        self.direction = IconButton(icon_px=18, size_px=(34, 32))
        self.direction.clicked.connect(lambda: state.sort(state.order, not state.downwards))
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(SMALLEST_PX, LARGEST_PX)
        self.size_slider.setAccessibleName(self.tr("Size of the pictures"))
        self.size_slider.setToolTip(self.size_slider.accessibleName())
        self.size_slider.setSingleStep(STEP_PX)
        self.size_slider.setPageStep(2 * STEP_PX)
        _limit_width(self.size_slider, _SLIDER_PX)
        self.size_slider.setValue(grid.tile.side_px)
        self.size_slider.valueChanged.connect(grid.set_tile_size)
        grid.size_changed.connect(self.size_slider.setValue)
        self.details = IconButton(icon_px=18, size_px=(34, 32))
        self._build()
        state.place_changed.connect(self._show)
        state.listed.connect(self._show)
        self._show()

    def bind(self, actions: Actions) -> None:
        self.import_button.clicked.connect(actions["import_photos"].trigger)
        self.import_button.setToolTip(actions["import_photos"].toolTip())
        self.details.show_action(actions["show_details"])

    def recolour(self) -> None:
        self.import_button.setIcon(icon("import", self.palette()))
        self.details.setIcon(icon("info", self.palette()))
        self._show()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(8)
        row.addWidget(self.import_button)
        row.addWidget(self.search, 3)
        row.addStretch()
        row.addWidget(self.order, 4)
        for widget in (self.direction, self.size_slider, self.details):
            row.addWidget(widget)

    def _find(self) -> None:
        self._typed.stop()
        self._state.find(self.search.text())

    def _sort(self, row: int) -> None:
        order = self.order.itemData(row)
        self._state.sort(order, order in (Order.ADDED, Order.STARS, Order.PIXELS))

    def _show(self) -> None:
        state = self._state
        in_album = state.place.kind is Kind.ALBUM
        self.order.clear()
        for order, words in ORDER_TITLES.items():
            if order is not Order.ALBUM or in_album:
                self.order.addItem(shown(words), order)
        titles = [self.order.itemText(at) for at in range(self.order.count())]
        self.order.setMaximumWidth(max(map(self.order.fontMetrics().horizontalAdvance, titles)) + _AROUND_WORDS_PX)
        self.order.setCurrentIndex(self.order.findData(state.order))
        can_sort = state.place.kind in (Kind.SMART, Kind.ALBUM)
        self.order.setEnabled(can_sort)
        self.direction.setEnabled(can_sort)
        words = self.tr("Largest or newest first") if state.downwards else self.tr("Smallest or oldest first")
        self.direction.setAccessibleName(words)
        self.direction.setToolTip(words)
        self.direction.setIcon(icon("downwards" if state.downwards else "upwards", self.palette()))
        if not self._typed.isActive() and self.search.text() != state.search:
            self.search.setText(state.search)


class _ElidedBox(QComboBox):
    """Words that are too long for it end in dots, rather than in the middle of a letter."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        style, part = self.style(), QStyle.SubControl.SC_ComboBoxEditField
        field = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        room = field.width() - _AROUND_FIELD_PX
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)


def _limit_width(widget: QWidget, limits: tuple[int, int]) -> None:
    widget.setMinimumWidth(limits[0])
    widget.setMaximumWidth(limits[1])
