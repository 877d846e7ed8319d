from library.made_library import add_row

from photorestore.gui.state.decisions import Decisions
from photorestore.library.photos import Flag, photo_by_id


def test_a_decision_that_failed_is_told_and_can_not_be_taken_back(library, errands):
    photo_id, told, decisions = add_row(library, "a.png"), [], Decisions(library, errands)
    decisions.trouble.connect(told.append)
    decisions.flag(photo_id, Flag.KEEP, Flag.NONE)
    library.run("PRAGMA query_only = ON")  # as on a disk that can not be written
    decisions.undo()
    decisions.flag(photo_id, Flag.REJECT, Flag.KEEP)

    assert len(told) == 2
    assert (decisions.can_undo, decisions.can_redo) == (True, False)
    library.run("PRAGMA query_only = OFF")
    decisions.undo()
    assert photo_by_id(library, photo_id).flag is Flag.NONE
