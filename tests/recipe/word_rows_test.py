"""Solvers for the practice rows that look for words and for classes of words (recipe/search_rows.py
and class_rows.py), over a small vocabulary.

They read the tokens only. Usage: python3 tests/recipe/word_rows_test.py
"""

import json
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2] / "recipe"))
import word_pools  # noqa: E402
from word_rows import WordRows  # noqa: E402

POOLS = [
    "Ana Ben Eva Max Ivy Leo Kim".split(),
    "cat dog fox owl hen cow pig".split(),
    "bell coin drum lamp ring sled kite".split(),
    "bread plum cake soup rice pie egg".split(),
    "hill lake park shop farm barn mill".split(),
    "red blue green pink white black grey".split(),
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
]
OTHERS = "alone bring count dry early fast give".split()
VERBS = ["took", "sold"]
PHRASES = {
    "good": ["fine", "quite good"],
    "bad": ["awful", "not good"],
    "ask good": ["liked"],
    "ask bad": ["not liked"],
    "ask more": ["so very many"],
    "ask fewer": ["so very few"],
    "ask key": ["which of these"],
    "ask clause": ["which words say"],
    "numbers": [f"number{n}" for n in range(21)],
}


def make_rows(folder):
    pieces = [*word_pools.SIGNS, *word_pools.STOPS, *word_pools.FILLERS, *word_pools.INSIDE]
    pieces += [*word_pools.WITHOUT, *word_pools.INSTEAD, *word_pools.IF, *word_pools.ASKING, *word_pools.OPENING]
    pieces += [word for known in word_pools.LINKS for word in known]
    pieces += [word for pair in word_pools.VERDICTS for word in pair]
    pieces += ["Ġ" + word for words in [*POOLS, OTHERS, VERBS] for word in words]
    pieces += ["Ġ" + word for phrases in PHRASES.values() for phrase in phrases for word in phrase.split()]
    vocab = {piece: 2 + i for i, piece in enumerate(dict.fromkeys(pieces))}
    (folder / "tokenizer.json").write_text(json.dumps({"model": {"vocab": vocab}}))
    (folder / "words.json").write_text(json.dumps({"pools": POOLS, "verbs": VERBS}))
    ids = lambda phrase: [vocab["Ġ" + word] for word in phrase.split()]
    phrases = {name: [ids(phrase) for phrase in known] for name, known in PHRASES.items()}
    (folder / "phrases.json").write_text(json.dumps(phrases))
    return WordRows(folder, folder)


def holds(ids, phrase):
    return any(ids[i : i + len(phrase)] == phrase for i in range(len(ids)))


