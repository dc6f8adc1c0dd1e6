"""Pre-trains a base model as a plain language model; killed and started again, it goes on exactly.

With --workers 2, two processes compute the gradients of half a step's rows each and add them in a
fixed order; every process then makes the same update, and the first one judges and saves. Where the
processor multiplies bfloat16, products take that (parameters, sums and updates stay float32), which
is half as fast again; judging is always in float32.

On a CUDA device one process does all of a step (--device cuda, the default where there is one).

Reads <data>/train.bin and <data>/heldout.bin (uint16 token ids), writes into <out>:
  checkpoint.pt   parameters, optimizer state and position, every two minutes
  model/          config.json, model.safetensors (fp16) and the tokenizer, with each checkpoint
  log.json        settings, loss curves, final losses
"""

import argparse
import json
import math
import time
from pathlib import Path

import numpy as np
import torch
import torch.multiprocessing as multiprocessing

from grow import CannotGrow, grown
from head_loss import HeadLoss
from model import SIZES, hidden_states, init_parameters, make_config, parameter_shapes
from model_files import read_model, write_json, write_model
from practice import LADDER, PLAIN_TOKENS, TEXT_FILES, Practice

PEAK_LEARNING_RATE = {"nano": 4e-3, "mini": 2.5e-3, "small": 1.5e-3}
BETAS, WEIGHT_DECAY, CLIP_NORM = (0.9, 0.95), 0.01, 1.0
WARM_UP, FLOOR = 0.01, 0.1  # shares of the run and of the peak learning rate
EVALUATE_EVERY = 1_000_000  # tokens
CHECKPOINT_EVERY = 120  # seconds
QUICK_WINDOWS, FINAL_WINDOWS = 64, 1500
EMBEDDING = "model.embed_tokens.weight"


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=SIZES, required=True)
    parser.add_argument("--tokens", type=int, default=60_000_000)
    parser.add_argument("--start-from", type=Path, help="folder of a model to go on from, this size or smaller")
    kinds = [kind for step in LADDER for kind in step]
    parser.add_argument("--practice-from", choices=kinds, help="kind of the ladder's first step to take")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path(".cache/pretrain"))
    parser.add_argument("--tokenizer", type=Path, help="folder; default <data>/tokenizer")
    parser.add_argument("--learning-rate", type=float, help="peak; default depends on the size")
    parser.add_argument("--rows", type=int, default=8, help="windows a step")
    parser.add_argument("--micro-rows", type=int, help="windows at once; default 4 (fits the cache), on cuda all")
    parser.add_argument("--workers", type=int, default=1, help="processes, one core each")
    parser.add_argument("--device", choices=["cpu", "cuda"], help="default: cuda where there is one")
    parser.add_argument("--precision", choices=["bf16", "fp32"], help="default: by the device")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    arguments.device = arguments.device or ("cuda" if torch.cuda.is_available() else "cpu")
    if arguments.device == "cuda" and not torch.cuda.is_available():
        parser.error("--device cuda: this PyTorch finds no CUDA device; take --device cpu or another PYTHON")
    if arguments.device == "cuda" and arguments.workers > 1:
        parser.error(f"--workers {arguments.workers}: on a CUDA device one process does it all")
    arguments.micro_rows = arguments.micro_rows or (arguments.rows if arguments.device == "cuda" else 4)
    arguments.precision = arguments.precision or ("bf16" if has_bf16(arguments.device) else "fp32")
    if arguments.rows % arguments.workers:
        parser.error(f"--rows {arguments.rows} can't be shared out among {arguments.workers} workers")
    arguments.learning_rate = arguments.learning_rate or PEAK_LEARNING_RATE[arguments.size]
    arguments.tokenizer = arguments.tokenizer or arguments.data / "tokenizer"
    needed = ["train.bin", "heldout.bin", "words.json", "phrases.json", *TEXT_FILES]
    for path in [*(arguments.data / name for name in needed), arguments.tokenizer / "tokenizer.json"]:
        if not path.exists():
            parser.error(f"{path} is missing; recipe/run.sh makes it in an earlier step")
    return arguments


