"""A training step takes all its tensors to the parameters' device.

PyTorch's `meta` device has shapes and no numbers and, as a GPU does, refuses to work with tensors of the CPU.
Usage: python3 tests/recipe/device_test.py
"""

import sys
import unittest
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parents[2] / "recipe"))
from head_loss import HeadLoss  # noqa: E402
from model import SIZES, hidden_states, init_parameters, make_config  # noqa: E402

CONFIG = make_config(**SIZES["nano"])


class Device(unittest.TestCase):
    def test_states_are_where_the_parameters_are(self):
        parameters = init_parameters(CONFIG, 1, "meta")
        ids = torch.zeros(2, 16, dtype=torch.int64, device="meta")
        states = hidden_states(parameters, CONFIG, ids)
        self.assertEqual((states.device.type, tuple(states.shape)), ("meta", (2, 16, CONFIG["hidden_size"])))

    def test_so_is_the_loss_and_its_gradient(self):
        on_meta = lambda *shape, **kind: torch.ones(*shape, device="meta", **kind)
        states = on_meta(6, 8).requires_grad_()
        loss = HeadLoss.apply(
            states, on_meta(20, 8).requires_grad_(), on_meta(6, dtype=torch.int64), on_meta(6), torch.bfloat16
        )
        loss.backward()
        self.assertEqual(states.grad.device.type, "meta")

    def test_tensors_of_two_devices_are_refused(self):
        parameters = init_parameters(CONFIG, 1, "meta")
        with self.assertRaises(RuntimeError):
            hidden_states(parameters, CONFIG, torch.zeros(2, 16, dtype=torch.int64))


if __name__ == "__main__":
    unittest.main()
