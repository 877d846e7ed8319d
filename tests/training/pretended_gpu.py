"""A GPU that isn't there: its tensors are computed on the CPU, but keep to themselves as if they were on it."""

import warnings

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode
from torch.utils._pytree import tree_leaves, tree_map_only

GPU, CPU = torch.device("cuda", 0), torch.device("cpu")


class PretendedGpu(TorchFunctionMode):
    """As with a real one, its tensors meet none of the CPU but single numbers, and only those of the CPU are arrays."""

    def __torch_function__(self, func, types, args=(), kwargs=None):
        leaves = tree_leaves((args, kwargs or {}))
        tensors = [leaf for leaf in leaves if isinstance(leaf, Tensor)]
        if func == Tensor.device.__get__:
            return place_of(args[0])
        assert len({place_of(each) for each in tensors if each.ndim}) < 2, f"{func.__name__} of two devices"
        assert func is not Tensor.numpy or place_of(args[0]) == CPU, "a tensor on the GPU becomes no array"
        here_args, here_kwargs = tree_map_only(torch.device, lambda asked: CPU, (args, kwargs or {}))
        answer = func(*here_args, **here_kwargs)
        asked = [CPU] if func is Tensor.cpu else [leaf for leaf in leaves if isinstance(leaf, torch.device)]
        place = asked[0] if asked else GPU if GPU in map(place_of, tensors) else CPU
        return tree_map_only(Tensor, lambda tensor: put(tensor.view_as(tensor), place), answer)


def place_of(tensor):
    return getattr(tensor, "pretended_place", CPU)


def put(tensor, place=GPU):
    tensor.pretended_place = place
    return tensor


def on_gpu(module: nn.Module) -> nn.Module:
    for tensor in (*module.parameters(), *module.buffers()):
        put(tensor)
    return module


def scores_on_gpu(task):
    """What `task` says of its networks when they stand there."""
    with warnings.catch_warnings(action="ignore"), PretendedGpu(), torch.inference_mode():  # autocast misses CUDA
        return task.evaluate({name: on_gpu(module).eval() for name, module in task.modules.items()})[0]
