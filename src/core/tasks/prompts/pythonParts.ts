import { Environment, type Interpreter } from '@huggingface/jinja';
import type { RandomStream } from '../../random.ts';
import { isNode, type JinjaNode, valueOf } from './jinjaNodes.ts';

export type Value = ReturnType<Interpreter['evaluate']>;
type Evaluate = (part: unknown) => Value;

const scratch = new Environment();

/** A value of the interpreter's own kinds. */
export function runtimeOf(value: unknown): Value {
  scratch.variables.delete('value');
  return scratch.set('value', value);
}

/** What a value is as text. */
export const textOf = (value: Value): string =>
  typeof value.value === 'string' ? value.value : value.toString();

/** A list of values that are the interpreter's own already. */
function listOf(items: readonly Value[]): Value {
  const list = runtimeOf([]);
  list.value = [...items];
  return list;
}

const itemsOf = (value: Value): readonly Value[] => {
  if (value.type === 'ArrayValue' || value.type === 'TupleValue') return value.value as Value[];
  if (value.type === 'StringValue') return [...(value.value as string)].map(runtimeOf);
  throw new Error(`a list is wanted, not ${value.type}`);
};

const argsOf = (node: unknown): readonly unknown[] =>
  isNode(node) && Array.isArray(node['args']) ? (node['args'] as unknown[]) : [];

/** Filters of promptsource (`choice`, `most_frequent`, `to_json`) and of Jinja that the interpreter lacks; null for all others. */
export function ownFilter(
  node: JinjaNode,
  evaluated: Evaluate,
  random: () => RandomStream,
): Value | null {
  const { operand, filter } = node;
  const call = isNode(filter) && filter.type === 'CallExpression' ? filter : null;
  const name = valueOf(call ? call['callee'] : filter);
  switch (name) {
    case 'choice':
    case 'random': {
      const items = itemsOf(evaluated(operand));
      return items.length > 0 ? random().pick(items) : runtimeOf('');
    }
    case 'most_frequent':
      return listOf(mostFrequent(itemsOf(evaluated(operand))));
    case 'to_json':
      return evaluated({ ...node, filter: { type: 'Identifier', value: 'tojson' } });
    case 'highlight':
      return evaluated(operand);
    case 'list':
      return listOf(itemsOf(evaluated(operand)));
    case 'truncate': {
      const [length] = argsOf(call).map((arg) => Number(evaluated(arg).value));
      return runtimeOf(truncated(textOf(evaluated(operand)), length ?? 255));
    }
    case 'map':
      return mapped(call, operand, evaluated);
    default:
      return null;
  }
}

/** `map('upper')`: a filter by its name, on each item. */
function mapped(call: JinjaNode | null, operand: unknown, evaluated: Evaluate): Value | null {
  const [first] = argsOf(call);
  if (!isNode(first) || first.type !== 'StringLiteral') return null;
  const filter = { type: 'Identifier', value: valueOf(first) };
  const items = itemsOf(evaluated(operand)).map((item) => {
    if (item.type !== 'StringValue') throw new Error(`map('${valueOf(first)}') takes texts`);
    const text = { type: 'StringLiteral', value: item.value };
    return evaluated({ type: 'FilterExpression', operand: text, filter });
  });
  return listOf(items);
}

/** All that occur most often, in the order of their first one. */
function mostFrequent(items: readonly Value[]): Value[] {
  const counts = new Map<unknown, { readonly item: Value; count: number }>();
  for (const item of items) {
    const counted = counts.get(item.value);
    if (counted) counted.count++;
    else counts.set(item.value, { item, count: 1 });
  }
  const most = Math.max(0, ...[...counts.values()].map(({ count }) => count));
  return [...counts.values()].filter(({ count }) => count === most).map(({ item }) => item);
}

/** At a word, as Jinja's filter does, which leaves five characters alone. */
function truncated(text: string, length: number): string {
  if (text.length <= length + 5) return text;
  const cut = text.slice(0, Math.max(0, length - 3));
  const word = cut.lastIndexOf(' ');
  return `${word < 0 ? cut : cut.slice(0, word)}...`;
}

/** Functions and methods of Python that the interpreter lacks; null for all others. */
export function ownCall(node: JinjaNode, evaluated: Evaluate): Value | null {
  const { callee } = node;
  if (!isNode(callee)) return null;
  const args = argsOf(node);
  if (callee.type === 'Identifier') return ownFunction(valueOf(callee), args, evaluated);
  if (callee.type !== 'MemberExpression' || callee['computed'] === true) return null;
  const method = methods.get(valueOf(callee['property']));
  if (!method) return null;
  const object = evaluated(callee['object']);
  if (object.type !== 'StringValue' && object.type !== 'ArrayValue') return null;
  return method(object, args.map(evaluated));
}

function ownFunction(name: string, args: readonly unknown[], evaluated: Evaluate): Value | null {
  if (name === 'zip') {
    const lists = args.map((arg) => itemsOf(evaluated(arg)));
    const length = Math.min(...lists.map((list) => list.length));
    const rows = Array.from({ length: lists.length === 0 ? 0 : length }, (_, i) =>
      listOf(lists.map((list) => list[i]!)),
    );
    return listOf(rows);
  }
  if (name === 'enumerate' && args.length === 1) {
    return listOf(itemsOf(evaluated(args[0])).map((item, i) => listOf([runtimeOf(i), item])));
  }
  return null;
}

type Method = (object: Value, args: readonly Value[]) => Value;

const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  [
    'join',
    (object, [list]) => runtimeOf((list ? itemsOf(list) : []).map(textOf).join(textOf(object))),
  ],
  // Of a list, or of a text in a text.
  [
    'index',
    (object, [wanted]) => {
      const at = positionOf(object, wanted);
      if (at < 0) throw new Error('index: the value is not there');
      return runtimeOf(at);
    },
  ],
  ['find', (object, [wanted]) => runtimeOf(positionOf(object, wanted))],
  [
    'count',
    (object, [wanted]) => {
      if (object.type === 'StringValue') {
        return runtimeOf(textOf(object).split(wanted ? textOf(wanted) : '').length - 1);
      }
      return runtimeOf(itemsOf(object).filter(({ value }) => value === wanted?.value).length);
    },
  ],
]);

function positionOf(object: Value, wanted: Value | undefined): number {
  if (object.type === 'StringValue') return textOf(object).indexOf(wanted ? textOf(wanted) : '');
  return itemsOf(object).findIndex(({ value }) => value === wanted?.value);
}
