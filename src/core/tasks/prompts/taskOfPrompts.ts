import { metricThatSees, suggestMetric } from '../../metrics/suggestMetric.ts';
import { inScoringOrder } from '../scoringOrder.ts';
import { splitInstances, type ReadInstance } from '../splitInstances.ts';
import type { LeftOut, LeftOutReason, ReadReport } from '../readReport.ts';
import type { Task } from '../task.ts';
import { taskIdOf } from '../taskId.ts';
import type { AppliedPrompt, PromptedRows } from './promptedRows.ts';
import { waysToAsk, type WaysToAsk } from './waysToAsk.ts';

type Group = readonly AppliedPrompt[];

/** A task of prompts that ask for the same, and the book on its rows. @throws AppError 'bad-file' when too few rows are left. */
export function taskOfPrompts(
  group: Group,
  source: PromptedRows,
  inverted: Group = [],
): { readonly task: Task; readonly report: ReadReport } {
  const { fileName, dataset, rows } = source;
  const [first] = group as [AppliedPrompt];
  const name = `${dataset}: ${first.prompt.name}`;
  const id = taskIdOf(`${dataset}_${first.prompt.name}`.replaceAll(/[./\\]/g, '_'));
  const { wordings, ...ways } = waysToAsk(group, inverted);
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
