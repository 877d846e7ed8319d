"""`Tools`: all that a stage may ask for. Networks, progress, device, memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import torch
from torch import nn

from photorestore import paths
from photorestore.core.progress import Progress
from photorestore.engine.cache import ByteCache
from photorestore.engine.device import Device, choose_device
from photorestore.engine.inference import Network, module_bytes
from photorestore.engine.networks import load_module
from photorestore.engine.weights import WeightsStore

KEPT_NETWORKS_BYTES = 1 << 30  # all published networks together take 0.9 GB


def _networks_cache() -> ByteCache[Network | nn.Module]:
    return ByteCache(KEPT_NETWORKS_BYTES)


@dataclass(frozen=True)
class Tools:
    """Handed to every stage. Copies (`with_progress`, `on_cpu`) share the networks that are loaded.

    `load` builds the network of a name with its checked weights, or raises `UserError` in words.
    """

    weights: WeightsStore
    device: Device
    progress: Progress = Progress()
    load: Callable[[WeightsStore, str], nn.Module] = load_module
    _loaded: ByteCache[Network | nn.Module] = field(default_factory=_networks_cache, repr=False)

    @property
    def memory_budget(self) -> int:
        """Bytes that a stage may use beyond its result."""
        return self.device.memory_bytes

    def has_network(self, name: str) -> bool:
        return self.weights.has(name)

    def version(self, name: str) -> str:
        """The first 16 hex digits of the sha256 of these weights."""
        return self.weights.version(name)

    def network(self, name: str) -> Network:
        """A picture-to-picture network, ready to be called with arrays. `UserError` when its weights are missing."""
        key = ("network", name, self.version(name), self.device.name)
        found = self._loaded.get(key)
        if not isinstance(found, Network):
            found = Network(self.load(self.weights, name), self.device, self.version(name))
            self._loaded.put(key, found, found.bytes)
        return found

    def module(self, name: str, dtype: torch.dtype = torch.float32) -> nn.Module:
        """A network of several inputs as it is, on the device, in eval mode."""
        key = ("module", name, self.version(name), self.device.name, dtype)
        found = self._loaded.get(key)
        if not isinstance(found, nn.Module):
            found = self.load(self.weights, name).eval().requires_grad_(False).to(self.device.name, dtype)
            if dtype != torch.float32:
                found.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
            self._loaded.put(key, found, module_bytes(found))
        return found

    def with_progress(self, progress: Progress) -> Tools:
        return replace(self, progress=progress)

    def on_cpu(self) -> Tools:
        """The same tools with the processor computing, in no more memory."""
        cpu = choose_device("cpu")
        return replace(self, device=replace(cpu, memory_bytes=min(cpu.memory_bytes, self.memory_budget)))


def local_tools(device: str = "auto", precision: str = "auto") -> Tools:
    """With the installed weights, in this process. `UserError` for a device or precision that this computer lacks."""
    store = WeightsStore(paths.bundled_weights(), paths.imported_weights())
    return Tools(store, choose_device(device, precision))
