"""Targets that read networks' weights: checkpoints (pickles that must not run), archives, lists, safetensors, ncnn."""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
import stat
import tempfile
import warnings
import zipfile
from dataclasses import asdict
from pathlib import Path

import torch
from engine.nets.test_ncnn_weights import write_ncnn
from hypothesis import strategies as st
from published_weights import pseudo_weights

from fuzz.inputs import LARGEST, json_bytes, mutated
from fuzz.target import Target
from photorestore.engine.nets.ncnn_weights import read_ncnn
from photorestore.engine.nets.rrdbnet import RRDBNet
from photorestore.engine.networks import build, load_module
from photorestore.engine.weights import MANIFEST, WeightsEntry, WeightsStore
from photorestore.engine.weights_import import import_weights
from photorestore.engine.weights_recognition import PublishedWeights

KNOWN = PublishedWeights("tiny", "", "published-detector", "detection", {"base": 1, "depth": 1})
TENSORS = pseudo_weights(build(KNOWN.network, KNOWN.sizes))
MARK = "the-hostile-pickle-ran"


class Hostile:
    """Makes a folder where the program works, should anybody run what the pickle says."""

    def __init__(self, call: object, *arguments: object) -> None:
        self.call, self.arguments = call, arguments

    def __reduce__(self):
        return self.call, self.arguments


HOSTILE = [
    Hostile(os.mkdir, MARK),
    Hostile(os.system, f"mkdir {MARK}"),
    Hostile(eval, f"__import__('os').mkdir('{MARK}')"),
    Hostile(exec, f"import os; os.mkdir('{MARK}')"),
]


def saved(content: object, **how: object) -> bytes:
    stream = io.BytesIO()
    torch.save(content, stream, **how)
    return stream.getvalue()


SMALL = dict(list(TENSORS.items())[:2])
CHECKPOINTS = [
    saved(TENSORS),
    saved({"model_state": TENSORS}),
    saved(SMALL, _use_new_zipfile_serialization=False),
    *(saved({**SMALL, "x": one}) for one in HOSTILE),
    *(saved({**SMALL, "x": one}, _use_new_zipfile_serialization=False) for one in HOSTILE),
    *(pickle.dumps(one) for one in HOSTILE),
    *(pickle.dumps({"model_state": one}, 2) for one in HOSTILE),
]


def checkpoint(content: bytes, folder: Path) -> None:
    (folder / "detection").mkdir()
    path = folder / "detection" / "a.pth"
    path.write_bytes(content)
    take_in(path, folder)


def archive(content: bytes, folder: Path) -> None:
    path = folder / "a.zip"
    path.write_bytes(content)
    take_in(path, folder)


def take_in(path: Path, folder: Path) -> None:
    before, home = path.read_bytes(), Path.cwd()
    os.chdir(folder)  # where a hostile pickle would leave its mark
    try:
        store = folder / "store"
        import_weights([path], store, published=[KNOWN])
        found = WeightsStore(folder / "none", store)
        assert found.verify_all() == {"tiny": ""}
        load_module(found, "tiny")
    finally:
        os.chdir(home)
        assert not list(folder.rglob(MARK)), "a hostile pickle ran"
        assert path.read_bytes() == before
        litter = [one for one in (folder / "store").rglob("*") if one.name.startswith(".")]
        assert not litter, litter


NAMES = (
    "detection/a.pth",
    "../evil.pth",
    "../../evil.pth",
    "/evil.pth",
    "C:\\evil.pth",
    "a\\..\\..\\evil.pth",
    "x/../../e.pt",
    "a.pth/",
    "more.zip",
    "__MACOSX/._a.pth",
    "",
    "~/a.pth",
    "nul.pth",
    "a\0b.pth",
    "./a.pth",
    "//host/a.pth",
    "detection/\u202e.pt",
)
MODES = (0, stat.S_IFREG | 0o644, stat.S_IFLNK | 0o777, stat.S_IFIFO, stat.S_IFDIR | 0o755)


@st.composite
def archives(draw) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for _ in range(draw(st.integers(0, 3))):
            info = zipfile.ZipInfo(draw(st.sampled_from(NAMES)) or "x")
            info.external_attr = draw(st.sampled_from(MODES)) << 16
            info.compress_type = draw(st.sampled_from((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA)))
            info.create_system = draw(st.sampled_from((0, 3)))
            inside = draw(st.sampled_from([*CHECKPOINTS, b"../../../etc/passwd", b"/etc/passwd", b""]))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of a name that comes twice
                file.writestr(info, inside)
    whole = stream.getvalue()
    return draw(st.one_of(st.just(whole), st.just(whole), mutated([whole])))


# --- what is in the store ---------------------------------------------------------------------------------------------


def _safetensors() -> bytes:
    import safetensors.torch

    return safetensors.torch.save({name: tensor.clone() for name, tensor in TENSORS.items()})


SAFE = _safetensors()


def entry(content: bytes) -> WeightsEntry:
    sha256 = hashlib.sha256(content).hexdigest()
    return WeightsEntry(
        "tiny", "", KNOWN.network, "a.safetensors", sha256, len(content), "MIT", "", KNOWN.sizes, origin="imported"
    )


def manifest(content: bytes, folder: Path) -> None:
    """As that of imported weights, as the one of the program lies where the user can't write."""
    (folder / "a.safetensors").write_bytes(SAFE)
    (folder / MANIFEST).write_bytes(content)
    WeightsStore(folder, folder / "none").verify_all()
    use(WeightsStore(folder / "none", folder), folder)


def use(store: WeightsStore, folder: Path) -> None:
    store.verify_all()
    for one in store.entries():
        store.has(one.name)
        if one.origin == "imported":
            assert store.path(one).resolve().is_relative_to(folder.resolve())
            load_module(store, one.name)


def safetensors_file(content: bytes, folder: Path) -> None:
    """Pinned as it is: whoever can write the list can write the file, and still nothing may run or crash."""
    (folder / "a.safetensors").write_bytes(content)
    (folder / MANIFEST).write_text(json.dumps({"photorestore_weights": 1, "weights": [asdict(entry(content))]}))
    use(WeightsStore(folder / "none", folder), folder)


def _ncnn() -> bytes:
    with tempfile.TemporaryDirectory() as name:
        packed = write_ncnn(Path(name, "a"), RRDBNet(blocks=1, features=2, growth=1))
        return packed.with_suffix(".param").read_bytes() + b"|" + packed.read_bytes()


def ncnn(content: bytes, folder: Path) -> None:
    graph, _, packed = content.partition(b"|")
    (folder / "a.param").write_bytes(graph)
    (folder / "a.bin").write_bytes(packed)
    read_ncnn(folder / "a.bin")


_LIST = {"photorestore_weights": 1, "weights": [asdict(entry(SAFE))]}

TARGETS = [
    Target("checkpoint", mutated([one[:LARGEST] for one in CHECKPOINTS]), checkpoint, cost=2),
    Target("archive", archives(), archive, cost=2),
    Target("manifest", json_bytes(_LIST), manifest),
    Target("safetensors", mutated([SAFE]), safetensors_file),
    Target("ncnn", mutated([_ncnn()]), ncnn),
]
