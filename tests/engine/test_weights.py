import json

import pytest
import torch
from safetensors.torch import save_file

from photorestore.core.errors import UserError
from photorestore.engine.networks import load_module
from photorestore.engine.weights import WeightsEntry, WeightsStore, read_manifest, sha256_of, write_manifest
from photorestore.paths import bundled_weights


def install(folder, name="tiny", origin="bundled", **other):
    """A real small network's weights and their entry in the folder's manifest."""
    from photorestore.engine.networks import build

    sizes = {"channels": 4, "blocks": 1}
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.safetensors"
    save_file(build("published-vae", sizes).state_dict(), path)
    values = {"sha256": sha256_of(path), "bytes": path.stat().st_size, "licence": "MIT", "source": "a test"}
    entry = WeightsEntry(name, "test", "published-vae", path.name, sizes=sizes, origin=origin, **(values | other))
    write_manifest(folder, [*read_manifest(folder), entry])
    return entry


@pytest.fixture
def store(tmp_path):
    install(tmp_path / "bundled")
    return WeightsStore(tmp_path / "bundled", tmp_path / "imported")


def test_entries_survive_the_manifest(tmp_path):
    written = install(tmp_path)

    assert read_manifest(tmp_path) == (written,)


def test_load_gives_the_tensors_of_a_network_that_is_ready_to_use(store):
    module = load_module(store, "tiny")

    assert not module.training
    assert not any(parameter.requires_grad for parameter in module.parameters())
    assert store.version("tiny") == store.find("tiny").sha256[:16]
    assert torch.equal(module.encoder[1].weight, store.load("tiny")["encoder.1.weight"])


def test_missing_weights_are_a_sentence_that_tells_what_to_do(store):
    assert not store.has("published-vae-a")
    with pytest.raises(UserError, match="photorestore models import"):
        store.load("published-vae-a")


def test_a_single_changed_byte_is_refused_also_after_a_good_load(store):
    store.load("tiny")
    path = store.path(store.find("tiny"))
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)

    with pytest.raises(UserError, match="damaged"):
        store.load("tiny")
    assert "damaged" in store.verify_all()["tiny"]


def test_truncated_and_missing_files_are_refused(store):
    path = store.path(store.find("tiny"))
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(UserError, match="damaged"):
        store.verify("tiny")
    path.unlink()
    with pytest.raises(UserError, match="missing"):
        store.verify("tiny")
    assert not store.has("tiny")


def test_a_file_that_is_not_safetensors_is_refused(tmp_path, store):
    path = tmp_path / "bundled" / "text.safetensors"
    path.write_text("no tensors")
    entry = WeightsEntry("text", "", "published-vae", path.name, sha256_of(path), 10, "", "")
    write_manifest(tmp_path / "bundled", [entry])

    with pytest.raises(UserError, match="not safetensors"):
        store.load("text")


def test_weights_of_another_size_do_not_load(tmp_path, store):
    install(tmp_path / "imported", "odd", "imported")
    manifest = tmp_path / "imported" / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"channels": 4', '"channels": 5'))

    with pytest.raises(UserError, match="do not fit"):
        load_module(store, "odd")


def test_a_network_that_this_version_lacks_is_a_sentence(tmp_path, store):
    install(tmp_path / "imported", "future", "imported")
    manifest = tmp_path / "imported" / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"published-vae"', '"transformer-9000"'))

    with pytest.raises(UserError, match="transformer-9000"):
        load_module(store, "future")


@pytest.mark.parametrize("text", ["{", "[]", '{"weights": []}', '{"photorestore_weights": 1, "weights": [{}]}', "null"])
def test_a_damaged_list_of_imported_weights_leaves_the_bundled_ones_usable(tmp_path, store, text):
    (tmp_path / "imported").mkdir()
    (tmp_path / "imported" / "manifest.json").write_text(text)

    assert store.load("tiny")
    with pytest.raises(UserError, match="damaged"):
        store.entries()


def test_a_newer_list_of_weights_is_refused(tmp_path, store):
    (tmp_path / "imported").mkdir()
    (tmp_path / "imported" / "manifest.json").write_text('{"photorestore_weights": 2}')

    with pytest.raises(UserError, match="newer"):
        store.entries()


@pytest.mark.parametrize("file", ["../secret", "/etc/passwd", "a/../../b", "..\\b", ""])
def test_entries_cannot_point_outside_their_folder(file):
    with pytest.raises(ValueError, match="inside"):
        WeightsEntry("x", "", "", file, "", 0, "", "")


def test_bundled_names_cannot_be_shadowed_by_imported_ones(tmp_path, store):
    install(tmp_path / "imported", origin="imported")

    assert [entry.origin for entry in store.entries()] == ["bundled"]
    assert store.find("tiny").origin == "bundled"


def test_removed_weights_are_out_of_use_but_not_deleted(tmp_path, store):
    install(tmp_path / "imported", "mine", "imported")
    install(tmp_path / "imported", "other", "imported")

    moved = store.remove("mine")

    assert moved.is_file()
    assert moved.parent.name == "removed"
    assert not store.has("mine")
    assert store.load("other")


def test_a_folder_of_weights_that_cannot_be_written_is_a_sentence(tmp_path, store):
    install(store.imported, "other", origin="imported")
    (store.imported / "removed").write_text("in the way")

    with pytest.raises(UserError, match="can't be moved"):
        store.remove("other")


def test_weights_of_the_program_cannot_be_removed(store):
    with pytest.raises(UserError, match="belong to the program"):
        store.remove("tiny")
    assert store.has("tiny")


def test_a_failed_write_leaves_the_old_list_and_no_litter(tmp_path):
    install(tmp_path)
    before = sorted(tmp_path.iterdir())

    with pytest.raises(TypeError):
        write_manifest(tmp_path, [WeightsEntry("x", "", "", "f", "", 0, "", "", sizes={"bad": object()})])

    assert sorted(tmp_path.iterdir()) == before
    assert read_manifest(tmp_path)[0].name == "tiny"


def test_every_shipped_entry_is_whole_and_names_a_known_network():
    from photorestore.engine.networks import NETWORKS

    store = WeightsStore(bundled_weights(), bundled_weights() / "none")

    assert store.has("realesrgan-x4plus")
    assert not any(store.verify_all().values())
    assert {entry.network for entry in store.entries()} <= set(NETWORKS)
    assert all(entry.licence and entry.source for entry in store.entries())


def test_a_missing_package_is_a_sentence(tmp_path):
    entry = {"name": "x", "task": "", "network": "rrdbnet", "file": "no_such_package/x.bin", "sha256": "", "bytes": 1}
    whole = {"photorestore_weights": 1, "weights": [{**entry, "licence": "", "source": "", "origin": "package"}]}
    (tmp_path / "manifest.json").write_text(json.dumps(whole))

    with pytest.raises(UserError, match="no_such_package"):
        WeightsStore(tmp_path, tmp_path / "none").load("x")
