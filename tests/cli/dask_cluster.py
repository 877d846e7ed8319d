"""A scheduler and workers of Dask as processes of this computer, which can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from distributed import Client

ROOT = Path(__file__).parents[2]


class LocalCluster:
    """`workers` are killed like any process; nobody starts another in their place."""

    def __init__(self, folder: Path, resources: tuple[str, ...] = ("", "")) -> None:
        self._folder = folder
        self._about = folder / "scheduler.json"
        self._processes: list[subprocess.Popen[bytes]] = []
        self._start("scheduler", "--port", "0", "--no-dashboard", "--no-show", "--host", "127.0.0.1")
        self.workers = [
            self._start("worker", "--no-nanny", "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1",
                        "--local-directory", str(folder), *(["--resources", one] if one else []))
            for one in resources
        ]  # fmt: skip
        self.client = Client(self.address, timeout=60, set_as_default=False)
        self.client.wait_for_workers(len(resources), timeout=60)

    @property
    def address(self) -> str:
        while not self._about.exists():
            assert self._processes[0].poll() is None
            time.sleep(0.05)
        time.sleep(0.05)
        return json.loads(self._about.read_text())["address"]

    def process_of(self, address: str) -> subprocess.Popen[bytes]:
        pids = self.client.run(os.getpid)
        return next(process for process in self.workers if process.pid == pids[address])

    def busy(self) -> dict[str, tuple[str, ...]]:
        """The photographs of each worker, by its address."""
        mine = {worker: [str(key) for key in keys] for worker, keys in self.client.processing().items()}
        return {worker: tuple(key for key in keys if key.startswith("photorestore-")) for worker, keys in mine.items()}

    def close(self) -> None:
        self.client.close()
        for process in self._processes:
            process.kill()
            process.wait()

    def _start(self, kind: str, *flags: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", kind, "--scheduler-file", str(self._about), *flags]
        if kind == "worker":
            command = [sys.executable, "-m", "distributed.cli.dask_worker", *command[4:]]
        else:
            command = [sys.executable, "-m", "distributed.cli.dask_scheduler", *command[4:]]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        with (self._folder / "dask.log").open("ab") as log:
            process = subprocess.Popen(command, cwd=self._folder, env=environment, stdout=log, stderr=log)
        self._processes.append(process)
        return process
