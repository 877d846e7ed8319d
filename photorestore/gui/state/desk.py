"""`Desk`: all the state of the Restore page together; what one tells the other is connected inside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QSettings

from photorestore.gui.state.face_desk import FaceDesk
from photorestore.gui.state.mask_desk import MaskDesk
from photorestore.gui.state.mask_editor import MaskEditor
from photorestore.gui.state.methods_trial import MethodsTrial
from photorestore.gui.state.pace import Pace
from photorestore.gui.state.recipe_desk import RecipeDesk
from photorestore.gui.state.restoring import Restoring
from photorestore.gui.state.session import Session
from photorestore.gui.state.tool_box import ToolBox
from photorestore.gui.state.undoing import Undoing
from photorestore.library.database import Database
from photorestore.library.photos import photos_by_id


class Desk:
    def __init__(self, library: Database, memory: QSettings, jobs: Iterator[int]) -> None:
        """`jobs` gives the next free number, as others ask the same engine; `memory` keeps how long things take."""
        self.session = Session(partial(photos_by_id, library))
        self.editor = MaskEditor()
        self.tools = ToolBox()
        self.undoing = Undoing(self.session, self.editor)
        self.recipes = RecipeDesk(self.session)
        self.faces = FaceDesk(self.session, self.recipes)
        self.masks = MaskDesk(self.session, self.editor, self.recipes, jobs)
        pace = Pace(partial(_recall, memory), lambda kind, seconds: memory.setValue(f"pace/{kind}", seconds))
        self.restoring = Restoring(self.session, self.masks, self.recipes, pace, jobs)
        for act in (self.faces.face_wanted, self.faces.decision_wanted, self.faces.removal_wanted):
            act.connect(self.restoring.drop_preview)
        self.methods = MethodsTrial(self.session, self.recipes, jobs)


def _recall(memory: QSettings, kind: str) -> float | None:
    found = memory.value(f"pace/{kind}")
    try:
        return None if found is None else float(str(found))
    except ValueError:
        return None
