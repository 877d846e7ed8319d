"""`FacesPanel`: every face before and after, with a switch and a strength, or why it was left alone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPalette, QPixmap
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from photorestore.core.geometry import Box
from photorestore.gui.engine_sentences import in_window_language
from photorestore.gui.icons import icon
from photorestore.gui.pixmaps import Picture
from photorestore.gui.state.face_desk import FaceDesk
from photorestore.gui.state.recipe_desk import RecipeDesk
from photorestore.gui.state.session import Session
from photorestore.gui.views.buttons import ActionButton
from photorestore.gui.views.knob_widgets import ShareWidget
from photorestore.library.faces import FaceDecision

_PICTURE_PX = 84


class FacesPanel(QWidget):
    def __init__(self, session: Session, recipes: RecipeDesk, faces: FaceDesk, draw: QAction) -> None:
        super().__init__()
        self._session = session
        self._faces = faces
        self._shown: dict[int, FaceCard] = {}
        self._pictures: tuple[Picture | None, Picture | None] = (None, None)
        self._words = QLabel(wordWrap=True)
        self._words.setProperty("kind", "muted")
        self.draw_button = ActionButton(draw)
        self.draw_button.setProperty("kind", "words")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addLayout(self._cards)
        column.addWidget(self.draw_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        faces.changed.connect(self._show)
        session.photo_changed.connect(self._on_photo)
        session.current_changed.connect(self._show)
        recipes.changed.connect(self._show)
        self._show()

    @property
    def cards(self) -> list[FaceCard]:
        return list(self._shown.values())

    def recolour(self, palette: QPalette) -> None:
        for card in self.cards:
            card.recolour(palette)

    def _on_photo(self, key: int) -> None:
        current = self._session.current
        if current is None or current.key != key:
            return
        pictures = (current.picture, current.restored_picture)
        if pictures != self._pictures or [face.id for face in self._faces.all] != list(self._shown):
            self._show()

    def _show(self) -> None:
        entry, faces = self._session.current, self._faces.all
        self._pictures = (None, None) if entry is None else (entry.picture, entry.restored_picture)
        if [face.id for face in faces] != list(self._shown):
            self._remake(faces)
        for face in faces:
            self._shown[face.id].show_face(face, *self._pictures)
        if entry is None or not entry.is_ready:
            self._words.setText("")
        elif faces and not entry.wanted.faces.enabled:
            self._words.setText(self.tr("The step “Faces” is off, so none of them is changed."))
        elif faces:
            self._words.setText(self.tr("Only faces that are on are made clearer. M goes to the next one."))
        elif entry.suggested is None:
            self._words.setText(self.tr("Nobody has looked for faces yet."))
        elif entry.found_faces:  # they come in a moment
            self._words.setText("")
        else:
            self._words.setText(self.tr("No faces were found. Draw a box around one that was missed."))

    def _remake(self, faces: tuple[FaceDecision, ...]) -> None:
        for card in self._shown.values():
            card.hide()  # it is deleted only when the event loop comes to it
            card.deleteLater()
        self._shown = {face.id: FaceCard(self._faces, face, at + 1) for at, face in enumerate(faces)}
        for card in self._shown.values():
            self._cards.addWidget(card)
            card.recolour(self.palette())


class FaceCard(QFrame):
    """Digits set the strength while it has the focus: 0 to 9 tenths, as with brushes in other programs."""

    def __init__(self, faces: FaceDesk, face: FaceDecision, number: int) -> None:
        super().__init__()
        self._faces = faces
        self._face = face
        self._drawn: tuple[object, ...] = ()
        self.setProperty("kind", "face")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = self.tr("Face {n}").format(n=number)
        self.setAccessibleName(words)
        self._before, self._after = QLabel(), QLabel()
        self.switch = QCheckBox(words)
        self.switch.toggled.connect(self._decide_switch)
        self.strength = ShareWidget(
            self.tr("Strength"), self.tr("How much of the clearer face is mixed in"), self._decide
        )
        self._reason = QLabel(wordWrap=True)
        self._reason.setProperty("kind", "muted")
        self.remove_button = QToolButton()
        self.remove_button.setProperty("kind", "quiet")
        self.remove_button.setIconSize(QSize(16, 16))
        self.remove_button.setAccessibleName(self.tr("Remove the drawn face"))
        self.remove_button.setToolTip(self.remove_button.accessibleName())
        self.remove_button.clicked.connect(lambda: faces.remove(self._face))
        self.remove_button.setVisible(face.by_hand)
        self._build()

    def _build(self) -> None:
        for picture, words in ((self._before, self.tr("Before")), (self._after, self.tr("After"))):
            picture.setFixedSize(_PICTURE_PX, _PICTURE_PX)
            picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
            picture.setAccessibleName(words)
            picture.setToolTip(words)
        head = QHBoxLayout()
        head.addWidget(self.switch, 1)
        head.addWidget(self.remove_button)
        words_column = QVBoxLayout()
        words_column.setSpacing(2)
        words_column.addLayout(head)
        words_column.addWidget(self.strength)
        words_column.addStretch()
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._before)
        top.addWidget(self._after)
        top.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(words_column)
        column.addWidget(self._reason)

    def recolour(self, palette: QPalette) -> None:
        self.remove_button.setIcon(icon("remove", palette))

    def show_face(self, face: FaceDecision, before: Picture | None, after: Picture | None) -> None:
        self._face = face
        with QSignalBlocker(self.switch):
            self.switch.setChecked(face.enabled)
        self.strength.show_value(self._faces.strength(face))
        self.strength.setEnabled(face.enabled)
        reason = in_window_language(self._faces.reason(face))
        if face.by_hand:
            reason = self.tr("Drawn by hand.")
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        chosen = self._faces.chosen is not None and self._faces.chosen.id == face.id
        if bool(self.property("chosen")) != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)
            self.style().polish(self)
        if self._drawn != (before, after, face.box):
            self._drawn = (before, after, face.box)
            ratio = self.devicePixelRatioF()
            for label, picture in ((self._before, before), (self._after, after)):
                label.setPixmap(_cut(picture, before, face.box, ratio))
                label.setVisible(picture is not None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._faces.choose(self._face.id)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9 and not event.modifiers():
            self._decide((event.key() - Qt.Key.Key_0.value) / 10)
        elif event.key() == Qt.Key.Key_Delete and self._face.by_hand:
            self._faces.remove(self._face)
        else:
            super().keyPressEvent(event)

    def _decide(self, strength: float) -> None:
        self._faces.decide(self._face, enabled=True, strength=strength)

    def _decide_switch(self, on: bool) -> None:
        self._faces.decide(self._face, enabled=on, strength=self._face.strength)


def _cut(picture: Picture | None, before: Picture | None, box: Box, ratio: float) -> QPixmap:
    """The face with some of what is around it, from a picture that may be larger than the photograph."""
    if picture is None or before is None:
        return QPixmap()
    share = picture.width / before.width
    wide = box.grow(max(box.width, box.height) // 5)
    where = QRect(*(round(value * share) for value in (wide.left, wide.top, wide.width, wide.height)))
    side = round(_PICTURE_PX * ratio)
    cut = picture.levels[0].copy(where.intersected(picture.levels[0].rect()))
    smooth = Qt.TransformationMode.SmoothTransformation
    made = QPixmap.fromImage(cut.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth))
    made.setDevicePixelRatio(ratio)
    return made
