"""Hostile input as bytes: mutations of small sound files, JSON with known keys and wild values, words with markup."""

from __future__ import annotations

import copy
import json
import string
from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

LARGEST = 1 << 16


@st.composite
def mutated(draw, seeds: Sequence[bytes]) -> bytes:
    """A seed of which bytes were changed, cut out, doubled, moved in from another seed, or cut off."""
    content = bytearray(draw(st.sampled_from(list(seeds))))
    for _ in range(draw(st.integers(0, 3))):
        if not content:
            break
        at = draw(st.integers(0, len(content) - 1))
        kind = draw(st.sampled_from(("byte", "byte", "number", "number", "cut", "double", "other", "end")))
        if kind == "byte":
            content[at] = draw(st.integers(0, 255))
        elif kind == "number":
            width = draw(st.sampled_from((2, 4, 8)))
            value = draw(st.sampled_from((0, 1, 0x7F, 0x80, 0xFF, 2**15, 2**16 - 1, 2**31 - 1, 2**31, 2**32 - 1)))
            order = draw(st.sampled_from(("little", "big")))
            content[at : at + width] = (value % 256**width).to_bytes(width, order)
        elif kind == "cut":
            del content[at : at + draw(st.integers(1, 64))]
        elif kind == "double":
            content[at:at] = content[at : at + draw(st.integers(1, 64))]
        elif kind == "other":
            other = draw(st.sampled_from(list(seeds)))
            begin = draw(st.integers(0, len(other)))
            content[at:at] = other[begin : begin + draw(st.integers(1, 256))]
        else:
            del content[at:]
    return bytes(content[:LARGEST])


WILD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(["../../evil", "/etc/passwd", "C:\\evil", "", "\0", "auto", 10**400, -1, 2, 2.0, True, 1e308]),
)


@st.composite
def json_like(draw, seed: object) -> object:
    """The seed with a few of its values, at any depth, made wild, left out, or with one more that nobody knows."""
    whole = [copy.deepcopy(seed)]
    for _ in range(draw(st.integers(0, 4))):
        holders = list(_holders(whole))
        holder = draw(st.sampled_from(holders))
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        kind = draw(st.sampled_from(("wild", "wild", "without", "more", "other")))
        if kind == "more" or not keys:
            if isinstance(holder, dict):
                holder[draw(st.text(max_size=8))] = draw(WILD)
            elif holder is not whole:
                holder.append(draw(WILD))
            continue
        key = draw(st.sampled_from(keys))
        if kind == "wild":
            holder[key] = draw(WILD)
        elif kind == "other":
            holder[key] = copy.deepcopy(draw(st.sampled_from(holders[1:] or [None])))
        elif holder is not whole:
            del holder[key]
    return whole[0]


def _holders(value: object) -> Iterator[dict[str, object] | list[object]]:
    if isinstance(value, dict | list):
        yield value
        for inside in value.values() if isinstance(value, dict) else value:
            yield from _holders(inside)


def json_bytes(seed: object) -> st.SearchStrategy[bytes]:
    """Mostly JSON; now and then torn, or so deep that a parser gives up."""
    whole = json_like(seed).map(lambda value: json.dumps(value).encode())
    plain = json.dumps(seed).encode()
    torn = mutated([plain])
    deep = st.integers(1, 50_000).map(lambda depth: b"[" * depth)
    return st.one_of(whole, whole, whole, torn, st.one_of(deep, st.binary(max_size=40)))


MARKUP = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onload='x",
    "]]>",
    "<!--",
    "&lt;",
    "{{ 7*7 }}",
    "{% raw %}",
    "{name}",
    "{counter:03}",
    "{0.__class__}",
    "{name!r}",
    "..",
    "../",
    "\\..\\",
    "/",
    "C:",
    "~",
    "%2e%2e/",
    "\0",
    "\n",
    "\r",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\ud800",
    "CON",
    "nul.",
    " .",
    "👩‍👩‍👧‍👦",
    "סבתא",
    ") /JavaScript (",
    "endobj",
    "%%EOF",
    "javascript:alert(1)",
    "</title>",
    "</style>",
    "</script>",
)
WORDS = st.lists(
    st.one_of(st.sampled_from(MARKUP), st.text(max_size=10), st.text(string.ascii_letters, max_size=8)), max_size=6
).map("".join)


def words_as_bytes(count: int) -> st.SearchStrategy[bytes]:
    """`count` texts in one file, so that a found one can be kept."""
    return st.lists(WORDS, min_size=count, max_size=count).map(lambda texts: json.dumps(texts).encode())
