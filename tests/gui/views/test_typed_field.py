import pytest
from PySide6.QtWidgets import QLineEdit

from photorestore.gui.views.typed_field import TypedField


class Library:
    """Takes words unless it is `busy`; then tells of them, and others are shown, before it comes back."""

    def __init__(self):
        self.words = {}
        self.busy = False
        self.told = lambda: None

    def write(self, ids, text):
        if not self.busy:
            self.words[ids] = text
            self.told()
        return not self.busy


@pytest.fixture
def library():
    return Library()


@pytest.fixture
def line(qtbot):
    made = QLineEdit()
    qtbot.addWidget(made)
    return made


def type_about(field, line, ids, words):
    field.show(ids, "")
    line.setText(words)
    line.setModified(True)


def test_words_wait_for_the_library_beside_those_about_others(library, line):
    field = TypedField(line, library.write)
    library.busy = True
    type_about(field, line, (1,), "Käthe ")
    type_about(field, line, (2, 3), "Otto")
    field.show((4,), "at the sea")
    assert line.text() == "at the sea"
    assert field.holds_words
    library.busy = False

    assert field.take_all()
    assert library.words == {(1,): "Käthe", (2, 3): "Otto"}
    assert not field.holds_words


def test_words_that_wait_come_back_when_another_change_shows_their_photograph(library, line):
    field = TypedField(line, library.write)
    library.busy = True
    type_about(field, line, (1,), "Käthe")
    field.show((2,), "")
    library.busy = False
    library.told = lambda: field.show((1,), "")
    line.setText("Otto")
    line.setModified(True)
    assert field.take()

    assert (line.text(), field.is_modified) == ("Käthe", True)


def test_what_was_dropped_is_tried_no_more(library, line):
    field = TypedField(line, library.write)
    library.busy = True
    type_about(field, line, (1,), "Käthe")
    type_about(field, line, (2,), "Otto")
    field.drop_all()
    library.busy = False

    assert field.take_all()
    assert library.words == {}
