import hashlib
import os
import pickle
import stat
import zipfile

import pytest
import torch
from published_weights import pseudo_weights

from photorestore.core.errors import Cancelled, UserError
from photorestore.core.progress import Progress
from photorestore.engine import weights_archive
from photorestore.engine.networks import build, load_module
from photorestore.engine.weights import WeightsStore
from photorestore.engine.weights_import import import_weights
from photorestore.engine.weights_recognition import PUBLISHED, PublishedWeights

VAE = {"channels": 4, "blocks": 1}
FACE = {"channels": 2, "hidden": 4}
TINY = (
    PublishedWeights("detector", "", "published-detector", "detection", {"base": 2, "depth": 1}),
    PublishedWeights("vae-a", "", "published-vae", "VAE_A_quality", VAE),
    PublishedWeights("vae-b", "", "published-vae", "VAE_B_quality", VAE),
    PublishedWeights("face-256", "", "published-face", "Setting_9_epoch_100", {**FACE, "side": 32}),
    PublishedWeights("face-512", "", "published-face", "FaceSR_512", {**FACE, "side": 64}),
)


def checkpoint(path, known, wrap=False, **torch_save):
    path.parent.mkdir(parents=True, exist_ok=True)
    tensors = pseudo_weights(build(known.network, known.sizes))
    torch.save({"model_state": tensors, "optimizer_state": {"lr": 1}} if wrap else tensors, path, **torch_save)
    return path


@pytest.fixture
def folder(tmp_path):
    """Everything as the published archives lay it out."""
    root = tmp_path / "Global" / "checkpoints"
    checkpoint(root / "detection" / "FT_Epoch_latest.pt", TINY[0], wrap=True)
    for known in TINY[1:]:
        checkpoint(root / "restoration" / known.folder / "latest_net_G.pth", known)
    (root / "readme.txt").write_text("hello")
    return root


@pytest.fixture
def archive(tmp_path, folder):
    path = tmp_path / "global_checkpoints.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for found in sorted(folder.rglob("*.*")):
            file.write(found, f"checkpoints/{found.relative_to(folder)}")
        file.writestr("__MACOSX/checkpoints/latest_net_G.pth", b"junk")
        file.writestr("checkpoints/._latest_net_G.pth", b"junk")
    return path


def take(paths, store, **other):
    return import_weights(paths, store, published=TINY, **other)


def names(reports):
    return sorted(report.entry.name for report in reports if report.entry)


ALL = sorted(known.name for known in TINY)


@pytest.mark.parametrize("what", ["folder", "archive"])
def test_everything_published_is_imported_and_loads(tmp_path, request, what):
    reports = take([request.getfixturevalue(what)], tmp_path / "store")

    store = WeightsStore(tmp_path / "none", tmp_path / "store")
    assert names(reports) == sorted(entry.name for entry in store.entries()) == ALL
    assert len(reports) == len(ALL)
    assert not any(store.verify_all().values())
    assert load_module(store, "face-512").side == 64
    assert {(entry.licence, entry.origin) for entry in store.entries()} == {("MIT", "imported")}
    assert not [path for path in (tmp_path / "store").iterdir() if path.name.startswith(".")]


def test_the_imported_tensors_are_the_published_ones_with_spectral_norms_folded(tmp_path, folder):
    take([folder], tmp_path / "store")

    store = WeightsStore(tmp_path / "none", tmp_path / "store")
    published = build("published-face", TINY[3].sizes)
    published.load_state_dict(pseudo_weights(published), strict=True)
    for name, tensor in store.load("face-256").items():
        assert torch.equal(tensor, published.state_dict()[name])
    detector = store.load("detector")
    assert torch.equal(
        detector["first.1.bias"], pseudo_weights(build("published-detector", TINY[0].sizes))["first.1.bias"]
    )


def test_the_old_file_format_is_read_too(tmp_path):
    path = checkpoint(tmp_path / "VAE_A_quality" / "latest_net_G.pth", TINY[1], _use_new_zipfile_serialization=False)

    assert names(take([path], tmp_path / "store")) == ["vae-a"]


