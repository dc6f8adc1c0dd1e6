"""Practice in looking back, mixed into pre-training with the loss on what can be known from the text.

In ordinary text few tokens are words that were said before, and fewer still have to be *chosen*
among alike ones; a model of this size stays for tens of millions of tokens on the plateau before
the heads that do so (induction heads, Olsson et al. 2022, and those that compose with them). Rows
in which hardly anything else can be learnt, with the loss on the answers alone, take it there in a
few million, one step of a ladder after the other: each step's heads build on the last one's. After
the ladder ordinary text is learnt; some practice stays, for what is not used is forgotten.

The rows are stretches of random words (word_rows.py), *look-ups* (windows of the corpus's documents of
alike facts and questions about them), *verdicts* (of those among them that are answered by yes or no),
*orders* (of its pages of orders about a text) and *readings* (of all its documents with answers).

Usage: practice.py model-folder [data folder, default .cache/pretrain]
prints the share of each step's answers that the model says.
"""

import sys
from pathlib import Path

import numpy as np
import torch

from model import forward
from model_files import read_model
from word_rows import WordRows

# Ordinary text comes first: it forms the heads that look at neighbours, on which the others build.
PLAIN_TOKENS = 3_000_000  # of a run from scratch
LADDER = [
    ("echo",),
    ("round",),
    ("couple", "pair"),
    ("back",),
    ("ask",),
    ("far", "fetch"),
    ("skip", "swap"),
    ("mention", "branch"),
    ("check", "claim"),
    ("reach",),
    ("state",),
    ("truth",),
    ("relay", "rule"),
    ("noted",),
    ("spot",),
    ("seek",),
    ("decide",),
    ("foresee",),
    ("sort", "odd"),
    ("owner", "clause"),
    ("wanted", "quote"),
    ("most", "stray"),
    ("verdict",),
    ("lookup",),
    ("order",),
]
# Two layers copy and look up by a key; what is built on that takes more of them.
STEPS_OF = {"nano": LADDER.index(("mention", "branch"))}
GOOD_ENOUGH = 0.8  # of a step's answers right
# Half of these is had by guessing or by copying an answer given before, and others build on them.
GOOD_ENOUGH_FOR = {"back": 0.95, "reach": 0.95, "state": 0.95, "truth": 0.93}
# Not all of these can be known: how yes and no are said on a page, or with which letter they start.
GOOD_ENOUGH_FOR |= {"relay": 0.85, "rule": 0.78, "noted": 0.86, "spot": 0.88, "verdict": 0.46, "lookup": 0.7}
GOOD_ENOUGH_FOR |= {"owner": 0.9, "clause": 0.9, "wanted": 0.9, "quote": 0.9}
GOOD_ENOUGH_FOR |= {"most": 0.9, "stray": 0.85, "order": 0.78}
GOOD_ENOUGH_FOR |= {"seek": 0.95, "decide": 0.9, "foresee": 0.9, "sort": 0.9, "odd": 0.9}
# The ladder goes on after so many tokens on a step, be it learnt or not. Echoes can't be known for sure;
# whether two words stand in one fact takes longest.
MOST_TOKENS = {"echo": 500_000, "back": 5_000_000, "reach": 3_000_000, "state": 6_000_000, "truth": 2_000_000}
MOST_TOKENS |= {"verdict": 3_000_000, "lookup": 6_000_000, "order": 5_000_000}
MOST_TOKENS |= {"seek": 3_000_000, "decide": 2_000_000, "foresee": 3_000_000}
MOST_TOKENS_ELSE = 1_500_000
CHECK_EVERY = 250_000  # tokens
CHECK_ROWS = 12
CHECK_TOKENS = 50_000  # of the texts
TEXTS = {"verdict": "verdicts", "lookup": "lookups", "order": "orders", "reading": "answers"}
TEXT_FILES = [name + suffix for name in TEXTS.values() for suffix in (".bin", ".mask")]
NEWEST_SHARE = 2 / 3  # of the stretches are the newest step's
# Shares of the rows that are practice, and of the loss that their answers have: these are few, counted
# like other tokens they would have next to no weight.
ON_LADDER, AFTERWARDS = (0.75, 0.9), (0.4, 0.5)
TEXT_SHARE = 0.6  # of the practice after the ladder: the corpus's documents


def is_good(kind, share):
    return share > GOOD_ENOUGH_FOR.get(kind, GOOD_ENOUGH)


class Texts:
    """Documents with answers; the last ones are kept for checks."""

    def __init__(self, path):
        self.ids = np.memmap(path.with_suffix(".bin"), np.uint16, "r")
        self.is_answer = np.memmap(path.with_suffix(".mask"), np.uint8, "r")

    def window(self, generator, length, for_check=False):
        kept = len(self.ids) - CHECK_TOKENS
        first, end = (kept, len(self.ids)) if for_check else (0, kept)
        start = generator.integers(first, end - length)
        window = slice(start, start + length)
        return self.ids[window].astype(np.int64), self.is_answer[window].astype(bool)


