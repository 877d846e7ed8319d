"""A few hostile inputs for every reader, and all that ever broke one. `make fuzz` runs 10,000."""

import pickle

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from fuzz.table import TARGETS
from fuzz.target import run_one
from fuzz.weights import HOSTILE, MARK

FEW = 12


def quick(target):
    return settings(
        max_examples=max(3, FEW // target.cost),
        database=None,
        derandomize=True,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(autouse=True)
def _quiet(qapp, caplog):
    """The PDF's fonts need an application; what is refused is also logged."""


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_hostile_input_is_taken_or_refused_in_a_sentence(target):
    @quick(target)
    @given(target.inputs)
    def feed(content):
        run_one(target, content)

    feed()


KEPT = [(target, path) for target in TARGETS for path in sorted(target.corpus.glob("*.bin"))]


@pytest.mark.parametrize(("target", "path"), KEPT, ids=lambda value: value.name)
def test_what_once_broke_something_does_no_more(target, path):
    run_one(target, path.read_bytes())


def test_a_reader_that_breaks_is_seen():
    """The guard itself: an error that is no sentence, and a file outside the folder."""

    def crash(content, folder):
        raise KeyError("x")

    def stray(content, folder):
        (folder.parent.parent / "evil").touch()

    for run, error in ((crash, KeyError), (stray, AssertionError)):
        target = type(TARGETS[0])("broken", TARGETS[0].inputs, run)
        with pytest.raises(error):
            run_one(target, b"")


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda one: one.call.__name__)
def test_a_hostile_pickle_that_ran_would_be_seen(hostile, tmp_path, monkeypatch):
    """The guard itself: these are pickles that do harm wherever somebody trusts them."""
    monkeypatch.chdir(tmp_path)

    pickle.loads(pickle.dumps(hostile))  # noqa: S301

    assert (tmp_path / MARK).is_dir()
