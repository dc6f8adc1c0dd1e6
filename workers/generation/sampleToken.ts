import type { RandomStream } from '../../src/core/random.ts';

/**
 * One token from logits [V]: greedy at temperature 0, else drawn from softmax(logits / temperature)
 * cut to the smallest set of tokens with at least `topP` of the probability (nucleus sampling,
 * Holtzman et al. 2020, section 3.1).
 */
export function sampleToken(
  logits: Float32Array,
  temperature: number,
  topP: number,
  random: RandomStream,
): number {
  const best = logits.reduce((top, value, i) => (value > logits[top]! ? i : top), 0);
  if (temperature <= 0) return best;
  const weights = logits.map((value) => Math.exp((value - logits[best]!) / temperature));
  const order = Array.from(weights.keys()).sort((a, b) => weights[b]! - weights[a]! || a - b);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let mass = 0;
  const size = order.findIndex((token) => (mass += weights[token]!) >= topP * total) + 1;
  const nucleus = order.slice(0, size || order.length);
  return nucleus[random.weighted(nucleus.map((token) => weights[token]!))]!;
}
