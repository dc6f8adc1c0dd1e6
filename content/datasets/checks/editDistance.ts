/** Words of a wording; signs are left out, `{slot}`s stay. */
export const spokenWords = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}{}]+/gu) ?? [];

/** Words to insert, delete or exchange (Levenshtein), over the number of words of the longer one. */
export function editDistance(one: readonly string[], two: readonly string[]): number {
  let row = two.map((_, j) => j + 1);
  one.forEach((word, i) => {
    const next: number[] = [];
    two.forEach((other, j) => {
      const diagonal = j === 0 ? i : row[j - 1]!;
      const left = j === 0 ? i + 1 : next[j - 1]!;
      next.push(Math.min(diagonal + (word === other ? 0 : 1), row[j]! + 1, left + 1));
    });
    row = next;
  });
  return (row.at(-1) ?? one.length) / Math.max(one.length, two.length, 1);
}
