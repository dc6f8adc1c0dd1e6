"""A larger model that computes what a smaller one does: what the small one has learnt need not be
learnt again, at several times its cost a token.

Wider as in Net2Net (Chen et al. 2016, arXiv:1511.05641): hidden units, heads and inner units stand there
several times, and what reads them has its weights shared out among the copies. Deeper as in LLaMA Pro
(Wu et al. 2024, arXiv:2401.02415): layers are doubled, and the copy adds nothing to the stream yet.
Copies alike would stay alike for ever; so what reads them also gets random weights that cancel
each other out among them.
"""

import torch

from model import parameter_shapes

# Standard deviation of the random weights, as a share of the shared-out weights' own.
NOISE = 0.5
WRITERS = ("self_attn.o_proj.weight", "mlp.down_proj.weight")  # what writes to the residual stream


class CannotGrow(ValueError):
    """Says which of the two sizes don't fit together."""


def check_sizes(old, new):
    for key in ("head_dim", "vocab_size", "rope_theta", "rms_norm_eps"):
        if old[key] != new[key]:
            raise CannotGrow(f"{key} is {old[key]} in the model to start from and {new[key]} in the new one")
    if new["hidden_size"] % old["hidden_size"]:
        raise CannotGrow(f"hidden_size {new['hidden_size']} is no multiple of {old['hidden_size']}")
    for key in ("intermediate_size", "num_hidden_layers"):
        if new[key] < old[key]:
            raise CannotGrow(f"{key} {new[key]} is less than the {old[key]} of the model to start from")


def units_of(old, new):
    """For each kind of unit of the new model: which unit of the old one each is a copy of."""
    hidden, inner = old["hidden_size"], old["intermediate_size"]
    heads = heads_of(old, new)
    group = new["num_attention_heads"] // new["num_key_value_heads"]
    old_group = old["num_attention_heads"] // old["num_key_value_heads"]
    kv_heads = [heads[k * group] // old_group for k in range(new["num_key_value_heads"])]
    if any(kv_heads[h // group] != heads[h] // old_group for h in range(len(heads))):
        raise CannotGrow("query heads that would share a key/value head have different ones in the model to start from")
    features = lambda numbers: [n * old["head_dim"] + d for n in numbers for d in range(old["head_dim"])]
    return {
        "hidden": [i % hidden for i in range(new["hidden_size"])],
        "inner": [i % inner for i in range(new["intermediate_size"])],
        "heads": features(heads),
        "kv_heads": features(kv_heads),
        "layers": [i * old["num_hidden_layers"] // new["num_hidden_layers"] for i in range(new["num_hidden_layers"])],
    }


def heads_of(old, new):
    before, after = old["num_attention_heads"], new["num_attention_heads"]
    if after % before:
        raise CannotGrow(f"num_attention_heads {after} is no multiple of {before}")
    return [h // (after // before) for h in range(after)]


# Kind of parameter -> the units that it writes and those that it reads.
UNITS = {
    "self_attn.q_proj.weight": ("heads", "hidden"),
    "self_attn.k_proj.weight": ("kv_heads", "hidden"),
    "self_attn.v_proj.weight": ("kv_heads", "hidden"),
    "self_attn.o_proj.weight": ("hidden", "heads"),
    "mlp.gate_proj.weight": ("inner", "hidden"),
    "mlp.up_proj.weight": ("inner", "hidden"),
    "mlp.down_proj.weight": ("hidden", "inner"),
}


def shared_out(weight, reads, generator):
    """Columns of weight [out, old in] for the units in `reads` [in]: each old one's shared out among its
    copies, plus random weights whose sum over the copies is 0."""
    reads = torch.tensor(reads)
    copies = torch.bincount(reads)  # [old in]
    shared = (weight / copies)[:, reads]
    noise = torch.randn(shared.shape, generator=generator) * (NOISE * shared.std())
    mean = torch.zeros_like(weight).index_add(1, reads, noise) / copies
    return shared + noise - mean[:, reads]


@torch.no_grad()
def grown(parameters, old, new, seed):
    """Parameters for the config `new` that give the logits of `parameters` with the config `old`
    (but for rounding). Raises CannotGrow where the sizes don't allow it."""
    check_sizes(old, new)
    units = units_of(old, new)
    generator = torch.Generator().manual_seed(seed)
    result = {}
    for name in parameter_shapes(new):
        layer, kind = split_name(name)
        source = parameters[name if layer is None else f"model.layers.{units['layers'][layer]}.{kind}"].float()
        if kind in UNITS:
            writes, reads = (units[unit] for unit in UNITS[kind])
            is_copy = layer > 0 and units["layers"][layer] == units["layers"][layer - 1]
            value = shared_out(source[writes], reads, generator)
            result[name] = torch.zeros_like(value) if is_copy and kind in WRITERS else value
        else:
            value = source[..., units["hidden"]]
            # The output layer, being the embedding, sums over all copies of a unit.
            result[name] = value / (new["hidden_size"] // old["hidden_size"]) if name == "model.norm.weight" else value
    return result


def split_name(name):
    """model.layers.3.mlp.up_proj.weight -> (3, mlp.up_proj.weight); others have no layer."""
    parts = name.split(".", 3)
    return (int(parts[2]), parts[3]) if parts[1] == "layers" else (None, name)
