import type { GeneratedToken, TokenChoice } from '../../src/core/protocol/index.ts';
import type { Tokenizer } from '../../src/core/tokens/tokenizer.ts';

const nAlternatives = 5;

/**
 * How likely the model held a token, and the likeliest ones in its place.
 * @param logits of all tokens: [V]
 */
export function weighToken(
  logits: Float32Array,
  id: number,
  tokenizer: Pick<Tokenizer, 'decode'>,
): GeneratedToken {
  const best = logits.reduce((most, value) => Math.max(most, value), -Infinity);
  const total = logits.reduce((sum, value) => sum + Math.exp(value - best), 0);
  const choice = (token: number): TokenChoice => ({
    id: token,
    text: tokenizer.decode([token]),
    probability: Math.exp(logits[token]! - best) / total,
  });
  return { ...choice(id), alternatives: likeliest(logits).map(choice) };
}

/** Indices of the largest values, largest first; of equal ones the first. */
function likeliest(values: Float32Array): number[] {
  const top: number[] = [];
  values.forEach((value, i) => {
    const place = top.findIndex((other) => value > values[other]!);
    if (place >= 0) top.splice(place, 0, i);
    else if (top.length < nAlternatives) top.push(i);
    top.length = Math.min(top.length, nAlternatives);
  });
  return top;
}
