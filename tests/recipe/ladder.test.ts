import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('recipe/README.md says what every step of the practice ladder asks, in their order', () => {
  const [, ladder = ''] = /^LADDER = \[\n([^\]]*)\]/m.exec(
    readFileSync('recipe/practice.py', 'utf8'),
  )!;
  const steps = ladder.split('\n').map((line) => line.match(/(?<=")\w+(?=")/g) ?? []);
  const wanted = steps.flatMap((names, i) => names.map((name) => `${i + 1} ${name}`));
  const readme = readFileSync('recipe/README.md', 'utf8');
  const told = [...readme.matchAll(/^\| +(\d+) \| `(\w+)` +\| \S/gm)].map(
    ([, i, name]) => `${i} ${name}`,
  );
  expect(wanted.length).toBeGreaterThan(20);
  expect(told).toEqual(wanted);
});
