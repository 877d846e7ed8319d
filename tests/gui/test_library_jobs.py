import threading

from library.made_library import add_row

from photorestore.gui.library_jobs import LibraryJobs
from photorestore.library.photos import photo_by_id
from photorestore.library.trash import trash_photos


def test_what_is_thrown_away_while_emptying_waits_for_its_turn_stays(qapp, library, tmp_path, qtbot):
    jobs, is_free = LibraryJobs(library, tmp_path), threading.Event()
    agreed, later = add_row(library, "a.png"), add_row(library, "b.png")
    trash_photos(library, [agreed])
    jobs._mine.submit(is_free.wait)  # a long import
    with qtbot.waitSignal(jobs.emptied):
        jobs.empty_trash()
        trash_photos(library, [later])
        is_free.set()
    jobs.close()

    assert photo_by_id(library, agreed) is None
    assert photo_by_id(library, later) is not None
