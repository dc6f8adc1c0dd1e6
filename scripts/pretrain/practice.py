"""Rows that only looking back can predict: words of the world in random order, said again.

In ordinary text one token in ten is a name or thing that was mentioned before; models this small
stay on a plateau for tens of millions of tokens before they learn to look back for them. In these
rows nearly every token is such a one, so the heads that copy (Olsson et al. 2022 call them induction
heads) form within half a million tokens, and ordinary text then makes use of them.

Two kinds of rows. *Echoes* draw again and again from a few words: whatever was said lately may come
again. *Rounds* repeat a whole sequence in its order, so that what comes next is what came next the
last time: the head has to find the earlier place by the word before it, which is what answering a
question about one of several alike facts takes. With echoes alone a model never learns rounds.
"""

import json
from pathlib import Path

import numpy as np
import torch

EOS = 1
WORDS_A_GROUP = (2, 5)  # distinct words, upper end excluded
GROUP_LENGTH = (12, 40)
ROUND_WORDS = (5, 32)  # words of a sequence that is said several times
ROUND_TIMES = (2, 5)
ROUND_SHARE = 0.7  # of the practice rows
# (until this many tokens, share of the rows); none after the last. Nano's heads form more slowly.
COPIES_SOON = [(1_000_000, 1.0), (12_000_000, 0.15)]
PLAN = {"small": COPIES_SOON, "mini": COPIES_SOON, "nano": [(2_000_000, 1.0), (20_000_000, 0.15)]}


def practice_share(size, tokens):
    """Share of the rows that are practice once `tokens` tokens have been trained on."""
    return next((share for until, share in PLAN[size] if tokens < until), 0.0)


class Practice:
    """Pools are people, animals, things, foods, places and colours."""

    def __init__(self, words_path, tokenizer_folder, length, seed):
        vocab = json.loads((Path(tokenizer_folder) / "tokenizer.json").read_text())["model"]["vocab"]
        pools = json.loads(Path(words_path).read_text())
        ids = [[vocab["Ġ" + word] for word in pool if "Ġ" + word in vocab] for pool in pools]
        self.pools = [np.array(pool) for pool in ids]
        self.words = np.concatenate(self.pools)
        self.length, self.seed = length, seed

    def mixed_into(self, rows, share, step):
        """Replaces each row of [B, length + 1] with probability `share`; a function of the step."""
        generator = np.random.default_rng([self.seed, 1, step])
        for i in range(len(rows)):
            if generator.random() < share:
                rows[i] = torch.from_numpy(self.row(generator))
        return rows

    def row(self, generator):
        stretch = self.round if generator.random() < ROUND_SHARE else self.echo
        ids = []
        while len(ids) <= self.length:
            ids += [*stretch(generator), EOS]
        return np.array(ids[: self.length + 1], dtype=np.int64)

    def echo(self, generator):
        """A few words of one pool in random order."""
        pool = self.pools[generator.integers(len(self.pools))]
        group = generator.choice(pool, generator.integers(*WORDS_A_GROUP), replace=False)
        return generator.choice(group, generator.integers(*GROUP_LENGTH))

    def round(self, generator):
        """A sequence of words of all pools, several times in the same order."""
        words = generator.choice(self.words, generator.integers(*ROUND_WORDS), replace=False)
        return np.tile(words, generator.integers(*ROUND_TIMES))
