"""Reproducible pseudo-weights for the published networks: those of ../shared/parity, from names and shapes."""

import zlib

import numpy as np
import torch


def uniform(name, shape):
    """float64 in -1..1, fixed by name and shape."""
    count = int(np.prod(shape, dtype=np.int64))
    bits = np.random.Philox(key=zlib.crc32(f"0/{name}".encode())).random_raw(count or 1)
    return ((bits >> np.uint64(11)).astype(np.float64) * 2.0**-52 - 1.0)[:count].reshape(shape)


def pseudo_weights(module):
    """The published state dict of a network: spectral norms where the published face network has them."""
    folded = [name for name in module.state_dict() if name.split(".")[-2:] in [[f"conv_{k}", "weight"] for k in "01s"]]
    tensors = {}
    for name, tensor in module.state_dict().items():
        if name in folded:
            tensors.update(_spectral(name, tuple(tensor.shape)))
        else:
            tensors[name] = _values(name, tuple(tensor.shape))
    return {name: torch.from_numpy(np.asarray(value)) for name, value in tensors.items()}


def _values(name, shape):
    leaf = name.rsplit(".", 1)[-1]
    if leaf == "num_batches_tracked":
        return np.zeros(shape, np.int64)
    if leaf == "filt":
        blur = np.outer([1.0, 2.0, 1.0], [1.0, 2.0, 1.0]) / 16
        return np.broadcast_to(blur, shape).astype(np.float32).copy()
    if leaf == "running_var":
        return (1 + 0.5 * uniform(name, shape)).astype(np.float32)
    if leaf in ("weight", "weight_orig"):
        scale = np.sqrt(6 / np.prod(shape[1:])) if len(shape) > 1 else 0.1
        return (uniform(name, shape) * scale + (len(shape) == 1)).astype(np.float32)
    return (0.05 * uniform(name, shape)).astype(np.float32)


def _spectral(name, shape):
    weight = _values(f"{name}_orig", shape)
    matrix = weight.astype(np.float64).reshape(shape[0], -1)
    u = np.ones(shape[0]) / np.sqrt(shape[0])
    for _ in range(20):
        v = matrix.T @ u
        v /= np.linalg.norm(v)
        u = matrix @ v
        u /= np.linalg.norm(u)
    return {f"{name}_orig": weight, f"{name}_u": u.astype(np.float32), f"{name}_v": v.astype(np.float32)}


def filled(module):
    module.load_state_dict(pseudo_weights(module), strict=True)
    return module.requires_grad_(False).eval()


def smooth(name, shape):
    """Noise on a coarse grid, linearly interpolated, in -1..1: tensor (n, c, h, w)."""
    n, c, h, w = shape
    grid = uniform(name, (n, c, max(2, h // 8), max(2, w // 8)))
    y, x = np.linspace(0, grid.shape[2] - 1, h), np.linspace(0, grid.shape[3] - 1, w)
    y0, x0 = np.minimum(y.astype(int), grid.shape[2] - 2), np.minimum(x.astype(int), grid.shape[3] - 2)
    fy, fx = (y - y0)[:, None], (x - x0)[None, :]
    upper = grid[:, :, y0][:, :, :, x0] * (1 - fy) * (1 - fx) + grid[:, :, y0 + 1][:, :, :, x0] * fy * (1 - fx)
    lower = grid[:, :, y0][:, :, :, x0 + 1] * (1 - fy) * fx + grid[:, :, y0 + 1][:, :, :, x0 + 1] * fy * fx
    return torch.from_numpy((upper + lower).astype(np.float32))


def holes(height, width):
    """A bar, a line and a block: tensor (1, 1, h, w), 1 = damaged."""
    mask = torch.zeros(1, 1, height, width)
    mask[:, :, height // 6 : height // 6 + 5, width // 8 : width // 2] = 1
    mask[:, :, :, width // 2 + 3 : width // 2 + 5] = 1
    mask[:, :, 2 * height // 3 : 2 * height // 3 + 20, 3 * width // 4 - 12 : 3 * width // 4 + 8] = 1
    return mask
