import numpy as np

from photorestore.engine.cache import MOST_BYTES, ByteCache, StageCache


def test_the_least_recently_used_goes_first():
    cache = ByteCache(10)
    for key in "ab":
        cache.put(key, key.upper(), 5)
    cache.get("a")

    cache.put("c", "C", 5)

    assert (cache.get("a"), cache.get("b"), cache.get("c")) == ("A", None, "C")


def test_it_never_holds_more_than_its_capacity():
    cache = ByteCache(10)

    for size in (4, 7, 2, 11, 3, 10):
        cache.put(size, "", size)
        assert cache.used_bytes <= 10

    assert len(cache) == 1


def test_what_is_larger_than_the_cache_is_not_kept_and_pushes_nothing_out():
    cache = ByteCache(10)
    cache.put("small", 1, 5)

    cache.put("large", 2, 11)

    assert cache.get("large") is None
    assert cache.get("small") == 1


def test_a_value_put_again_counts_once():
    cache = ByteCache(10)

    for _ in range(3):
        cache.put("a", 1, 6)

    assert cache.used_bytes == 6


def test_stages_are_weighed_by_their_arrays():
    cache = StageCache(1000)

    cache.keep("stage", {"pixels": np.zeros(100, np.float32), "notes": ("a note",)})

    assert cache.used_bytes == 400
    assert 0 < StageCache().capacity_bytes <= MOST_BYTES
