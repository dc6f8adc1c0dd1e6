"""PyTorch on the CPU beside the engines of the bench: one job from a file, the answer as one line of JSON.

    python3 bench/pytorch.py job.json

The model is the reference model of recipe/, as it is. Jobs: `parity` and `speed` on the bench's stream of
tokens, `mixture` on examples of the default mixture, one a row, padded as people train.
"""

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "recipe"))

import numpy as np  # noqa: E402
import torch  # noqa: E402
from model import forward, make_config, masked_loss, parameter_shapes  # noqa: E402
from model_files import read_safetensors  # noqa: E402

LOG_EVERY = 10  # a loss is read at every tenth step, as everywhere in the bench


def config_of(shape):
    head_dim = shape["dModel"] // shape["nHeads"]
    return make_config(
        hidden=shape["dModel"], layers=shape["nLayers"], heads=shape["nHeads"], kv_heads=shape["nHeads"],
        head_dim=head_dim, intermediate=shape["dFf"], vocab=shape["vocabSize"], context=shape["seqLen"],
    )


def weights_of(path, config):
    """float32 tensors one behind the other, in the order of parameter_shapes."""
    flat, at, parameters = np.fromfile(path, np.float32), 0, {}
    for name, shape in parameter_shapes(config).items():
        size = int(np.prod(shape))
        parameters[name] = torch.from_numpy(flat[at : at + size].reshape(shape).copy()).requires_grad_()
        at += size
    assert at == flat.size, f"{flat.size} weights, wanted {at}"
    return parameters


def optimizer_of(parameters, options):
    matrices = [p for p in parameters.values() if p.dim() > 1]
    gains = [p for p in parameters.values() if p.dim() == 1]
    groups = [dict(params=matrices, weight_decay=options["weightDecay"]), dict(params=gains, weight_decay=0.0)]
    betas = (options["beta1"], options["beta2"])
    return torch.optim.AdamW(groups, lr=options["learningRate"], betas=betas, eps=options["epsilon"])


def trainer(parameters, config, options):
    """A function that takes one step on (ids, targets, mask), each [B, T], and gives its loss, a tensor."""
    optimizer = optimizer_of(parameters, options)

    def step(batch):
        ids, targets, mask = batch
        loss = masked_loss(forward(parameters, config, ids), targets, mask)
        optimizer.zero_grad()
        loss.backward()
        if options.get("maxGradNorm"):
            torch.nn.utils.clip_grad_norm_(list(parameters.values()), options["maxGradNorm"])
        optimizer.step()
        return loss.detach()

    return step


def stream(job):
    """The bench's batches, loss on every position."""
    shape = (job["shape"]["batchSize"], job["shape"]["seqLen"])
    tensor = lambda ids: torch.tensor(ids).view(shape)
    return [(tensor(b["inputIds"]), tensor(b["targets"]), torch.ones(shape)) for b in job["batches"]]


def padded(examples):
    """Examples as rows as long as the longest of them."""
    length = max(len(example["inputIds"]) for example in examples)
    rows = lambda key, kind: torch.tensor([e[key] + [0] * (length - len(e[key])) for e in examples], dtype=kind)
    return rows("inputIds", torch.int64), rows("targets", torch.int64), rows("lossMask", torch.float32)


def started(job):
    config = config_of(job["shape"])
    parameters = weights_of(job["weights"], config)
    return trainer(parameters, config, job["adamW"]), parameters


def parity(job):
    step, _ = started(job)
    losses = [step(batch).item() for batch in stream(job)]
    return {"loss": sum(losses[-5:]) / len(losses[-5:]), "steps": len(losses)}


def speed(job):
    batches, start = stream(job), time.perf_counter()
    step, parameters = started(job)
    step(batches[0]).item()
    first = time.perf_counter() - start
    for i in range(1, 5):
        step(batches[i % len(batches)])
    steps, start = 0, time.perf_counter()
    while time.perf_counter() - start < job["seconds"] or steps < 2:
        loss = step(batches[steps % len(batches)])
        steps += 1
        if steps % LOG_EVERY == 0:
            loss.item()
    taken = time.perf_counter() - start
    return {
        "tokensPerSecond": steps * batches[0][0].numel() / taken, "steps": steps, "loss": loss.item(),
        "firstStepMs": 1000 * first, "nParams": sum(p.numel() for p in parameters.values()),
    }


def mixture(job):
    """Seconds of one pass over the batches after a few steps to warm up, and the loss of the first step of all."""
    folder = Path(job["model"])
    config = json.loads((folder / "config.json").read_text())
    step = trainer(read_safetensors(folder / "model.safetensors"), config, job["adamW"])
    batches = [padded(examples) for examples in job["batches"]]
    first = step(batches[0]).item()
    for batch in batches[1:3]:
        step(batch)
    start = time.perf_counter()
    for i, batch in enumerate(batches):
        loss = step(batch)
        if (i + 1) % LOG_EVERY == 0:
            loss.item()
    last = loss.item()
    taken = time.perf_counter() - start
    return {"seconds": taken, "firstLoss": first, "lastLoss": last, "tokens": sum(ids.numel() for ids, _, _ in batches)}


def main():
    job = json.loads(Path(sys.argv[1]).read_text())
    torch.set_num_threads(job["threads"])
    torch.manual_seed(0)
    answer = {"parity": parity, "speed": speed, "mixture": mixture}[job["kind"]](job)
    notes = [f"PyTorch {torch.__version__}, {os.environ.get('ATEN_CPU_CAPABILITY', 'own choice of instructions')}, {job['threads']} thread(s)"]
    print(json.dumps({**answer, "notes": notes}))


main()
