import { Environment, Interpreter, parse, tokenize } from '@huggingface/jinja';
import { randomStream, type RandomStream } from '../../random.ts';
import { filled, mark, withoutMarks } from './askedRow.ts';
import { isNode, type JinjaNode, separator, templateParts } from './jinjaNodes.ts';
import { ownCall, ownFilter, runtimeOf, textOf, type Value } from './pythonParts.ts';

/** What a template and one rendering of it may take. */
const limits = {
  templateLength: 65_536,
  steps: 20_000,
  /** Of all renderings of one template. */
  allSteps: 50_000_000,
  textLength: 1_000_000,
  items: 10_000,
};

/** Thrown for a template that asks for more than a prompt may. */
export class OverLimit extends Error {}

/** What a rendering gave: the text, with marks for the values in it, and these. */
export interface RenderedTemplate {
  readonly text: string;
  readonly values: ReadonlyMap<string, string>;
}

export interface Rendering {
  readonly variables: Readonly<Record<string, unknown>>;
  /** What `choice` and `random` draw by. */
  readonly seed: string;
  /** What a value of the text is called; the same expression over the same columns always alike. */
  readonly nameOf: (expression: JinjaNode) => string;
}

/**
 * A Jinja template in an interpreter without `eval`, without anything of JavaScript's in reach, and with limits on steps, texts and lists. White
 * space stays as it stands, as promptsource renders it.
 */
export class JinjaPrompt {
  readonly #program: ReturnType<typeof parse>;
  readonly #outputs: ReadonlySet<object>;
  #steps = 0;
  /** Names that it reads; those of columns and `answer_choices` among them. */
  readonly names: readonly string[];
  /** Those that the text before `|||` is made of. */
  readonly asked: readonly string[];

