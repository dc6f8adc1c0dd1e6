"""Rows that only copying can predict: a few words, drawn again and again in random order.

In ordinary text one token in ten is a name or thing that was mentioned before; a model this small
meets a long plateau before it learns to look back for them. In these rows nearly every token is
such a one, so the attention heads that copy form early (Olsson et al. 2022 call them induction
heads), and ordinary text then makes use of them.
"""

import json
import re
from pathlib import Path

import numpy as np
import torch

EOS = 1
WORDS_A_GROUP = (2, 5)  # distinct words, upper end excluded
GROUP_LENGTH = (12, 40)


class Practice:
    """Half of the groups draw from capitalised words (most are names), half from all words."""

    def __init__(self, tokenizer_folder, length, seed):
        vocab = json.loads((Path(tokenizer_folder) / "tokenizer.json").read_text())["model"]["vocab"]
        self.pools = [self.words(vocab, r"Ġ[A-Z][a-z]+"), self.words(vocab, r"Ġ[A-Za-z][a-z]{2,}")]
        self.length, self.seed = length, seed

    @staticmethod
    def words(vocab, pattern):
        return np.array(sorted(id for token, id in vocab.items() if re.fullmatch(pattern, token)))

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
