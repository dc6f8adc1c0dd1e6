/** Translates the tiny Python of the task line by line, by indentation and regular expressions. */
export function solve(input: string): string {
  const output: string[] = [];
  let isInBlock = false;
  for (const line of input.split('\n')) {
    const isIndented = line.startsWith('    ');
    if (isInBlock && !isIndented) output.push('}');
    isInBlock = isIndented || line.endsWith(':');
    output.push((isIndented ? '  ' : '') + statement(line.trim()));
  }
  if (isInBlock) output.push('}');
  return output.join('\n');
}

const blocks: readonly [RegExp, string][] = [
  [/^for (\w+) in range\((\d+)\):$/, 'for (let $1 = 0; $1 < $2; $1++) {'],
  [/^if (.*):$/, 'if ($1) {'],
  [/^# (.*)$/, '// $1'],
];

const statements: readonly [RegExp, string][] = [
  [/^print\((.*)\)$/, 'console.log($1)'],
  [/^(\w+)\.append\((.*)\)$/, '$1.push($2)'],
  [/^(\w+ = )/, 'let $1'],
];

function statement(line: string): string {
  const code = expression(line);
  for (const [pattern, text] of blocks) {
    if (pattern.test(code)) return code.replace(pattern, text);
  }
  return `${statements.reduce((text, [pattern, by]) => text.replace(pattern, by), code)};`;
}

const expression = (text: string): string =>
  text
    .replace(/ == /g, ' === ')
    .replace(/ != /g, ' !== ')
    .replace(/\bTrue\b/g, 'true')
    .replace(/\bFalse\b/g, 'false')
    .replace(/\blen\((\w+)\)/g, '$1.length');
