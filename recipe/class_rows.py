"""Practice rows in which a word is found by the class of what is said of it, not by a word that is asked for."""

import numpy as np

from word_pools import Stretch, WordPools, joined_parts

CLASSED = (2, 6)  # facts; the upper ends are excluded
COMPARED = (2, 5)
LARGEST = 20


def said_key(key, fact):
    return [key]


def said_fact(key, fact):
    return fact


class ClassRows(WordPools):
    """Each kind gives token ids and which of these are answers, as in word_rows.py."""

    def owner(self, generator):
        """Facts "key … value", then a class and the key of the one value that is of it."""
        return self.classed(generator, "ask key", said_key, False)

    def clause(self, generator):
        """As `owner`; the answer is the whole fact."""
        return self.classed(generator, "ask clause", said_fact, False)

    def wanted(self, generator):
        """As `owner`, with the question before the facts."""
        return self.classed(generator, "ask key", said_key, True)

    def quote(self, generator):
        """As `clause`, with the question before the facts."""
        return self.classed(generator, "ask clause", said_fact, True)

    def classed(self, generator, asking, said, is_first):
        count = generator.integers(*CLASSED)
        is_judged = generator.random() < 0.7
        keys, classes = (self.judged if is_judged else self.of_pools)(generator, count)
        values = [self.of_class(generator, one) for one in classes]
        facts = self.told_of(generator, keys, values)
        stop = [generator.choice(self.stops)]
        told = [*joined_parts(facts, self.some_link(generator) or stop), *stop]
        single = generator.choice([i for i in range(count) if classes.count(classes[i]) == 1], 3)
        question = lambda i: [
            *self.some_phrase(generator, asking),
            *self.some_inside(generator, 1),
            *self.asked_class(generator, classes[i]),
        ]
        if is_first:
            stretch = Stretch([*question(single[0]), *stop, *told, *self.cue(generator)])
            stretch.answer(*said(keys[single[0]], facts[single[0]]), *stop)
            return stretch.both
        stretch = Stretch(told)
        for i in single[: generator.integers(1, 4)]:
            stretch.tell(*question(i), *self.some_fillers(generator, 2), *self.some_cue(generator))
            stretch.answer(*said(keys[i], facts[i]))
            stretch.tell(*stop)
        return stretch.both

    def judged(self, generator, count):
        """Keys; all good but one, or all bad but one."""
        one, others = ("good", "bad") if generator.random() < 0.5 else ("bad", "good")
        single = generator.integers(count)
        keys = generator.choice(self.words, count, replace=False)
        return keys, [one if i == single else others for i in range(count)]

    def of_pools(self, generator, count):
        """Keys of one pool, and other pools that a word asks for, all different."""
        own, *others = (int(p) for p in generator.permutation(len(self.pools) - 1)[: count + 1])
        return generator.choice(self.pools[own], count, replace=False), others

    def of_class(self, generator, one):
        if one in self.phrases:
            return self.some_phrase(generator, one)
        return [generator.choice(self.pools[one])]

    def asked_class(self, generator, one):
        return self.some_phrase(generator, f"ask {one}") if one in self.phrases else [self.asking[one]]

    def some_phrase(self, generator, name):
        phrases = self.phrases[name]
        return phrases[generator.integers(len(phrases))]

    def told_of(self, generator, keys, values):
        """Facts "key … value" with a few words around each; half of the time the same ones in every fact."""
        fills = lambda: (self.some_inside(generator, 1), self.some_between(generator))
        same = fills() if generator.random() < 0.5 else None
        facts = []
        for key, value in zip(keys, values):
            before, between = same or fills()
            facts.append([*before, key, *between, *value])
        return facts

    def some_between(self, generator):
        is_plain = generator.random() < 0.5
        return [self.was] if is_plain else self.some_inside(generator, 2)

    def some_link(self, generator):
        """What stands between two facts; often nothing but the stop."""
        return self.links[generator.integers(len(self.links))] if generator.random() < 0.5 else []

    def most(self, generator):
        """Facts "key … number", then a word for more or for less and the key of that number."""
        count = generator.integers(*COMPARED)
        keys = generator.choice(self.some_pool(generator), count, replace=False)
        numbers = generator.choice(generator.integers(count + 1, LARGEST + 1), count, replace=False) + 1
        values = [self.phrases["numbers"][n] for n in numbers]
        facts = self.told_of(generator, keys, values)
        after = [generator.choice(self.some_pool(generator))] if generator.random() < 0.5 else []
        stop = [generator.choice(self.stops)]
        stretch = Stretch([x for fact in facts for x in (*fact, *after, *stop)])
        for is_most in generator.permutation([True, False]):
            stretch.tell(*self.some_inside(generator, 2))
            stretch.tell(*self.some_phrase(generator, "ask more" if is_most else "ask fewer"))
            stretch.tell(*self.some_fillers(generator, 2), *self.some_cue(generator))
            stretch.answer(keys[np.argmax(numbers) if is_most else np.argmin(numbers)])
            stretch.tell(*stop)
        return stretch.both

    def some_pool(self, generator):
        return self.pools[generator.integers(len(self.pools) - 1)]

    def stray(self, generator):
        """Sentences with words of one pool, and one with words of another: that sentence."""
        own, other = generator.choice(len(self.pools) - 1, 2, replace=False)
        count = generator.integers(3, 5)
        single = generator.integers(count)
        stop = [generator.choice(self.stops)]
        rows = []
        for i in range(count):
            pool = self.pools[other if i == single else own]
            words = generator.choice(pool, generator.integers(1, 3), replace=False)
            row = [x for word in words for x in (*self.some_inside(generator, 2), word)]
            rows.append([*row, *self.some_inside(generator, 1)])
        stretch = Stretch([x for row in rows for x in (*row, *stop)])
        stretch.tell(*self.some_fillers(generator, 2), *self.cue(generator))
        stretch.answer(*rows[single], *stop)
        return stretch.both
