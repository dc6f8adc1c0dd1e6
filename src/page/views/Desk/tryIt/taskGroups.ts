import { clusterName } from '../../../i18n/names.ts';
import { t } from '../../../i18n/texts.ts';
import type { Channel } from '../../../state/channel.svelte.ts';
import type { ChoiceGroup } from '../../../ui/parts/searchChoices.ts';

/** Tasks to choose from: those on the desk, then the others of the library by cluster. */
export function taskGroups(
  onDesk: readonly Channel[],
  library: readonly Channel[],
): readonly ChoiceGroup[] {
  const others = library.filter((task) => !onDesk.includes(task));
  const clusters = [...new Set(others.map(({ cluster }) => cluster))];
  const choices = (tasks: readonly Channel[]) =>
    tasks.map(({ id, name }) => ({ value: id, text: name }));
  return [
    { id: 'desk', heading: t.tryIt.onDesk, choices: choices(onDesk) },
    ...clusters.map((cluster) => ({
      id: `cluster ${cluster}`,
      heading: clusterName(cluster),
      choices: choices(others.filter((task) => task.cluster === cluster)),
    })),
  ];
}
