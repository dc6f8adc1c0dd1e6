import type { RandomStream } from '../../src/core/random.ts';
import { colours, foods, people, things } from './lexicon.ts';

export interface Snippet {
  kind: string;
  python: string;
  javascript: string;
  /** What it does, in a sentence. */
  says: string;
  /** What it prints, or what its value is; '' if nothing. */
  result: string;
  /** Names of variables in order of first use. */
  variables: string[];
}

const variableNames =
  'x, y, a, b, n, k, total, count, size, age, score, price, step, left, sum'.split(', ');
const functionNames = 'add, twice, half, next, grow, change, price, area'.split(', ');
const operators = ['+', '-', '*'] as const;
const operatorWords = { '+': 'plus', '-': 'minus', '*': 'times' };

type Operator = (typeof operators)[number];

const apply = (left: number, operator: Operator, right: number): number =>
  operator === '+' ? left + right : operator === '-' ? left - right : left * right;

const number = (stream: RandomStream): number => stream.int(stream.chance(0.3) ? 100 : 13);
const variable = (stream: RandomStream): string => stream.pick(variableNames);
const word = (stream: RandomStream): string =>
  stream.pick([
    ...people.map((person) => person.name),
    ...colours,
    ...things.map((thing) => thing.word),
  ]);

type Maker = (stream: RandomStream) => Omit<Snippet, 'kind'>;

const comparisons: [
  python: string,
  javascript: string,
  says: string,
  (a: number, b: number) => boolean,
][] = [
  ['>', '>', 'greater than', (a, b) => a > b],
  ['<', '<', 'less than', (a, b) => a < b],
  ['==', '===', 'equal to', (a, b) => a === b],
  ['!=', '!==', 'not equal to', (a, b) => a !== b],
  ['>=', '>=', 'at least', (a, b) => a >= b],
  ['<=', '<=', 'at most', (a, b) => a <= b],
];

