import { createShareMetric } from './shareMetric.ts';

type Values = ReadonlyMap<string, string | number>;

const literal = (term: string, values: Values): string | number | undefined => {
  const text = /^"([^"]*)"$/.exec(term)?.[1];
  if (text !== undefined) return text;
  return /^\d+$/.test(term) ? Number(term) : values.get(term);
};

/** 'x + 2': two terms at most; undefined when a name has no value or the sign is unknown. */
function evaluate(expression: string, values: Values): string | number | undefined {
  const [, left = '', sign, right = ''] =
    /^("[^"]*"|\w+)(?: ([+*-]) (\w+))?$/.exec(expression) ?? [];
  const first = literal(left, values);
  if (!sign) return first;
  const second = literal(right, values);
  if (typeof first !== 'number' || typeof second !== 'number') return undefined;
  return { '+': first + second, '-': first - second, '*': first * second }[sign];
}

/** Language of a line, and the line in Python's signs. */
function readLine(line: string): { isJavaScript: boolean; code: string } {
  const isJavaScript = /^let |^console\.log|;$/.test(line);
  if (!isJavaScript) return { isJavaScript, code: line };
  if (!/^(let \w+ = .*|console\.log\(.*\)|\w+ = .*);$/.test(line))
    return { isJavaScript, code: '' };
  return {
    isJavaScript,
    code: line.replace(/;$/, '').replace(/^let /, '').replace('console.log', 'print'),
  };
}

/**
 * What a program of assignments and prints puts out, one line a print; null when it does not run. Its
 * language is part of the result, so that a program is no translation of itself.
 */
export function runProgram(program: string): string | null {
  const values = new Map<string, string | number>();
  const printed: string[] = [];
  for (const raw of program.split('\n')) {
    const { isJavaScript, code } = readLine(raw.trim());
    if (printed.length === 0 && values.size === 0) printed.push(isJavaScript ? 'js' : 'py');
    if ((printed[0] === 'js') !== isJavaScript) return null;
    const assigned = /^(\w+) = (.*)$/.exec(code);
    const shown = /^print\((.*)\)$/.exec(code);
    const value = evaluate((assigned?.[2] ?? shown?.[1] ?? '').trim(), values);
    if (value === undefined) return null;
    if (assigned) values.set(assigned[1]!, value);
    else printed.push(String(value));
  }
  return printed.join('\n');
}

/** Share of programs that run, in the reference's language, and print what the reference prints. */
export const execution = createShareMetric('execution', (prediction, reference) => {
  const printed = runProgram(prediction);
  return printed !== null && printed === runProgram(reference);
});
