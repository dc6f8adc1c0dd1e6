import type { Finding } from './check.ts';

/** What was found about one task. */
export interface Row extends Required<Finding> {
  readonly id: string;
}

/** Columns of the table, in order: a figure's name and what it means. */
export const columns: Readonly<Record<string, string>> = {
  kB: 'size of the file',
  mean: 'characters of input and output, on average',
  longest: 'characters of the longest input and output',
  tokens: 'longest prompt with answer: longest wording, options shown; the context is 256',
  overflow: 'instances that two shots before them make longer than the context, %',
  wordings: 'ways to ask, with the definition',
  distance: 'smallest edit distance of two wordings, by words (0–1, at least 0.4)',
  rules: 'different rules in training (families)',
  difficulty: 'share of grades 1/2/3, %',
  position: "how far the answer's place among the options is off even, points",
  shown: 'training prompts that show the options, %',
  solver: 'cases for which the independent solver is right, %',
  fresh: 'of 300 test and exam cases: with people or nouns that training has not',
  spelled: 'different words that take more than four tokens',
  majority: 'score of the most frequent training answer',
  random: 'score of a random option (or training answer)',
  input: 'score of copying the input',
  shot: "score of the first worked example's answer",
  nearest: 'score of the answer of the nearest training instance (TF-IDF)',
};

/** The table as Markdown, one row a task. */
export function checkTable(rows: readonly Row[]): string[] {
  const names = Object.keys(columns);
  const cells = rows.map(({ id, figures }) => [
    `\`${id}\``,
    ...names.map((name) => String(figures[name] ?? '')),
  ]);
  const head = ['task', ...names];
  const widths = head.map((name, i) =>
    Math.max(name.length, ...cells.map((row) => row[i]!.length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  const rule = widths.map((width, i) =>
    i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), `| ${rule.join(' | ')} |`, ...cells.map(line)];
}
