import { causeOf } from '../../errors.ts';
import { type AskedRow, columnOf, type DataRow, filled, type Prompt } from './askedRow.ts';
import type { JinjaNode } from './jinjaNodes.ts';
import { namesIn, separator } from './jinjaNodes.ts';
import { JinjaPrompt } from './jinjaPrompt.ts';
import { parsePromptSheet, type PromptEntry } from './promptSheet.ts';

/** A prompt that can't be used, and why in the words of the interpreter. */
export interface UnusablePrompt {
  readonly name: string;
  readonly cause: string;
}

/** The prompts of a promptsource file, ready to be applied. */
export interface SheetOfPrompts {
  readonly dataset: string;
  readonly prompts: readonly (Prompt & { readonly columns: readonly string[] })[];
  /** Columns that the prompts ask for, the most wanted first. */
  readonly columns: readonly string[];
  readonly unusable: readonly UnusablePrompt[];
  /** Of prompts that ask for what the dataset was made for. */
  readonly originals: number;
}

/** @throws AppError 'bad-file' where the file is no sheet of prompts. */
export function promptsOfSheet(text: string, fileName: string): SheetOfPrompts {
  const { dataset, entries } = parsePromptSheet(text, fileName);
  const names = new ValueNames();
  const wanted = new Map<string, number>();
  const prompts: SheetPrompt[] = [];
  const unusable: UnusablePrompt[] = [];
  for (const entry of entries) {
    try {
      const prompt = new SheetPrompt(entry, names);
      prompts.push(prompt);
      for (const column of prompt.columns) wanted.set(column, (wanted.get(column) ?? 0) + 1);
    } catch (error) {
      unusable.push({ name: entry.name, cause: causeOf(error) });
    }
  }
  const columns = [...wanted].sort((a, b) => b[1] - a[1]).map(([column]) => column);
  const originals = entries.filter(({ isOriginal }) => isOriginal).length;
  return { dataset, prompts, columns, unusable, originals };
}

const choicesName = 'answer_choices';

class SheetPrompt implements Prompt {
  readonly name: string;
  readonly metrics: readonly string[];
  readonly uses: readonly string[];
  /** Of the rows, which it reads. */
  readonly columns: readonly string[];
  readonly #template: JinjaPrompt;
  readonly #choices: JinjaPrompt | null;
  readonly #nameOf: (expression: JinjaNode) => string;
  /** Choices that are the same for every row. */
  #fixedChoices: readonly string[] | undefined;

  constructor({ name, jinja, answerChoices, metrics }: PromptEntry, names: ValueNames) {
    this.name = name;
    this.metrics = metrics;
    this.#template = new JinjaPrompt(jinja);
    this.#choices = answerChoices === '' ? null : new JinjaPrompt(answerChoices);
    const ofChoices = this.#choices?.names ?? [];
    const isColumn = (one: string): boolean => one !== choicesName;
    this.columns = [...new Set([...this.#template.names.filter(isColumn), ...ofChoices])];
    const { asked } = this.#template;
    const shown = asked.includes(choicesName) ? ofChoices : [];
    this.uses = [...new Set([...asked.filter(isColumn), ...shown])].sort();
    const columns = new Set(this.columns);
    this.#nameOf = (expression) => names.of(expression, columns, { name, answerChoices });
  }

  ask({ values }: DataRow, index: number): AskedRow | null {
    const variables: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const column of this.columns) variables[column] = plain(columnOf(values, column));
    const choices = this.#choicesOf(variables, index);
    if (choices) variables[choicesName] = choices;
    const rendered = this.#template.render({
      variables,
      seed: String(index),
      nameOf: this.#nameOf,
    });
    const [pattern, answer, more] = rendered.text.split(separator).map((part) => part.trim());
    if (pattern === undefined || answer === undefined || more !== undefined) return null;
    const target = filled(answer, rendered.values).trim();
    if (target === '' || filled(pattern, rendered.values).trim() === '') return null;
    const hasOptions = choices && choices.length > 1 && choices.includes(target);
    return { pattern, values: rendered.values, target, ...(hasOptions && { options: choices }) };
  }

  #choicesOf(
    variables: Readonly<Record<string, unknown>>,
    index: number,
  ): readonly string[] | null {
    if (!this.#choices) return null;
    if (this.#choices.names.length > 0) return this.#choices.parts(variables, String(index));
    return (this.#fixedChoices ??= this.#choices.parts({}, ''));
  }
}

/** Names of values: a column's own, or one of its own for each expression. */
class ValueNames {
  readonly #ofNode = new WeakMap<object, string>();
  readonly #ofExpression = new Map<string, string>();

  of(
    expression: JinjaNode,
    columns: ReadonlySet<string>,
    prompt: Pick<PromptEntry, 'name' | 'answerChoices'>,
  ): string {
    const known = this.#ofNode.get(expression);
    if (known !== undefined) return known;
    const name = this.#nameOf(expression, columns, prompt);
    this.#ofNode.set(expression, name);
    return name;
  }

  #nameOf(
    expression: JinjaNode,
    columns: ReadonlySet<string>,
    { name: prompt, answerChoices }: Pick<PromptEntry, 'name' | 'answerChoices'>,
  ): string {
    const read = [...namesIn(expression)];
    const [first = 'value'] = read;
    if (expression.type === 'Identifier' && columns.has(first)) return first;
    const isShared = read.every((one) => columns.has(one) || one === choicesName);
    const scope = isShared ? (read.includes(choicesName) ? answerChoices : '') : prompt;
    const key = JSON.stringify([expression, scope]);
    const before = this.#ofExpression.get(key);
    if (before !== undefined) return before;
    const base = first === choicesName ? 'choices' : first;
    const name = `${base}_e${this.#ofExpression.size + 1}`;
    this.#ofExpression.set(key, name);
    return name;
  }
}

const maxDepth = 8;

/** What the interpreter has kinds for; of Parquet's, whole numbers and dates are made such. */
function plain(value: unknown, depth = 0): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > maxDepth) return undefined;
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array);
  if (Array.isArray(value)) return value.map((one) => plain(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, plain(one, depth + 1)]),
  );
}
