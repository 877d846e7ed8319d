"""Is an error somebody's way to say that memory is used up? Asked without importing torch."""

from __future__ import annotations

import errno

_WORDS = (
    "DefaultCPUAllocator: ",
    "out of memory",  # CUDA and MPS, where they don't raise torch's own class
    "_STATUS_ALLOC_FAILED",  # cuBLAS, cuDNN
    "std::bad_alloc",
    "could not create a memory object",  # oneDNN
)
_OPENCV_NO_MEMORY = -4


def is_out_of_memory(error: BaseException) -> bool:
    """True for what torch, its libraries, OpenCV and Python raise then."""
    names = {kind.__name__ for kind in type(error).__mro__}
    if names & {"OutOfMemoryError", "MemoryError"}:
        return True
    if getattr(error, "code", None) == _OPENCV_NO_MEMORY or getattr(error, "errno", None) == errno.ENOMEM:
        return True
    return isinstance(error, RuntimeError) and any(words in str(error) for words in _WORDS)
