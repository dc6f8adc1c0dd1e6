"""Reading and writing a model folder: config.json, model.safetensors, tokenizer.json.

The safetensors format (8 bytes of header length, a JSON header, raw tensors) is simple enough to
write by hand, and Debian has no package for it.
"""

import json
import os
import shutil
from pathlib import Path

import numpy as np
import torch

DTYPES = {"F16": np.float16, "F32": np.float32}


def write_atomically(path, data):
    """A reader sees the old file or the new one, never half of it."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".tmp")
    temporary.write_bytes(data)
    os.replace(temporary, path)


def write_safetensors(path, tensors, dtype="F16"):
    """tensors: name -> torch tensor, written in this order as little-endian `dtype`."""
    header, body = {"__metadata__": {"format": "pt"}}, []
    offset = 0
    for name, tensor in tensors.items():
        data = tensor.detach().cpu().numpy().astype(DTYPES[dtype]).tobytes()
        span = [offset, offset + len(data)]
        header[name] = {"dtype": dtype, "shape": list(tensor.shape), "data_offsets": span}
        body.append(data)
        offset += len(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # the tensors then start at a multiple of 8 bytes
    write_atomically(path, len(text).to_bytes(8, "little") + text + b"".join(body))


def read_safetensors(path):
    """name -> float32 tensor that asks for its gradient."""
    data = Path(path).read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    tensors = {}
    for name, entry in json.loads(data[8:start]).items():
        if name == "__metadata__":
            continue
        first, last = entry["data_offsets"]
        values = np.frombuffer(data[start + first : start + last], DTYPES[entry["dtype"]])
        values = values.astype(np.float32).reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values).requires_grad_()
    return tensors


def write_json(path, value):
    write_atomically(path, (json.dumps(value, indent=2) + "\n").encode())


def write_model(folder, config, parameters, dtype="F16", tokenizer_from=None):
    """Writes a model folder; the tokenizer's two files are copied from another folder if given."""
    folder = Path(folder)
    write_safetensors(folder / "model.safetensors", parameters, dtype)
    write_json(folder / "config.json", config)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        source = tokenizer_from and Path(tokenizer_from) / name
        if source and source != folder / name:
            shutil.copyfile(source, folder / name)


def read_model(folder):
    """The folder's (config, parameters in float32)."""
    folder = Path(folder)
    config = json.loads((folder / "config.json").read_text())
    return config, read_safetensors(folder / "model.safetensors")
