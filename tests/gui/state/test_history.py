import pytest

from photorestore.gui.state.history import History


@pytest.fixture
def log():
    return []


def test_what_was_done_is_undone_and_done_again_in_order(log):
    history = History()
    for name in ("a", "b"):
        history.do(name, lambda name=name: log.append(name), lambda name=name: log.remove(name))
    history.undo()
    assert (log, history.undo_words, history.redo_words) == (["a"], "a", "b")
    history.redo()

    assert (log, history.redo_words) == (["a", "b"], "")


def test_something_new_ends_what_could_be_done_again(log):
    history = History()
    history.do("a", lambda: log.append("a"), log.clear)
    history.undo()
    history.do("b", lambda: log.append("b"), log.clear)
    history.redo()

    assert log == ["b"]


def test_what_fails_is_not_remembered():
    history = History()
    with pytest.raises(ZeroDivisionError):
        history.do("a", lambda: 1 / 0, lambda: None)

    assert history.undo_words == ""
