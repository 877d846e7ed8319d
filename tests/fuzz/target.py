"""`Target`: something that reads what others wrote, and how to have it read hostile bytes."""

from __future__ import annotations

import contextlib
import json
import math
import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from photorestore.core.errors import UserError

CORPUS = Path(__file__).parents[1] / "faults" / "corpus"
LONGEST_S = 20.0


@dataclass(frozen=True)
class Target:
    """`run(content, folder)` works in an empty folder that is all it may write to. `cost`: how many plain ones it is
    worth in time; so much more seldom it runs.
    """

    name: str
    inputs: st.SearchStrategy[bytes]
    run: Callable[[bytes, Path], None]
    cost: int = 1

    @property
    def corpus(self) -> Path:
        return CORPUS / self.name


def run_one(target: Target, content: bytes) -> bool:
    """Whether it was taken; False for a sentence. Anything else, or a file outside the folder, is an error."""
    began = time.process_time()  # of this process: others must not make a kind look slow
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        outside = Path(name)
        folder = outside / "inside" / "work"
        folder.mkdir(parents=True)
        taken = False
        with warnings.catch_warnings():
            warnings.simplefilter("error", ResourceWarning)
            try:
                target.run(content, folder)
                taken = True
            except UserError as error:
                check_sentence(str(error))
        strangers = [path for path in outside.rglob("*") if path not in (folder, folder.parent)]
        strangers = [path for path in strangers if not path.is_relative_to(folder)]
        assert not strangers, f"written outside: {strangers}"
    seconds = time.process_time() - began
    assert seconds < LONGEST_S, f"it took {seconds:.0f} s"
    return taken


def check_sentence(text: str) -> None:
    assert text.strip(), "an error without words"
    assert "Traceback" not in text
    assert len(text) < 20_000, "a sentence as long as a book"


def texts_of(content: bytes, count: int) -> list[str]:
    """The texts that `words_as_bytes` wrote; empty ones where a mutation left fewer."""
    found: list[str] = []
    with contextlib.suppress(ValueError):
        found = [text for text in json.loads(content) if isinstance(text, str)]
    return (found + [""] * count)[:count]


def is_finite(*values: float) -> bool:
    return all(math.isfinite(value) for value in values)