class Practice:
    """Where on the ladder a run stands, and the rows for it; the same in every worker."""

    def __init__(self, data_folder, tokenizer_folder, size, length, seed, plain_tokens=PLAIN_TOKENS):
        self.word_rows = WordRows(data_folder, tokenizer_folder)
        self.texts = {kind: Texts(Path(data_folder) / name) for kind, name in TEXTS.items()}
        self.ladder = LADDER[: STEPS_OF.get(size, len(LADDER))]
        self.length, self.seed, self.plain_tokens = length, seed, plain_tokens
        self.step, self.tokens, self.checks = 0, 0, []  # checks: what was measured on the ladder

    def state(self):
        return {"step": self.step, "tokens": self.tokens, "checks": self.checks}

    def skip_to(self, kind):
        """Takes the steps before this kind's as learnt; None changes nothing."""
        steps = [i for i, kinds in enumerate(self.ladder) if kind in kinds]
        if kind and not steps:
            names = ", ".join(name for kinds in self.ladder for name in kinds)
            raise SystemExit(f"--practice-from {kind}: this size has no such step, but {names}")
        self.step = steps[0] if kind else self.step

    def load(self, state):
        self.step, self.tokens, self.checks = state["step"], state["tokens"], state["checks"]

    @property
    def is_on_ladder(self):
        return self.tokens >= self.plain_tokens and self.step < len(self.ladder)

    def mixed_into(self, rows, update):
        """Replaces some of the rows [B, length + 1]; returns each target's weight in the loss
        [B, length], in all 1. The rows are a function of the update and the step of the ladder."""
        generator = np.random.default_rng([self.seed, 1, update])
        share, weight = ON_LADDER if self.is_on_ladder else AFTERWARDS
        if self.tokens < self.plain_tokens:
            share = 0.0
        is_practice = torch.from_numpy(generator.random(len(rows)) < share)
        counts = torch.ones(len(rows), self.length)
        for i in is_practice.nonzero().flatten().tolist():
            ids, is_answer = self.row(generator)
            rows[i] = torch.from_numpy(ids)
            counts[i] = torch.from_numpy(is_answer[1:])
        return shared_weights(counts, is_practice, weight)

    def row(self, generator):
        """Token ids [length + 1] and which of them are answers."""
        if self.is_on_ladder:
            texts = [kind for kind in self.ladder[self.step] if kind in TEXTS]
            share = NEWEST_SHARE if texts else 0.0
        else:
            texts, share = list(TEXTS), TEXT_SHARE
        if generator.random() < share:
            return self.texts[texts[generator.integers(len(texts))]].window(generator, self.length + 1)
        return self.word_rows.row(generator, lambda: self.draw_kind(generator), self.length + 1)

    def draw_kind(self, generator):
        """Of random words: the newest step's most often, and later ones more often than early ones, which
        they need and so keep alive."""
        steps = [kinds for kinds in self.ladder[: self.step + 1] if kinds[0] not in TEXTS]
        *older, newest = steps
        is_newest = self.is_on_ladder and generator.random() < NEWEST_SHARE
        kinds = newest if is_newest or not older else steps[generator.integers(len(steps), size=2).max()]
        return kinds[generator.integers(len(kinds))]

    def advance(self, parameters, config, tokens):
        """After an update to `tokens` tokens in all: measures now and then, and climbs."""
        is_due = tokens // CHECK_EVERY > self.tokens // CHECK_EVERY
        self.tokens = tokens
        if not (is_due and self.is_on_ladder):
            return
        kinds = self.ladder[self.step]
        right = {kind: self.share_right(parameters, config, kind) for kind in kinds}
        self.checks.append({"tokens": tokens, "step": self.step, "right": right})
        began = next(check["tokens"] for check in self.checks if check["step"] == self.step)
        most_tokens = MOST_TOKENS.get(kinds[0], MOST_TOKENS_ELSE)
        is_learnt = all(is_good(kind, share) for kind, share in right.items())
        if is_learnt or tokens - began >= most_tokens:
            self.step += 1

    @torch.no_grad()
    def share_right(self, parameters, config, kind):
        """Share of the kind's answers that the model says, in rows of their own."""
        generator = np.random.default_rng([self.seed, 2])
        device = next(iter(parameters.values())).device
        right, count = 0, 0
        for _ in range(CHECK_ROWS):
            if kind in TEXTS:
                ids, is_answer = self.texts[kind].window(generator, self.length + 1, for_check=True)
            else:
                ids, is_answer = self.word_rows.row(generator, lambda: kind, self.length + 1)
            ids, is_answer = torch.from_numpy(ids).to(device), torch.from_numpy(is_answer[1:]).to(device)
            said = forward(parameters, config, ids[None, :-1])[0].argmax(-1)
            right += int((said == ids[1:])[is_answer].sum())
            count += int(is_answer.sum())
        return right / count


def shared_weights(counts, is_practice, practice_weight):
    """The targets' weights, in all 1: the practice rows among counts [B, length] have their part of it,
    and each kind of rows shares its part out evenly among what counts in it."""
    practice = counts * is_practice[:, None]
    ordinary = counts - practice
    if practice.sum() == 0 or ordinary.sum() == 0:
        return counts / counts.sum().clamp(min=1)
    return (
        practice_weight * practice / practice.sum()
        + (1 - practice_weight) * ordinary / ordinary.sum()
    )


def print_steps(model_folder, data_folder=".cache/pretrain"):
    config, parameters = read_model(model_folder)
    practice = Practice(data_folder, model_folder, "mini", config["max_position_embeddings"], 1)
    for kind in (kind for kinds in practice.ladder for kind in kinds):
        print(f"{practice.share_right(parameters, config, kind):5.0%}  {kind}", flush=True)


if __name__ == "__main__":
    torch.set_num_threads(1)
    print_steps(*sys.argv[1:])
