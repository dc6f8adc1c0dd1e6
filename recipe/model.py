"""The reference model: Hugging Face's LlamaForCausalLM in plain PyTorch, one function a block.

It trains the base models and is the oracle that the page's own model is compared with.
Parameters live in a dict under Hugging Face's names, each weight as [out, in].
Shapes: B rows, T positions, C hidden, H heads, K key/value heads, D head size, V vocabulary.
"""

import math

import torch
import torch.nn.functional as F

SIZES = {
    "nano": dict(hidden=48, layers=2, heads=3, kv_heads=3, head_dim=16, intermediate=128),
    "small": dict(hidden=256, layers=6, heads=8, kv_heads=4, head_dim=32, intermediate=688),
    "mini": dict(hidden=128, layers=4, heads=4, kv_heads=4, head_dim=32, intermediate=352),
}


def make_config(hidden, layers, heads, kv_heads, head_dim, intermediate, vocab=2048, context=256):
    """config.json with the keys that LlamaConfig reads."""
    return {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "attention_bias": False,
        "eos_token_id": 1,
        "head_dim": head_dim,
        "hidden_act": "silu",
        "hidden_size": hidden,
        "intermediate_size": intermediate,
        "max_position_embeddings": context,
        "mlp_bias": False,
        "num_attention_heads": heads,
        "num_hidden_layers": layers,
        "num_key_value_heads": kv_heads,
        "pad_token_id": 0,
        "rms_norm_eps": 1e-5,
        "rope_theta": 10000.0,
        "tie_word_embeddings": True,
        "torch_dtype": "float16",
        "vocab_size": vocab,
    }


def parameter_shapes(config):
    """Name -> shape of every parameter, in the order in which the model uses them."""
    hidden, inner = config["hidden_size"], config["intermediate_size"]
    q_size = config["num_attention_heads"] * config["head_dim"]
    kv_size = config["num_key_value_heads"] * config["head_dim"]
    shapes = {"model.embed_tokens.weight": (config["vocab_size"], hidden)}
    for i in range(config["num_hidden_layers"]):
        layer = f"model.layers.{i}."
        shapes[layer + "input_layernorm.weight"] = (hidden,)
        shapes[layer + "self_attn.q_proj.weight"] = (q_size, hidden)
        shapes[layer + "self_attn.k_proj.weight"] = (kv_size, hidden)
        shapes[layer + "self_attn.v_proj.weight"] = (kv_size, hidden)
        shapes[layer + "self_attn.o_proj.weight"] = (hidden, q_size)
        shapes[layer + "post_attention_layernorm.weight"] = (hidden,)
        shapes[layer + "mlp.gate_proj.weight"] = (inner, hidden)
        shapes[layer + "mlp.up_proj.weight"] = (inner, hidden)
        shapes[layer + "mlp.down_proj.weight"] = (hidden, inner)
    shapes["model.norm.weight"] = (hidden,)
    return shapes


def init_parameters(config, seed, device="cpu"):
    """The same on every device: normal weights of variance 1/fan-in; what writes to the residual stream starts smaller
    by the square root of the number of writers (GPT-2, section 2.3); norms start at 1."""
    generator = torch.Generator().manual_seed(seed)
    writers = 2 * config["num_hidden_layers"]
    parameters = {}
    for name, shape in parameter_shapes(config).items():
        std = 0.02 if "embed" in name else 1 / math.sqrt(shape[-1])
        if "o_proj" in name or "down_proj" in name:
            std /= math.sqrt(writers)
        weight = torch.ones(shape)
        if len(shape) == 2:
            weight = torch.randn(shape, generator=generator) * std
        parameters[name] = weight.to(device).requires_grad_()
    return parameters


def rms_norm(x, weight, eps):
    """Zhang & Sennrich 2019: x over its root mean square, times a learnt gain. [.., C]"""
    return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + eps) * weight


def rope_tables(config, length, device="cpu"):
    """cos and sin of position x frequency, [T, D]; the two halves of D hold the same angles."""
    dim = config["head_dim"]
    frequency = config["rope_theta"] ** (-torch.arange(0, dim, 2).float() / dim)
    angle = torch.outer(torch.arange(length).float(), frequency).repeat(1, 2)
    return angle.cos().to(device), angle.sin().to(device)


