/** A toy instruction format: one file, one line in a list, and nothing else. */
import { expect, test } from 'vitest';
import { instructionFormat } from '../../../src/core/levers/instructionFormat.ts';
import { levers as shippedLevers } from '../../../src/core/levers/index.ts';
import { formatNamed, instructionFormats as shipped } from '../../../src/core/render/index.ts';
import type { InstructionFormat } from '../../../src/core/render/instructionFormat.ts';
import { choice } from '../../../src/core/settingRows.ts';
import { startTrainerInNode, taskIds } from './trainerInNode.ts';
import { inWords } from '../../inWords.ts';

/** As such a file would read: the input first, the task's name instead of an instruction. */
const byName = {
  name: 'byName',
  prompt: ({ task, asked }) => [
    { part: 'input', text: asked.input },
    { part: 'frame', text: ' => ' },
    { part: 'instruction', text: task?.name ?? 'own' },
    { part: 'frame', text: ':' },
  ],
  answer: (output) => [{ part: 'target', text: ` ${output}` }],
} as const satisfies InstructionFormat;

const channels = taskIds.map((taskId) => ({ taskId, level: 50, isOn: true }));
const instructionFormats = [...shipped, byName];
const rows = { instructionFormat: choice(['mixdesk', 'byName'], 'mixdesk') };
const levers = shippedLevers.map((one) => (one === instructionFormat ? { ...one, rows } : one));

test('it is asked by its name, shown in the next batch, trained with, and in the record', async () => {
  const trainer = await startTrainerInNode({ levers, instructionFormats });
  const record = await trainer.run({ instructionFormat: 'byName', trainTokens: 256 });
  const settings = record.plan.settings;
  expect(record.status).toBe('completed');
  expect(settings.instructionFormat).toBe('byName');

  const preview = await trainer.api.previewBatch(settings, channels);
  const asked = {
    weights: 'tuned',
    wording: { text: '', place: 'before' },
    input: 'Ella',
  } as const;
  const sampling = { maxNewTokens: 1, temperature: 0, topP: 1, seed: 1 };
  const { instructionFormat: name } = settings;
  const answer = await trainer.api.generate(
    { ...asked, ...sampling, instructionFormat: name },
    () => undefined,
  );
  trainer.close();

  if (!preview.ok || !answer.ok) throw new Error(JSON.stringify([preview, answer]));
  const [first] = preview.value.examples;
  const text = first!.tokens.map((token) => token.text).join('');
  expect(text).toMatch(/ => (?:Review rating|Summarization): /);
  expect(answer.value.prompt).toBe('Ella => own:');
}, 180_000);

test('a name that is in no list is refused with those that are', () => {
  expect(inWords(() => formatNamed('flan' as 'mixdesk', instructionFormats))).toThrow(
    'instructionFormat: got "flan". Choose one of mixdesk, byName.',
  );
});
