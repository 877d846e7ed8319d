"""The real engine in a process that may take only so many megabytes beyond what it has once it is loaded.

Arguments: the megabytes, then the engine's own.
"""

import resource
import sys
from pathlib import Path

from photorestore.engine.worker import run
from photorestore.engine.worker_jobs import load_jobs


def load():
    loaded = load_jobs("cpu", "float32", None, 1, 0)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * resource.getpagesize() + (int(sys.argv[1]) << 20)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    return loaded


if __name__ == "__main__":
    sys.exit(run(load))
