import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { curveTasks } from '../state/curveTasks.ts';

/** Takes the selected tasks off the desk; they stay in the library. */
export function removeSelected(app: App): void {
  const { desk, selection, tryIt } = app;
  const { channels } = selection;
  desk.takeOff(channels);
  if (channels.some(({ id }) => tryIt.task?.id === id)) tryIt.writeOwn();
  selection.clear();
}

/** Draws the lines of the selected tasks alone; the second time, all again. */
export function isolateSelected({ curvesView, desk, selection }: App): void {
  const ids = selection.channels.map(({ id }) => id);
  const isIn = ({ members }: { readonly members: readonly string[] }): boolean =>
    members.every((id) => ids.includes(id));
  const grouped = curveTasks(desk, curvesView.get('grouping'));
  const areWhole = grouped.filter(isIn).flatMap(({ members }) => members).length === ids.length;
  // Part of a cluster has no line while the cluster is one.
  if (!areWhole) curvesView.choose('grouping', 'tasks');
  const lines = areWhole ? grouped : curveTasks(desk, 'tasks');
  curvesView.showOnly(
    lines.filter(isIn).map(({ id }) => id),
    lines.map(({ id }) => id),
  );
}

/** Says how many are selected to who cannot see it. */
export function announceSelection({ announcer, selection, world }: App): void {
  announcer.say(t.strips.selected(selection.channels.length), world.now(), true);
}
