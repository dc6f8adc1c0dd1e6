import { metricThatSees, suggestMetric } from '../../metrics/suggestMetric.ts';
import { inScoringOrder } from '../scoringOrder.ts';
import { splitInstances, type ReadInstance } from '../splitInstances.ts';
import type { LeftOut, LeftOutReason, ReadReport } from '../readReport.ts';
import type { Task, Wording } from '../task.ts';
import { taskIdOf } from '../taskId.ts';
import { type AskedRow, filled } from './askedRow.ts';
import { slotNameOf, wordingOf } from './promptForm.ts';
import type { AppliedPrompt, PromptedRows } from './promptedRows.ts';

type Group = readonly AppliedPrompt[];

/** A task of prompts that ask for the same, and the book on its rows. @throws AppError 'bad-file' when too few rows are left. */
export function taskOfPrompts(
  group: Group,
  source: PromptedRows,
): { readonly task: Task; readonly report: ReadReport } {
  const { fileName, dataset, rows } = source;
  const [first] = group as [AppliedPrompt];
  const name = `${dataset}: ${first.prompt.name}`;
  const id = taskIdOf(`${dataset}_${first.prompt.name}`.replaceAll(/[./\\]/g, '_'));
  const { wordings, ...ways } = waysToAsk(group);
  const { instances, placeOf, duplicates } = instancesOf(group, ways, rows, id);
  const { splits, alsoHeldOut, ...book } = splitInstances(instances, fileName);
  const outputs = instances.map((instance) => instance.outputs[0]!);
  const task: Task = {
    id,
    name,
    cluster: dataset,
    metric: metricOf(first.prompt.metrics, outputs),
    definition: wordings[0]!.text,
    wordings,
    positiveExamples: [],
    negativeExamples: [],
    splits: inScoringOrder(splits),
    licence: 'Unknown',
    origin: fileName,
  };
  const notAsked = rows.flatMap((_, i) => (first.asked[i] ? [] : [i]));
  const leftOut = [
    left('renderedEmpty', notAsked, rows),
    left(
      'alsoHeldOut',
      alsoHeldOut.map((i) => placeOf[i]!),
      rows,
    ),
  ].filter(({ count }) => count > 0);
  const report = {
    rows: rows.length,
    leftOut,
    notKept: 0,
    unknownKeys: [],
    duplicates,
    endMarker: null,
  };
  return { task, report: { ...source.read, ...report, ...book } };
}

/** The instances, where each one's row stands, and how many rows say what another says. */
function instancesOf(
  group: Group,
  { inputOf, slotsOf }: Omit<WaysToAsk, 'wordings'>,
  rows: PromptedRows['rows'],
  id: string,
): { readonly instances: ReadInstance[]; readonly placeOf: number[]; readonly duplicates: number } {
  const seen = new Set<string>();
  const instances: ReadInstance[] = [];
  const placeOf: number[] = [];
  let duplicates = 0;
  rows.forEach((row, i) => {
    const asked = group.map((one) => one.asked[i] ?? null);
    const [one] = asked;
    if (!one) return;
    const slots = slotsOf(asked);
    const input = inputOf(asked).trim();
    const { target, options } = one;
    const key = JSON.stringify([input, slots, target]);
    if (seen.has(key)) return void duplicates++;
    seen.add(key);
    placeOf.push(i);
    instances.push({
      id: `${id}-${i}`,
      input,
      outputs: [target],
      ...(slots && { slots }),
      ...(options && { options }),
      ...(row.split && { split: row.split }),
    });
  });
  return { instances, placeOf, duplicates };
}

const left = (
  reason: LeftOutReason,
  indices: readonly number[],
  rows: PromptedRows['rows'],
): LeftOut => ({
  reason,
  count: indices.length,
  first: indices.length > 0 ? rows[indices[0]!]!.place : null,
});

/** In the collection's words; where that can't see the answers, they decide. */
function metricOf(metrics: readonly string[], outputs: readonly string[]): string {
  const said = metrics.join(' ');
  if (/accuracy/i.test(said)) return metricThatSees('exactMatch', outputs);
  if (/rouge/i.test(said)) return metricThatSees('rougeL', outputs);
  return suggestMetric(outputs);
}

type Asked = readonly (AskedRow | null)[];

interface WaysToAsk {
  readonly wordings: readonly Wording[];
  readonly inputOf: (asked: Asked) => string;
  readonly slotsOf: (asked: Asked) => Readonly<Record<string, string>> | null;
}

/**
 * Wordings of the prompts: the value that most of them ask about (a column before an expression, the longest before
 * others) is the input, the others are slots. A prompt whose text differs from row to row is, as a whole, a slot;
 * where there is no other, its text is the input.
 */
function waysToAsk(group: Group): WaysToAsk {
  const ids = ownIds(group.map(({ prompt }) => prompt.name));
  const asker = askerOf(group);
  const wordings = group.map(({ form }, i): Wording => {
    const id = ids[i]!;
    if (form.kind === 'fixed') return wordingOf(id, form.pattern, asker?.input ?? null);
    const text = asker === null && i === 0 ? '{input}' : `{${slotOf(i)}}`;
    return { id, text, place: 'around' };
  });
  const textOf = (one: AskedRow): string => filled(one.pattern, one.values).trim();
  return {
    wordings,
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
function askerOf(group: Group): { readonly input: string; readonly index: number } | null {
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
