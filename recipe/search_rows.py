"""Practice rows that look for words among others: whether one is there, those of a pool, the odd one."""

import numpy as np

from word_pools import CLAIMS, LISTED, Stretch, WordPools, joined

MENTIONED = (3, 12)  # words; the upper end is excluded


class SearchRows(WordPools):
    """Each kind gives token ids and which of these are answers, as in word_rows.py."""

    def mention(self, generator):
        """Some words, then again and again a word and whether it is one of them; half of them are."""
        words = generator.choice(self.words, generator.integers(*MENTIONED), replace=False)
        times = generator.integers(*CLAIMS)
        asked = np.where(
            generator.random(times) < 0.5,
            generator.choice(words, times),
            generator.choice(self.words, times),
        )
        yes, no = self.some_verdicts(generator)
        verdicts = np.where(np.isin(asked, words), yes, no)
        ids = np.concatenate([words, np.stack([asked, verdicts], axis=1).flatten()])
        places = np.arange(len(ids)) - len(words)
        return ids, (places >= 0) & (places % 2 == 1)

    def branch(self, generator):
        """As `mention`, but the two verdicts are told with each question: "if w a b"."""
        words, write = self.listed(generator)
        stretch = Stretch(write(words))
        condition = generator.choice(self.conditions)
        for _ in range(generator.integers(3, 7)):
            word = self.sought(generator, words)
            yes, no = self.two_words(generator)
            stretch.tell(condition, word, yes, no, self.signs[3])
            stretch.answer(yes if word in words else no)
            stretch.tell(self.stops[0])
        return stretch.both

    def noted(self, generator):
        """As `mention`, with a few fillers around each word."""
        told, inside = self.searched(generator)
        verdicts = self.some_verdicts(generator)
        stretch = Stretch(told)
        for _ in range(generator.integers(*CLAIMS)):
            word = self.sought(generator, inside)
            stretch.tell(*self.some_fillers(generator, 2), word, *self.some_fillers(generator, 3))
            stretch.answer(verdicts[word not in inside])
            stretch.tell(self.stops[0])
        return stretch.both

    def spot(self, generator):
        """A word, then others, and of each whether it is that word; some others come twice, too."""
        yes, no = self.some_verdicts(generator)
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
        return self.decided(generator, self.some_verdicts(generator), True)

    def decide(self, generator):
        """As `seek`, after the list, with any two words for yes and no."""
        return self.decided(generator, self.two_words(generator), False)

    def foresee(self, generator):
        """As `decide`, before the list."""
        return self.decided(generator, self.two_words(generator), True)

    def decided(self, generator, pair, is_first):
        told, inside = self.searched(generator)
        word = self.sought(generator, inside)
        order = [generator.choice(self.conditions), *self.some_fillers(generator, 2), word]
        for verdict in pair:
            order += [*self.some_fillers(generator, 2), verdict]
        order += [generator.choice(self.stops)]
        stretch = Stretch(order + told if is_first else told + order)
        stretch.tell(*self.some_cue(generator))
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

    def sort(self, generator):
        """Words of some pools, then a pool's word and those of it in their order."""
        chosen = generator.choice(len(self.pools), generator.integers(2, 4), replace=False)
        listed = generator.choice(chosen, generator.integers(*LISTED))
        words = [(generator.choice(self.pools[p]), p) for p in listed]
        sign = [generator.choice(self.signs)]
        write = lambda words: [*joined(words, sign), self.stops[0]]
        stretch = Stretch(write([word for word, _ in words]))
        for asked in generator.permutation(sorted({p for _, p in words})):
            cue = self.some_cue(generator, 0.3)
            stretch.tell(*self.some_fillers(generator, 1), self.asking[asked], *cue, self.signs[3])
            stretch.answer(*write([word for word, p in words if p == asked]))
        return stretch.both

    def odd(self, generator):
        """Words of one pool and one of another, again and again: which one that is."""
        cue = self.cue(generator)
        sign = [generator.choice(self.signs)]
        stretch = Stretch()
        for _ in range(generator.integers(2, 5)):
            own, other = generator.choice(len(self.pools) - 1, 2, replace=False)
            words = list(generator.choice(self.pools[own], generator.integers(2, 5), replace=False))
            strange = generator.choice(np.setdiff1d(self.pools[other], words))
            words.insert(generator.integers(len(words) + 1), strange)
            stretch.tell(*joined(words, sign), *cue)
            stretch.answer(strange)
            stretch.tell(self.stops[0])
        return stretch.both
