"""Rows that only copying can predict: a few words of the world, drawn again and again in random order.

In ordinary text one token in ten is a name or thing that was mentioned before; models this small
stay on a plateau for tens of millions of tokens before they learn to look back for them. In these
rows nearly every token is such a one, so the attention heads that copy form within half a million
tokens (Olsson et al. 2022 call them induction heads), and ordinary text then makes use of them.
Training therefore opens with such rows alone, goes on with some of them, and ends without.
"""

import json
from pathlib import Path

import numpy as np
import torch

EOS = 1
WORDS_A_GROUP = (2, 5)  # distinct words, upper end excluded
GROUP_LENGTH = (12, 40)
# (until this many tokens, share of the rows); none after the last. Nano's heads form more slowly.
COPIES_SOON = [(500_000, 1.0), (4_000_000, 0.1)]
PLAN = {"small": COPIES_SOON, "mini": COPIES_SOON, "nano": [(1_000_000, 1.0), (12_000_000, 0.15)]}


def practice_share(size, tokens):
    """Share of the rows that are practice once `tokens` tokens have been trained on."""
    return next((share for until, share in PLAN[size] if tokens < until), 0.0)


class Practice:
    """Each group of a row draws from one pool: people, animals, things, foods, places or colours."""

    def __init__(self, words_path, tokenizer_folder, length, seed):
        vocab = json.loads((Path(tokenizer_folder) / "tokenizer.json").read_text())["model"]["vocab"]
        pools = json.loads(Path(words_path).read_text())
        ids = [[vocab["Ġ" + word] for word in pool if "Ġ" + word in vocab] for pool in pools]
        self.pools = [np.array(pool) for pool in ids]
        self.length, self.seed = length, seed

    def mixed_into(self, rows, share, step):
        """Replaces each row of [B, length + 1] with probability `share`; a function of the step."""
        generator = np.random.default_rng([self.seed, 1, step])
        for i in range(len(rows)):
            if generator.random() < share:
                rows[i] = torch.from_numpy(self.row(generator))
        return rows

    def row(self, generator):
        ids = []
        while len(ids) <= self.length:
            pool = self.pools[generator.integers(len(self.pools))]
            group = generator.choice(pool, generator.integers(*WORDS_A_GROUP), replace=False)
            ids += [*generator.choice(group, generator.integers(*GROUP_LENGTH)), EOS]
        return np.array(ids[: self.length + 1], dtype=np.int64)
