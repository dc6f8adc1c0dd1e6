import { describe, expect, test } from 'vitest';
import { taskSources } from '../../scripts/datasets/tasks/index.ts';
import { readTaskFile, taskFiles } from './files.ts';

describe.each(taskSources)('$id', ({ id }) => {
  const { Definition, Mixdesk, ...examples } = readTaskFile(id);
  const texts = [Definition[0]!, ...Mixdesk.wordings.map(({ text }) => text)];

  test('has at least six wordings besides the definition, one or two of them after the input', () => {
    expect(Mixdesk.wordings.length).toBeGreaterThanOrEqual(6);
    const after = Mixdesk.wordings.filter(({ place }) => place === 'after').length;
    expect(after === 1 || after === 2).toBe(true);
  });

  test('wordings are distinct and at most 30 words long', () => {
    const spoken = texts.map((text) => text.toLowerCase().replace(/\W+/g, ' '));
    expect(new Set(spoken).size).toBe(texts.length);
    for (const text of texts) expect(text.split(/\s+/).length).toBeLessThanOrEqual(30);
  });

  test('three right and two wrong answers are explained', () => {
    expect(examples['Positive Examples']).toHaveLength(3);
    expect(examples['Negative Examples']).toHaveLength(2);
    const all = [...examples['Positive Examples'], ...examples['Negative Examples']];
    for (const { explanation } of all) expect(explanation).toMatch(/^[A-Z"].*\.$/);
  });
});

test.each(['topic_story', 'nli_three'])('every wording of %s names every option', (id) => {
  const { labels = [] } = taskSources.find((source) => source.id === id)!;
  const { Definition, Mixdesk } = readTaskFile(id);
  for (const text of [Definition[0]!, ...Mixdesk.wordings.map((wording) => wording.text)]) {
    for (const label of labels) expect(text).toContain(label);
  }
});

test('no two tasks share a wording', () => {
  const texts = taskFiles.flatMap(({ Mixdesk }) => Mixdesk.wordings.map(({ text }) => text));
  expect(new Set(texts).size).toBe(texts.length);
});

test('the tasks are of at least six clusters', () => {
  expect(new Set(taskSources.map(({ cluster }) => cluster)).size).toBeGreaterThanOrEqual(6);
});