def has_bf16(device):
    if device == "cuda":
        return torch.cuda.is_bf16_supported()
    cpuinfo = Path("/proc/cpuinfo")
    return cpuinfo.exists() and "avx512_bf16" in cpuinfo.read_text()


class Windows:
    """A token file as windows of `length` inputs plus one target, in a seeded order per epoch."""

    def __init__(self, path, length, seed):
        self.tokens = np.memmap(path, np.uint16, "r")
        self.length, self.seed = length, seed
        self.count = (len(self.tokens) - 1) // length
        self.epoch, self.order = None, None

    def rows(self, positions):
        """Windows by their place in the file -> int64 [len(positions), length + 1]."""
        starts = [p * self.length for p in positions]
        rows = [self.tokens[s : s + self.length + 1].astype(np.int64) for s in starts]
        return torch.from_numpy(np.stack(rows))

    def shuffled(self, start, count):
        """The windows start .. start + count of the endless shuffled sequence."""
        return self.rows([self.shuffled_position(i) for i in range(start, start + count)])

    def shuffled_position(self, index):
        epoch, offset = divmod(index, self.count)
        if epoch != self.epoch:
            generator = np.random.default_rng([self.seed, epoch])
            self.epoch, self.order = epoch, generator.permutation(self.count)
        return int(self.order[offset])


def learning_rate_at(step, steps, peak):
    """Linear warm-up, then a cosine from the peak to its floor."""
    warm_up = max(1, round(WARM_UP * steps))
    if step < warm_up:
        return peak * (step + 1) / warm_up
    progress = (step - warm_up) / max(1, steps - warm_up)
    return peak * (FLOOR + (1 - FLOOR) * 0.5 * (1 + math.cos(math.pi * progress)))


