import { expect, test } from 'vitest';
import { presetIds, readPreset } from '../../cli/train/readDesk.ts';
import { parseShippedPresets } from '../../src/core/desk/preset.ts';
import { bundlePresets } from '../../tools/build/presetBundle.ts';
import { inWords } from '../inWords.ts';

test('one file holds every shipped preset, in the order of their list, each as its own file has it', () => {
  const presets = parseShippedPresets(JSON.parse(JSON.stringify(bundlePresets('public'))));
  expect(presets.map(({ id }) => id)).toEqual(presetIds());
  for (const { id, desk } of presets) expect(desk, id).toEqual(readPreset(id));
});

test('what is no list of presets, or holds one that is broken, is told with the file and the place', () => {
  const read = (raw: unknown) => inWords(() => parseShippedPresets(raw));
  expect(read({})).toThrow(/presets\/shipped\.json.*presets/);
  expect(read({ presets: [{ id: 'one', words: {} }] })).toThrow(/presets\/shipped\.json.*words/);
});
