"""`python -m tests.kills 200`: kill a program that imports and restores, at random moments, and print the figures."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ["PHOTORESTORE_HOME"] = tempfile.mkdtemp(prefix="kills-home-")
sys.path.insert(0, str(Path(__file__).parents[1]))

from kills.killing import Bench


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=200)
    parser.add_argument("--photographs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="kills-") as name:
        bench = Bench(Path(name), options.photographs, options.seed)
        for _ in range(options.count):
            bench.kill_once()
        bench.finish()
    tally = bench.tally
    lines = [
        f"{tally.kills} kills, {tally.in_the_work} of them in the middle of the work, {time.monotonic() - began:.0f} s",
        f"originals looked at after each: {len(bench.before)}, all as they were"
        if not any("original" in trouble for trouble in tally.troubles)
        else "ORIGINALS WERE CHANGED",
        f"results checked: {tally.results}; rows and copies in the library checked: {tally.photos}",
        f"files in writing left behind, never taken for pictures: {tally.parts}; copies without a row: {tally.strays}",
        f"troubles: {len(tally.troubles)}",
        *tally.troubles,
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if tally.troubles else 0


if __name__ == "__main__":
    sys.exit(main())
