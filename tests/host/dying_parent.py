"""Starts a fake engine on an endless job, prints its process id and waits to be killed."""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from photorestore.core.photo import Photo
from photorestore.core.progress import Progress
from photorestore.core.recipe import Recipe
from photorestore.host.client import EngineClient

client = EngineClient(
    command=[sys.executable, "-P", str(Path(__file__).with_name("fake_engine.py"))], log_path=Path(sys.argv[1])
)
client.restore(
    Photo(np.zeros((9, 9, 3), np.float32)),
    Recipe(weights={"do": "deaf"}),
    Progress(lambda share, text: sys.stdout.write(text + "\n") and sys.stdout.flush()),
)
