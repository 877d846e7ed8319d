import pytest

from photorestore.core.faces import Face
from photorestore.core.geometry import Box
from photorestore.host.protocol import (
    CompareRequest,
    CompareResult,
    DiagnoseResult,
    ImportedFile,
    ImportWeightsRequest,
    RestoreRequest,
    SharedPicture,
    WeightsInfo,
    WeightsResult,
    decode,
    encode,
)

PICTURE = SharedPicture("phr_1", (4, 5, 3), "uint16")
INFO = WeightsInfo("detector", "find damage", "verified", "bundled", "MIT", "trained", 8, "ab", "/a/b", trouble="x")
FACE = Face(Box(1, 2, 3, 4), ((1.5, 2.0),) * 5, 0.5, strength=0.25)


@pytest.mark.parametrize(
    "message",
    [
        RestoreRequest(3, "{}", PICTURE, PICTURE, PICTURE, alpha=PICTURE, alpha_out=PICTURE, faces=(FACE,)),
        RestoreRequest(4, "ä\n", PICTURE, PICTURE, PICTURE, mask_added=PICTURE, automatic=False),
        CompareRequest(6, PICTURE, SharedPicture("r", (3, 4, 5, 3), "uint16"), ("nlm", "l0tv"), "{}", clean=PICTURE),
        CompareResult(7, ("input",), ("As it is",), (0.0,), (0.0,), (3.5,), (0.5,), (20.0,), (0.5,)),
        DiagnoseResult(5, "{}", ("Two faces.",), ()),
        ImportWeightsRequest(6, ("/home/ä/global_checkpoints.zip",)),
        WeightsResult(7, (INFO, INFO), (ImportedFile("a.pth", "Imported.", "detector"),)),
    ],
)
def test_a_message_is_one_line_and_comes_back_equal(message):
    line = encode(message)

    assert line.count(b"\n") == 1
    assert decode(line) == message


@pytest.mark.parametrize("line", [b"", b"hi", b"[]", b'{"kind": "Exit"}', b'{"kind": "Ready"}', b'{"a": 1}'])
def test_anything_else_is_refused(line):
    with pytest.raises(ValueError):
        decode(line)
