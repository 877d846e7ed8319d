from pathlib import Path

import pytest

from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.core.recipe import Recipe
from photorestore.core.stages import PrepareSettings, ScratchSettings
from photorestore.gui.pixmaps import picture_of, thumbnail_of
from photorestore.gui.state.open_photo import Phase
from photorestore.gui.state.session import Session
from photorestore.host.client import Diagnosed, Restored

pytestmark = pytest.mark.usefixtures("qapp")
RECIPE = Recipe(weights={"from": "diagnosis"})


class Asked:
    """What a session asked for, by name."""

    def __init__(self, session):
        self.all = []
        for name in ("read", "write", "diagnosis", "detection", "restoration", "cancel"):
            getattr(session, f"{name}_wanted").connect(lambda *values, name=name: self.all.append((name, *values)))

    def of(self, name):
        return [entry[1:] for entry in self.all if entry[0] == name]


@pytest.fixture
def session():
    return Session()


@pytest.fixture
def asked(session):
    return Asked(session)


@pytest.fixture
def read(session, photo):
    """Answers the wish to read."""
    picture = picture_of(photo)
    return lambda key: session.on_read(key, photo, picture, thumbnail_of(picture, 8))


def opened(session, read, *names):
    session.open([Path("/scans", name) for name in names])
    for entry in session.photos:
        read(entry.key)


def test_opening_shows_the_first_and_reads_all(session, asked):
    session.open([Path("/scans/a.png"), Path("/scans/b.png")])

    assert session.current.path.name == "a.png"
    assert [path.name for _, path in asked.of("read")] == ["a.png", "b.png"]


def test_a_photograph_is_not_opened_twice(session):
    session.open([Path("/scans/a.png"), Path("/scans/a.png")])
    session.open([Path("/scans/b.png"), Path("/scans/a.png")])

    assert [entry.path.name for entry in session.photos] == ["a.png", "b.png"]


def test_only_the_shown_photograph_keeps_its_pixels_and_is_diagnosed(session, asked, read):
    opened(session, read, "a.png", "b.png")

    assert [entry.photo is not None for entry in session.photos] == [True, False]
    assert len(asked.of("diagnosis")) == 1


def test_a_photograph_shown_again_is_read_again(session, asked, read):
    opened(session, read, "a.png", "b.png")
    session.step(1)
    session.step(-1)

    assert [path.name for _, path in asked.of("read")] == ["a.png", "b.png", "b.png", "a.png"]


def test_leaving_a_photograph_cancels_its_diagnosis_and_drops_the_answer(session, asked, read):
    opened(session, read, "a.png", "b.png")
    job = asked.of("diagnosis")[0][0]
    session.step(1)
    session.on_diagnosed(job, Diagnosed(RECIPE, ("Too late.",)))

    assert (job,) in asked.of("cancel")
    assert session.photos[0].diagnosed is None


def test_restoring_follows_the_diagnosis(session, asked, read):
    opened(session, read, "a.png")
    session.on_diagnosed(asked.of("diagnosis")[0][0], Diagnosed(RECIPE, ()))
    session.restore()

    assert asked.of("restoration")[0][2] is RECIPE


def test_a_photograph_that_needs_nothing_is_left_alone(session, asked, read):
    opened(session, read, "a.png")
    nothing = Recipe(prepare=PrepareSettings(enabled=False), scratches=ScratchSettings(enabled=False))
    session.on_diagnosed(asked.of("diagnosis")[0][0], Diagnosed(nothing, ("It is fine.",)))
    session.restore()

    assert session.current.needs_nothing
    assert asked.of("restoration") == []


def test_a_failed_diagnosis_does_not_forbid_restoring(session, asked, read):
    opened(session, read, "a.png")
    session.on_failed(asked.of("diagnosis")[0][0], "The engine is gone.")
    session.restore()

    assert asked.of("restoration")[0][2] == Recipe()


def restore(session, asked, photo, damage=None):
    session.on_diagnosed(asked.of("diagnosis")[-1][0], Diagnosed(RECIPE, ()))
    session.restore()
    job = asked.of("restoration")[-1][0]
    return lambda: session.on_restored(job, Restored(photo, RECIPE, 0.0, 1.0), picture_of(photo), damage)


def test_a_result_of_a_photograph_no_longer_shown_is_kept_without_its_original(session, asked, read, photo):
    opened(session, read, "a.png", "b.png")
    finish = restore(session, asked, photo)
    session.step(1)
    finish()

    assert session.photos[0].restored is not None
    assert session.photos[0].photo is None
    assert session.unsaved == [session.photos[0]]


def test_a_restored_photograph_that_is_shown_again_has_both_pictures_and_its_damage(session, asked, read, photo):
    opened(session, read, "a.png", "b.png")
    restore(session, asked, photo, damage=picture_of(photo))()
    session.step(1)
    assert session.photos[0].picture is None
    session.step(-1)
    read(session.current.key)

    assert None not in (session.current.picture, session.current.restored_picture, session.current.damage)
    assert session.current.can_restore


def test_the_faces_of_the_diagnosis_are_not_looked_for_again(session, asked, read):
    opened(session, read, "a.png")
    face = Face(Box(1, 1, 9, 9), ((2, 2), (6, 2), (4, 4), (2, 6), (6, 6)), 0.99)
    session.on_diagnosed(asked.of("diagnosis")[0][0], Diagnosed(RECIPE, (), (face,)))
    session.restore()

    assert asked.of("restoration")[0][1].faces == (face,)


def test_leaving_a_photograph_cancels_its_search_for_damage(session, asked, read):
    opened(session, read, "a.png", "b.png")
    session.find_damage()
    job = asked.of("detection")[0][0]
    session.step(1)

    assert (job,) in asked.of("cancel")


def test_an_answer_to_an_older_job_is_dropped(session, asked, read, photo):
    opened(session, read, "a.png")
    finish = restore(session, asked, photo)
    session.on_cancelled(asked.of("restoration")[0][0])
    session.restore()
    finish()

    assert session.current.restored is None


def test_closing_shows_the_neighbour_and_cancels_the_job(session, asked, read, photo):
    opened(session, read, "a.png", "b.png")
    restore(session, asked, photo)
    job = asked.of("restoration")[0][0]
    session.close(session.current.key)

    assert session.current.path.name == "b.png"
    assert (job,) in asked.of("cancel")


def test_the_suggested_name_is_beside_the_source_and_free(session, read, tmp_path):
    (tmp_path / "scan restored.png").touch()
    session.open([tmp_path / "scan.jpg"])

    assert session.suggested_path() == tmp_path / "scan restored (2).png"


def test_an_unreadable_photograph_keeps_its_sentence(session):
    session.open([Path("/scans/a.png")])
    session.on_not_read(session.current.key, "a.png is empty.")

    assert (session.current.phase, session.current.trouble) == (Phase.UNREADABLE, "a.png is empty.")
    assert not session.current.can_restore


def test_late_answers_about_closed_photographs_are_ignored(session, read):
    session.open([Path("/scans/a.png")])
    key = session.current.key
    session.close(key)
    read(key)
    session.on_not_read(key, "Gone.")
    session.on_written(key, Path("/x.png"))

    assert session.photos == []
