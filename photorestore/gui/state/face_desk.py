"""`FaceDesk`: the faces of the shown photograph and what the user decides about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from photorestore.core.geometry import Box
from photorestore.gui.state.open_photo import not_among
from photorestore.gui.state.recipe_desk import RecipeDesk
from photorestore.gui.state.session import Session
from photorestore.library.faces import SAME_FACE, FaceDecision, overlap

_LEAST_DRAWN_PX = 12


class FaceDesk(QObject):
    changed = Signal()  # the faces, or which one is looked at
    trouble = Signal(str)
    face_wanted = Signal(int, object)  # key, Box drawn by hand
    decision_wanted = Signal(int, int, bool, object)  # key, face, enabled, strength or None
    removal_wanted = Signal(int, int)  # key, face

    def __init__(self, session: Session, recipes: RecipeDesk) -> None:
        super().__init__()
        self._session = session
        self._recipes = recipes
        self._chosen = 0
        session.current_changed.connect(self._forget_choice)
        session.loaded.connect(lambda key, work: self.changed.emit())

    @property
    def all(self) -> tuple[FaceDecision, ...]:
        entry = self._session.current
        return entry.faces if entry is not None and entry.is_ready else ()

    @property
    def chosen(self) -> FaceDecision | None:
        return next((face for face in self.all if face.id == self._chosen), None)

    def reason(self, face: FaceDecision) -> str:
        """Why it was left alone, in words, or ""."""
        entry = self._session.current
        if entry is None or entry.suggested is None or face.decided:
            return ""
        return next((why for box, why in entry.suggested.face_reasons if overlap(box, face.box) >= SAME_FACE), "")

    def strength(self, face: FaceDecision) -> float:
        entry = self._session.current
        if face.strength is not None or entry is None:
            return face.strength or 0.0
        return entry.wanted.faces.strength

    # --- wanted by the user ---------------------------------------------------------------------------------------

    def choose(self, face_id: int) -> None:
        if face_id != self._chosen:
            self._chosen = face_id
            self.changed.emit()

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) face, round and round."""
        ids = [face.id for face in self.all]
        if ids:
            start = -1 if by > 0 else 0
            at = ids.index(self._chosen) if self._chosen in ids else start
            self.choose(ids[(at + by) % len(ids)])

    def decide(self, face: FaceDecision, *, enabled: bool, strength: float | None) -> None:
        """At once for the eye; the library is told."""
        entry = self._session.current
        if entry is None:
            return
        changed = replace(face, enabled=enabled, strength=strength, decided=True)
        self._show(entry.key, tuple(changed if one.id == face.id else one for one in entry.faces))
        self.decision_wanted.emit(entry.key, face.id, enabled, strength)
        if enabled:
            self._refine_faces()

    def draw(self, box: Box) -> None:
        """A face that was missed."""
        entry = self._session.current
        if entry is None or not entry.is_ready or entry.facts is None:
            return
        inside = box.clamp(entry.facts.width, entry.facts.height)
        if min(inside.width, inside.height) < _LEAST_DRAWN_PX:
            self.trouble.emit(self.tr("Draw a box around the whole face, from hair to chin."))
            return
        self.face_wanted.emit(entry.key, inside)
        self._refine_faces()

    def remove(self, face: FaceDecision) -> None:
        if (entry := self._session.current) is not None:
            self.removal_wanted.emit(entry.key, face.id)

    def _refine_faces(self) -> None:
        """Who turns on a face wants the stage on."""
        entry = self._session.current
        if entry is not None and not entry.wanted.faces.enabled:
            self._recipes.change("faces", enabled=True)

    # --- answers --------------------------------------------------------------------------------------------------

    @Slot(int, object)
    def on_faces(self, key: int, faces: Sequence[FaceDecision]) -> None:
        entry = self._session.find(key)
        if entry is not None:
            self._session.change(key, found_faces=not_among(entry.found_faces, faces))
            self._show(key, tuple(faces))

    def _show(self, key: int, faces: tuple[FaceDecision, ...]) -> None:
        self._session.change(key, faces=faces)
        self.changed.emit()

    def _forget_choice(self) -> None:
        self._chosen = 0
        self.changed.emit()
