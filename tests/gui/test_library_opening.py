from contextlib import closing

from library.made_library import add_row

from photorestore import paths
from photorestore.gui.app import Program
from photorestore.gui.library_opening import open_or_borrow
from photorestore.library.connecting import connect
from photorestore.library.database import open_library


def test_a_library_that_can_be_opened_is_opened(tmp_path):
    opened = open_or_borrow(tmp_path / "library" / "library.db")

    assert (opened.trouble, opened.library.path) == ("", tmp_path / "library" / "library.db")
    opened.close()


def test_a_newer_library_is_left_alone_and_an_empty_one_lent(tmp_path):
    path = tmp_path / "library" / "library.db"
    open_library(path).close()
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    opened = open_or_borrow(path)
    lent = opened.library.path
    assert "newer PhotoRestore" in opened.trouble
    opened.close()

    assert path.read_bytes() == before
    assert not lent.exists()


def test_the_window_opens_and_says_that_nothing_will_be_kept(qapp, client, qtbot):
    paths.user_data().mkdir(parents=True)
    paths.library().parent.write_text("a file where the folder should be")
    program = Program(client)
    program.begin()
    assert "nothing in it will be kept" in program.window.messages.words
    assert program.photographs.state.is_empty
    program.window.close()
    program.close()
    program.window.deleteLater()


def test_the_window_opens_while_another_program_keeps_the_library_busy(qapp, client, qtbot, monkeypatch):
    monkeypatch.setattr("photorestore.library.connecting.BUSY_TIMEOUT_S", 0.1)
    with closing(open_library(paths.library())) as library:
        add_row(library, "a.jpg")
    with closing(connect(paths.library())) as connection:
        connection.execute(
            "INSERT INTO job (photo_id, recipe, state, position, megapixels, owner_pid, created)"
            " SELECT id, '', 'running', 1, 1, 99999999, 0 FROM photo"
        )
        connection.execute("BEGIN IMMEDIATE")
        program = Program(client)
        program.begin()
        assert program.window.isVisible()
        assert "in use by another window" in program._cleaning_trouble
        connection.execute("ROLLBACK")
    program.window.close()
    program.close()
    program.window.deleteLater()


def test_what_happened_at_opening_is_told(qapp, client, qtbot):
    from photorestore.library.snapshots import take_snapshot

    open_library(paths.library()).close()
    take_snapshot(paths.library())
    paths.library().unlink()
    program = Program(client)
    program.begin()
    assert "The library file was gone" in program.window.messages.words
    program.window.close()
    program.close()
    program.window.deleteLater()
