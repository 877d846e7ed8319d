"""Every method of the denoise stage once, by the name it has in recipes and on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec

from photorestore.core.errors import UserError
from photorestore.engine.methods.anscombe import after_anscombe
from photorestore.engine.methods.block_matching import PACKAGE, block_matching
from photorestore.engine.methods.impulses import median_filter
from photorestore.engine.methods.l0tv import l0tv
from photorestore.engine.methods.learned import DENOISER, NOISE2NOISE, learned_denoiser
from photorestore.engine.methods.method import Method
from photorestore.engine.methods.non_local_means import non_local_means
from photorestore.engine.methods.plug_and_play import plug_and_play
from photorestore.engine.methods.poisson_tv import poisson_tv
from photorestore.engine.methods.shrinkage_fields import FIELDS, shrinkage_fields
from photorestore.engine.tools import Tools

METHODS: Mapping[str, Method] = {
    "nlm": Method("Non-local means", non_local_means),
    "bm3d": Method("BM3D", block_matching(), package=PACKAGE),
    "denoiser": Method("Learned denoiser", learned_denoiser(DENOISER), network=DENOISER),
    "noise2noise": Method("Noise2Noise", learned_denoiser(NOISE2NOISE), network=NOISE2NOISE),
    "plug-and-play": Method("Plug and play", plug_and_play, deblurs=True, network=DENOISER),
    "shrinkage-fields": Method("Shrinkage fields", shrinkage_fields, deblurs=True, network=FIELDS),
    "l0tv": Method("l0TV", l0tv, deblurs=True),
    "poisson-tv": Method("Poisson TV", poisson_tv),
    "anscombe-nlm": Method("Anscombe and non-local means", after_anscombe(non_local_means)),
    "anscombe-denoiser": Method("Anscombe and learned", after_anscombe(learned_denoiser(DENOISER)), network=DENOISER),
    "median": Method("Median of impulses", median_filter),
}


def is_available(name: str, tools: Tools) -> bool:
    """Whether its weights and its package are installed."""
    method = METHODS[name]
    has_package = not method.package or find_spec(method.package) is not None
    return has_package and (not method.network or tools.has_network(method.network))


def check_available(name: str, tools: Tools, *, with_blur: bool = False) -> Method:
    """The method; `UserError` for one that doesn't exist, can't undo blur, or lacks what it needs."""
    if name not in METHODS:
        raise UserError(f"There is no method called {name!r}; choose one of {', '.join(METHODS)}.")
    method = METHODS[name]
    if with_blur and not method.deblurs:
        able = ", ".join(other.title for other in METHODS.values() if other.deblurs)
        raise UserError(f"{method.title} can't undo blur; choose one of {able}.")
    if method.network and not tools.has_network(method.network):
        tools.weights.find(method.network)  # says in words that it isn't installed
        raise UserError(f'The file of the weights "{method.network}" is missing; import them again.')
    if method.package and find_spec(method.package) is None:
        raise UserError(
            f"{method.title} needs the Python package {method.package}, which is not installed; install it or choose "
            "another method."
        )
    return method
