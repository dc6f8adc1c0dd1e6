"""Rows that only looking back can predict: words of the world in random order, said again.

In ordinary text one token in ten is a name or thing that was mentioned before; models this small
stay on a plateau for tens of millions of tokens before they learn to look back for them. In these
rows nearly every token is such a one, so the heads that copy (Olsson et al. 2022 call them induction
heads) form within half a million tokens, and ordinary text then makes use of them.

Four kinds of stretches. *Echoes* draw again and again from a few words: whatever was said lately
may come again. *Rounds* repeat a whole sequence in its order: what comes next is what came next the
last time. *Pairs* repeat "key sign value" in ever new orders: the value is found by its key, which
is what answering a question about one of several alike facts takes. *Claims* say pairs, then ask
whether "key sign value" was said, with another pair's value half of the time: comparing with the text,
which is what answering yes or no takes.
"""

import json
from pathlib import Path

import numpy as np
import torch

EOS = 1
WORDS_A_GROUP = (2, 5)  # distinct words of an echo, upper end excluded
GROUP_LENGTH = (12, 40)
ROUND_WORDS = (4, 20)
ROUND_TIMES = (2, 5)
PAIRS = (2, 7)
PAIR_TIMES = (3, 6)
SIGNS = [",", "Ġis", "Ġand", ":", "Ġin", "Ġhas", "Ġwas"]
VERDICTS = [("Ġyes", "Ġno"), ("ĠYes", "ĠNo"), ("Ġtrue", "Ġfalse")]
CLAIMS = (4, 12)
# (until this many tokens, share of the rows, its kinds). Echoes come first: they form the heads that
# the others need. Some practice stays to the end: without it, ordinary text makes a model this
# small forget them again (induction fell from 94 to 61 % in 27 M tokens). Nano's form more slowly.
ALL = ("echo", "round", "pair", "claim")
TO_THE_END = 10**12
SOON = [(500_000, 1.0, ("echo",)), (3_000_000, 0.4, ALL), (TO_THE_END, 0.12, ALL)]
PLAN = {
    "small": SOON,
    "mini": SOON,
    "nano": [(1_000_000, 1.0, ("echo",)), (6_000_000, 0.5, ALL), (TO_THE_END, 0.2, ALL)],
}


def practice_stage(size, tokens):
    """(share of the rows, kinds) once `tokens` tokens have been trained on."""
    return next(stage[1:] for stage in PLAN[size] if tokens < stage[0])


class Practice:
    """Pools are people, animals, things, foods, places and colours."""

    def __init__(self, words_path, tokenizer_folder, length, seed):
        vocab = json.loads((Path(tokenizer_folder) / "tokenizer.json").read_text())["model"]["vocab"]
        pools = json.loads(Path(words_path).read_text())
        ids = [[vocab["Ġ" + word] for word in pool if "Ġ" + word in vocab] for pool in pools]
        self.pools = [np.array(pool) for pool in ids]
        self.words = np.concatenate(self.pools)
        self.signs = np.array([vocab[sign] for sign in SIGNS if sign in vocab])
        self.verdicts = [tuple(vocab[word] for word in pair) for pair in VERDICTS]
        self.length, self.seed = length, seed

    def mixed_into(self, rows, stage, step):
        """Replaces each row of [B, length + 1] with the stage's probability; a function of the step."""
        share, kinds = stage
        generator = np.random.default_rng([self.seed, 1, step])
        for i in range(len(rows)):
            if generator.random() < share:
                rows[i] = torch.from_numpy(self.row(generator, kinds))
        return rows

    def row(self, generator, kinds):
        ids = []
        while len(ids) <= self.length:
            stretch = getattr(self, kinds[generator.integers(len(kinds))])
            ids += [*stretch(generator), EOS]
        return np.array(ids[: self.length + 1], dtype=np.int64)

    def echo(self, generator):
        """A few words of one pool in random order."""
        pool = self.pools[generator.integers(len(self.pools))]
        group = generator.choice(pool, generator.integers(*WORDS_A_GROUP), replace=False)
        return generator.choice(group, generator.integers(*GROUP_LENGTH))

    def round(self, generator):
        """A sequence of words of all pools, several times in the same order, often with a sign between."""
        words = generator.choice(self.words, generator.integers(*ROUND_WORDS), replace=False)
        if generator.random() < 0.5:
            sign = generator.choice(self.signs)
            words = np.stack([words, np.full_like(words, sign)], axis=1).flatten()
        return np.tile(words, generator.integers(*ROUND_TIMES))

    def facts(self, generator):
        """Several "key sign value stop" with one sign and stop: [count, 4]."""
        count = generator.integers(*PAIRS)
        key_pool, value_pool = (self.pools[generator.integers(len(self.pools))] for _ in "kv")
        keys = generator.choice(key_pool, count, replace=False)
        values = generator.choice(np.setdiff1d(value_pool, keys), count, replace=False)
        sign, stop = generator.choice(self.signs, 2)
        return np.stack([keys, np.full_like(keys, sign), values, np.full_like(keys, stop)], axis=1)

    def pair(self, generator):
        """A few times all facts, each time in a new order."""
        facts = self.facts(generator)
        times = generator.integers(*PAIR_TIMES)
        return np.concatenate([facts[generator.permutation(len(facts))].flatten() for _ in range(times)])

    def claim(self, generator):
        """All facts once, then "key sign value verdict" again and again, half of them true."""
        facts = self.facts(generator)
        yes, no = self.verdicts[generator.integers(len(self.verdicts))]
        times = generator.integers(*CLAIMS)
        claims = facts[generator.integers(len(facts), size=times)]
        others = facts[generator.integers(len(facts), size=times), 2]
        claims[:, 2] = np.where(generator.random(times) < 0.5, claims[:, 2], others)
        is_said = (claims[:, None, :3] == facts[None, :, :3]).all(axis=2).any(axis=1)
        claims[:, 3] = np.where(is_said, yes, no)
        return np.concatenate([facts.flatten(), claims.flatten()])
