import pytest

from kills.killing import Bench


@pytest.mark.slow
def test_whoever_is_killed_loses_no_original_and_leaves_nothing_half(tmp_path):
    """Five times here; `make kills` does it 200 times."""
    bench = Bench(tmp_path, count=10, seed=3)
    for _ in range(5):
        bench.kill_once()
    bench.finish()

    assert bench.tally.troubles == []
    assert bench.tally.in_the_work > 1


def test_a_half_result_would_be_seen(tmp_path):
    """The guard itself."""
    bench = Bench(tmp_path, count=2, seed=3)
    bench.out.mkdir()
    (bench.out / "0.png").write_bytes((bench.album / "0.png").read_bytes()[:200])
    (bench.album / "1.jpg").write_bytes(b"x")

    bench.check()

    assert len(bench.tally.troubles) == 2
