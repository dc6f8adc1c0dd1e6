import type { TaskInfo } from '../../../../core/protocol/index.ts';
import { askedText } from '../../../../core/render/fillSlots.ts';
import type { Channel } from '../../../state/channel.svelte.ts';
import type { ChoiceGroup } from '../../../ui/parts/searchChoices.ts';

/** The wordings of every loaded task, those of `first` before the others'; a value is "index/task". */
export function wordingGroups(
  channels: readonly Channel[],
  first: TaskInfo | null,
): readonly ChoiceGroup[] {
  const groups = channels.flatMap(({ id, name, task }): ChoiceGroup[] => {
    if (!task) return [];
    const choices = task.wordings.map((wording, index) => {
      return { value: `${index}/${id}`, text: askedText(wording) };
    });
    return [{ id, heading: name, choices }];
  });
  return [
    ...groups.filter(({ id }) => id === first?.id),
    ...groups.filter(({ id }) => id !== first?.id),
  ];
}