def make_optimizer(parameters):
    """AdamW; matrices decay, embeddings (which must keep like words apart) and norm gains don't."""
    decays = [n for n, p in parameters.items() if p.dim() == 2 and "embed" not in n]
    groups = [
        {"params": [parameters[n] for n in decays], "weight_decay": WEIGHT_DECAY},
        {"params": [p for n, p in parameters.items() if n not in decays], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=0.0, betas=BETAS, foreach=True)


def window_loss(parameters, config, rows, weights, precision="fp32"):
    """Sum over rows [B, T + 1] of the next tokens' cross-entropies in nats, each times its weight [B, T]."""
    device = parameters[EMBEDDING].device
    rows, weights = rows.to(device), weights.to(device).flatten()
    inputs, targets = rows[:, :-1], rows[:, 1:].flatten()
    with torch.autocast(device.type, dtype=torch.bfloat16, enabled=precision == "bf16"):
        states = hidden_states(parameters, config, inputs).flatten(0, 1)
    dtype = torch.bfloat16 if precision == "bf16" else torch.float32
    counts = weights > 0
    return HeadLoss.apply(
        states[counts].float(), parameters[EMBEDDING], targets[counts], weights[counts], dtype
    )


@torch.no_grad()
def heldout_loss(parameters, config, windows, limit):
    """Mean over at most `limit` windows, spread evenly over the file."""
    count = min(limit, windows.count)
    positions = [i * windows.count // count for i in range(count)]
    even = torch.full((1, windows.length), 1 / windows.length)
    losses = [window_loss(parameters, config, windows.rows([p]), even).item() for p in positions]
    return sum(losses) / count


class Exchange:
    """Adds up the workers' gradients and losses through shared memory."""

    def __init__(self, workers, size):
        self.workers = workers
        self.shared = torch.zeros(workers, size + 1).share_memory_()  # gradients, loss
        self.barrier = multiprocessing.Barrier(workers)

    def sum(self, worker, gradients, loss):
        """Replaces the gradients by their sum over all workers; returns the sum of the losses."""
        if self.workers == 1:
            return loss
        flat = torch.cat([gradient.flatten() for gradient in gradients])
        self.shared[worker, :-1] = flat
        self.shared[worker, -1] = loss
        self.barrier.wait()
        total = self.shared.sum(0)
        self.barrier.wait()  # nobody writes before everybody has read
        sizes = [gradient.numel() for gradient in gradients]
        for gradient, part in zip(gradients, total[:-1].split(sizes)):
            gradient.copy_(part.view_as(gradient))
        return total[-1].item()


class Run:
    """A training run that can be put down and picked up again at any step."""

    def __init__(self, arguments, worker, exchange):
        self.arguments, self.worker, self.exchange = arguments, worker, exchange
        self.config = make_config(**SIZES[arguments.size])
        length = self.config["max_position_embeddings"]
        self.train = Windows(arguments.data / "train.bin", length, arguments.seed)
        self.heldout = Windows(arguments.data / "heldout.bin", length, arguments.seed)
        plain_tokens = 0 if arguments.start_from else PLAIN_TOKENS
        self.practice = Practice(
            arguments.data, arguments.tokenizer, arguments.size, length, arguments.seed, plain_tokens
        )
        self.step_tokens = arguments.rows * length
        self.steps = math.ceil(arguments.tokens / self.step_tokens)
        self.evaluate_every = max(1, EVALUATE_EVERY // self.step_tokens)
        self.parameters = init_parameters(self.config, arguments.seed, arguments.device)
        self.optimizer = make_optimizer(self.parameters)
        self.step, self.seconds, self.losses = 0, 0.0, []
        if self.checkpoint_path.exists():
            self.load()
        else:
            self.log = self.first_log()
            self.practice.skip_to(arguments.practice_from)
            if arguments.start_from:
                self.start_from(arguments.start_from)

    def start_from(self, folder):
        """Takes a model's parameters, of this size or of a smaller one (grow.py)."""
        config, parameters = read_model(folder)
        try:
            values = grown(parameters, config, self.config, self.arguments.seed)
        except CannotGrow as error:
            raise SystemExit(f"--start-from {folder}: {error}")
        with torch.no_grad():
            for name, own in self.parameters.items():
                own.copy_(values[name])

    @property
    def checkpoint_path(self):
        return self.arguments.out / "checkpoint.pt"

    def settings(self):
        given = self.arguments
        return {
            "size": given.size,
            "seed": given.seed,
            "startFrom": str(given.start_from) if given.start_from else None,
            "peakLearningRate": given.learning_rate,
            "batchTokens": self.step_tokens,
            "steps": self.steps,
            "precision": given.precision,
            "workers": given.workers,
            "device": torch.cuda.get_device_name() if given.device == "cuda" else "cpu",
            "corpusTokens": len(self.train.tokens),
        }

    def first_log(self):
        count = sum(p.numel() for p in self.parameters.values())
        untrained = heldout_loss(self.parameters, self.config, self.heldout, FINAL_WINDOWS)
        return {
            "settings": self.settings(),
            "parameters": count,
            "heldoutTokens": len(self.heldout.tokens),
            "untrainedHeldoutLoss": untrained,
            "curve": [],
        }

    def load(self):
        state = torch.load(self.checkpoint_path, map_location=self.arguments.device)
        if state["log"]["settings"] != self.settings():
            raise SystemExit(
                f"{self.checkpoint_path} belongs to a run with other settings:\n"
                f"  there: {state['log']['settings']}\n  here:  {self.settings()}\n"
                "Use the same settings, another --out, or delete the checkpoint."
            )
        with torch.no_grad():
            for name, value in state["parameters"].items():
                self.parameters[name].copy_(value)
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.seconds = state["step"], state["seconds"]
        self.losses, self.log = state["losses"], state["log"]
        self.practice.load(state["practice"])

    def save(self):
        state = {
            "parameters": {name: p.detach() for name, p in self.parameters.items()},
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
            "losses": self.losses,
            "practice": self.practice.state(),
            "log": self.log,
        }
        out = self.arguments.out
        out.mkdir(parents=True, exist_ok=True)
        temporary = out / "checkpoint.tmp"
        torch.save(state, temporary)
        temporary.replace(self.checkpoint_path)
        write_model(out / "model", self.config, self.parameters, tokenizer_from=self.arguments.tokenizer)
        write_json(out / "log.json", self.log)

    def recent_loss(self):
        """Mean training loss since about EVALUATE_EVERY tokens ago."""
        recent = self.losses[-self.evaluate_every :]
        return sum(recent) / len(recent)

    def evaluate(self, rate):
        point = {
            "tokens": self.step * self.step_tokens,
            "trainLoss": self.recent_loss(),
            "heldoutLoss": heldout_loss(self.parameters, self.config, self.heldout, QUICK_WINDOWS),
            "learningRate": rate,
            "practiceStep": self.practice.step,
            "seconds": round(self.seconds, 1),
        }
        self.log["curve"].append(point)
        speed = point["tokens"] / max(1e-9, self.seconds)
        left = (self.steps - self.step) * self.step_tokens / max(1e-9, speed)
        print(f"{json.dumps(point)} {speed:.0f} tokens/s, {left / 60:.1f} min left", flush=True)

    def update(self, rows, weights):
        """One update from rows [B, T + 1] and their targets' weights [B, T], a worker's share a few rows
        at a time; returns the loss before it."""
        self.optimizer.zero_grad(set_to_none=True)
        mine = slice(self.worker, None, self.arguments.workers)
        size = self.arguments.micro_rows
        own = 0.0
        for part, weight in zip(rows[mine].split(size), weights[mine].split(size)):
            loss = window_loss(self.parameters, self.config, part, weight, self.arguments.precision)
            loss.backward()
            own += loss.item()
        parameters = list(self.parameters.values())
        total = self.exchange.sum(self.worker, [p.grad for p in parameters], own)
        torch.nn.utils.clip_grad_norm_(parameters, CLIP_NORM)
        self.optimizer.step()
        return total

    def go(self):
        """Trains to the end. `seconds` counts updates only, neither evaluation nor saving."""
        saved_at = time.monotonic()
        while self.step < self.steps:
            started = time.monotonic()
            rate = learning_rate_at(self.step, self.steps, self.arguments.learning_rate)
            for group in self.optimizer.param_groups:
                group["lr"] = rate
            rows = self.train.shuffled(self.step * self.arguments.rows, self.arguments.rows)
            weights = self.practice.mixed_into(rows, self.step)
            self.losses.append(self.update(rows, weights))
            self.step += 1
            self.practice.advance(self.parameters, self.config, self.step * self.step_tokens)
            self.seconds += time.monotonic() - started
            if self.worker > 0:
                continue
            if self.step % self.evaluate_every == 0 or self.step == self.steps:
                self.evaluate(rate)
            if time.monotonic() - saved_at > CHECKPOINT_EVERY:
                self.save()
                saved_at = time.monotonic()
        if self.worker == 0:
            self.finish()

    def finish(self):
        self.log["finalTrainLoss"] = self.recent_loss()
        self.log["finalHeldoutLoss"] = heldout_loss(
            self.parameters, self.config, self.heldout, FINAL_WINDOWS
        )
        self.log["practice"] = self.practice.checks
        self.log["trainTokens"] = self.step * self.step_tokens
        self.log["seconds"] = round(self.seconds)
        self.log["tokensPerSecond"] = round(self.log["trainTokens"] / self.seconds)
        self.save()
        print(f"held-out loss {self.log['finalHeldoutLoss']:.4f}", flush=True)


def work(worker, arguments, exchange):
    # More threads make these small products many times slower.
    torch.set_num_threads(1)
    Run(arguments, worker, exchange).go()


if __name__ == "__main__":
    given = parse_arguments()
    shapes = parameter_shapes(make_config(**SIZES[given.size]))
    exchange = Exchange(given.workers, sum(math.prod(shape) for shape in shapes.values()))
    if given.workers == 1:
        work(0, given, exchange)
    else:
        multiprocessing.start_processes(
            work, (given, exchange), nprocs=given.workers, start_method="fork"
        )
