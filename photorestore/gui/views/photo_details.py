"""`PhotoDetails`: what is known and said about the chosen photographs, to be changed in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photorestore.core.errors import UserError
from photorestore.gui.date_words import shown_date
from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.library_words import FLAG_WORDS, STATE_WORDS, LibraryWords, shown
from photorestore.gui.moments import moment
from photorestore.gui.state.library_edits import LibraryEdits
from photorestore.gui.state.library_state import LibraryState
from photorestore.gui.theme import Theme
from photorestore.gui.views.star_row import StarRow
from photorestore.gui.views.typed_field import TypedField
from photorestore.library.database import Database
from photorestore.library.dates import parse_date
from photorestore.library.photos import Flag, LibraryPhoto
from photorestore.library.versions import Version, versions

_WIDTH_PX, _LEAST_PX = 272, 236
_NOTE_PX = 72


class PhotoDetails(QFrame):
    """With several chosen, stars, flag and date are for all of them."""

    def __init__(self, db: Database, state: LibraryState, edits: LibraryEdits, theme: Theme) -> None:
        super().__init__()
        self._db = db
        self._state = state
        self._edits = edits
        self._words = LibraryWords()
        self._photos: list[LibraryPhoto] = []
        self._ids: tuple[int, ...] = ()
        self.setProperty("kind", "panel")
        self.setMinimumWidth(_LEAST_PX)  # in a narrow window
        self.setMaximumWidth(_WIDTH_PX)
        self.stars = StarRow(theme)
        self._build()
        self._caption = TypedField(self.caption, lambda ids, text: edits.set_caption(ids[0], text))
        self._date = TypedField(self.date, edits.set_date)
        self._note = TypedField(self.note, lambda ids, text: edits.set_note(ids[0], text))
        self._connect()
        self._show()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH_PX, super().sizeHint().height())

    def _build(self) -> None:
        self._heading = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self.caption, self.date = QLineEdit(), QLineEdit()
        self.note = QPlainTextEdit(tabChangesFocus=True)
        self.note.setFixedHeight(_NOTE_PX)
        self.note.setPlaceholderText(self.tr("What stands on the back"))
        self.flag = QComboBox()
        for flag, words in FLAG_WORDS.items():
            self.flag.addItem(shown(words), flag)
        self._understood = _quiet("")
        self._facts = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._versions = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._form = QWidget()
        column = QVBoxLayout(self._form)
        column.setContentsMargins(16, 16, 14, 16)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addSpacing(6)
        for words, control in (
            (self.tr("&Caption"), self.caption),
            (self.tr("&Date"), self.date),
            ("", self._understood),
            (self.tr("&Stars"), self.stars),
            (self.tr("F&lag"), self.flag),
            (self.tr("&Note"), self.note),
            (self.tr("File"), self._facts),
            (self.tr("Versions"), self._versions),
        ):
            if words:
                title = _quiet(words)
                title.setBuddy(control)
                column.addSpacing(6)
                column.addWidget(title)
            control.setAccessibleName(words.replace("&", "") or control.accessibleName())
            column.addWidget(control)
        column.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self._form)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        self._form.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _connect(self) -> None:
        self.caption.editingFinished.connect(self._caption.take)
        self.date.textEdited.connect(self._show_understood)
        self.date.editingFinished.connect(self._date.take)
        self.note.installEventFilter(self)
        self.stars.chosen.connect(lambda stars: self._edits.set_stars(self._ids, stars))
        self.flag.activated.connect(lambda row: self._edits.set_flag(self._ids, self.flag.itemData(row)))
        self._state.chosen_changed.connect(self._show)

    def recolour(self) -> None:
        self.stars.update()

    def edit_caption(self) -> None:
        self.caption.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.caption.selectAll()

    # --- taking over ----------------------------------------------------------------------------------------------

    def take_all(self) -> bool:
        """What was typed and not yet left; False if the library can't have all of it now."""
        taken = [field.take_all() for field in self._typed]  # each, whatever another says
        return all(taken)

    @property
    def holds_typed(self) -> bool:
        return any(field.holds_words for field in self._typed)

    def drop_typed(self) -> None:
        for field in self._typed:
            field.drop_all()

    @property
    def _typed(self) -> tuple[TypedField, ...]:
        return self._caption, self._date, self._note

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.note and isinstance(event, QFocusEvent) and event.lostFocus():
            self._note.take()
        return False

    # --- showing --------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        chosen = self._ids = self._state.chosen
        photos = [glance.photo for glance in self._state.glances_of(chosen[:_MANY])]
        one = photos[0] if len(chosen) == 1 and photos else None
        self._form.setEnabled(bool(photos))
        self._heading.setText(self._heading_words(len(chosen), one))
        for control in (self.caption, self.note):
            control.setEnabled(one is not None)
        self._caption.show(chosen, one.caption if one else "")
        self._note.show(chosen, one.note if one else "")
        self._date.show(chosen, _common([shown_date(photo.date) for photo in photos]) or "")
        self._show_understood()
        self.stars.show_stars(_common([photo.stars for photo in photos]) or 0)
        self.flag.setCurrentIndex(self.flag.findData(_common([photo.flag for photo in photos]) or Flag.NONE))
        self._facts.setText(self._facts_of(one) if one else self._sum_of(photos, len(chosen)))
        self._versions.setText(self._versions_of(one) if one else "–")

    def _heading_words(self, number: int, one: LibraryPhoto | None) -> str:
        if one is not None:
            return one.name
        return self.tr("{n} photographs").format(n=number) if number else self.tr("No photograph is chosen")

    def _show_understood(self) -> None:
        self._understood.setText(self._words.understood(parse_date(self.date.text())))

    def _facts_of(self, photo: LibraryPhoto) -> str:
        size = self.tr("{width} × {height}, {megapixels} MP").format(
            width=photo.width, height=photo.height,
            megapixels=QLocale().toString(photo.width * photo.height / 1e6, "f", 1),
        )  # fmt: skip
        lines = [size, _bytes(photo.size), shown(STATE_WORDS[photo.state]), _breakable(str(photo.path))]
        if photo.cut_from is not None:
            lines.append(self.tr("Cut from an album page"))
        return "\n".join([*lines, in_window_language(photo.trouble)] if photo.trouble else lines)

    def _sum_of(self, photos: Sequence[LibraryPhoto], number: int) -> str:
        return _bytes(sum(photo.size for photo in photos)) if 0 < number <= len(photos) else "–"

    def _versions_of(self, photo: LibraryPhoto) -> str:
        try:
            found = versions(self._db, photo.id)
        except UserError:
            return "–"
        return "\n".join(self._version_words(version) for version in found) or self.tr("Only the original")

    def _version_words(self, version: Version) -> str:
        when = moment(version.created)
        words = self.tr("{name}, {when}").format(name=version.name, when=when) if version.name else when
        return self.tr("{version} (kept)").format(version=words) if version.kept else words


Value = TypeVar("Value")
_MANY = 200  # photographs that are looked at for what they have in common


def _common(values: Sequence[Value]) -> Value | None:
    """What all have."""
    return values[0] if values and all(value == values[0] for value in values) else None


def _quiet(words: str) -> QLabel:
    label = QLabel(words, wordWrap=True)
    label.setProperty("kind", "muted")
    return label


def _bytes(number: int) -> str:
    return QLocale().formattedDataSize(number, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _breakable(path: str) -> str:
    """A long path may be broken after each part, and every few letters of one."""
    return "\u200b".join(path[at : at + 8] for at in range(0, len(path), 8))