def test_a_lone_file_that_could_be_two_networks_must_be_named(tmp_path):
    path = checkpoint(tmp_path / "latest_net_G.pth", TINY[1])

    with pytest.raises(UserError, match="VAE_A_quality, VAE_B_quality"):
        take([path], tmp_path / "store")
    assert names(take([path], tmp_path / "store", as_name="vae-b")) == ["vae-b"]
    with pytest.raises(UserError, match="do not fit"):
        take([path], tmp_path / "store", as_name="detector")


def test_one_name_for_many_files_is_refused(tmp_path, folder):
    with pytest.raises(UserError, match="one checkpoint only"):
        take([folder], tmp_path / "store", as_name="vae-a")


def test_the_sum_of_the_original_is_reported_but_not_required(tmp_path, folder):
    path = folder / "detection" / "FT_Epoch_latest.pt"
    same = PublishedWeights(
        "detector", "", TINY[0].network, "", TINY[0].sizes, hashlib.sha256(path.read_bytes()).hexdigest()
    )
    other = PublishedWeights("detector", "", TINY[0].network, "", TINY[0].sizes, "0" * 64)

    assert [import_weights([path], tmp_path / "a", published=[k])[0].attested for k in (same, other)] == [True, False]
    assert take([path], tmp_path / "b")[0].attested is None


def test_importing_again_replaces_and_keeps_the_old_file_aside(tmp_path, folder):
    first = take([folder], tmp_path / "store")[0].entry
    tensors = pseudo_weights(build(TINY[0].network, TINY[0].sizes))
    tensors["first.1.bias"] += 1
    torch.save(tensors, folder / "detection" / "FT_Epoch_latest.pt")

    second = take([folder], tmp_path / "store")[0].entry

    assert first.name == second.name == "detector"
    assert WeightsStore(tmp_path / "none", tmp_path / "store").version("detector") == second.version != first.version
    assert (tmp_path / "store" / "removed" / first.file).is_file()


class Hostile:
    def __init__(self, target):
        self.target = target

    def __reduce__(self):
        return os.mkdir, (self.target,)


@pytest.mark.parametrize("new_format", [True, False])
def test_code_in_a_checkpoint_is_refused_and_does_not_run(tmp_path, new_format):
    path, target = tmp_path / "VAE_A_quality.pth", tmp_path / "pwned"
    content = {**pseudo_weights(build("published-vae", VAE)), "x": Hostile(str(target))}
    torch.save(content, path, _use_new_zipfile_serialization=new_format)

    with pytest.raises(UserError, match="not opened"):
        take([path], tmp_path / "store")
    assert not target.exists()


def test_a_plain_hostile_pickle_does_not_run(tmp_path):
    path, target = tmp_path / "latest_net_G.pth", tmp_path / "pwned"
    path.write_bytes(pickle.dumps(Hostile(str(target))))

    with pytest.raises(UserError, match="not opened"):
        take([path], tmp_path / "store")
    assert not target.exists()


def wrong_contents():
    vae = pseudo_weights(build("published-vae", VAE))
    return [
        pytest.param(
            {k: v for k, v in vae.items() if k != "decoder.0.conv_block.1.bias"}, id="one parameter is missing"
        ),
        pytest.param(vae | {"extra": torch.zeros(1)}, id="one parameter is too many"),
        pytest.param(vae | {"encoder.1.bias": torch.zeros(5)}, id="one shape is off"),
        pytest.param(vae | {"encoder.1.bias": torch.full((4,), torch.nan)}, id="a number is not finite"),
        pytest.param([1, 2], id="a list"),
        pytest.param({}, id="empty"),
        pytest.param(vae | {"encoder.1.bias": "x"}, id="text inside"),
    ]


@pytest.mark.parametrize("content", wrong_contents())
def test_what_is_not_exactly_a_published_network_is_refused(tmp_path, content):
    (tmp_path / "VAE_A_quality").mkdir()
    torch.save(content, tmp_path / "VAE_A_quality" / "latest_net_G.pth")

    with pytest.raises(UserError, match="No weights were imported"):
        take([tmp_path / "VAE_A_quality"], tmp_path / "store")
    assert not (tmp_path / "store" / "manifest.json").exists()


def test_a_checkpoint_that_unpacks_to_far_more_is_not_opened(tmp_path):
    path = tmp_path / "bomb.pth"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("archive/data.pkl", b"\0" * 10_000_000)

    with pytest.raises(UserError, match="far more than its size"):
        take([path], tmp_path / "store")


