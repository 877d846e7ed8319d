import pytest
import torch
from published_weights import pseudo_weights

from photorestore.core.errors import UserError
from photorestore.core.progress import Progress
from photorestore.engine.networks import build
from photorestore.engine.weights import WeightsEntry, WeightsStore, sha256_of, write_manifest
from photorestore.engine.weights_jobs import WeightsJobs
from photorestore.engine.weights_recognition import PublishedWeights
from photorestore.host.client import EngineClient
from photorestore.host.protocol import (
    ImportWeightsRequest,
    ListWeightsRequest,
    RemoveWeightsRequest,
    VerifyWeightsRequest,
)

TINY = (
    PublishedWeights("published-detector", "find damage", "published-detector", "detection", {"base": 2, "depth": 1}),
    PublishedWeights("published-vae-a", "encode", "published-vae", "VAE_A_quality", {"channels": 4, "blocks": 1}),
)


@pytest.fixture
def store(tmp_path):
    """One bundled network with a card."""
    folder = tmp_path / "bundled"
    folder.mkdir()
    (folder / "own.safetensors").write_bytes(b"12345678")
    (folder / "own.md").write_text("# Own")
    sha256 = sha256_of(folder / "own.safetensors")
    entry = WeightsEntry("own", "find damage", "x", "own.safetensors", sha256, 8, "MIT", "here", card="own.md")
    write_manifest(folder, [entry])
    return WeightsStore(folder, tmp_path / "imported")


@pytest.fixture
def jobs(store):
    return WeightsJobs(store, TINY)


@pytest.fixture
def checkpoint(tmp_path):
    path = tmp_path / "detection" / "FT_Epoch_latest.pt"
    path.parent.mkdir()
    torch.save(pseudo_weights(build(TINY[0].network, TINY[0].sizes)), path)
    return path


def states(result):
    return {info.name: info.state for info in result.weights}


def test_installed_and_absent_weights_are_listed(jobs, store):
    result = jobs.list(ListWeightsRequest(1), Progress())
    own = result.weights[0]

    assert states(result) == {"own": "present", "published-detector": "absent", "published-vae-a": "absent"}
    assert (own.card, own.bytes) == (str(store.bundled / "own.md"), 8)


def test_a_verification_is_remembered(jobs):
    heard = []
    jobs.verify(VerifyWeightsRequest(1), Progress(lambda share, text: heard.append(text)))

    assert states(jobs.list(ListWeightsRequest(2), Progress()))["own"] == "verified"
    assert heard == ["Reading own"]


@pytest.mark.parametrize(("content", "state"), [(b"87654321", "damaged"), (b"1", "damaged"), (None, "missing")])
def test_what_is_wrong_is_said(jobs, store, content, state):
    path = store.bundled / "own.safetensors"
    path.unlink() if content is None else path.write_bytes(content)
    own = jobs.verify(VerifyWeightsRequest(1), Progress()).weights[0]

    assert own.state == state
    assert "Install PhotoRestore again" in own.trouble


def test_an_import_is_listed_as_verified_and_can_be_removed(jobs, store, checkpoint):
    result = jobs.take_in(ImportWeightsRequest(1, (str(checkpoint), str(checkpoint.parent / "no.pt"))), Progress())
    assert states(result)["published-detector"] == "verified"
    assert [done.name for done in result.imported] == ["published-detector", ""]
    after = jobs.remove(RemoveWeightsRequest(2, "published-detector"), Progress())

    assert states(after)["published-detector"] == "absent"


def test_an_import_of_nothing_and_the_removal_of_bundled_weights_are_refused(jobs, tmp_path):
    with pytest.raises(UserError, match="No weights were imported"):
        jobs.take_in(ImportWeightsRequest(1, (str(tmp_path),)), Progress())
    with pytest.raises(UserError, match="belong to the program"):
        jobs.remove(RemoveWeightsRequest(1, "own"), Progress())


def test_a_damaged_list_of_imported_weights_hides_no_bundled_ones(jobs, store):
    store.imported.mkdir()
    (store.imported / "manifest.json").write_text("{")

    assert states(jobs.list(ListWeightsRequest(1), Progress()))["own"] == "present"


def test_the_real_process_knows_its_weights(tmp_path):
    with EngineClient(log_path=tmp_path / "engine.log") as client:
        found = {info.name: info.state for info in client.verify_weights()}

    assert found["detector"] == "verified"
    assert found["published-vae-a"] == "absent"
