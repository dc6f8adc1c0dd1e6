"""Stretches of words of the world in random order, in which looking back tells what comes next.

Each kind gives token ids and which of these can be known from what stands before (the answers).
Only the words are the world's: there are no sentences, no instructions and no task's format.
"""

import json
import re
from pathlib import Path

import numpy as np

EOS = 1
SIGNS = [",", "Ġis", "Ġand", ":", "Ġin", "Ġhas", "Ġwas"]
STOPS = [".", "Ċ", ";"]
FILLERS = ["?", '"', 'Ġ"', "Ċ", ":", "Ġsaid", "Ġthe", ",", ".", "Ġasked", "Ġwas", "Ġdid", "Ġtell", "Ġhad"]
# What stands between the words of a sentence, beside a verb.
INSIDE = ["Ġthe", "Ġa", "Ġan", "Ġto", "Ġof", "Ġwith", "Ġand", "Ġin", "Ġat", "Ġon", "Ġwas", "Ġlittle", "Ġold", "Ġthen"]
VERDICTS = [("Ġyes", "Ġno"), ("ĠYes", "ĠNo"), ("Ġtrue", "Ġfalse")]
WITHOUT = ["Ġwithout", "Ġnot", "Ġexcept"]
INSTEAD = ["Ġfor", "Ġby"]
IF = ["Ġif", "If"]
# Asks for a word of that pool, in the order of words.json: people, animals, things, foods, places, colours,
# days; the last one for any other word.
ASKING = ["ĠWho", "Ġanimal", "ĠWhat", "Ġfood", "ĠWhere", "Ġcolour", "ĠWhen", "ĠHow"]
# How a yes/no question may begin, in a line and at its start.
OPENING = ["ĠWas", "Was", "ĠIs", "Is", "ĠDid", "Did", "ĠDoes", "Does"]

# Upper ends are excluded.
ECHO_WORDS, ECHO_LENGTH = (2, 5), (12, 40)
ROUND_WORDS, ROUND_TIMES = (4, 20), (2, 5)
PAIRS, PAIR_TIMES = (2, 7), (3, 6)
FACTS, FACT_WORDS = (2, 7), (2, 5)
ASKED, CLAIMS = (3, 8), (4, 12)
LISTED, MENTIONED = (3, 8), (3, 12)


class Stretch:
    """Token ids, and which of them are answers."""

    def __init__(self, told=()):
        self.ids, self.is_answer = list(told), [False] * len(told)

    def tell(self, *ids):
        self.ids += ids
        self.is_answer += [False] * len(ids)

    def answer(self, *ids):
        self.ids += ids
        self.is_answer += [True] * len(ids)

    @property
    def both(self):
        return self.ids, self.is_answer


def half_equal(generator, count):
    """Two places of `count`: half of the time the same, else two."""
    first = generator.integers(count)
    step = 0 if generator.random() < 0.5 else generator.integers(1, count)
    return first, (first + step) % count


