import type { FaderPosition } from '../../core/protocol/index.ts';
import { liveKeys } from '../../core/settings/table.ts';
import type { App } from '../state/createApp.ts';
import { tell } from './tell.ts';

/** Faders and live settings that were moved during a run reach it; those that it has already stay unsaid. */
export async function sendLive(app: App): Promise<void> {
  const { engine, desk, transport } = app;
  const { api } = engine;
  if (transport.phase !== 'sent' || !api) return;
  const moved = movedByHand(transport.levelsInUse, desk.levels);
  if (desk.hasMix && moved.length > 0) {
    transport.levelsInUse = desk.levels;
    tell(app, await api.setChannels(moved));
  }
  for (const key of liveKeys) {
    const value = desk.settings[key];
    if (value === transport.settingsInUse?.[key]) continue;
    transport.settingsInUse = { ...desk.settings, ...transport.settingsInUse, [key]: value };
    tell(app, await api.changeSetting(key, value));
  }
}

/** What the hand has moved: the others may stand where the run's schedule has brought them. What has left the desk is off. */
function movedByHand(
  before: readonly FaderPosition[],
  after: readonly FaderPosition[],
): FaderPosition[] {
  const was = new Map(before.map((position) => [position.taskId, position]));
  const isThere = new Set(after.map(({ taskId }) => taskId));
  const moved = after.filter(({ taskId, level, isOn }) => {
    const old = was.get(taskId);
    return old?.level !== level || old.isOn !== isOn;
  });
  const gone = before.filter(({ taskId, isOn }) => isOn && !isThere.has(taskId));
  return [...moved, ...gone.map((position) => ({ ...position, isOn: false }))];
}
