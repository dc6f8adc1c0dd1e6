import type { parse } from '@huggingface/jinja';

/** A node of a parsed template. */
export interface JinjaNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

type Program = ReturnType<typeof parse>;

/** A name or a literal of a node; '' for what is none. */
export const valueOf = (node: unknown): string =>
  isNode(node) && typeof node['value'] === 'string' ? node['value'] : '';

export const isNode = (value: unknown): value is JinjaNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** What a template is made of, found once. */
export interface TemplateParts {
  /** Values that are written into the text where they stand: neither in a test nor inside an assignment. */
  readonly outputs: ReadonlySet<object>;
  /** Names that the template reads and does not make itself. */
  readonly names: readonly string[];
  /** Those that the text before `|||` is made of. */
  readonly asked: readonly string[];
}

export const separator = '|||';

export function templateParts(program: Program): TemplateParts {
  const outputs = new Set<object>();
  const asked = new Set<string>();
  const bound = new Set(boundNames(program));
  const isFree = (name: string): boolean => !bound.has(name);
  let isAfter = false;
  const walk = (body: readonly JinjaNode[]): void => {
    for (const node of body) {
      if (node.type === 'StringLiteral') isAfter ||= valueOf(node).includes(separator);
      else if (node.type === 'If' || node.type === 'For') walkBranches(node);
      else if (!statements.has(node.type)) {
        outputs.add(node);
        if (!isAfter) for (const name of namesIn(node)) asked.add(name);
      }
    }
  };
  const walkBranches = (node: JinjaNode): void => {
    const before = isAfter;
    let after = before;
    if (!before && isNode(node['iterable'])) {
      for (const name of namesIn(node['iterable'])) asked.add(name);
    }
    for (const key of ['body', 'alternate', 'defaultBlock']) {
      isAfter = before;
      walk(nodesOf(node[key]));
      after ||= isAfter;
    }
    isAfter = after;
  };
  walk(nodesOf(program.body));
  const names = [...new Set(namesIn(program as unknown as JinjaNode))].filter(isFree);
  return { outputs, names, asked: [...asked].filter(isFree).sort() };
}

/** Nodes that write nothing where they stand, or whose text goes elsewhere first. */
const statements = new Set([
  'Set',
  'Macro',
  'CallStatement',
  'FilterStatement',
  'Comment',
  'Break',
  'Continue',
]);

function nodesOf(value: unknown): JinjaNode[] {
  if (value instanceof Map) return [...value.entries()].flat().filter(isNode);
  return (Array.isArray(value) ? value : [value]).filter(isNode);
}

/** Every name that is read, in the order of the template. */
export function* namesIn(node: JinjaNode): Generator<string> {
  switch (node.type) {
    case 'Identifier':
      yield valueOf(node);
      return;
    case 'MemberExpression':
      yield* namesOf(node['object']);
      if (node['computed'] === true) yield* namesOf(node['property']);
      return;
    case 'FilterExpression':
      yield* namesOf(node['operand']);
      if (isNode(node['filter'])) yield* namesOf(node['filter']['args']);
      return;
    case 'TestExpression':
      yield* namesOf(node['operand']);
      return;
    case 'KeywordArgumentExpression':
      yield* namesOf(node['value']);
      return;
    default:
      for (const [key, value] of Object.entries(node))
        if (key !== 'operator') yield* namesOf(value);
  }
}

function* namesOf(value: unknown): Generator<string> {
  for (const node of nodesOf(value)) yield* namesIn(node);
}

/** Names that the template makes: of loops, assignments and macros. */
function* boundNames(value: unknown): Generator<string> {
  for (const node of nodesOf(value)) {
    if (node.type === 'For') yield* ['loop', ...namesOf(node['loopvar'])];
    if (node.type === 'Set') yield* namesOf(node['assignee']);
    if (node.type === 'Macro') yield* [...namesOf(node['name']), ...namesOf(node['args'])];
    for (const inner of Object.values(node)) yield* boundNames(inner);
  }
}
