import { expect, test } from 'vitest';
import type { DeskSetup } from '../../src/core/desk/deskSetup.ts';
import type { Preset } from '../../src/core/desk/preset.ts';
import { presetCommands } from '../../src/page/actions/presetCommands.ts';
import { undo } from '../../src/page/actions/undo.ts';
import { readyVisit } from './fakeApp.ts';

const named = (id: string, name: string, desk: DeskSetup): Preset => ({
  id,
  words: { en: { name, sentence: `${name}.` } },
  desk,
});

test('each preset, shipped or kept, is a command by its name that puts it on the desk and can be taken back', async () => {
  const { app } = await readyVisit();
  const { desk, presets, history } = app;
  const both = desk.setup;
  presets.shipped = [
    named('both', 'Both', both),
    named('one', 'Only A', { ...both, tasks: both.tasks.slice(0, 1) }),
  ];
  presets.choose(presets.shipped[0]!);
  presets.add(named('mine', 'Mine', { ...both, settings: { batchSize: 16 } }));
  history.begin(desk.state);
  const asked = () => presetCommands(app).map(({ name, isChosen }) => [name, isChosen]);
  expect(asked()).toEqual([
    ['Both', true],
    ['Only A', false],
    ['Mine', false],
  ]);
  await presetCommands(app)[1]!.run();
  history.note(desk.state, 5000);
  expect(desk.channels.map(({ id }) => id)).toEqual(['a']);
  expect(asked().map(([, isChosen]) => isChosen)).toEqual([false, true, false]);
  await presetCommands(app)[2]!.run();
  history.note(desk.state, 10_000);
  expect(desk.settings.batchSize).toBe(16);
  await undo(app);
  await undo(app);
  expect(desk.setup).toEqual(both);
});
