"""The output layer and its cross-entropy in one operation that makes one pass over the logits."""

import torch
import torch.nn.functional as F


class HeadLoss(torch.autograd.Function):
    """Mean cross-entropy in nats of `targets` [N] under the logits `states @ embedding.T`.

    states [N, C], embedding [V, C]. The gradients are made in forward, while the probabilities are in
    the cache; the logits are held once, in float32, whatever the precision of the products.
    """

    @staticmethod
    def forward(ctx, states, embedding, targets, dtype):
        count = max(1, len(targets))  # without any target the loss is 0, not NaN
        states, small = states.to(dtype), embedding.to(dtype)
        logits = F.linear(states, small).float()
        logits -= logits.amax(1, keepdim=True)
        right = logits.gather(1, targets[:, None])[:, 0].clone()
        sums = logits.exp_().sum(1)
        loss = (sums.log() - right).sum() / count
        gradient = logits.mul_((1 / (count * sums))[:, None])
        gradient[torch.arange(len(targets)), targets] -= 1 / count
        gradient = gradient.to(dtype)
        ctx.save_for_backward((gradient @ small).float(), (gradient.t() @ states).float())
        return loss

    @staticmethod
    def backward(ctx, scale):
        for_states, for_embedding = ctx.saved_tensors
        return for_states * scale, for_embedding * scale, None, None
