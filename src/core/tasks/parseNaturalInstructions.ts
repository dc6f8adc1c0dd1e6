import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { type WantedKind, wantedKinds } from '../errorValues.ts';
import { metricThatSees } from '../metrics/suggestMetric.ts';
import { randomStream } from '../random.ts';
import { ownCluster } from './ownCluster.ts';
import type { LeftOut, LeftOutReason, OfficialSplit, ReadReport } from './readReport.ts';
import { inScoringOrder } from './scoringOrder.ts';
import { shortJson } from './rows/rowText.ts';
import { splitInstances, type ReadInstance } from './splitInstances.ts';
import { splitNames, type Demonstration, type SplitName, type Task, type Wording } from './task.ts';
import { taskIdOf, taskNameOf } from './taskId.ts';

/** A schema's message is what its key may hold: one of the kinds that languages have words for. */
const wanted = (kind: WantedKind): WantedKind => kind;

/** Older files hold a string where newer ones hold a list. */
const text = v.string(wanted('text'));
const textOrList = v.union([text, v.array(text)], wanted('textOrList'));
/** A number or a truth value is its text. */
const scalar = v.pipe(
  v.union([v.string(), v.number(), v.boolean()], wanted('text')),
  v.transform(String),
);
const scalarOrList = v.union([scalar, v.array(scalar)], wanted('textOrList'));
const demonstration = v.object({
  input: scalar,
  output: scalarOrList,
  explanation: v.optional(text, ''),
  slots: v.optional(v.record(text, text)),
});
const instance = v.object({
  id: v.optional(text),
  input: scalar,
  output: v.nullish(scalarOrList, ''),
  split: v.optional(v.picklist(splitNames, wanted('split'))),
  slots: v.optional(v.record(text, text)),
  wrong: v.optional(v.array(text, wanted('list'))),
});
const count = v.pipe(
  v.number(wanted('number')),
  v.integer(wanted('count')),
  v.minValue(0, wanted('count')),
);
const optionHabits = ['half', 'always', 'never'] as const;
const extension = v.object({
  id: v.optional(v.pipe(text, v.regex(/^[a-z0-9][a-z0-9_-]*$/, wanted('id')))),
  name: v.optional(text),
  cluster: v.optional(text),
  metric: v.optional(text),
  wordings: v.optional(
    v.array(
      v.object({
        id: text,
        text,
        place: v.optional(v.picklist(['before', 'after'], wanted('place')), 'before'),
        heldOut: v.optional(v.boolean(wanted('flag')), false),
        inverted: v.optional(v.boolean(wanted('flag')), false),
      }),
      wanted('list'),
    ),
    [],
  ),
  constraints: v.optional(v.array(text, wanted('list'))),
  family: v.optional(v.boolean(wanted('flag'))),
  options: v.optional(v.array(text, wanted('list'))),
  showsOptions: v.optional(v.picklist(optionHabits, wanted('showsOptions')), 'half'),
  splits: v.optional(v.object({ train: count, validation: count, test: count })),
  difficulty: v.optional(v.pipe(text, v.regex(/^[123]*$/, wanted('difficulty')))),
});
const schema = v.object({
  Definition: v.pipe(
    textOrList,
    v.check(
      (definition) => asList(definition).some((one) => one.trim() !== ''),
      wanted('notEmpty'),
    ),
  ),
  Categories: v.optional(textOrList, []),
  'Positive Examples': v.optional(v.array(demonstration, wanted('list')), []),
  'Negative Examples': v.optional(v.array(demonstration, wanted('list')), []),
  Instances: v.array(instance, wanted('instances')),
  'Instance License': v.optional(textOrList, []),
  Mixdesk: v.optional(extension, {}),
});
type File = v.InferOutput<typeof schema>;