class Rows(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            cls.rows = make_rows(Path(folder))

    def stretches(self, kind, count=200):
        for seed in range(count):
            ids, is_answer = getattr(self.rows, kind)(np.random.default_rng(seed))
            yield [int(i) for i in ids], list(is_answer)

    def is_word(self, token):
        return token in self.rows.words

    def is_yes(self, token):
        return token in [yes for yes, _ in self.rows.verdicts]

    def test_a_noted_word_is_among_the_words_before_the_first_question(self):
        for ids, is_answer in self.stretches("noted"):
            answers = [i for i, known in enumerate(is_answer) if known]
            asked = [max(j for j in range(i) if self.is_word(ids[j])) for i in answers]
            told = ids[: asked[0]]
            for place, verdict in zip(asked, answers):
                self.assertEqual(self.is_yes(ids[verdict]), ids[place] in told)

    def test_a_spotted_word_is_the_first_one(self):
        for ids, is_answer in self.stretches("spot"):
            first = next(token for token in ids if self.is_word(token))
            for i, known in enumerate(is_answer):
                if known:
                    self.assertEqual(self.is_yes(ids[i]), ids[i - 1] == first)

    def test_a_word_that_is_sought_decides(self):
        for kind in ["seek", "decide", "foresee"]:
            counts = {True: 0, False: 0}
            for all_ids, is_answer in self.stretches(kind):
                end = said = is_answer.index(True)
                if all_ids[said - 1] == self.rows.signs[3]:  # a cue, which may hold any word
                    end = max(i for i in range(said) if all_ids[i] == self.rows.stops[1])
                ids = all_ids[:end]
                conditions = [i for i, token in enumerate(ids) if token in self.rows.conditions]
                self.assertEqual(len(conditions), 1)
                pair = [token for known in [self.rows.words, np.ravel(self.rows.verdicts)] for token in known]
                after = [token for token in ids[conditions[0] :] if token in pair][:3]
                sought, yes, no = after
                is_inside = ids.count(sought) - after.count(sought) > 0
                self.assertEqual(all_ids[said], yes if is_inside else no)
                counts[is_inside] += 1
            self.assertGreater(min(counts.values()), 50)

    def test_sorted_words_are_those_of_the_pool_that_is_asked_for(self):
        for ids, is_answer in self.stretches("sort"):
            told = ids[: is_answer.index(True)]
            for i in (j for j in range(1, len(ids)) if is_answer[j] and not is_answer[j - 1]):
                end = next((j for j in range(i, len(ids)) if not is_answer[j]), len(ids))
                said = [token for token in ids[i:end] if self.is_word(token)]
                pool = next(p for p in self.rows.pools if said[0] in p)
                listed = told[: told.index(self.rows.stops[0])]
                self.assertEqual(said, [token for token in listed if token in pool])

    def test_the_odd_word_has_no_sister(self):
        for ids, is_answer in self.stretches("odd"):
            start = 0
            for i in (j for j, known in enumerate(is_answer) if known):
                cue = ids.index(self.rows.stops[1], start)  # a line break, then what means nothing
                words = [token for token in ids[start:cue] if self.is_word(token)]
                is_sister = lambda w, x: any({w, x} <= set(pool) for pool in self.rows.pools)
                strange = [w for w in words if sum(is_sister(w, x) for x in words) == 1]
                self.assertIn(ids[i], strange)
                start = i + 1

    def questions_past_cues(self, kind):
        """All tokens, and of each question its place, its end at the line break of the cue, and the answer."""
        for ids, is_answer in self.stretches(kind):
            start = 0
            for i in (j for j, known in enumerate(is_answer) if known):
                cue = max(j for j in range(i) if ids[j] == self.rows.stops[1])
                yield ids, start, cue, ids[i]
                start = i + 1

    def words_at(self, ids, start, end):
        return [i for i in range(start, end) if self.is_word(ids[i])]

    def test_past_a_cue_the_word_of_the_fact_that_has_the_key(self):
        for ids, start, cue, said in self.questions_past_cues("relay"):
            first = next(i for i, token in enumerate(ids) if token in self.rows.asking)
            opening = next(i for i in range(max(start, first), cue) if ids[i] in self.rows.asking)
            (key,) = self.words_at(ids, opening + 1, cue)
            (fact,) = [row for row in self.split(ids[:first]) if ids[key] in row]
            pool = self.rows.pools[list(self.rows.asking).index(ids[opening])]
            self.assertEqual([said], [token for token in fact if token in pool])

    def test_past_a_cue_whether_two_words_stand_in_one_fact(self):
        facts = []
        for ids, start, cue, verdict in self.questions_past_cues("rule"):
            left, right = self.words_at(ids, start, cue)[-2:]
            if start == 0:
                facts = self.split(ids[:left])
            is_said = any({ids[left], ids[right]} <= set(fact) for fact in facts)
            self.assertEqual(self.is_yes(verdict), is_said)

    def facts_and_questions(self, ids, is_answer, openings):
        """The facts, and of each question what stands from its opening to its answer, and the answer. A
        question that comes first ends at its line, and the facts end at the cue."""
        starts = [i for i in range(len(ids)) if any(ids[i : i + len(o)] == o for o in openings)]
        answers = [i for i, known in enumerate(is_answer) if known and not is_answer[i - 1]]
        if starts[0] == 0:
            line = next(i for i, token in enumerate(ids) if token in self.rows.stops)
            cue = max(i for i in range(answers[0]) if ids[i] == self.rows.stops[1])
            yield self.split(ids[line:cue]), ids[:line], ids[answers[0] : -1]
            return
        facts = self.split(ids[: starts[0]])
        for answer in answers:
            end = next((i for i in range(answer, len(ids)) if not is_answer[i]), len(ids))
            start = max(i for i in starts if i < answer)
            yield facts, ids[start:answer], ids[answer:end]

    def split(self, ids):
        """At stops and links."""
        rows, links = [[]], sorted(self.rows.links, key=len)
        comma, words = links[0][0], [link[1] for link in links[1:]]
        for i, token in enumerate(ids):
            if token in self.rows.stops or token == comma:
                rows.append([])
            elif not (token in words and ids[i - 1] == comma):
                rows[-1].append(token)
        return [row for row in rows if any(self.is_word(token) for token in row)]

    def is_of(self, fact, asked):
        """Whether the fact's value is of the class that is asked for."""
        if asked in ("good", "bad"):
            is_bad = any(holds(fact, phrase) for phrase in self.rows.phrases["bad"])
            return is_bad == (asked == "bad")
        return any(token in self.rows.pools[asked] for token in fact)

    def asked_class(self, question):
        for i in range(len(question)):
            for kind in ("bad", "good"):
                if any(question[i : i + len(p)] == p for p in self.rows.phrases[f"ask {kind}"]):
                    return kind
            if question[i] in self.rows.asking:
                return list(self.rows.asking).index(question[i])

    def test_a_class_tells_its_fact(self):
        for kind in ("owner", "wanted", "clause", "quote"):
            count = 0
            is_key = kind in ("owner", "wanted")
            openings = self.rows.phrases["ask key" if is_key else "ask clause"]
            for stretch in self.stretches(kind):
                for facts, question, said in self.facts_and_questions(*stretch, openings):
                    asked = self.asked_class(question)
                    (fact,) = [fact for fact in facts if self.is_of(fact, asked)]
                    self.assertEqual(said, [next(x for x in fact if self.is_word(x))] if is_key else fact)
                    count += 1
            self.assertGreaterEqual(count, 200)

    def test_the_most_and_the_fewest(self):
        numbers = [phrase[0] for phrase in self.rows.phrases["numbers"]]
        openings = self.rows.phrases["ask more"] + self.rows.phrases["ask fewer"]
        for stretch in self.stretches("most"):
            for facts, question, said in self.facts_and_questions(*stretch, openings):
                value = lambda fact: next(numbers.index(x) for x in fact if x in numbers)
                is_most = question[:3] in self.rows.phrases["ask more"]
                fact = (max if is_most else min)(facts, key=value)
                self.assertEqual(said, [next(x for x in fact if self.is_word(x))])

    def test_the_sentence_with_words_of_another_pool(self):
        for ids, is_answer in self.stretches("stray"):
            answer = is_answer.index(True)
            cue = max(i for i in range(answer) if ids[i] == self.rows.stops[1])
            rows = self.split(ids[:cue])
            pool_of = lambda row: next(p for p, pool in enumerate(self.rows.pools) for x in row if x in pool)
            pools = [pool_of(row) for row in rows]
            (stray,) = [row for row, pool in zip(rows, pools) if pools.count(pool) == 1]
            self.assertEqual(ids[answer:-1], stray)


if __name__ == "__main__":
    unittest.main()
