import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { instructionCount } from '../../src/core/studies/instructionCount.ts';
import { type InstructionCountRun as Point } from '../../src/core/studies/instructionCount.ts';
import type { StudyReport } from './studyReport.ts';

const resultsPath = 'docs/results/instruction-count.json';

const number = (value: number): string => value.toLocaleString('en-US');

function table(points: readonly Point[]): string {
  const rows = points.map(
    ({ rules, unseen, seen, noOp }) =>
      `| ${number(rules)} | ${unseen.toFixed(1)} | ${seen.toFixed(1)} | ${noOp.toFixed(1)} |`,
  );
  return [
    '| distinct rules | unseen rules | trained rules, new texts | unseen rules, nothing to replace |',
    '| ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

const starts: Readonly<Record<string, string>> = { random: 'from scratch', base: 'from the base' };

function section(points: readonly Point[]): string {
  const { model, start, seed, tokens, examples } = points[0]!;
  return `## \`${model}\`, ${starts[start] ?? start}, seed ${seed}

${number(examples)} examples, ${number(tokens)} training tokens.

${table(points)}`;
}

export const instructionCountReport: StudyReport<typeof instructionCount.options, Point> = {
  read: () =>
    existsSync(resultsPath) ? (JSON.parse(readFileSync(resultsPath, 'utf8')) as Point[]) : [],
  write(kept) {
    const points = [...kept].sort((a, b) => a.rules - b.rules);
    writeFileSync('docs/instruction-count.md', pageOf(points));
    writeFileSync(resultsPath, `${JSON.stringify(points, null, 1)}\n`);
  },
};

function pageOf(points: readonly Point[]): string {
  const nameOf = ({ model, start, seed }: Point): string => `${model} ${start} ${seed}`;
  const names = [...new Set(points.map(nameOf))].sort();
  const sections = names.map((name) => section(points.filter((point) => nameOf(point) === name)));
  const intro = `# How many instructions until unseen ones are followed?

One gym family ("Write the text, but with {y} for {x}."), a fixed number of examples, a growing number
of distinct rules; exact match in %. Method: \`src/core/studies/instructionCount.ts\`; 300 test cases a
column. Zhang et al. 2024 (arXiv 2402.10891) found no generalisation below about 300 instructions and
always above 1,000, for a model of 4.7 M parameters trained from scratch on 10⁶ examples.

\`\`\`sh
npm run study -- instructionCount
\`\`\`

How to read it: with few rules the trained ones are known by heart and no unseen one is followed; somewhere
above a few hundred the model learns to read the rule instead. With very many rules each is seen a few
times only, and this budget of tokens does not suffice to learn any of them well. From the base, \`nano\` does
worse than from nothing, although its pre-training formed what copies words (induction, models/nano.md). One
difference is known and not yet tried: a run from nothing trains its token embeddings, one from a base keeps them.
\`mini\` learns the same family inside of the default mixture (default-mixture.md). That is why the reading gym has
thousands of rules and why the pre-training practises looking back.`;
  return `${[intro, ...sections].join('\n\n')}\n`;
}
