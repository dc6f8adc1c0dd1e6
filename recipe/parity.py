"""Records what the reference model computes, for the page's own model to be compared with.

Usage: parity.py tiny              a random two-layer model with everything in full
       parity.py nano|mini|small [...]   the published fp16 models, in summary

Each fixture holds a packed batch, its loss, logits and gradients. Arrays are flat and row-major.
Positions with example id 0 are padding: nothing is predicted there and their logits mean nothing.
"""

import json
import sys
from pathlib import Path

import torch

from model import forward, init_parameters, make_config, masked_loss
from model_files import read_model, write_atomically, write_model

FIXTURES = Path("tests/fixtures/parity")
TINY = dict(hidden=16, layers=2, heads=2, kv_heads=1, head_dim=8, intermediate=32, vocab=64)
SEQ_LEN = 24
PACKING = [[9, 8, 5], [13, 11]]  # lengths of the examples in each row
EOS = 1
FIRST_GRADIENTS = 8
TOLERANCE = 1e-5


def make_example(length, vocab, generator):
    """Ids ending in <eos>, targets one ahead, and a mask on the second half: (ids, targets, mask)."""
    ids = torch.randint(2, vocab, (length,), generator=generator).tolist()
    ids[-1] = EOS
    prompt = length // 2
    mask = [float(prompt <= i + 1 < length) for i in range(length)]
    return ids, ids[1:] + [0], mask


def make_batch(vocab, seed):
    """The packed batch of the fixtures, each tensor [B, T]."""
    generator = torch.Generator().manual_seed(seed)
    rows = {"inputIds": [], "targets": [], "lossMask": [], "exampleIds": []}
    for lengths in PACKING:
        row = {key: [] for key in rows}
        for number, length in enumerate(lengths, start=1):
            ids, targets, mask = make_example(length, vocab, generator)
            values = (ids, targets, mask, [number] * length)
            for key, value in zip(rows, values):
                row[key] += value
        for key in rows:
            rows[key].append(row[key] + [0] * (SEQ_LEN - len(row[key])))
    return {key: torch.tensor(value) for key, value in rows.items()}


def loss_and_gradients(parameters, config, batch):
    """(logits [B, T, V], mean masked loss, name -> gradient)."""
    logits = forward(parameters, config, batch["inputIds"], batch["exampleIds"])
    loss = masked_loss(logits, batch["targets"], batch["lossMask"])
    gradients = torch.autograd.grad(loss, list(parameters.values()))
    return logits.detach(), loss.item(), dict(zip(parameters, gradients))


def check_packing(parameters, config, batch, logits):
    """Packing must change nothing: each example alone, from position 0, gives the same logits."""
    for row, lengths in enumerate(PACKING):
        start = 0
        for length in lengths:
            span = slice(start, start + length)
            alone = forward(parameters, config, batch["inputIds"][row : row + 1, span])[0]
            difference = (alone - logits[row, span]).abs().max() / alone.abs().max()
            if difference > TOLERANCE:
                raise SystemExit(f"row {row}, positions {span}: packed differs by {difference:.1e}")
            start += length


def plain(tensor):
    """A flat list with nine significant digits, which is all that float32 has."""
    return [float(f"{value:.9g}") for value in tensor.detach().flatten().tolist()]


def summarise(gradient):
    flat = gradient.double().flatten()
    return {
        "norm": float(f"{flat.norm().item():.9g}"),
        "sum": float(f"{flat.sum().item():.9g}"),
        "first": plain(gradient.flatten()[:FIRST_GRADIENTS]),
    }


def describe_batch(batch):
    shape = {"batchSize": len(PACKING), "seqLen": SEQ_LEN}
    return shape | {key: value.int().flatten().tolist() for key, value in batch.items()}


def record(path, folder, full):
    """Runs the model in `folder` and writes its fixture to `path`."""
    config, parameters = read_model(folder)
    batch = make_batch(config["vocab_size"], seed=7)
    logits, loss, gradients = loss_and_gradients(parameters, config, batch)
    check_packing(parameters, config, batch, logits)
    if full:
        outputs = {"logits": plain(logits), "gradients": {n: plain(g) for n, g in gradients.items()}}
    else:
        places = [(0, 0), (0, 16), (1, 23)]
        outputs = {
            "logitsAt": [{"row": r, "position": p, "logits": plain(logits[r, p])} for r, p in places],
            "gradients": {name: summarise(gradient) for name, gradient in gradients.items()},
        }
    fixture = describe_batch(batch) | {"loss": float(f"{loss:.9g}")} | outputs
    write_atomically(path, (json.dumps(fixture) + "\n").encode())
    print(f"{path}: loss {loss:.6f}")


def tiny_parameters(config):
    """Random weights away from their initial values, so that no factor can go missing unseen:
    norm gains differ from 1, and embeddings are large enough for logits of ordinary size."""
    generator = torch.Generator().manual_seed(4)
    parameters = init_parameters(config, seed=3)
    for name, parameter in parameters.items():
        if parameter.dim() == 1:
            parameter.data.uniform_(0.5, 1.5, generator=generator)
        elif "embed" in name:
            parameter.data.mul_(25)
    return parameters


def main(names):
    if not names:
        raise SystemExit(__doc__)
    torch.set_num_threads(1)
    for name in names:
        if name == "tiny":
            config = make_config(**TINY, context=SEQ_LEN) | {"torch_dtype": "float32"}
            write_model(FIXTURES / name, config, tiny_parameters(config), dtype="F32")
            record(FIXTURES / name / "expected.json", FIXTURES / name, full=True)
        else:
            record(FIXTURES / f"{name}.json", Path("public/models") / name, full=False)


if __name__ == "__main__":
    main(sys.argv[1:])
