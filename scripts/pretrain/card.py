"""Writes the model card of a finished pre-training run.

Usage: card.py nano|mini [runs folder, default .cache/pretrain]
Reads <runs>/<size>/log.json and public/models/<size>, writes docs/models/<size>.md.
"""

import json
import sys
from pathlib import Path

import torch

from generate import Tokenizer, continue_greedily
from model_files import read_model, write_atomically

LARGEST_RATIO = 0.45  # of the held-out loss to an untrained model's
MAX_NEW_TOKENS = 110
CURVE_ROWS = 10
STORY_OPENINGS = [
    "Ana and Tom were good friends. One day",
    "It was a cold day. Leo",
    "Mia had a red kite.",
    "One morning Ben went to the lake with",
    "Everybody knows Ana. She",
    "Sam lost his hat.",
    "Lily saw a dog near the house.",
    "Tom wanted to bake a cake.",
    "In the garden Ruth found a small box.",
    "It rained all day. Max and Mia",
]
# The same kind of openings with names that the corpus never uses.
UNSEEN_NAME_OPENINGS = [
    "Zora and Quentin were good friends. One day",
    "It was a cold day. Wilfred",
    "Yolanda had a red kite.",
    "One morning Ludmila went to the lake with",
    "Everybody knows Barnaby. He",
    "Percival lost his hat.",
    "Ottilie saw a dog near the house.",
    "Gwendolyn wanted to bake a cake.",
    "In the garden Thaddeus found a small box.",
    "It rained all day. Cordelia and Rufus",
]

CARD = """# Base model `{size}`

A small decoder-only transformer in Llama's architecture, pre-trained from scratch as a plain
language model. It has seen no instructions: it continues text. Fine-tuning teaches it to answer.

| | |
| --- | --- |
| Parameters | {parameters:,} |
| Architecture | {layers} layers, hidden {hidden}, {heads} heads of {head_dim} ({kv_heads} key/value), SwiGLU {intermediate}, RMSNorm, RoPE, tied embeddings |
| Vocabulary, context | {vocab:,} tokens (byte-level BPE), {context} positions |
| Download | {megabytes:.2f} MB of fp16 weights |
| Training data | the closed-world corpus of `scripts/pretrain/`, {corpus_tokens:,} tokens in the training part |
| Training tokens | {train_tokens:,} ({epochs:.2f} epochs) |
| Optimizer | AdamW (0.9, 0.95), weight decay 0.1, clip 1.0, peak {rate:g}, 2 % warm-up, cosine to 10 %, {batch_tokens:,} tokens a step, seed {seed} |
| Time | {minutes:.0f} minutes, {speed:,} tokens a second |
| Hardware | 2-core x86-64 server, one thread, OpenBLAS |

## Loss

Nats a token. Held-out text comes from the same generators and was never trained on.

| | |
| --- | ---: |
| Training, mean of the last million tokens | {train_loss:.4f} |
| Held-out | {heldout_loss:.4f} |
| Held-out, untrained model | {untrained_loss:.4f} |
| Held-out, share of the untrained model's | {ratio:.1%} |

| tokens | training | held-out |
| ---: | ---: | ---: |
{curve}

## Samples

Greedy decoding, nothing chosen or left out; the prompt is in bold. The second half uses names that
the corpus never uses.

{samples}

## Limits

The model knows one small world of simple English. It has no knowledge of the real one, repeats
itself, and loses the thread of longer stories. It was trained on generated text only.

## Again

```sh
npm run pretrain:install
npm run pretrain
```
"""


def sample(opening, parameters, config, tokenizer):
    ids = continue_greedily(parameters, config, tokenizer.encode(opening), MAX_NEW_TOKENS)
    ending = " ".join(tokenizer.decode(ids).split("\n"))
    return f"- **{opening}**{ending}"


def curve_rows(curve):
    """About CURVE_ROWS points of the curve, the last one among them."""
    stride = max(1, len(curve) // CURVE_ROWS)
    points = curve[::-1][::stride][::-1]
    row = "| {tokens:,} | {trainLoss:.3f} | {heldoutLoss:.3f} |"
    return "\n".join(row.format(**point) for point in points)


def card_values(log, config, weights_bytes):
    settings = log["settings"]
    return {
        "size": settings["size"],
        "parameters": log["parameters"],
        "layers": config["num_hidden_layers"],
        "hidden": config["hidden_size"],
        "heads": config["num_attention_heads"],
        "head_dim": config["head_dim"],
        "kv_heads": config["num_key_value_heads"],
        "intermediate": config["intermediate_size"],
        "vocab": config["vocab_size"],
        "context": config["max_position_embeddings"],
        "megabytes": weights_bytes / 1e6,
        "corpus_tokens": settings["corpusTokens"],
        "train_tokens": log["trainTokens"],
        "epochs": log["trainTokens"] / settings["corpusTokens"],
        "rate": settings["peakLearningRate"],
        "batch_tokens": settings["batchTokens"],
        "seed": settings["seed"],
        "minutes": log["seconds"] / 60,
        "speed": log["tokensPerSecond"],
        "train_loss": log["finalTrainLoss"],
        "heldout_loss": log["finalHeldoutLoss"],
        "untrained_loss": log["untrainedHeldoutLoss"],
        "ratio": log["finalHeldoutLoss"] / log["untrainedHeldoutLoss"],
        "curve": curve_rows(log["curve"]),
    }


def main(size, runs=".cache/pretrain"):
    torch.set_num_threads(1)
    log = json.loads((Path(runs) / size / "log.json").read_text())
    if "finalHeldoutLoss" not in log:
        raise SystemExit(f"{runs}/{size}: the run is not finished; start train.py again first")
    folder = Path("public/models") / size
    config, parameters = read_model(folder)
    tokenizer = Tokenizer(folder)
    values = card_values(log, config, (folder / "model.safetensors").stat().st_size)
    openings = STORY_OPENINGS + UNSEEN_NAME_OPENINGS
    samples = "\n".join(sample(o, parameters, config, tokenizer) for o in openings)
    path = Path("docs/models") / f"{size}.md"
    write_atomically(path, CARD.format(**values, samples=samples).encode())
    print(f"{path}: held-out loss at {values['ratio']:.1%} of an untrained model's")
    if values["ratio"] > LARGEST_RATIO:
        raise SystemExit(f"That is more than {LARGEST_RATIO:.0%}: train longer or on simpler text.")


if __name__ == "__main__":
    main(*sys.argv[1:])
