import type { TaskInfo } from '../../../../core/protocol/index.ts';
import { askedText } from '../../../../core/render/fillSlots.ts';
import { t } from '../../../i18n/texts.ts';
import type { Channel } from '../../../state/channel.svelte.ts';
import type { ChoiceGroup } from '../../../ui/parts/searchChoices.ts';

/**
 * The wordings of every loaded task, those of `first` before the others', then the tasks whose wordings have to
 * be fetched first; a value is "index/task".
 */
export function wordingGroups(
  library: readonly Channel[],
  first: TaskInfo | null,
): readonly ChoiceGroup[] {
  const groups = library.flatMap(({ id, name, task }): ChoiceGroup[] => {
    if (!task) return [];
    const choices = task.wordings.map((wording, index) => {
      return { value: `${index}/${id}`, text: askedText(wording) };
    });
    return [{ id, heading: name, choices }];
  });
  const unloaded = library.filter(({ task }) => !task);
  return [
    ...groups.filter(({ id }) => id === first?.id),
    ...groups.filter(({ id }) => id !== first?.id),
    {
      id: 'notLoaded',
      heading: t.tryIt.firstWordingOf,
      choices: unloaded.map(({ id, name }) => ({ value: `0/${id}`, text: name })),
    },
  ];
}
