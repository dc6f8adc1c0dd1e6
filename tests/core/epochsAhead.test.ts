import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBatchStream } from '../../src/core/batch/batchStream.ts';
import { createTokenizer } from '../../src/core/formats/tokenizerJson.ts';
import { modelSizes } from '../../src/core/models.ts';
import { noRehearsal } from '../../src/core/rehearsal/rehearsalRows.ts';
import { formatNamed } from '../../src/core/render/index.ts';
import { epochsAhead } from '../../src/core/runs/epochsAhead.ts';
import { mixingRates } from '../../src/core/sampling/mixingRates.ts';
import { parseSettings } from '../../src/core/settings/parse.ts';
import { parseNaturalInstructions } from '../../src/core/tasks/parseNaturalInstructions.ts';
import { projectRoot } from '../structure/projectFiles.ts';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(join(projectRoot, 'public', path), 'utf8'));
const tokenizer = createTokenizer(read('models/nano/tokenizer.json'));
const reading = { tokenizer, format: formatNamed('mixdesk') };

/** Short answers, long texts, code, lists. */
const ids = ['ner_people', 'rate_stars', 'sum_story', 'code_py_js'];
const tasks = ids.map((id) => parseNaturalInstructions(read(`datasets/${id}.json`), `${id}.json`));
const infos = tasks.map(({ splits, ...task }) => ({
  ...task,
  samples: splits.test.slice(0, 100),
  counts: {
    train: splits.train.length,
    validation: splits.validation.length,
    test: splits.test.length,
  },
}));
const levels = [20, 40, 60, 80];
const channels = ids.map((taskId, i) => ({ taskId, level: levels[i]!, isOn: true }));

test.each([
  ['plain', { shotShare: 0 }],
  ['with worked examples', { shotShare: 40 }],
])('epochs of a run, %s, are known before it within a quarter', (_, asked) => {
  const nSteps = 30;
  const settings = parseSettings({ ...asked, trainTokens: nSteps * 8 * 256 }, modelSizes.nano);
  const sizes = infos.map(({ counts }, i) => ({ ...channels[i]!, size: counts.train }));
  const rates = mixingRates(settings, sizes);
  const stream = createBatchStream({ ...settings, tasks, reading, rehearsal: noRehearsal });
  let drawn = 0;
  for (let step = 0; step < nSteps; step++) drawn += stream.next(rates).examples.length;
  const ahead = epochsAhead(settings, channels, infos);
  // Which task is drawn is chance; how many examples fit is not.
  ids.forEach((id, k) => {
    const ratio = ahead[id]! / ((rates[k]! * drawn) / infos[k]!.counts.train);
    expect(ratio).toBeGreaterThan(0.75);
    expect(ratio).toBeLessThan(1.25);
  });
});

test('rehearsal leaves less room, a cap makes examples repeat sooner, what is off never comes', () => {
  const settings = parseSettings({ trainTokens: 100_000 }, modelSizes.nano);
  const plain = epochsAhead(settings, channels, infos);
  const half = epochsAhead({ ...settings, rehearsalShare: 50 }, channels, infos);
  expect(half['ner_people']).toBeCloseTo(plain['ner_people']! / 2, 10);
  const [first, ...others] = channels;
  const capped = epochsAhead(settings, [{ ...first!, maxExamples: 15 }, ...others], infos);
  const { train } = infos[0]!.counts;
  expect(capped['ner_people']).toBeCloseTo((plain['ner_people']! * train) / 15, 10);
  const muted = epochsAhead(settings, [{ ...first!, isOn: false }, ...others], infos);
  expect(Object.keys(muted)).toEqual(ids.slice(1));
  expect(epochsAhead(settings, [], infos)).toEqual({});
});
