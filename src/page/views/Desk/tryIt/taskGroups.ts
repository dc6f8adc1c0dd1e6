import { clusterName } from '../../../i18n/names.ts';
import type { Cluster } from '../../../state/desk.svelte.ts';
import type { ChoiceGroup } from '../../../ui/parts/searchChoices.ts';

/** The loaded tasks of a desk to choose from, by cluster. */
export const taskGroups = (clusters: readonly Cluster[]): ChoiceGroup[] =>
  clusters.map(({ name, channels }) => ({
    id: name,
    heading: clusterName(name),
    choices: channels.flatMap((channel) =>
      channel.task ? [{ value: channel.id, text: channel.name }] : [],
    ),
  }));
