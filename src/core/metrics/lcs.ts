/** Length of the longest common subsequence. */
function lcsLength(a: readonly string[], b: readonly string[]): number {
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const token of a) {
    const current = [0];
    for (let j = 0; j < b.length; j++) {
      current.push(token === b[j] ? previous[j]! + 1 : Math.max(previous[j + 1]!, current[j]!));
    }
    previous = current;
  }
  return previous[b.length]!;
}

/** F1 of the longest common subsequence, 0–1 (Lin 2004, section 3). */
export function lcsF1(predicted: readonly string[], wanted: readonly string[]): number {
  const lcs = lcsLength(predicted, wanted);
  if (lcs === 0) return 0;
  const precision = lcs / predicted.length;
  const recall = lcs / wanted.length;
  return (2 * precision * recall) / (precision + recall);
}
