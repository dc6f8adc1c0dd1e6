import type { Wording } from '../task.ts';
import { taskIdOf } from '../taskId.ts';
import { type AskedRow, filled } from './askedRow.ts';
import { slotNameOf, wordingOf } from './promptForm.ts';
import type { AppliedPrompt } from './promptedRows.ts';

type Group = readonly AppliedPrompt[];
type Asked = readonly (AskedRow | null)[];

export interface WaysToAsk {
  readonly wordings: readonly Wording[];
  readonly inputOf: (asked: Asked) => string;
  readonly slotsOf: (asked: Asked) => Readonly<Record<string, string>> | null;
}

/**
 * Wordings of the prompts: the value that most of them ask about (a column before an expression, the longest before
 * others) is the input, the others are slots. A prompt whose text differs from row to row is, as a whole, a slot;
 * where there is no other, its text is the input.
 * @param inverted prompts that ask for the input given the answer
 */
export function waysToAsk(group: Group, inverted: Group = []): WaysToAsk {
  const ids = ownIds([...group, ...inverted].map(({ prompt }) => prompt.name));
  const asker = askerOf(group);
  const wordings = group.map(({ form }, i): Wording => {
    const id = ids[i]!;
    if (form.kind === 'fixed') return wordingOf(id, form.pattern, asker?.input ?? null);
    const text = asker === null && i === 0 ? '{input}' : `{${slotOf(i)}}`;
    return { id, text, place: 'around' };
  });
  const textOf = (one: AskedRow): string => filled(one.pattern, one.values).trim();
  const turned = inverted.flatMap(({ form }, i): Wording[] => {
    if (form.kind === 'varying') return [];
    const id = ids[group.length + i]!;
    return [{ ...wordingOf(id, form.pattern, form.slots[0]!), isInverted: true }];
  });
  return {
    wordings: [...wordings, ...turned],
    inputOf: (asked) =>
      asker ? (asked[asker.index]!.values.get(asker.input) ?? '') : textOf(asked[0]!),
    slotsOf(asked) {
      const slots = new Map<string, string>();
      group.forEach(({ form }, i) => {
        const one = asked[i]!;
        if (form.kind === 'varying') {
          if (asker !== null || i > 0) slots.set(slotOf(i), textOf(one));
          return;
        }
        for (const name of form.slots) {
          if (name !== asker?.input) slots.set(slotNameOf(name), one.values.get(name) ?? '');
        }
      });
      return slots.size > 0 ? Object.fromEntries(slots) : null;
    },
  };
}

const slotOf = (index: number): string => `prompt${index + 1}`;

/** The value that is the input, and the first prompt that has it; null where the text of none is fixed. */
export function askerOf(group: Group): { readonly input: string; readonly index: number } | null {
  const found = new Map<
    string,
    { index: number; prompts: number; isColumn: boolean; length: number }
  >();
  group.forEach(({ form, prompt, asked }, index) => {
    for (const name of form.kind === 'fixed' ? form.slots : []) {
      const before = found.get(name);
      const length = asked.reduce((sum, one) => sum + (one?.values.get(name)?.length ?? 0), 0);
      const isColumn = prompt.uses.includes(name);
      if (before) before.prompts++;
      else found.set(name, { index, prompts: 1, isColumn, length });
    }
  });
  const [best] = [...found].sort(
    ([, a], [, b]) =>
      b.prompts - a.prompts || Number(b.isColumn) - Number(a.isColumn) || b.length - a.length,
  );
  return best ? { input: best[0], index: best[1].index } : null;
}

/** Ids of wordings from the names of prompts, each once. */
function ownIds(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name) => {
    const plain = taskIdOf(name.replaceAll(/[./\\]/g, '_'));
    let id = plain;
    for (let n = 2; seen.has(id); n++) id = `${plain}-${n}`;
    seen.add(id);
    return id;
  });
}