def rotate(x, cos, sin):
    """RoPE in Hugging Face's layout: dimension d is paired with d + D/2. [.., T, D]"""
    first, second = x.chunk(2, dim=-1)
    return x * cos + torch.cat((-second, first), dim=-1) * sin


def attention_mask(length, segments=None, device="cpu"):
    """What is added to the scores: 0 where a position may look, -inf elsewhere. [1 or B, T, T]
    Without segments: at itself and back. With segments [B, T]: also inside its own segment only."""
    allowed = torch.ones(length, length, dtype=torch.bool, device=device).tril()[None]
    if segments is not None:
        allowed = allowed & (segments[:, :, None] == segments[:, None, :])
    return torch.zeros(allowed.shape, device=device).masked_fill(~allowed, float("-inf"))


def attend(x, get, config, tables, mask):
    """Causal attention; query head h reads key/value head h // (H / K). [B, T, C] -> [B, T, C]"""
    batch, length, _ = x.shape
    heads, kv_heads = config["num_attention_heads"], config["num_key_value_heads"]
    dim, group = config["head_dim"], heads // kv_heads
    split = lambda y, n: y.view(batch, length, n, dim).transpose(1, 2)  # [B, n, T, D]
    q = rotate(split(F.linear(x, get("self_attn.q_proj.weight")), heads), *tables)
    k = rotate(split(F.linear(x, get("self_attn.k_proj.weight")), kv_heads), *tables)
    v = split(F.linear(x, get("self_attn.v_proj.weight")), kv_heads)
    # The query heads of one group lie one below the other, so a group is one matrix product.
    q = q.reshape(batch * kv_heads, group * length, dim)
    k, v = (y.reshape(batch * kv_heads, length, dim) for y in (k, v))
    scores = torch.baddbmm(mask, q, k.transpose(1, 2), alpha=dim**-0.5)  # [B*K, G*T, T]
    mixed = torch.bmm(scores.softmax(-1), v).view(batch, heads, length, dim)
    mixed = mixed.transpose(1, 2).reshape(batch, length, heads * dim)
    return F.linear(mixed, get("self_attn.o_proj.weight"))


def feed_forward(x, get):
    """SwiGLU (Shazeer 2020). [B, T, C] -> [B, T, C]"""
    gate = F.silu(F.linear(x, get("mlp.gate_proj.weight")))
    return F.linear(gate * F.linear(x, get("mlp.up_proj.weight")), get("mlp.down_proj.weight"))


def hidden_states(parameters, config, input_ids, segments=None):
    """Token ids [B, T] -> states after the last norm [B, T, C]."""
    length, device = input_ids.shape[1], input_ids.device
    kv_heads = config["num_key_value_heads"]
    group = config["num_attention_heads"] // kv_heads
    mask = attention_mask(length, segments, device).repeat(1, group, 1)  # [1 or B, G*T, T]
    if segments is not None:
        mask = mask.repeat_interleave(kv_heads, dim=0)
    tables, eps = rope_tables(config, length, device), config["rms_norm_eps"]
    x = F.embedding(input_ids, parameters["model.embed_tokens.weight"])
    for i in range(config["num_hidden_layers"]):
        get = lambda name, i=i: parameters[f"model.layers.{i}.{name}"]
        x = x + attend(rms_norm(x, get("input_layernorm.weight"), eps), get, config, tables, mask)
        x = x + feed_forward(rms_norm(x, get("post_attention_layernorm.weight"), eps), get)
    return rms_norm(x, parameters["model.norm.weight"], eps)


def forward(parameters, config, input_ids, segments=None):
    """Token ids [B, T] -> logits [B, T, V]; the output layer is the embedding, transposed."""
    states = hidden_states(parameters, config, input_ids, segments)
    return F.linear(states, parameters["model.embed_tokens.weight"])


def masked_loss(logits, targets, loss_mask):
    """Mean cross-entropy in nats over the positions where loss_mask is 1."""
    each = F.cross_entropy(logits.flatten(0, 1), targets.flatten(), reduction="none")
    weight = loss_mask.flatten()
    return (each * weight).sum() / weight.sum()
