import { AppError } from '../../src/core/errors.ts';
import type { FaderPosition } from '../../src/core/protocol/index.ts';
import type { SettingValue } from '../../src/core/settingRows.ts';
import { checkSetting } from '../../src/core/settings/parse.ts';
import { type SettingKey, tableOf } from '../../src/core/settings/table.ts';
import type { Lists } from '../lists/lists.ts';
import { moveFaders, moveSetting } from '../loop/moveFaders.ts';
import type { Run } from '../loop/run.ts';
import { sayChange } from '../loop/sayChange.ts';

/** New faders from the next batch on. @throws AppError 'nothing-to-train'; the old ones stay. */
export function changeChannels(run: Run, channels: readonly FaderPosition[]): void {
  sayChange(run, { kind: 'faders' }, moveFaders(run, channels));
}

/**
 * A live setting from the next step on.
 * @throws AppError 'bad-setting' for a value out of range, or a setting that is fixed during a run.
 */
export function changeSetting(
  run: Run,
  { levers }: Lists,
  key: SettingKey,
  value: SettingValue,
): void {
  checkSetting(tableOf(levers), key, value);
  const liveKeys = levers.flatMap(({ live }) => live);
  if (!liveKeys.includes(key)) {
    throw new AppError('bad-setting', 'fixedSetting', { setting: key, live: liveKeys });
  }
  sayChange(run, { kind: 'setting', ...moveSetting(run, key, value) });
}