def member(path, name, content=b"x", mode=0, **how):
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    with zipfile.ZipFile(path, "a", **how) as file:
        file.writestr(info, content)


@pytest.mark.parametrize(
    ("name", "mode", "sentence"),
    [
        ("../../evil.pth", 0, "outside"),
        ("/tmp/evil.pth", 0, "outside"),
        ("C:\\evil.pth", 0, "outside"),
        ("a\\..\\..\\evil.pth", 0, "outside"),
        ("checkpoints/link.pth", stat.S_IFLNK | 0o777, "link"),
        ("more.zip", 0, "archive inside an archive"),
    ],
)
def test_traps_in_an_archive_are_named_and_the_rest_is_imported(tmp_path, archive, name, mode, sentence):
    before = {path for path in tmp_path.rglob("*") if "store" not in path.parts}
    member(archive, name, b"/etc/passwd", mode)

    reports = take([archive], tmp_path / "store")

    assert names(reports) == ALL
    assert [report.sentence for report in reports if not report.entry and sentence in report.sentence]
    assert {path for path in tmp_path.rglob("*") if "store" not in path.parts} == before


def test_a_member_that_would_fill_the_disk_is_not_unpacked(tmp_path, archive, monkeypatch):
    monkeypatch.setattr(weights_archive, "LARGEST_BYTES", 10_000_000)
    member(archive, "big.pth", b"\0" * 11_000_000, compression=zipfile.ZIP_DEFLATED)

    reports = take([archive], tmp_path / "store")

    assert names(reports) == ALL
    assert [report.sentence for report in reports if "would take" in report.sentence]


@pytest.mark.parametrize("cut", [-100, 1000, 0])
def test_a_truncated_archive_is_a_sentence(tmp_path, archive, cut):
    archive.write_bytes(archive.read_bytes()[:cut])

    with pytest.raises(UserError, match="not a whole zip archive"):
        take([archive], tmp_path / "store")


def test_a_damaged_member_is_named_and_the_rest_is_imported(tmp_path, archive):
    with zipfile.ZipFile(archive) as file:
        info = next(info for info in file.infolist() if "VAE_A" in info.filename)
    content = bytearray(archive.read_bytes())
    content[info.header_offset + 200] ^= 255
    archive.write_bytes(content)

    reports = take([archive], tmp_path / "store")

    assert names(reports) == [name for name in ALL if name != "vae-a"]
    assert "damaged inside the archive" in next(r.sentence for r in reports if not r.entry)


@pytest.mark.parametrize("name", ["nothing.zip", "weights.onnx"])
def test_what_cannot_be_weights_is_a_sentence(tmp_path, name):
    if name.endswith("onnx"):
        (tmp_path / name).write_bytes(b"x")

    with pytest.raises(UserError, match=r"no such file|Only \.zip"):
        take([tmp_path / name], tmp_path / "store")


def test_an_empty_folder_is_a_sentence(tmp_path):
    with pytest.raises(UserError, match=r"No \.pth, \.pt or \.zip"):
        take([tmp_path], tmp_path / "store")


def test_a_cancelled_import_leaves_no_litter(tmp_path, archive):
    with pytest.raises(Cancelled):
        take([archive], tmp_path / "store", progress=Progress(is_cancelled=lambda: True))

    assert list((tmp_path / "store").iterdir()) == []


def test_progress_reaches_the_end_and_never_goes_back(tmp_path, archive):
    shares = []

    take([archive], tmp_path / "store", progress=Progress(lambda share, text: shares.append(share)))

    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)


def test_the_published_table_names_nine_networks_and_tells_equal_shapes_apart_by_folder():
    assert len({known.name for known in PUBLISHED}) == len({known.folder for known in PUBLISHED}) == 9


def test_a_real_size_vae_is_recognised_by_its_folder(tmp_path):
    known = next(known for known in PUBLISHED if known.name == "published-vae-b-scratch")
    path = checkpoint(tmp_path / "restoration" / "VAE_B_scratch" / "latest_net_G.pth", known)

    assert import_weights([path], tmp_path / "store")[0].entry.name == "published-vae-b-scratch"