function asList(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/**
 * A task in the Super-NaturalInstructions schema (Wang et al. 2022), older string and newer list
 * forms, with our extra keys under `Mixdesk` (docs/tasks.md). Unknown keys are left alone; instances without an answer are left out.
 * @param official a test task of the collection is tested on its first hundred instances
 */
export function readNaturalInstructions(
  raw: unknown,
  fileName: string,
  official?: OfficialSplit,
): ReadTask {
  const result = v.safeParse(schema, raw);
  if (!result.success) throw refusal(result.issues[0], fileName);
  const file = result.output;
  const definition = asList(file.Definition)
    .find((one) => one.trim() !== '')!
    .trim();
  const { Mixdesk: own } = file;
  const id = own.id ?? taskIdOf(fileName);
  const all = readInstances(file, id);
  const answered = asOfficial(
    all.filter(({ outputs }) => outputs.some(Boolean)),
    official,
  );
  const { splits, alsoHeldOut, ...book } = splitInstances(answered, fileName);
  const task: Task = {
    id,
    name: own.name ?? taskNameOf(fileName),
    cluster: own.cluster ?? clusterOf(file),
    metric: own.metric ?? metricOf(file),
    definition,
    wordings: [
      { id: 'definition', text: definition, place: 'before' } as const,
      ...own.wordings.map(toWording),
    ].map((wording) => withEnding(wording, own.constraints ?? [])),
    positiveExamples: file['Positive Examples'].map(toDemonstration),
    negativeExamples: file['Negative Examples'].map(toDemonstration),
    ...(own.family ? { isFamily: true } : {}),
    splits: own.splits ? splits : inScoringOrder(splits),
    licence: asList(file['Instance License'])[0] ?? 'Unknown',
    origin: fileName,
  };
  const firstEmpty = all.findIndex(({ outputs }) => !outputs.some(Boolean));
  const leftOut: LeftOut[] = [
    left('noOutput', all.length - answered.length, firstEmpty),
    left('alsoHeldOut', alsoHeldOut.length, alsoHeldOut[0] ?? 0),
  ].filter(({ count: n }) => n > 0);
  return {
    task,
    rows: all.length,
    leftOut,
    notKept: 0,
    unknownKeys: [],
    duplicates: 0,
    endMarker: null,
    ...book,
  };
}

/** The collection tests on the first so many instances of its test tasks (Wang et al. 2022). */
const officialTestInstances = 100;

function asOfficial(
  instances: readonly ReadInstance[],
  official: OfficialSplit | undefined,
): readonly ReadInstance[] {
  const hasMore = instances.length > officialTestInstances + 1;
  if (official !== 'test' || !hasMore || instances.some(({ split }) => split)) return instances;
  return instances.map((one, i) => ({
    ...one,
    split: i < officialTestInstances ? ('test' as const) : ('train' as const),
  }));
}

/** The task alone. @throws AppError 'bad-file'. */
export const parseNaturalInstructions = (raw: unknown, fileName: string): Task =>
  readNaturalInstructions(raw, fileName).task;

/** A task, and the book on its instances. */
type ReadTask = { readonly task: Task } & Omit<ReadReport, 'format' | 'encoding'>;

const left = (reason: LeftOutReason, n: number, first: number): LeftOut => ({
  reason,
  count: n,
  first: { unit: 'row', at: first + 1 },
});

function refusal(issue: v.BaseIssue<unknown>, fileName: string): Error {
  const path = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  );
  const key = path.join('').replace(/^\./, '');
  if (issue.received === 'undefined')
    return new AppError('bad-file', 'keyMissing', { fileName, key });
  const kind = wantedKinds.find((one) => one === issue.message) ?? 'object';
  const values = { fileName, key, got: shortJson(issue.input), wanted: kind };
  return new AppError('bad-file', 'badKey', values);
}

function toDemonstration({
  input,
  output,
  explanation,
  slots,
}: File['Positive Examples'][number]): Demonstration {
  const only = asList(output)[0] ?? '';
  return { input, output: only, explanation, ...(slots ? { slots } : {}) };
}

function toWording({
  heldOut,
  inverted,
  ...wording
}: NonNullable<File['Mixdesk']['wordings']>[number]): Wording {
  return {
    ...wording,
    ...(heldOut ? { isHeldOut: true } : {}),
    ...(inverted ? { isInverted: true } : {}),
  };
}

