import { describe, expect, test } from 'vitest';
import { taskSources } from '../../scripts/datasets/tasks/index.ts';

/** Edit distance in words (Levenshtein 1966). */
function distance(left: string, right: string): number {
  const [a, b] = [left, right].map(
    (text) => text.toLowerCase().match(/[\p{L}\p{N}{}]+/gu) ?? [],
  ) as [string[], string[]];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  a.forEach((word, i) => {
    const current = [i + 1];
    b.forEach((other, j) => {
      const replaced = previous[j]! + (word === other ? 0 : 1);
      current.push(Math.min(replaced, previous[j + 1]! + 1, current[j]! + 1));
    });
    previous = current;
  });
  return previous[b.length]!;
}

/** Words that must be changed, put in or left out to get from one wording to another. */
const leastDistance = 2;

describe.each(taskSources)('$id', ({ definition, definitionZh, wordings }) => {
  test('has eight wordings besides inverted ones, two of them held out', () => {
    const forward = wordings.filter(({ isInverted }) => !isInverted);
    expect(forward.length).toBeGreaterThanOrEqual(8);
    expect(forward.filter(({ isHeldOut }) => isHeldOut)).toHaveLength(2);
  });

  test('is defined in at most 30 words, and in Chinese', () => {
    expect(definition.split(' ').length).toBeLessThanOrEqual(30);
    expect(definitionZh).toMatch(/\p{Script=Han}{4}/u);
  });

  test('its wordings are distinct', () => {
    const forward = wordings.filter(({ isInverted }) => !isInverted);
    const texts = [definition, ...forward.map(({ text }) => text)];
    const close = texts.flatMap((text, i) =>
      texts
        .slice(i + 1)
        .filter((other) => distance(text, other) < leastDistance)
        .map((other) => [text, other]),
    );
    expect(close).toEqual([]);
  });
});
