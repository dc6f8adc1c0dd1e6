import { expect, test } from 'vitest';
import { sentencesIn } from '../../tools/structure/sentences.ts';
import { sourceFiles } from '../../tools/structure/sourceFiles.ts';
import { projectRoot } from './projectFiles.ts';

const engine = sourceFiles(projectRoot).filter(({ path }) => /^(src\/core|workers)\//.test(path));

/** Sentences that stay, by the file that holds them, with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  'src/core/studies/heldOut.ts': 'the claim of a study, for its report and the command line',
  'src/core/studies/instructionCount.ts': 'the claim of a study',
  'src/core/studies/unseenTasks.ts': 'the claim of a study',
  'src/core/tasks/rows/taskFromRows.ts': 'the model reads it: the wording of a file without any',
};

test('core and workers hold no sentence: what a person reads is worded in src/words or on the page', () => {
  expect(engine.length).toBeGreaterThan(300);
  const sentences = engine.flatMap(sentencesIn);
  const fileOf = (place: string): string => place.slice(0, place.indexOf(':'));
  expect(sentences.filter(({ place }) => !(fileOf(place) in exceptions))).toEqual([]);
  // One each: an exception is not a room for more.
  expect(sentences.map(({ place }) => fileOf(place)).sort()).toEqual(Object.keys(exceptions));
});

test('a sentence is seen in strings and templates, wherever it stands, and by its words', () => {
  const code = `
    fail('The task is not loaded');
    const hint = \`use at most \${n} rows.\`;
    throw new AppError('not-ready', 'Train a model first', {});
    throw new Error('The memory is not where it was');
    throw new RangeError('No such run here');
    console.log('This was seen by nobody');
    // This is a comment.
    const code = 'fn main() { return; }', name = 'Two words', list = 'a b c';`;
  const found = sentencesIn({ path: 'x.ts', code, lines: 10 });
  expect(found).toEqual([
    { place: 'x.ts:2', text: 'The task is not loaded' },
    { place: 'x.ts:3', text: 'use at most … rows.' },
    { place: 'x.ts:4', text: 'Train a model first' },
  ]);
});
