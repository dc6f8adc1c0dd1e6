"""Stretches of words of the world in random order, in which looking back tells what comes next.

Each kind gives token ids and which of these can be known from what stands before (the answers).
Only the words are the world's: there are no sentences, no instructions and no task's format.
"""

import numpy as np

from class_rows import ClassRows
from search_rows import SearchRows
from word_pools import CLAIMS, Stretch

EOS = 1

# Upper ends are excluded.
ECHO_WORDS, ECHO_LENGTH = (2, 5), (12, 40)
ROUND_WORDS, ROUND_TIMES = (4, 20), (2, 5)
PAIRS, PAIR_TIMES = (2, 7), (3, 6)
ASKED = (3, 8)


def half_equal(generator, count):
    """Two places of `count`: half of the time the same, else two."""
    first = generator.integers(count)
    step = 0 if generator.random() < 0.5 else generator.integers(1, count)
    return first, (first + step) % count


class WordRows(SearchRows, ClassRows):
    def row(self, generator, draw_kind, length):
        """Stretches of the kinds that `draw_kind` names, up to `length` tokens, and which are answers."""
        ids, is_answer = [], []
        while len(ids) < length:
            more, answers = getattr(self, draw_kind())(generator)
            ids += [*more, EOS]
            is_answer += [*answers, False]
        return np.array(ids[:length], dtype=np.int64), np.array(is_answer[:length], dtype=bool)

    def echo(self, generator):
        """A few words of one pool in random order: what was said lately may come again."""
        pool = self.pools[generator.integers(len(self.pools))]
        words = generator.choice(pool, generator.integers(*ECHO_WORDS), replace=False)
        ids = generator.choice(words, generator.integers(*ECHO_LENGTH))
        return ids, np.ones(len(ids), dtype=bool)

    def round(self, generator):
        """A sequence of words of all pools, several times in the same order, often with a sign between."""
        words = generator.choice(self.words, generator.integers(*ROUND_WORDS), replace=False)
        if generator.random() < 0.5:
            sign = generator.choice(self.signs)
            words = np.stack([words, np.full_like(words, sign)], axis=1).flatten()
        ids = np.tile(words, generator.integers(*ROUND_TIMES))
        return ids, np.arange(len(ids)) >= len(words)

    def couple(self, generator):
        """As `pair`, without sign and stop."""
        return self.repeated(generator, self.pairs(generator)[:, [0, 2]], 1)

    def pair(self, generator):
        """Several "key sign value stop", again and again in new orders: the value by its key."""
        return self.repeated(generator, self.pairs(generator), 2)

    def pairs(self, generator):
        """Several "key sign value stop" with one sign and stop: [count, 4]."""
        key_pool, value_pool = (self.pools[generator.integers(len(self.pools))] for _ in "kv")
        count = min(generator.integers(*PAIRS), len(value_pool) // 2)  # both may be the same pool
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

    def back(self, generator):
        """Several "value sign key stop", then "ask key value": a word by one that came after it."""
        table, _, stop, asking = self.facts(generator, 0, (2, 3))
        sign, ask = generator.choice(self.signs), asking[0]
        stretch = Stretch([x for value, key in table for x in (value, sign, key, stop)])
        for _ in range(generator.integers(1, 3)):
            for i in generator.permutation(len(table)):
                stretch.tell(ask, table[i, 1])
                stretch.answer(table[i, 0])
                stretch.tell(stop)
        return stretch.both

    def ask(self, generator, most_fillers=0, facts=None, cue=()):
        """Facts, then "ask key value": which word of that pool stands in the fact with the key."""
        table, rows, stop, asking = facts or self.facts(generator, min(1, most_fillers))
        stretch = Stretch([x for row in rows for x in row])
        count, width = table.shape
        triples = [(i, k, v) for i in range(count) for k in range(width) for v in range(width) if k != v]
        times = generator.integers(*ASKED)
        few = generator.permutation(len(triples))[:times]
        # Some come twice: copying an answer given before is learnt first and leads to the rest.
        for i, k, v in (triples[j] for j in generator.choice(few, 2 * times)):
            before = self.some_fillers(generator, min(1, most_fillers))
            after = self.some_fillers(generator, most_fillers)
            stretch.tell(asking[v], *before, table[i, k], *after, *cue)
            stretch.answer(table[i, v])
            stretch.tell(stop)
        return stretch.both

    def far(self, generator):
        """As `ask`, with up to four fillers between the key and the answer, as questions have them."""
        return self.ask(generator, 4)

    def reach(self, generator):
        """As `far`, in sentences."""
        return self.ask(generator, 3, self.sentences(generator)[:4])

    def relay(self, generator):
        """As `reach`, with words that mean nothing between the key and the answer."""
        return self.ask(generator, 2, self.sentences(generator)[:4], self.cue(generator))

    def fetch(self, generator):
        """Facts, then a word of one of them and that whole fact."""
        table, rows, _, asking = self.facts(generator, 1)
        stretch = Stretch([x for row in rows for x in row])
        for i in generator.permutation(len(table))[:3]:
            key = generator.integers(table.shape[1])
            stretch.tell(asking[key], table[i, key], *self.some_fillers(generator, 2))
            stretch.answer(*rows[i])
        return stretch.both

    def skip(self, generator):
        """A list, then twice the list without one of its words."""
        words, write = self.listed(generator)
        stretch = Stretch(write(words))
        for word in generator.choice(words, 2, replace=False):
            rest = write([w for w in words if w != word])
            stretch.tell(generator.choice(self.without), word, self.stops[0])
            stretch.answer(*rest)
        return stretch.both

    def swap(self, generator):
        """A list, then twice the list with a new word for one of its words."""
        words, write = self.listed(generator)
        stretch = Stretch(write(words))
        for word in generator.choice(words, 2, replace=False):
            new = generator.choice(self.words)
            changed = write([new if w == word else w for w in words])
            stretch.tell(new, generator.choice(self.instead), word, self.stops[0])
            stretch.answer(*changed)
        return stretch.both

    def claim(self, generator):
        """All pairs once, then "key sign value verdict" again and again, half of them true."""
        facts = self.pairs(generator)
        yes, no = self.some_verdicts(generator)
        times = generator.integers(*CLAIMS)
        claims = facts[generator.integers(len(facts), size=times)]
        others = facts[generator.integers(len(facts), size=times), 2]
        claims[:, 2] = np.where(generator.random(times) < 0.5, claims[:, 2], others)
        is_said = (claims[:, None, :3] == facts[None, :, :3]).all(axis=2).any(axis=1)
        claims[:, 3] = np.where(is_said, yes, no)
        ids = np.concatenate([facts.flatten(), claims.flatten()])
        places = np.arange(len(ids))
        return ids, (places >= facts.size) & (places % 4 == 3)

    def check(self, generator):
        """As `ask`, and after each answer a word of its pool and whether it is that answer."""
        table, rows, stop, asking = self.facts(generator, 1)
        stretch = Stretch([x for row in rows for x in row])
        yes, no = self.some_verdicts(generator)
        sign = generator.choice(self.signs)
        count, width = table.shape
        for _ in range(generator.integers(*ASKED)):
            i, j = half_equal(generator, count)
            key, value = generator.choice(width, 2, replace=False)
            stretch.tell(asking[value], table[i, key])
            stretch.answer(table[i, value])
            stretch.tell(sign, table[j, value])
            stretch.answer(yes if i == j else no)
            stretch.tell(stop)
        return stretch.both

    def state(self, generator):
        """Sentences, then again and again two words in the order of a sentence and whether they stand
        in the same one; half of them do."""
        return self.claimed(generator, lambda pair: sorted(pair))

    def truth(self, generator):
        """As `state`, in any order."""
        return self.claimed(generator, lambda pair: pair)

    def rule(self, generator):
        """As `truth`, with words that mean nothing between the claim and the verdict."""
        return self.claimed(generator, lambda pair: pair, self.cue(generator))

    def claimed(self, generator, put_in_order, cue=()):
        table, rows, stop, _, between = self.sentences(generator)
        stretch = Stretch([x for row in rows for x in row])
        yes, no = self.some_verdicts(generator)
        count, width = table.shape
        for _ in range(generator.integers(*CLAIMS)):
            i, j = half_equal(generator, count)
            left, right = put_in_order(generator.choice(width, 2, replace=False))
            opening = [generator.choice(self.opening)] if generator.random() < 0.5 else []
            stretch.tell(*opening, *between(), table[i, left], *between(), table[j, right])
            stretch.tell(*self.some_fillers(generator, 1), *cue)
            stretch.answer(yes if i == j else no)
            stretch.tell(stop)
        return stretch.both
