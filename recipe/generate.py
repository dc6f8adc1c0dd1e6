"""Greedy continuation of a prompt by the reference model, for the samples in the model cards."""

import json
import re
from pathlib import Path

import torch

from model import forward

EOS = 1
# The tokenizer's own split written with Python's classes; equal to it for plain English prompts.
WORDS = re.compile(r"'s|'t|'re|'ve|'m|'ll|'d| ?[^\W\d_]+|\d| ?(?:[^\s\w]|_)+|\s+(?!\S)|\s+")


def byte_alphabet():
    """The visible character of each byte (GPT-2)."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [byte for byte in range(256) if byte not in printable]
    characters = {byte: chr(byte) for byte in printable}
    return characters | {byte: chr(0x100 + i) for i, byte in enumerate(others)}


class Tokenizer:
    """tokenizer.json as far as the cards need it: plain text, no special tokens."""

    def __init__(self, folder):
        model = json.loads((Path(folder) / "tokenizer.json").read_text())["model"]
        self.ids = model["vocab"]
        self.tokens = {id: token for token, id in self.ids.items()}
        self.ranks = {tuple(merge.split(" ")): rank for rank, merge in enumerate(model["merges"])}
        self.characters = byte_alphabet()
        self.bytes = {character: byte for byte, character in self.characters.items()}

    def encode(self, text):
        return [id for word in WORDS.findall(text) for id in self.encode_word(word)]

    def encode_word(self, word):
        parts = [self.characters[byte] for byte in word.encode()]
        while len(parts) > 1:
            ranked = [(self.ranks.get(pair, 1e9), i) for i, pair in enumerate(zip(parts, parts[1:]))]
            rank, i = min(ranked)
            if rank == 1e9:
                break
            parts[i : i + 2] = [parts[i] + parts[i + 1]]
        return [self.ids[part] for part in parts]

    def decode(self, ids):
        data = bytes(self.bytes[c] for id in ids if id > EOS for c in self.tokens[id])
        return data.decode(errors="replace")


@torch.no_grad()
def continue_greedily(parameters, config, ids, max_new_tokens):
    """The most likely next token, again and again, to <eos> or the limit; returns the new ids."""
    ids = list(ids)
    start = len(ids)
    for _ in range(max_new_tokens):
        window = torch.tensor([ids[-config["max_position_embeddings"] :]])
        best = int(forward(parameters, config, window)[0, -1].argmax())
        if best == EOS:
            break
        ids.append(best)
    return ids[start:]
