import cv2

from photorestore import paths
from photorestore.gui.samples import bundled_samples, own_samples


def test_three_small_samples_are_shipped_and_each_has_its_source():
    samples = bundled_samples()
    sources = (paths.resources() / "samples" / "SOURCES.md").read_text("utf-8")

    assert len(samples) == 3
    assert sum(sample.stat().st_size for sample in samples) < 600_000
    assert all(f"| {sample.name} |" in sources for sample in samples)
    assert all(max(cv2.imread(str(sample)).shape) <= 800 for sample in samples)


def test_the_user_gets_copies_and_keeps_what_is_there():
    first = own_samples()
    first[0].write_bytes(b"changed")

    assert own_samples() == first
    assert first[0].read_bytes() == b"changed"
    assert all(paths.user_data() in sample.parents for sample in first)
