"""Rows that only looking back can predict: words of the world in random order, said again.

In ordinary text one token in ten is a name or thing that was mentioned before; models this small
stay on a plateau for tens of millions of tokens before they learn to look back for them. In these
rows nearly every token is such a one, so the heads that copy (Olsson et al. 2022 call them induction
heads) form within half a million tokens, and ordinary text then makes use of them.

*Readings* are windows of the corpus's own documents with questions or orders (`answers.bin`), with
the loss on the answers alone. The other six kinds are stretches of random words. *Echoes* draw again and again from a few words: whatever was said lately
may come again. *Rounds* repeat a whole sequence in its order: what comes next is what came next the
last time. *Pairs* repeat "key sign value" in ever new orders: the value is found by its key, which
is what answering a question about one of several alike facts takes; *couples* are the same without signs, a first step. *Mentions* are
some words, then a word and whether it was among them, again and again. *Claims* say pairs, then ask
whether "key sign value" was said, with another pair's value half of the time: comparing with the text,
which is what answering yes or no takes.
"""

import json
from pathlib import Path
from typing import NamedTuple

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
MENTIONED = (3, 12)


class Stage(NamedTuple):
    until: int  # tokens
    share: float  # of the rows
    kinds: tuple
    # The loss counts only what can be known from the row itself. Random words drown the rest: on `mini`
    # at 23 M tokens, pairs fell from 2.0 to 0.1 nats in 0.2 M tokens so, and not at all without.
    answers_only: bool = True


FIRST, KEYS = ("echo", "round", "pair", "claim"), ("couple", "couple", "pair", "pair", "claim")
WITHOUT_MENTIONS = ("round", "couple", "pair", "claim", "claim")
ALL = ("round", "couple", "pair", "pair", "mention", "mention", "claim", "claim")
TO_THE_END = 10**12
# Ordinary text comes first: it forms the heads that look at neighbours, on which the others build.
# Some practice stays to the end: without it a model this small forgets them again.
READ = (*["reading"] * 16, *ALL)
SOON = [Stage(3_000_000, 0.0, ALL), Stage(6_000_000, 0.4, ALL), Stage(TO_THE_END, 0.3, READ)]
PLAN = {
    "nano": SOON,
    "small": SOON,
    # What was found out on the way, as it was trained.
    "mini": [
        Stage(500_000, 1.0, ("echo",), False),
        Stage(3_000_000, 0.4, FIRST, False),
        Stage(19_200_000, 0.12, FIRST, False),
        Stage(23_000_000, 0.7, KEYS, False),
        Stage(27_000_000, 0.4, WITHOUT_MENTIONS),
        Stage(32_400_000, 0.15, WITHOUT_MENTIONS),
        Stage(60_000_000, 0.15, ALL),
        Stage(TO_THE_END, 0.5, READ),
    ],
}


def practice_stage(size, tokens):
    """The stage once `tokens` tokens have been trained on."""
    return next(stage for stage in PLAN[size] if tokens < stage.until)


