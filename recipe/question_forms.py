"""How far a base model can find a word by another one, from bare words to full questions.

For each form: three facts, a question, and the share of questions whose answer is likelier than the other
facts' words, or whose verdict is the likelier one of yes and no. Where a form fails and the one above it
does not, the difference between the two is what practice (word_rows.py) lacks.

Usage: question_forms.py model-folder [data folder, default .cache/pretrain]
"""

import json
import sys
from pathlib import Path

import numpy as np
import torch

from model import forward
from model_files import read_model

ITEMS, FACTS = 100, 3
SLOTS = ["who", "animal", "thing", "food", "place", "colour", "day"]  # as in words.json
VERBS = "lost found had took sold drew bought carried wanted liked".split()
# The fact, the question, and the slot that is asked for.
QUESTIONS = [
    ("{who} {thing} .", "Who {thing}", "who"),
    ("{who} had {thing} .", "Who {thing}", "who"),
    ("{who} had a {thing} .", "Who had the {thing} ?", "who"),
    ("{who} {verb} a {thing} .", "Who {verb} the {thing} ?", "who"),
    ("{who} {verb} a {colour} {thing} .", "Who {thing}", "who"),
    ("{who} {verb} a {colour} {thing} .", "Who {verb} the {thing} ?", "who"),
    ("{who} {verb} a {colour} {thing} .", "colour {thing}", "colour"),
    ("{who} {verb} a {colour} {thing} .", "Which colour was the {thing} ?", "colour"),
    ("{who} {verb} a {colour} {thing} .", "What {verb} {who}", "thing"),
    ("{who} went to the {place} on {day} .", "When did {who} go to the {place} ? on", "day"),
    ("On {day} {who} went to the {place} .", "When did {who} go to the {place} ? on", "day"),
]
# The fact, the claim, and the slot that is another fact's in half of the claims.
CLAIMS = [
    ("{thing} {place} .", "{thing} {place}", "place"),
    ("{thing} at {place} .", "{thing} at {place} ?", "place"),
    ("{thing} at the {place} .", "Was {thing} at the {place} ?", "place"),
    ("The {thing} was at the {place} .", "Was the {thing} at the {place} ?", "place"),
    ("{who} {verb} the {thing} at the {place} .", "Was the {thing} at the {place} ?", "place"),
    ("{who} {verb} the {thing} at the {place} .", "Was {who} at the {place} ?", "place"),
    ("{who} {verb} a {colour} {thing} .", "Was the {thing} {colour} ?", "colour"),
]


class Reader:
    def __init__(self, model_folder, data_folder):
        self.config, self.parameters = read_model(model_folder)
        tokenizer = json.loads((Path(model_folder) / "tokenizer.json").read_text())
        self.vocab = tokenizer["model"]["vocab"]
        pools = json.loads((Path(data_folder) / "words.json").read_text())["pools"]
        self.pools = dict(zip(SLOTS, pools)) | {"verb": VERBS}
        known = lambda pool: [word for word in pool if "Ġ" + word in self.vocab]
        self.pools = {slot: known(pool) for slot, pool in self.pools.items()}

    def draw(self, generator):
        """FACTS facts, no word in two of them."""
        columns = {s: generator.choice(pool, FACTS, replace=False) for s, pool in self.pools.items()}
        return [{slot: column[i] for slot, column in columns.items()} for i in range(FACTS)]

    @torch.no_grad()
    def logits(self, text):
        ids = [self.vocab.get("Ġ" + word, self.vocab.get(word)) for word in text.split()]
        return forward(self.parameters, self.config, torch.tensor([ids]))[0, -1]

    def likeliest(self, text, words):
        logits = self.logits(text)
        return max(words, key=lambda word: float(logits[self.vocab["Ġ" + word]]))

    def answers(self, fact, question, slot):
        right = 0
        for item in range(ITEMS):
            generator = np.random.default_rng(item)
            facts = self.draw(generator)
            asked = facts[generator.integers(FACTS)]
            text = " ".join([*(fact.format(**f) for f in facts), question.format(**asked)])
            right += self.likeliest(text, [f[slot] for f in facts]) == asked[slot]
        return right / ITEMS

    def verdicts(self, fact, claim, slot):
        right = 0
        for item in range(ITEMS):
            generator = np.random.default_rng(item)
            facts = self.draw(generator)
            i, is_true = generator.integers(FACTS), item % 2 == 0
            other = facts[i if is_true else (i + 1) % FACTS]
            claimed = claim.format(**{**facts[i], slot: other[slot]})
            text = " ".join([*(fact.format(**f) for f in facts), claimed])
            right += self.likeliest(text, ["yes", "no"]) == ("yes" if is_true else "no")
        return right / ITEMS


def measure_forms(model_folder, data_folder=".cache/pretrain"):
    """Pairs of a form, as text, and its share of right answers."""
    reader = Reader(model_folder, data_folder)
    answers = [(form, reader.answers(*form)) for form in QUESTIONS]
    verdicts = [(form, reader.verdicts(*form)) for form in CLAIMS]
    return [(f"{fact} {asked}", share) for (fact, asked, _), share in answers + verdicts]


if __name__ == "__main__":
    torch.set_num_threads(1)
    for text, share in measure_forms(*sys.argv[1:]):
        print(f"{share:5.0%}  {text}")
