"""Writes the model card of a finished pre-training run.

Usage: card.py nano|mini|small [runs folder, default .cache/pretrain]
Reads <runs>/<size>/log.json and public/models/<size>, writes docs/models/<size>.md.
"""

import json
import sys
from pathlib import Path

import torch

from question_forms import measure_forms
from generate import Tokenizer, continue_greedily
from model_files import read_model, write_atomically, write_json
from practice import AFTERWARDS, ON_LADDER, PLAIN_TOKENS, TEXT_SHARE
from probe import probe_model

LARGEST_RATIO = 0.45  # of the held-out loss to an untrained model's
MAX_NEW_TOKENS = 110
CURVE_ROWS = 10
# Names that training instances of the built-in tasks use.
STORY_OPENINGS = [
    "Ana and Tom were good friends. One day",
    "It was a cold day. Leo and Kate went to the lake",
    "This is a story about Mia. On Sunday she lost",
    "Ben bought a red kite",
    "Everybody knows Emma. One morning she",
    "Sam could not swim yet.",
    "Lily and Hugo ran a race",
    "Adam came to dinner, and Rosa made soup.",
    "On Monday Ruth went for a walk with a brown dog.",
    "Paul slept too long on Friday.",
]
# The same kinds of openings with names that only test instances and the corpus use.
TEST_NAME_OPENINGS = [
    "Nora and Felix were best friends. One day",
    "It was a warm day. Otto and Vera went to the forest",
    "Here is a story about Iris. On Tuesday she lost",
    "Carl bought a green hat",
    "Everybody knows Olga. One morning she",
    "Gus could not read yet.",
    "Dora and Tim ran a race",
    "Ravi came to dinner, and Jane made soup.",
    "On Thursday Mary went for a walk with a white cat.",
    "Eric slept too long on Wednesday.",
]
# Names that the corpus never uses; the tokenizer splits them.
UNSEEN_NAME_OPENINGS = [
    "Wilfred bought a red kite",
    "Yolanda and Rufus ran a race",
    "Everybody knows Percival. One morning he",
    "Gwendolyn came to dinner, and Ludmila made soup.",
]

# What a run that did not start from scratch went on from.
EARLIER = {
    "mini": ", after 251,119,616 of earlier runs: 233,117,696 up to `public/models/mini` of commit c05c2a5, whose "
    "card has their last steps, and 18,001,920 in a run that went on from there (steps left at owner 93 %, clause 95 %, "
    "most 93 %, stray 86 %, verdict 47 %, lookup 70 %, order 81 %)",
    "small": ", after 264,120,320 of [mini](mini.md), from whose weights it was grown (`recipe/grow.py`): at its "
    "first token it said what `mini` says",
}

CARD = """# Base model `{size}`

A small decoder-only transformer in Llama's architecture, pre-trained from scratch as a plain
language model: it continues text. Its texts tell of people who are asked and told to do things; it has seen
no task and no prompt of the fine-tuning.

| | |
| --- | --- |
| Parameters | {parameters:,} |
| Architecture | {layers} layers, hidden {hidden}, {heads} heads of {head_dim} ({kv_heads} key/value), SwiGLU {intermediate}, RMSNorm, RoPE, tied embeddings |
| Vocabulary, context | {vocab:,} tokens (byte-level BPE), {context} positions |
| Download | {megabytes:.2f} MB of fp16 weights |
| Training data | the closed-world corpus of `content/corpus/`, {corpus_tokens:,} tokens in the training part |
| Training tokens | {train_tokens:,} ({epochs:.2f} epochs){earlier} |
| Optimizer | AdamW (0.9, 0.95), weight decay 0.01 (matrices only, embeddings apart), clip 1.0, peak {rate:g}, 1 % warm-up, cosine to 10 %, {batch_tokens:,} tokens a step, seed {seed} |
| Time | {minutes:.0f} minutes, {speed:,} tokens a second |
| Hardware | {hardware}, {workers}, {precision} |

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

## Practice in looking back

From token {plain_tokens:,} on, {ladder_share:.0%} of the rows are random words in which looking back tells
what comes next, step by step (`recipe/practice.py`); what can be known so has
{ladder_weight:.0%} of the loss, the corpus the rest:

| left at token | right answers |
| ---: | --- |
{practice}

After the last step {practice_share:.0%} of the rows are practice, {text_share:.0%} of these the corpus's
own questions and orders; their answers have {practice_weight:.0%} of the loss.

## Probes

Share of prompts whose right continuation is likelier (summed log-probability) than every wrong one.
No prompt is from the corpus: texts drawn from a seed of their own (`recipe/probes.ts`).

| probe | right | by guessing | items |
| --- | ---: | ---: | ---: |
{probes}

One question in many forms (`recipe/question_forms.py`): three facts of a form, then a question, answered by
one of three words, or a claim, by yes or no; 100 of each. `{{who}}`, `{{verb}}` and so on are words of the world.

| facts and question | right |
| --- | ---: |
{forms}

## Samples

Greedy decoding of at most {max_new_tokens} tokens, nothing chosen or left out; the prompt is in
bold. First names that the tasks' training instances use, then names that only their test instances
use; the corpus has both.

{samples}

Names that the corpus never uses, so that each is several tokens:

{unseen_samples}

## Limits

The model knows one small world of simple English. It has no knowledge of the real one, repeats
itself, and loses the thread of longer stories. It was trained on generated text only.

## Again

```sh
npm run models:install
{choice}npm run models
```
"""