  /** @throws Error where the source is no Jinja template, or too long a one. */
  constructor(source: string) {
    if (source.length > limits.templateLength) {
      throw new OverLimit(`${source.length} characters, at most ${limits.templateLength}`);
    }
    const asIs = { lstrip_blocks: false, trim_blocks: false };
    this.#program = parse(tokenize(withoutMarks(source), asIs));
    const { outputs, names, asked } = templateParts(this.#program);
    this.#outputs = outputs;
    this.names = names.filter((name) => !globals.has(name));
    this.asked = asked.filter((name) => !globals.has(name));
  }

  /** @throws Error where it can't be applied to these variables, or passes a limit. */
  render(rendering: Rendering): RenderedTemplate {
    if (this.#steps > limits.allSteps) throw new OverLimit(`more than ${limits.allSteps} steps`);
    const interpreter = new LimitedInterpreter(this.#outputs, rendering);
    const text = textOf(interpreter.run(this.#program));
    this.#steps += interpreter.steps;
    return { text, values: interpreter.values };
  }

  /** The parts between the `|||`s, as plain texts. */
  parts(variables: Rendering['variables'], seed: string): string[] {
    const { text, values } = this.render({ variables, seed, nameOf: () => 'v' });
    return filled(text, values)
      .split(separator)
      .map((part) => part.trim());
  }
}

const globals = new Set([
  'true',
  'false',
  'none',
  'True',
  'False',
  'None',
  'range',
  'zip',
  'enumerate',
  'namespace',
]);

class LimitedInterpreter extends Interpreter {
  readonly values = new Map<string, string>();
  readonly #outputs: ReadonlySet<object>;
  readonly #rendering: Rendering;
  /** Nodes that have written a value: in a loop each turn has a name of its own. */
  readonly #written = new Map<JinjaNode, number>();
  #stream: RandomStream | undefined;
  steps = 0;

  constructor(outputs: ReadonlySet<object>, rendering: Rendering) {
    super(environmentOf(rendering.variables));
    this.#outputs = outputs;
    this.#rendering = rendering;
  }

  override evaluate(...[statement, environment]: Parameters<Interpreter['evaluate']>): Value {
    this.#spend(1);
    const node = isNode(statement) ? statement : null;
    // A turn of a loop without a body evaluates nothing, and would cost nothing.
    if (node?.type === 'For') this.#spend(this.#turnsOf(node, environment));
    const own = node && this.#own(node, environment);
    const value = own ?? super.evaluate(statement, environment);
    this.#spend(sizeOf(value));
    return node && this.#outputs.has(node) ? this.#write(node, value) : value;
  }

  #spend(steps: number): void {
    this.steps += steps;
    if (this.steps > limits.steps) throw new OverLimit(`more than ${limits.steps} steps`);
  }

  #turnsOf({ iterable }: JinjaNode, environment: Environment): number {
    const list =
      isNode(iterable) && iterable.type === 'SelectExpression' ? iterable['lhs'] : iterable;
    const { value } = this.evaluate(list as Parameters<Interpreter['evaluate']>[0], environment);
    return Array.isArray(value) ? value.length : 0;
  }

  /** What Python and promptsource have and the interpreter lacks. */
  #own(node: JinjaNode, environment: Environment): Value | null {
    const evaluated = (part: unknown): Value =>
      this.evaluate(part as Parameters<Interpreter['evaluate']>[0], environment);
    const index = node['property'];
    const isComputed = node.type === 'MemberExpression' && node['computed'] === true;
    if (isComputed && isNode(index) && couldBeTruth.has(index.type)) {
      const at = evaluated(index);
      if (at.type !== 'BooleanValue') return null;
      return evaluated({ ...node, property: { type: 'IntegerLiteral', value: at.value ? 1 : 0 } });
    }
    if (node.type === 'FilterExpression') return ownFilter(node, evaluated, () => this.#random());
    return node.type === 'CallExpression' ? ownCall(node, evaluated) : null;
  }

  #random(): RandomStream {
    return (this.#stream ??= randomStream('prompt', this.#rendering.seed));
  }

  /** Keeps the text of a value, and stands a mark for it. */
  #write(node: JinjaNode, value: Value): Value {
    const isNothing = value.type === 'NullValue' || value.type === 'UndefinedValue';
    const turn = (this.#written.get(node) ?? 0) + 1;
    this.#written.set(node, turn);
    const plain = this.#rendering.nameOf(node);
    const name = turn === 1 ? plain : `${plain}_${turn}`;
    this.values.set(name, isNothing ? '' : withoutMarks(writtenAs(value)));
    return runtimeOf(mark(name));
  }
}

/** Python takes `True` for 1 where an item of a list is asked for. */
const couldBeTruth = new Set([
  'Identifier',
  'BinaryExpression',
  'UnaryExpression',
  'TestExpression',
]);

/** As Python writes it. */
const writtenAs = (value: Value): string => {
  if (value.type === 'BooleanValue') return value.value ? 'True' : 'False';
  return textOf(value);
};

/** Steps that a long value costs beside its making. @throws OverLimit for one that is too long. */
function sizeOf({ value }: Value): number {
  const isText = typeof value === 'string';
  const length = isText || Array.isArray(value) ? value.length : 0;
  const most = isText ? limits.textLength : limits.items;
  if (length > most) throw new OverLimit(`a value of length ${length}, at most ${most}`);
  return Math.floor(length / (isText ? 10_000 : 100));
}

function environmentOf(variables: Rendering['variables']): Environment {
  const environment = new Environment(globalEnvironment);
  for (const [name, value] of Object.entries(variables)) {
    environment.setVariable(name, runtimeOf(value));
  }
  return environment;
}

function range(...bounds: unknown[]): number[] {
  const [first = 0, second, step = 1] = bounds.map(Number);
  const [from, to] = second === undefined ? [0, first] : [first, second];
  const count = Math.max(0, Math.ceil((to - from) / step));
  if (!(count <= limits.items)) throw new OverLimit(`range of ${count}, at most ${limits.items}`);
  return Array.from({ length: count }, (_, i) => from + i * step);
}

const globalEnvironment = new Environment();
for (const [name, value] of Object.entries({
  ...{ true: true, True: true, false: false, False: false, none: null, None: null },
  range,
})) {
  globalEnvironment.setVariable(name, runtimeOf(value));
}