class WordRows:
    def __init__(self, data_folder, tokenizer_folder):
        vocab = json.loads((Path(tokenizer_folder) / "tokenizer.json").read_text())["model"]["vocab"]
        words = json.loads((Path(data_folder) / "words.json").read_text())
        ids = [[vocab["Ġ" + word] for word in pool if "Ġ" + word in vocab] for pool in words["pools"]]
        known = lambda words: np.array([vocab[word] for word in words if word in vocab])
        self.signs, self.stops = known(SIGNS), known(STOPS)
        verbs = known(["Ġ" + verb for verb in words["verbs"]])
        self.fillers, self.inside = known(FILLERS), [known(INSIDE), verbs]
        named = np.concatenate([*ids, known(SIGNS + STOPS + FILLERS + INSIDE + ASKING), verbs])
        others = [i for word, i in vocab.items() if re.fullmatch("Ġ[a-z]{3,}", word) and i not in named]
        self.pools = [np.array(pool) for pool in [*ids, others]]
        self.words = np.concatenate(self.pools)
        self.without, self.instead, self.conditions = known(WITHOUT), known(INSTEAD), known(IF)
        self.opening = known(OPENING)
        self.asking = np.array([vocab[word] for word in ASKING])
        self.pieces = known([piece for piece in vocab if re.fullmatch("Ġ?[A-Za-z]+", piece)])
        self.verdicts = [tuple(vocab[word] for word in pair) for pair in VERDICTS]

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

    def facts(self, generator, most_fillers, widths=FACT_WORDS):
        """A table [count, width] of words, each column of another pool, in no column one twice; its rows
        as token ids, each word with up to `most_fillers` after it and a stop at the end; the stop; and
        for each column the word that asks for its pool."""
        count, width = generator.integers(*FACTS), generator.integers(*widths)
        chosen = generator.choice(len(self.pools), width, replace=False)
        table = np.stack([generator.choice(self.pools[p], count, replace=False) for p in chosen], axis=1)
        between = [self.some_fillers(generator, most_fillers) for _ in range(width)]
        stop = generator.choice(self.stops)
        rows = [[x for word, fill in zip(row, between) for x in (word, *fill)] + [stop] for row in table]
        return table, rows, stop, self.asking[chosen]

    def sentences(self, generator):
        """As `facts`, with up to three other words at each place, in half of the stretches the same ones in
        each row; only that no stop stands between its words tells that they belong together. The last
        value draws what may stand between two words of a row that is repeated."""
        table, _, stop, asking = self.facts(generator, 0)
        places = range(table.shape[1] + 1)
        same = [self.some_inside(generator, 3) for _ in places]
        is_same = generator.random() < 0.5
        rows = []
        for row in table:
            first, *fills = same if is_same else [self.some_inside(generator, 3) for _ in places]
            rows.append([*first, *(x for word, fill in zip(row, fills) for x in (word, *fill)), stop])
        between = lambda: same[generator.integers(len(same))] if is_same else self.some_inside(generator, 2)
        return table, rows, stop, asking, between

    def some_fillers(self, generator, most):
        return list(generator.choice(self.fillers, generator.integers(0, most + 1)))

    def some_inside(self, generator, most):
        count = generator.integers(0, most + 1)
        return [generator.choice(self.inside[generator.integers(2)]) for _ in range(count)]

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

    def cue(self, generator):
        """What a page may set before its answers: a line break, any pieces of words, a colon."""
        pieces = generator.choice(self.pieces, generator.integers(1, 4))
        return [self.stops[1], *pieces, self.signs[3]]

    def fetch(self, generator):
        """Facts, then a word of one of them and that whole fact."""
        table, rows, _, asking = self.facts(generator, 1)
        stretch = Stretch([x for row in rows for x in row])
        for i in generator.permutation(len(table))[:3]:
            key = generator.integers(table.shape[1])
            stretch.tell(asking[key], table[i, key], *self.some_fillers(generator, 2))
            stretch.answer(*rows[i])
        return stretch.both

    def listed(self, generator):
        """Three or more words, and a function that writes words as this list is written."""
        sign = [generator.choice(self.signs)] if generator.random() < 0.6 else []
        write = lambda words: [x for w in words for x in (*sign, w)][len(sign) :] + [self.stops[0]]
        words = generator.choice(self.words, generator.integers(*LISTED), replace=False)
        return words, write

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

    def sort(self, generator):
        """Words of some pools, then a pool's word and those of it in their order."""
        chosen = generator.choice(len(self.pools), generator.integers(2, 4), replace=False)
        words = [(generator.choice(self.pools[p]), p) for p in generator.choice(chosen, generator.integers(*LISTED))]
        sign = generator.choice(self.signs)
        write = lambda words: [x for word in words for x in (sign, word)][1:] + [self.stops[0]]
        stretch = Stretch(write([word for word, _ in words]))
        for asked in generator.permutation(sorted({p for _, p in words})):
            cue = self.cue(generator) if generator.random() < 0.3 else []
            stretch.tell(*self.some_fillers(generator, 1), self.asking[asked], *cue, self.signs[3])
            stretch.answer(*write([word for word, p in words if p == asked]))
        return stretch.both

    def odd(self, generator):
        """Words of one pool and one of another, again and again: which one that is."""
        cue = self.cue(generator)
        sign = generator.choice(self.signs)
        stretch = Stretch()
        for _ in range(generator.integers(2, 5)):
            own, other = generator.choice(len(self.pools) - 1, 2, replace=False)
            words = list(generator.choice(self.pools[own], generator.integers(2, 5), replace=False))
            strange = generator.choice(np.setdiff1d(self.pools[other], words))
            words.insert(generator.integers(len(words) + 1), strange)
            stretch.tell(*[x for word in words for x in (sign, word)][1:], *cue)
            stretch.answer(strange)
            stretch.tell(self.stops[0])
        return stretch.both

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

    def noted(self, generator):
        """As `mention`, with a few fillers around each word."""
        told, inside = self.searched(generator)
        verdicts = self.verdicts[generator.integers(len(self.verdicts))]
        stretch = Stretch(told)
        for _ in range(generator.integers(*CLAIMS)):
            word = self.sought(generator, inside)
            stretch.tell(*self.some_fillers(generator, 2), word, *self.some_fillers(generator, 3))
            stretch.answer(verdicts[word not in inside])
            stretch.tell(self.stops[0])
        return stretch.both

    def spot(self, generator):
        """A word, then others, and of each whether it is that word; some others come twice, too."""
        yes, no = self.verdicts[generator.integers(len(self.verdicts))]
        others = generator.choice(self.words, generator.integers(*MENTIONED), replace=False)
        sought = generator.choice(self.words)
        stretch = Stretch(self.some_fillers(generator, 2))
        stretch.tell(sought, *self.some_fillers(generator, 2), generator.choice(self.stops))
        for _ in range(generator.integers(*CLAIMS)):
            word = sought if generator.random() < 0.3 else generator.choice(others)
            stretch.tell(word)
            stretch.answer(yes if word == sought else no)
        return stretch.both

    def seek(self, generator):
        """A word and two verdicts, then a list or sentences, and whether the word is among them."""
        return self.decided(generator, self.verdicts[generator.integers(len(self.verdicts))], True)

    def decide(self, generator):
        """As `seek`, after the list, with any two words for yes and no."""
        return self.decided(generator, self.two_words(generator), False)

    def foresee(self, generator):
        """As `decide`, before the list."""
        return self.decided(generator, self.two_words(generator), True)

    def two_words(self, generator):
        return generator.choice(self.words, 2, replace=False)

    def decided(self, generator, pair, is_first):
        told, inside = self.searched(generator)
        word = self.sought(generator, inside)
        order = [generator.choice(self.conditions), *self.some_fillers(generator, 2), word]
        for verdict in pair:
            order += [*self.some_fillers(generator, 2), verdict]
        order += [generator.choice(self.stops)]
        stretch = Stretch(order + told if is_first else told + order)
        stretch.tell(*(self.cue(generator) if generator.random() < 0.6 else []))
        stretch.answer(pair[0] if word in inside else pair[1])
        return stretch.both

    def searched(self, generator):
        """A list or sentences as token ids, and the words in it that can be looked for."""
        if generator.random() < 0.5:
            words, write = self.listed(generator)
            return write(words), words
        table, rows, *_ = self.sentences(generator)
        return [x for row in rows[:4] for x in row], table[:4].flatten()

    def sought(self, generator, inside):
        """Half of the time one of these words, else most often another one."""
        return generator.choice(inside if generator.random() < 0.5 else self.words)

    def branch(self, generator):
        """As `mention`, but the two verdicts are told with each question: "if w a b"."""
        words, write = self.listed(generator)
        stretch = Stretch(write(words))
        condition = generator.choice(self.conditions)
        for _ in range(generator.integers(3, 7)):
            word = generator.choice(words if generator.random() < 0.5 else self.words)
            yes, no = generator.choice(self.words, 2, replace=False)
            stretch.tell(condition, word, yes, no, self.signs[3])
            stretch.answer(yes if word in words else no)
            stretch.tell(self.stops[0])
        return stretch.both

    def claim(self, generator):
        """All pairs once, then "key sign value verdict" again and again, half of them true."""
        facts = self.pairs(generator)
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

    def check(self, generator):
        """As `ask`, and after each answer a word of its pool and whether it is that answer."""
        table, rows, stop, asking = self.facts(generator, 1)
        stretch = Stretch([x for row in rows for x in row])
        yes, no = self.verdicts[generator.integers(len(self.verdicts))]
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
        yes, no = self.verdicts[generator.integers(len(self.verdicts))]
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
