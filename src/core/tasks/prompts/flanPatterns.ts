import { pythonLiterals, type PythonValue } from '../containers/pythonLiterals.ts';
import { scalarText } from '../rows/rowText.ts';
import {
  columnOf,
  type AskedRow,
  type DataRow,
  filled,
  mark,
  type Prompt,
  withoutMarks,
} from './askedRow.ts';

/** The pairs of one dataset. */
export interface PatternSet {
  readonly dataset: string;
  readonly pairs: readonly PatternPair[];
}

/** What is asked and what is answered, with `{name}`s in both. */
type PatternPair = readonly [input: string, target: string];

/** The pattern sets of a Python source or of JSON; a single list of pairs has no dataset of its own. */
export function patternSetsOf(text: string): PatternSet[] {
  if (!/^\s*[[{]/.test(text))
    return [...pythonLiterals(text).values()].flatMap((one) => setsIn(one, ''));
  return setsIn(asPython(JSON.parse(text)), '');
}

const asPython = (value: unknown): PythonValue => {
  if (Array.isArray(value)) return value.map(asPython);
  if (typeof value !== 'object' || value === null) return value as PythonValue;
  return new Map(Object.entries(value).map(([key, one]) => [key, asPython(one)]));
};

const isDictionary = (value: PythonValue): value is ReadonlyMap<string, PythonValue> =>
  value instanceof Map;

function setsIn(value: PythonValue, dataset: string): PatternSet[] {
  if (isDictionary(value)) {
    if (dataset !== '') return [];
    return [...value].flatMap(([key, list]) => setsIn(list, key));
  }
  if (!Array.isArray(value) || value.length === 0) return [];
  const pairs = value.flatMap((one: PythonValue): PatternPair[] => {
    const [input, target, more] = Array.isArray(one) ? (one as PythonValue[]) : [];
    return typeof input === 'string' && typeof target === 'string' && more === undefined
      ? [[input, target]]
      : [];
  });
  return pairs.length === value.length ? [{ dataset, pairs }] : [];
}

/** Columns of FLAN's own making: the options as a list that a prompt shows. */
const optionColumns = new Set(['options_', 'options_str']);

/** A pair of patterns (Wei et al. 2022) as a prompt. */
export class FlanPrompt implements Prompt {
  readonly name: string;
  readonly metrics: readonly string[] = [];
  readonly uses: readonly string[];
  readonly columns: readonly string[];
  readonly #input: string;
  readonly #target: string;

  constructor([input, target]: PatternPair, name: string) {
    this.name = name;
    this.#input = marked(input);
    this.#target = marked(target);
    const [asked, answered] = [namesIn(this.#input), namesIn(this.#target)];
    this.columns = [...new Set([...asked, ...answered])];
    this.uses = asked.filter((column) => !optionColumns.has(column)).sort();
  }

  ask({ values: row }: DataRow): AskedRow | null {
    const values = new Map<string, string>();
    for (const column of this.columns) {
      const text = flanText(row, column);
      if (text === null) return null;
      values.set(column, text);
    }
    const target = filled(this.#target, values).trim();
    if (target === '' || filled(this.#input, values).trim() === '') return null;
    const options = optionsOf(row);
    const hasOptions = options.length > 1 && options.includes(target);
    return { pattern: this.#input.trim(), values, target, ...(hasOptions && { options }) };
  }
}

const namesIn = (pattern: string): string[] => [
  ...new Set([...pattern.matchAll(/\uE000([^\uE001]*)\uE001/g)].map(([, name]) => name!)),
];

/** Doubled braces are braces, as in Python's `format`. */
const marked = (pattern: string): string =>
  withoutMarks(pattern).replace(/\{\{|\}\}|\{(\w+)\}/g, (whole, name?: string) =>
    name === undefined ? whole[0]! : mark(name),
  );

/** Null where the row has nothing of that name. */
export function flanText(row: DataRow['values'], column: string): string | null {
  const own = columnOf(row, column);
  if (own !== undefined && own !== null) return withoutMarks(scalarText(own) ?? listText(own));
  const options = optionsOf(row);
  if (optionColumns.has(column)) {
    return options.length > 0 ? `OPTIONS:\n${options.map((one) => `- ${one}`).join('\n')}` : null;
  }
  if (column !== 'answer') return null;
  const label = columnOf(row, 'label');
  const labelled = options[Number(label)];
  if (labelled !== undefined && scalarText(label) !== '') return labelled;
  const answer = ['target', 'targets', 'label', 'output'].map((name) => columnOf(row, name));
  return scalarText(answer.find((one) => one !== undefined && one !== null)) || null;
}

const listText = (value: unknown): string =>
  Array.isArray(value) ? value.map((one) => scalarText(one) ?? '').join(', ') : '';

function optionsOf(row: DataRow['values']): string[] {
  const listed = columnOf(row, 'options') ?? columnOf(row, 'choices');
  if (!Array.isArray(listed)) return [];
  return listed.map((one) => withoutMarks(scalarText(one) ?? '')).filter(Boolean);
}