class Practice:
    """Pools are people, animals, things, foods, places and colours."""

    def __init__(self, data_folder, tokenizer_folder, length, seed):
        vocab = json.loads((Path(tokenizer_folder) / "tokenizer.json").read_text())["model"]["vocab"]
        pools = json.loads((Path(data_folder) / "words.json").read_text())
        ids = [[vocab["Ġ" + word] for word in pool if "Ġ" + word in vocab] for pool in pools]
        self.pools = [np.array(pool) for pool in ids]
        self.words = np.concatenate(self.pools)
        self.signs = np.array([vocab[sign] for sign in SIGNS if sign in vocab])
        self.verdicts = [tuple(vocab[word] for word in pair) for pair in VERDICTS]
        self.texts = np.memmap(Path(data_folder) / "answers.bin", np.uint16, "r")
        self.text_answers = np.memmap(Path(data_folder) / "answers.mask", np.uint8, "r")
        self.length, self.seed = length, seed

    def mixed_into(self, rows, stage, step):
        """Replaces each row of [B, length + 1] with the stage's probability, a function of the step;
        returns for which targets [B, length] the loss counts."""
        counts = torch.ones(len(rows), self.length, dtype=torch.bool)
        generator = np.random.default_rng([self.seed, 1, step])
        for i in range(len(rows)):
            if generator.random() < stage.share:
                ids, is_answer = self.row(generator, stage.kinds)
                rows[i] = torch.from_numpy(ids)
                if stage.answers_only:
                    counts[i] = torch.from_numpy(is_answer[1:])
        return counts

    def row(self, generator, kinds):
        """Stretches up to length + 1 tokens, and which of these can be known from what stands before."""
        if kinds[generator.integers(len(kinds))] == "reading":
            return self.reading(generator)
        kinds = [kind for kind in kinds if kind != "reading"]
        ids, is_answer = [], []
        while len(ids) <= self.length:
            stretch = getattr(self, kinds[generator.integers(len(kinds))])
            more, answers = stretch(generator)
            ids += [*more, EOS]
            is_answer += [*answers, False]
        end = self.length + 1
        return np.array(ids[:end], dtype=np.int64), np.array(is_answer[:end])

    def reading(self, generator):
        """A window of documents with answers."""
        start = generator.integers(len(self.texts) - self.length - 1)
        window = slice(start, start + self.length + 1)
        return self.texts[window].astype(np.int64), self.text_answers[window].astype(bool)

    def echo(self, generator):
        """A few words of one pool in random order."""
        pool = self.pools[generator.integers(len(self.pools))]
        group = generator.choice(pool, generator.integers(*WORDS_A_GROUP), replace=False)
        ids = generator.choice(group, generator.integers(*GROUP_LENGTH))
        return ids, np.ones(len(ids), dtype=bool)

    def round(self, generator):
        """A sequence of words of all pools, several times in the same order, often with a sign between."""
        words = generator.choice(self.words, generator.integers(*ROUND_WORDS), replace=False)
        if generator.random() < 0.5:
            sign = generator.choice(self.signs)
            words = np.stack([words, np.full_like(words, sign)], axis=1).flatten()
        ids = np.tile(words, generator.integers(*ROUND_TIMES))
        return ids, np.arange(len(ids)) >= len(words)

    def facts(self, generator):
        """Several "key sign value stop" with one sign and stop: [count, 4]."""
        count = generator.integers(*PAIRS)
        key_pool, value_pool = (self.pools[generator.integers(len(self.pools))] for _ in "kv")
        keys = generator.choice(key_pool, count, replace=False)
        values = generator.choice(np.setdiff1d(value_pool, keys), count, replace=False)
        sign, stop = generator.choice(self.signs, 2)
        return np.stack([keys, np.full_like(keys, sign), values, np.full_like(keys, stop)], axis=1)

    def repeated(self, generator, facts, value_at):
        """A few times all facts [count, width], each time in a new order; values are known from then on."""
        orders = [generator.permutation(len(facts)) for _ in range(generator.integers(*PAIR_TIMES))]
        ids = np.concatenate([facts[order].flatten() for order in orders])
        places = np.arange(len(ids))
        return ids, (places >= facts.size) & (places % facts.shape[1] == value_at)

    def pair(self, generator):
        return self.repeated(generator, self.facts(generator), 2)

    def couple(self, generator):
        return self.repeated(generator, self.facts(generator)[:, [0, 2]], 1)

    def mention(self, generator):
        """Some words, then again and again a word and whether it is one of them; half of them are."""
        words = generator.choice(self.words, generator.integers(*MENTIONED), replace=False)
        times = generator.integers(*CLAIMS)
        asked = np.where(
            generator.random(times) < 0.5,
            generator.choice(words, times),
            generator.choice(self.words, times),
        )
        yes, no = self.verdicts[generator.integers(len(self.verdicts))]
        verdicts = np.where(np.isin(asked, words), yes, no)
        ids = np.concatenate([words, np.stack([asked, verdicts], axis=1).flatten()])
        places = np.arange(len(ids)) - len(words)
        return ids, (places >= 0) & (places % 2 == 1)

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
        ids = np.concatenate([facts.flatten(), claims.flatten()])
        places = np.arange(len(ids))
        return ids, (places >= facts.size) & (places % 4 == 3)
