import type { Case } from './taskSource.ts';

/** Words and pairs of neighbouring words of the input and of what fills the wording. */
function features({ input, slots }: Case): string[] {
  const words = [input, ...Object.values(slots ?? {})]
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return [...new Set([...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)])];
}

/** Finds the case with the largest TF-IDF cosine to a given one. */
export function createNearestNeighbour(cases: readonly Case[]): (asked: Case) => Case {
  const holders = new Map<string, number[]>();
  const all = cases.map(features);
  all.forEach((own, i) => {
    for (const feature of own) {
      const list = holders.get(feature);
      if (list) list.push(i);
      else holders.set(feature, [i]);
    }
  });
  const weight = (feature: string): number =>
    Math.log((cases.length + 1) / ((holders.get(feature)?.length ?? 0) + 1)) ** 2;
  const norms = all.map((own) => Math.sqrt(own.reduce((sum, one) => sum + weight(one), 0)) || 1);
  return (asked) => {
    const scores = new Float64Array(cases.length);
    for (const feature of features(asked)) {
      const value = weight(feature);
      for (const i of holders.get(feature) ?? []) scores[i]! += value;
    }
    const best = scores.reduce(
      (b, score, i) => (score / norms[i]! > scores[b]! / norms[b]! ? i : b),
      0,
    );
    return cases[best]!;
  };
}