def sample(opening, parameters, config, tokenizer):
    ids = continue_greedily(parameters, config, tokenizer.encode(opening), MAX_NEW_TOKENS)
    ending = " ".join(tokenizer.decode(ids).split("\n"))
    return f"- **{opening}**{ending}"


def samples(openings, *model):
    return "\n".join(sample(opening, *model) for opening in openings)


def curve_rows(curve):
    """About CURVE_ROWS points of the curve, the last one among them."""
    stride = max(1, len(curve) // CURVE_ROWS)
    points = curve[::-1][::stride][::-1]
    row = "| {tokens:,} | {trainLoss:.3f} | {heldoutLoss:.3f} |"
    return "\n".join(row.format(**point) for point in points)


def practice_rows(checks):
    """For each step of the ladder: when it was left, and the share of its answers right then."""
    last = {check["step"]: check for check in checks}
    rows = []
    for check in last.values():
        right = ", ".join(f"{kind} {share:.0%}" for kind, share in check["right"].items())
        rows.append(f"| {check['tokens']:,} | {right} |")
    return "\n".join(rows)


def card_values(log, config, weights_bytes):
    settings = log["settings"]
    return {
        "size": settings["size"],
        "choice": 'SIZES="nano mini small" ' if settings["size"] == "small" else "",
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
        "earlier": EARLIER.get(settings["size"], "") if settings["startFrom"] else "",
        "hardware": "2-core x86-64 server" if settings.get("device", "cpu") == "cpu" else settings["device"],
        "workers": "one process" if settings["workers"] == 1 else f"{settings['workers']} processes",
        "precision": "products in bfloat16, sums and parameters in float32"
        if settings["precision"] == "bf16"
        else "float32",
        "plain_tokens": 0 if settings["startFrom"] else PLAIN_TOKENS,
        "ladder_share": ON_LADDER[0],
        "ladder_weight": ON_LADDER[1],
        "practice_share": AFTERWARDS[0],
        "practice_weight": AFTERWARDS[1],
        "text_share": TEXT_SHARE,
        "practice": practice_rows(log["practice"]),
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


PROBES = {
    "cloze": "a true sentence about a new story against a false one",
    "induction": "going on with a list of four words that was said twice",
    "agreement": "number, tense, gender of pronouns, articles",
    "category": "animal, thing or food",
    "dialogue": "answering a question about three alike facts",
    "verdict": "saying yes or no to a claim about three alike facts",
}


def probe_rows(results):
    row = "| {}: {} | {:.1%} | {:.1%} | {} |"
    return "\n".join(row.format(name, PROBES[name], *values) for name, values in results.items())


def main(size, runs=".cache/pretrain"):
    torch.set_num_threads(1)
    log = json.loads((Path(runs) / size / "log.json").read_text())
    if "finalHeldoutLoss" not in log:
        raise SystemExit(f"{runs}/{size}: the run is not finished; start train.py again first")
    folder = Path("public/models") / size
    config, parameters = read_model(folder)
    model = (parameters, config, Tokenizer(folder))
    values = card_values(log, config, (folder / "model.safetensors").stat().st_size)
    probes = probe_model(folder, Path(runs) / "probes.json")
    write_json(
        f"docs/results/probes-{size}.json",
        {name: dict(zip(("right", "byGuessing", "items"), found)) for name, found in probes.items()},
    )
    values |= {
        "probes": probe_rows(probes),
        "forms": "\n".join(f"| `{text}` | {share:.0%} |" for text, share in measure_forms(folder)),
        "max_new_tokens": MAX_NEW_TOKENS,
        "samples": samples(STORY_OPENINGS + TEST_NAME_OPENINGS, *model),
        "unseen_samples": samples(UNSEEN_NAME_OPENINGS, *model),
    }
    path = Path("docs/models") / f"{size}.md"
    write_atomically(path, CARD.format(**values).encode())
    print(f"{path}: held-out loss at {values['ratio']:.1%} of an untrained model's")
    if values["ratio"] > LARGEST_RATIO:
        raise SystemExit(f"That is more than {LARGEST_RATIO:.0%}: train longer or on simpler text.")


if __name__ == "__main__":
    main(*sys.argv[1:])