/** Constraints are about the answer: an inverted wording, which asks for the input, goes without. */
function withEnding(wording: Wording, constraints: readonly string[]): Wording {
  const unsaid = constraints.filter((one) => !wording.text.includes(one));
  return wording.isInverted || unsaid.length === 0
    ? wording
    : { ...wording, ending: unsaid.join(' ') };
}

function readInstances(file: File, taskId: string): ReadInstance[] {
  const { splits, difficulty = '' } = file.Mixdesk;
  const split = splits && splitByPlace(splits);
  return withOwnIds(
    file.Instances.map((one, index) => {
      const grade = difficulty[index];
      const place = split?.(index);
      return {
        ...toInstance(one, taskId, index),
        ...optionsOf(file, one, taskId, index),
        ...(place ? { split: place } : {}),
        ...(grade ? { difficulty: Number(grade) } : {}),
      };
    }),
  );
}

/** Splits that lie one after the other: the first so many instances are for training, and so on. */
function splitByPlace(sizes: Readonly<Record<SplitName, number>>) {
  return (index: number): SplitName => {
    if (index < sizes.train) return 'train';
    return index < sizes.train + sizes.validation ? 'validation' : 'test';
  };
}

/**
 * The instance's own options (its answer and what it names as wrong), else the task's, in an order of
 * the instance's own, so that no place in the line says more than another. Labels cycle through the instances, hence the division: of each
 * label, half of the instances show the options.
 */
function optionsOf(
  { Mixdesk: own }: File,
  one: File['Instances'][number],
  taskId: string,
  index: number,
): Pick<ReadInstance, 'options' | 'showsOptions'> {
  const choices = one.wrong ? [asList(one.output)[0]!, ...one.wrong] : own.options;
  if (!choices) return {};
  const options = randomStream('options', taskId, index).shuffle(choices);
  const isShowing = Math.floor(index / (own.options?.length ?? 1)) % 2 === 0;
  const showsOptions = own.showsOptions === 'always' || (own.showsOptions === 'half' && isShowing);
  return { options, ...(showsOptions ? { showsOptions } : {}) };
}

/** Without empty ones, unless there is nothing else. */
function answersOf(output: string | readonly string[]): string[] {
  const answers = asList(output).map((one) => one.trim());
  const said = answers.filter(Boolean);
  return said.length > 0 ? said : [''];
}

function toInstance(one: File['Instances'][number], taskId: string, index: number): ReadInstance {
  return {
    id: one.id ?? `${taskId}-${index}`,
    input: one.input.trim(),
    outputs: answersOf(one.output),
    ...(one.split ? { split: one.split } : {}),
    ...(one.slots ? { slots: one.slots } : {}),
  };
}

/** Ids told apart: an id that was there before gets the number of its instance. */
function withOwnIds(instances: readonly ReadInstance[]): ReadInstance[] {
  const seen = new Set<string>();
  return instances.map((one, index) => {
    let id = one.id;
    for (let n = index; seen.has(id); n++) id = `${one.id}-${n}`;
    seen.add(id);
    return { ...one, id };
  });
}

/** First category; older files write it as "Text Generation -> Number Generation". */
function clusterOf(file: File): string {
  const category = asList(file.Categories)[0]?.split('->').at(-1)?.trim().toLowerCase();
  return category === undefined || category === '' ? ownCluster : category;
}

const exactMatchCategories =
  /classification|entailment|coreference|dialogue act|answerability|word analogy/i;

/**
 * Super-NaturalInstructions scores classification-like categories by exact match, the rest by ROUGE-L; where
 * that can't see the answers, they decide.
 */
function metricOf(file: File): string {
  const isClassified = exactMatchCategories.test(asList(file.Categories).join(' '));
  const outputs = file.Instances.flatMap(({ output }) => asList(output));
  return metricThatSees(isClassified ? 'exactMatch' : 'rougeL', outputs);
}
