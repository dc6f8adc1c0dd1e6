import type { Solver } from '../solver.ts';

const lines = (input: string): string[] => input.split('\n');

const toJavaScript = (line: string): string =>
  line.startsWith('print') ? `${line.replace('print', 'console.log')};` : `let ${line};`;
const toPython = (line: string): string =>
  line.replace(/;$/, '').replace('console.log', 'print').replace(/^let /, '');

interface State {
  readonly values: Map<string, string>;
  printed: string;
}

/** Runs a program of assignments and one print. */
function run(input: string): State {
  const state: State = { values: new Map(), printed: '' };
  const valueOf = (term: string): string => state.values.get(term) ?? term.replaceAll('"', '');
  for (const line of lines(input).map(toPython)) {
    const assigned = /^(\w+) = (.*)$/.exec(line);
    if (assigned) state.values.set(assigned[1]!, valueOf(assigned[2]!));
    const [, left = '', sign, right = ''] = /^print\((\w+)(?: ([+-]) (\w+))?\)$/.exec(line) ?? [];
    if (!left) continue;
    const [i, k] = [Number(valueOf(left)), Number(valueOf(right))];
    state.printed = sign ? String(sign === '+' ? i + k : i - k) : valueOf(left);
  }
  return state;
}

function inWords(input: string): string {
  const all = lines(input);
  const sets = all.slice(0, -1).map((line) => line.replace(' = ', ' to '));
  const word = /"(\w+)"/.exec(input)?.[1];
  if (word) return `It sets ${sets[0]!.replace(`"${word}"`, `the word ${word}`)} and prints it.`;
  const printed = /\((.*)\)/.exec(all.at(-1))![1]!.replace('+', 'plus').replace('-', 'minus');
  return `It sets ${sets.join(' and ')} and prints ${printed}.`;
}

/** Puts brackets, quotation marks and the equals sign where the language wants them. */
function repaired(line: string): string {
  const printed = /^print\(?([^()]*)\)?$/.exec(line);
  if (printed) return `print(${printed[1]})`;
  const [, name, value = ''] = /^(\w+) (?:= )?(.*)$/.exec(line) ?? [];
  const word = /[a-z]+/.exec(value)?.[0];
  return `${name} = ${word ? `"${word}"` : value}`;
}

/** Solvers of the cluster 'code' by task id. */
export const codeSolvers: Readonly<Record<string, Solver>> = {
  code_py_js: { solve: (input) => lines(input).map(toJavaScript).join('\n') },
  code_js_py: { solve: (input) => lines(input).map(toPython).join('\n') },
  code_result: { solve: (input) => run(input).printed },
  code_say: { solve: inWords },
  code_fix: { solve: (input) => lines(input).map(repaired).join('\n') },
  code_vars: { solve: (input) => [...run(input).values.keys()].join(', ') },
};
