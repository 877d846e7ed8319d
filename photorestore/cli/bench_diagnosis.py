"""`photorestore bench diagnosis`: clean pictures, each spoilt in every way, and what the diagnosis says of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from photorestore.cli.inputs import ANY_PATH, evenly_chosen


@click.command()
@click.argument("folder", type=ANY_PATH)
@click.option("--pictures", type=click.IntRange(1), default=12, show_default=True, help="So many, evenly chosen.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed draws other levels and sizes.")
def diagnosis(folder: Path, pictures: int, seed: int) -> None:
    """How often the kind of trouble is told rightly: clean pictures, untouched, noisy, in blocks and blurred."""
    import numpy as np

    from photorestore.engine.noise import measure_noise, noise_level
    from photorestore.engine.noise_kinds import find_trouble
    from photorestore.engine.spoilers import SPOILERS
    from photorestore.files.reading import read_photo

    chosen = evenly_chosen(folder, pictures)
    told: dict[str, Counter[str]] = {kind: Counter() for kind in SPOILERS}
    for number, path in enumerate(chosen):
        clean = read_photo(path).floats
        for kind, spoil in SPOILERS.items():
            spoilt = spoil(np.random.default_rng([seed, number]), clean)
            noise = measure_noise(spoilt)
            told[kind][find_trouble(spoilt, noise, noise_level(noise)).main] += 1
    for kind, answers in told.items():
        wrong = ", ".join(f"{count} {answer}" for answer, count in answers.most_common() if answer != kind)
        click.echo(f"{kind:>16}  {answers[kind]:3} of {len(chosen)}{'  but ' + wrong if wrong else ''}")
    right = sum(answers[kind] for kind, answers in told.items())
    click.echo(f"{'all':>16}  {right} of {len(chosen) * len(told)}  {right / len(chosen) / len(told):.1%}")
