"""Scores a base model on the probe suite of probes.ts: the share of prompts whose right continuation
has a higher summed log-probability than every wrong one (a tie counts as wrong).

Usage: probe.py model-folder [probes.json]
"""

import json
import sys
from pathlib import Path

import torch

from model import forward
from model_files import read_model


@torch.no_grad()
def log_probability(parameters, config, prompt, option):
    """Sum of log p(token | everything before) over the option's tokens, nats."""
    ids = torch.tensor([prompt + option])
    logits = forward(parameters, config, ids[:, :-1])[0, len(prompt) - 1 :]
    picked = torch.log_softmax(logits, -1).gather(1, torch.tensor(option)[:, None])
    return float(picked.sum())


def is_right(parameters, config, item):
    scores = [log_probability(parameters, config, item["prompt"], o) for o in item["options"]]
    return scores[0] > max(scores[1:])


def chance(items):
    """Expected share of a blind guess."""
    return sum(1 / len(item["options"]) for item in items) / len(items)


def probe_model(folder, path=".cache/pretrain/probes.json"):
    """Probe -> (share right, share by guessing, number of items)."""
    config, parameters = read_model(folder)
    by_probe = {}
    for item in json.loads(Path(path).read_text()):
        by_probe.setdefault(item["probe"], []).append(item)
    return {
        probe: (sum(is_right(parameters, config, i) for i in items) / len(items), chance(items), len(items))
        for probe, items in by_probe.items()
    }


if __name__ == "__main__":
    torch.set_num_threads(1)
    for probe, (share, guess, count) in probe_model(*sys.argv[1:]).items():
        print(f"{probe}: {share:.1%} right, {guess:.1%} by guessing, {count} items")
