import type { AppliedPrompt } from './promptedRows.ts';
import { askerOf } from './waysToAsk.ts';

type Group = readonly AppliedPrompt[];

/**
 * Groups that ask another one's question the other way round (FLAN's "turned around" templates, Wei et al. 2022): made of its answer alone, and
 * answered by its input alone. By the group that they are the inverse of, the larger of the two.
 */
export function invertedOf(groups: readonly Group[]): ReadonlyMap<Group, Group> {
  const inverses = new Map<Group, Group>();
  const inverted = new Set<Group>();
  const bySize = groups.toSorted((a, b) => b.length - a.length);
  for (const forward of bySize) {
    if (inverted.has(forward)) continue;
    const inverse = bySize.find(
      (one) => one !== forward && !inverses.has(one) && !inverted.has(one) && turns(one, forward),
    );
    if (!inverse) continue;
    inverses.set(forward, inverse);
    inverted.add(inverse);
  }
  return inverses;
}

function turns(group: Group, forward: Group): boolean {
  const asker = askerOf(forward);
  const slot = onlySlotOf(group);
  if (!asker || slot === null) return false;
  const { asked } = forward[asker.index]!;
  return group[0]!.asked.every((one, i) => {
    const other = asked[i];
    if (!one || !other) return !one && !other;
    return (
      one.target === other.values.get(asker.input)?.trim() &&
      one.values.get(slot)?.trim() === other.target
    );
  });
}

/** The value that all of them are made of, and nothing else. */
function onlySlotOf(group: Group): string | null {
  const slots = new Set(
    group.flatMap(({ form }) => (form.kind === 'fixed' ? form.slots : ['', ''])),
  );
  const isWhole = group.every(({ form }) => form.kind === 'fixed');
  return isWhole && slots.size === 1 ? [...slots][0]! : null;
}