const makers: Record<string, Maker> = {
  assign(stream) {
    const name = variable(stream);
    const value = number(stream);
    return {
      python: `${name} = ${value}`,
      javascript: `let ${name} = ${value};`,
      says: `Set ${name} to ${value}.`,
      result: '',
      variables: [name],
    };
  },
  text(stream) {
    const name = stream.pick(['name', 'word', 'animal', 'colour', 'text', 'place']);
    const value = word(stream);
    return {
      python: `${name} = "${value}"`,
      javascript: `let ${name} = "${value}";`,
      says: `Set ${name} to the text "${value}".`,
      result: '',
      variables: [name],
    };
  },
  print(stream) {
    const value = word(stream);
    return {
      python: `print("${value}")`,
      javascript: `console.log("${value}");`,
      says: `Print "${value}".`,
      result: value,
      variables: [],
    };
  },
  sum(stream) {
    const [left, right] = [number(stream), number(stream)];
    const operator = stream.pick(operators);
    const expression = `${left} ${operator} ${right}`;
    return {
      python: `print(${expression})`,
      javascript: `console.log(${expression});`,
      says: `Print ${left} ${operatorWords[operator]} ${right}.`,
      result: String(apply(left, operator, right)),
      variables: [],
    };
  },
  setAndPrint(stream) {
    const name = variable(stream);
    const [value, more] = [number(stream), number(stream)];
    const operator = stream.pick(operators);
    return {
      python: `${name} = ${value}\nprint(${name} ${operator} ${more})`,
      javascript: `let ${name} = ${value};\nconsole.log(${name} ${operator} ${more});`,
      says: `Set ${name} to ${value} and print ${name} ${operatorWords[operator]} ${more}.`,
      result: String(apply(value, operator, more)),
      variables: [name],
    };
  },
  branch(stream) {
    const name = variable(stream);
    const [value, limit] = [stream.int(13), stream.int(13)];
    const [python, javascript, says, holds] = stream.pick(comparisons);
    const [yes, no] = stream.sample([...colours, 'yes', 'no', 'up', 'down', 'big', 'small'], 2) as [
      string,
      string,
    ];
    return {
      python: `${name} = ${value}\nif ${name} ${python} ${limit}:\n    print("${yes}")\nelse:\n    print("${no}")`,
      javascript: `let ${name} = ${value};\nif (${name} ${javascript} ${limit}) {\n  console.log("${yes}");\n} else {\n  console.log("${no}");\n}`,
      says: `Set ${name} to ${value}. If it is ${says} ${limit}, print "${yes}", otherwise "${no}".`,
      result: holds(value, limit) ? yes : no,
      variables: [name],
    };
  },
  condition(stream) {
    const name = variable(stream);
    const limit = number(stream);
    const [python, javascript, says] = stream.pick(comparisons);
    const what = word(stream);
    return {
      python: `if ${name} ${python} ${limit}:\n    print("${what}")`,
      javascript: `if (${name} ${javascript} ${limit}) {\n  console.log("${what}");\n}`,
      says: `If ${name} is ${says} ${limit}, print "${what}".`,
      result: '',
      variables: [name],
    };
  },
  compare(stream) {
    const [left, right] = [stream.int(13), stream.int(13)];
    const [python, javascript, says, holds] = stream.pick(comparisons);
    return {
      python: `same = ${left} ${python} ${right}`,
      javascript: `let same = ${left} ${javascript} ${right};`,
      says: `Set same to whether ${left} is ${says} ${right}.`,
      result: String(holds(left, right)),
      variables: ['same'],
    };
  },
  loop(stream) {
    const name = stream.pick(['i', 'n', 'k', 'step']);
    const times = 2 + stream.int(5);
    const plus = stream.int(4);
    const body = plus === 0 ? name : `${name} + ${plus}`;
    return {
      python: `for ${name} in range(${times}):\n    print(${body})`,
      javascript: `for (let ${name} = 0; ${name} < ${times}; ${name}++) {\n  console.log(${body});\n}`,
      says: `For each ${name} from 0 to ${times - 1}, print ${plus === 0 ? name : `${name} plus ${plus}`}.`,
      result: Array.from({ length: times }, (_, i) => i + plus).join(' '),
      variables: [name],
    };
  },
  repeat(stream) {
    const times = 2 + stream.int(4);
    const what = word(stream);
    return {
      python: `for i in range(${times}):\n    print("${what}")`,
      javascript: `for (let i = 0; i < ${times}; i++) {\n  console.log("${what}");\n}`,
      says: `Print "${what}" ${times} times.`,
      result: Array(times).fill(what).join(' '),
      variables: ['i'],
    };
  },
  define(stream) {
    const name = stream.pick(functionNames);
    const parameter = stream.pick(['x', 'n', 'a', 'value']);
    const operator = stream.pick(operators);
    const [by, argument] = [1 + stream.int(9), stream.int(10)];
    return {
      python: `def ${name}(${parameter}):\n    return ${parameter} ${operator} ${by}\nprint(${name}(${argument}))`,
      javascript: `function ${name}(${parameter}) {\n  return ${parameter} ${operator} ${by};\n}\nconsole.log(${name}(${argument}));`,
      says: `Define ${name}, which gives ${parameter} ${operatorWords[operator]} ${by}, and print ${name} of ${argument}.`,
      result: String(apply(argument, operator, by)),
      variables: [parameter],
    };
  },
  call(stream) {
    const name = stream.pick(functionNames);
    const [left, right] = [number(stream), number(stream)];
    const target = variable(stream);
    return {
      python: `${target} = ${name}(${left}, ${right})`,
      javascript: `let ${target} = ${name}(${left}, ${right});`,
      says: `Set ${target} to ${name} of ${left} and ${right}.`,
      result: '',
      variables: [target],
    };
  },
  list(stream) {
    const items = stream.sample(
      foods.map((food) => food.word),
      2 + stream.int(2),
    );
    const more = word(stream);
    const name = stream.pick(['foods', 'bag', 'items', 'words']);
    const listed = items.map((item) => `"${item}"`).join(', ');
    return {
      python: `${name} = [${listed}]\n${name}.append("${more}")\nprint(len(${name}))`,
      javascript: `let ${name} = [${listed}];\n${name}.push("${more}");\nconsole.log(${name}.length);`,
      says: `Make the list ${name} of ${items.join(', ')}, add "${more}" and print how many there are.`,
      result: String(items.length + 1),
      variables: [name],
    };
  },
  append(stream) {
    const name = stream.pick(['names', 'bag', 'items', 'words', 'numbers']);
    const item = name === 'numbers' ? String(number(stream)) : `"${word(stream)}"`;
    return {
      python: `${name}.append(${item})`,
      javascript: `${name}.push(${item});`,
      says: `Add ${item} to ${name}.`,
      result: '',
      variables: [name],
    };
  },
  length(stream) {
    const name = stream.pick(['names', 'bag', 'items', 'words']);
    return {
      python: `print(len(${name}))`,
      javascript: `console.log(${name}.length);`,
      says: `Print how many ${name} there are.`,
      result: '',
      variables: [name],
    };
  },
  join(stream) {
    const [left, right] = [word(stream), word(stream)];
    return {
      python: `print("${left}" + "${right}")`,
      javascript: `console.log("${left}" + "${right}");`,
      says: `Print "${left}" and "${right}" as one word.`,
      result: left + right,
      variables: [],
    };
  },
  add(stream) {
    const name = variable(stream);
    const [value, more] = [number(stream), 1 + stream.int(9)];
    return {
      python: `${name} = ${value}\n${name} += ${more}\nprint(${name})`,
      javascript: `let ${name} = ${value};\n${name} += ${more};\nconsole.log(${name});`,
      says: `Set ${name} to ${value}, add ${more} and print it.`,
      result: String(value + more),
      variables: [name],
    };
  },
  truth(stream) {
    const name = stream.pick(['ready', 'open', 'done', 'found', 'wet']);
    const value = stream.chance(0.5);
    return {
      python: `${name} = ${value ? 'True' : 'False'}`,
      javascript: `let ${name} = ${value};`,
      says: `Set ${name} to ${value}.`,
      result: '',
      variables: [name],
    };
  },
  comment(stream) {
    const name = variable(stream);
    const value = number(stream);
    const note = stream.pick([
      `the ${name}`,
      `how many ${stream.pick(things).plural}`,
      'start here',
      'a number',
    ]);
    return {
      python: `# ${note}\n${name} = ${value}`,
      javascript: `// ${note}\nlet ${name} = ${value};`,
      says: `Set ${name} to ${value}, with the comment "${note}".`,
      result: '',
      variables: [name],
    };
  },
};

export const snippetKinds: string[] = Object.keys(makers);

/** A tiny program in Python and in JavaScript with the same meaning. */
export function makeSnippet(
  stream: RandomStream,
  kind: string = stream.pick(snippetKinds),
): Snippet {
  const make = makers[kind];
  if (!make) throw new Error(`code: unknown kind "${kind}", known: ${snippetKinds.join(', ')}`);
  return { kind, ...make(stream) };
}
