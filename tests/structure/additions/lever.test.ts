/** A toy lever: one file, one line in a list, and nothing else. */
import { expect, test } from 'vitest';
import { lever } from '../../../src/core/levers/lever.ts';
import { levers as shipped } from '../../../src/core/levers/index.ts';
import { modelSizes } from '../../../src/core/models.ts';
import { choice, flag, number } from '../../../src/core/settingRows.ts';
import { settingsFromLink } from '../../../src/core/settings/link.ts';
import { restoreRows, storedSettings } from '../../../src/core/settings/lift.ts';
import { parseRows, parseSettingText } from '../../../src/core/settings/parse.ts';
import { type SettingKey, tableOf } from '../../../src/core/settings/table.ts';
import { startTrainerInNode } from './trainerInNode.ts';
import { inWords } from '../../inWords.ts';

/** As such a file would read. */
const toy = lever({
  id: 'toy',
  stage: 'objective',
  rows: {
    toyGain: number([0, ({ nParams }) => (nParams > 1e6 ? 0.5 : 0.25), 1]),
    toyIsLoud: flag(false),
    toyKind: choice(['soft', 'hard'], 'soft'),
  },
  live: ['toyGain'],
  paper: null,
});
const levers = [...shipped, toy];
const table = tableOf(levers);

test('its settings are parsed, take defaults by size, and are restored from storage', () => {
  expect(parseRows(table, { toyKind: 'hard' }, modelSizes.mini)).toMatchObject({
    toyGain: 0.5,
    toyIsLoud: false,
    toyKind: 'hard',
    learningRate: 2.5e-3,
  });
  expect(inWords(() => parseRows(table, { toyGain: 2 }, modelSizes.mini))).toThrow(
    /toyGain: got 2, wanted a number from 0 to 1/,
  );
  expect(parseSettingText(table, 'toyIsLoud', 'true')).toBe(true);
  expect(settingsFromLink(table, [['set.toyGain', '1']]).values).toEqual({ toyGain: 1 });
  const stored = storedSettings({ toyGain: 0.75, toyKind: 'other', seed: 3 });
  expect(restoreRows(table, stored)).toEqual({ toyGain: 0.75, seed: 3 });
});

test('its settings go through a run into the record, and the live one moves while it is on', async () => {
  const trainer = await startTrainerInNode({ levers });
  const { api } = trainer;
  const change = (key: string, value: number | boolean) =>
    api.changeSetting(key as SettingKey, value);
  const answers: unknown[] = [];
  const whileOn = async (): Promise<void> => {
    answers.push(await change('toyGain', 0.9));
    answers.push(await change('toyIsLoud', false), await change('toyGain', 7));
  };
  const record = await trainer.run({ toyIsLoud: true, trainTokens: 256 }, { whileOn });
  trainer.close();

  expect(answers).toMatchObject([
    { ok: true },
    {
      ok: false,
      error: { key: 'fixedSetting', values: { setting: 'toyIsLoud' } },
    },
    { ok: false, error: { code: 'bad-setting' } },
  ]);
  expect(record).toMatchObject({
    status: 'completed',
    plan: { settings: { toyGain: 0.25, toyIsLoud: true, toyKind: 'soft' } },
  });
  expect(record.changes).toMatchObject([
    { cause: { kind: 'setting', key: 'toyGain', from: 0.25, to: 0.9 } },
  ]);
}, 180_000);
