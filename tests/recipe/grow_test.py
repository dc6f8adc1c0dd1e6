"""A grown model computes what the small one does, and its copies learn different things.

Usage: python3 tests/recipe/grow_test.py
"""

import sys
import unittest
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parents[2] / "recipe"))
from grow import CannotGrow, grown  # noqa: E402
from model import SIZES, forward, init_parameters, make_config, masked_loss  # noqa: E402

NARROW = dict(hidden=32, layers=2, heads=2, kv_heads=2, head_dim=8, intermediate=40, vocab=50, context=16)
WIDE = NARROW | dict(hidden=64, layers=3, heads=4, kv_heads=2, intermediate=70)


def random_model(sizes):
    config = make_config(**sizes)
    parameters = init_parameters(config, 1)
    for parameter in parameters.values():
        if parameter.dim() == 1:
            parameter.data.uniform_(0.5, 1.5, generator=torch.Generator().manual_seed(2))
    return config, parameters


def some_ids():
    return torch.randint(0, 50, (3, 16), generator=torch.Generator().manual_seed(3))


class Grow(unittest.TestCase):
    def grow(self, sizes):
        """Logits before and after."""
        old, parameters = random_model(NARROW)
        new = make_config(**sizes)
        larger = grown(parameters, old, new, seed=4)
        self.assertEqual(
            {name: tuple(p.shape) for name, p in larger.items()},
            {name: tuple(p.shape) for name, p in init_parameters(new, 1).items()},
        )
        with torch.no_grad():
            return forward(parameters, old, some_ids()), forward(larger, new, some_ids())

    def assert_alike(self, sizes):
        before, after = self.grow(sizes)
        self.assertLess(float((before - after).abs().max() / before.abs().max()), 1e-5)

    def test_wider_and_deeper_with_shared_key_value_heads(self):
        self.assert_alike(WIDE)

    def test_only_deeper(self):
        self.assert_alike(NARROW | dict(layers=4))

    def test_only_wider_three_times(self):
        self.assert_alike(NARROW | dict(hidden=96, heads=6, kv_heads=6))

    def test_more_key_value_heads_of_as_many_query_heads(self):
        old, parameters = random_model(NARROW | dict(heads=4, kv_heads=2))
        new = make_config(**NARROW | dict(heads=4, kv_heads=4))
        with torch.no_grad():
            before = forward(parameters, old, some_ids())
            after = forward(grown(parameters, old, new, seed=4), new, some_ids())
        self.assertLess(float((before - after).abs().max() / before.abs().max()), 1e-5)

    def test_copies_have_gradients_of_their_own(self):
        old, parameters = random_model(NARROW)
        new = make_config(**WIDE)
        larger = {name: p.requires_grad_() for name, p in grown(parameters, old, new, seed=4).items()}
        ids = some_ids()
        loss = masked_loss(forward(larger, new, ids[:, :-1]), ids[:, 1:], torch.ones(3, 15))
        loss.backward()
        gradient = larger["model.layers.0.mlp.up_proj.weight"].grad
        inner, copy = gradient[0], gradient[NARROW["intermediate"]]
        self.assertGreater(float((inner - copy).norm() / inner.norm()), 0.05)
        embedding = larger["model.embed_tokens.weight"].grad
        first, second = embedding.chunk(2, dim=1)
        self.assertGreater(float((first - second).norm() / first.norm()), 0.05)

    def test_sizes_that_do_not_fit_are_named(self):
        for sizes, named in [
            (dict(hidden=48), "hidden_size 48"),
            (dict(layers=1), "num_hidden_layers 1"),
            (dict(heads=3, kv_heads=3), "num_attention_heads 3"),
            (dict(heads=4, kv_heads=1), "share a key/value head"),
            (dict(vocab=60), "vocab_size is 50"),
        ]:
            with self.assertRaisesRegex(CannotGrow, named):
                self.grow(NARROW | sizes)

    def test_small_can_start_from_mini(self):
        old, new = (make_config(**SIZES[name]) for name in ("mini", "small"))
        ids = some_ids()
        parameters = init_parameters(old, 1)
        with torch.no_grad():
            before = forward(parameters, old, ids)
            after = forward(grown(parameters, old, new, seed=1), new, ids)
        self.assertLess(float((before - after).abs().max() / before.abs().max()), 1e-4)


if __name__ == "__main__":
    unittest.main()
