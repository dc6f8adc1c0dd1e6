"""The output layer and its cross-entropy in one operation that makes one pass over the logits."""

import torch
import torch.nn.functional as F


class HeadLoss(torch.autograd.Function):
    """Sum of the cross-entropies in nats of `targets` [N] under the logits `states @ embedding.T`, each
    times its weight [N].

    states [N, C], embedding [V, C]. The gradients are made in forward, while the probabilities are in
    the cache; the logits are held once, in float32, whatever the precision of the products.
    """

    @staticmethod
    def forward(ctx, states, embedding, targets, weights, dtype):
        states, small = states.to(dtype), embedding.to(dtype)
        logits = F.linear(states, small).float()
        logits -= logits.amax(1, keepdim=True)
        right = logits.gather(1, targets[:, None])[:, 0].clone()
        sums = logits.exp_().sum(1)
        loss = ((sums.log() - right) * weights).sum()
        gradient = logits.mul_((weights / sums)[:, None])
        gradient[torch.arange(len(targets), device=targets.device), targets] -= weights
        gradient = gradient.to(dtype)
        ctx.save_for_backward((gradient @ small).float(), (gradient.t() @ states).float())
        return loss

    @staticmethod
    def backward(ctx, scale):
        for_states, for_embedding = ctx.saved_tensors
        return for_states * scale, for_embedding * scale, None, None, None
