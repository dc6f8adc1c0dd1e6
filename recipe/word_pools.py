"""The words of the world by their pools, and what practice rows are put together from."""

import json
import re
from pathlib import Path

import numpy as np

SIGNS = [",", "Ġis", "Ġand", ":", "Ġin", "Ġhas", "Ġwas"]
STOPS = [".", "Ċ", ";"]
FILLERS = ["?", '"', 'Ġ"', "Ċ", ":", "Ġsaid", "Ġthe", ",", ".", "Ġasked", "Ġwas", "Ġdid", "Ġtell", "Ġhad"]
# What stands between the words of a sentence, beside a verb.
INSIDE = ["Ġthe", "Ġa", "Ġan", "Ġto", "Ġof", "Ġwith", "Ġand", "Ġin", "Ġat", "Ġon", "Ġwas", "Ġlittle", "Ġold", "Ġthen"]
# Between two facts in one sentence.
LINKS = [[","], [",", "Ġbut"], [",", "Ġand"]]
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
FACTS, FACT_WORDS = (2, 7), (2, 5)
LISTED = (3, 8)
CLAIMS = (4, 12)


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


def joined(words, sign):
    """The words with the sign's tokens, if any, between them."""
    return joined_parts([[word] for word in words], sign)


def joined_parts(parts, sign):
    """As `joined`, of parts that are several tokens each."""
    return [x for part in parts for x in (*sign, *part)][len(sign) :]


class WordPools:
    """Token ids of the words by their pools, of signs and fillers, and draws of them."""

    def __init__(self, data_folder, tokenizer_folder):
        vocab = json.loads((Path(tokenizer_folder) / "tokenizer.json").read_text())["model"]["vocab"]
        words = json.loads((Path(data_folder) / "words.json").read_text())
        ids = [[vocab["Ġ" + word] for word in pool if "Ġ" + word in vocab] for pool in words["pools"]]
        known = lambda words: np.array([vocab[word] for word in words if word in vocab])
        self.signs, self.stops = known(SIGNS), known(STOPS)
        verbs = known(["Ġ" + verb for verb in words["verbs"]])
        self.fillers, self.inside = known(FILLERS), [known(INSIDE), verbs]
        # What can be said of a thing and how it is asked for by that, in tokens (data.ts).
        self.phrases = json.loads((Path(data_folder) / "phrases.json").read_text())
        phrase_ids = [i for phrases in self.phrases.values() for phrase in phrases for i in phrase]
        self.links = [list(known(link)) for link in LINKS]
        named = np.concatenate([*ids, known(SIGNS + STOPS + FILLERS + INSIDE + ASKING), verbs, phrase_ids])
        others = [i for word, i in vocab.items() if re.fullmatch("Ġ[a-z]{3,}", word) and i not in named]
        self.pools = [np.array(pool) for pool in [*ids, others]]
        self.words = np.concatenate(self.pools)
        self.without, self.instead, self.conditions = known(WITHOUT), known(INSTEAD), known(IF)
        self.opening = known(OPENING)
        self.asking = np.array([vocab[word] for word in ASKING])
        self.pieces = known([piece for piece in vocab if re.fullmatch("Ġ?[A-Za-z]+", piece)])
        self.was = vocab["Ġwas"]
        self.verdicts = [tuple(vocab[word] for word in pair) for pair in VERDICTS]

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

    def some_verdicts(self, generator):
        """How yes and no are said."""
        return self.verdicts[generator.integers(len(self.verdicts))]

    def cue(self, generator):
        """What a page may set before its answers: a line break, any pieces of words, a colon."""
        pieces = generator.choice(self.pieces, generator.integers(1, 4))
        return [self.stops[1], *pieces, self.signs[3]]

    def some_cue(self, generator, share=0.6):
        return self.cue(generator) if generator.random() < share else []

    def listed(self, generator):
        """Three or more words, and a function that writes words as this list is written."""
        sign = [generator.choice(self.signs)] if generator.random() < 0.6 else []
        write = lambda words: [*joined(words, sign), self.stops[0]]
        words = generator.choice(self.words, generator.integers(*LISTED), replace=False)
        return words, write

    def two_words(self, generator):
        return generator.choice(self.words, 2, replace=False)
