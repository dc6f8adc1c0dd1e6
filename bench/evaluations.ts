/**
 * What the evaluations and the checkpoints of a preset's run cost, on WASM, in one Chromium page:
 *   npm run bench:evaluations -- [--preset four-jobs] [--tokens N] [--rounds 1]
 * Prints for each round the share of the run's time, and for each evaluation its answers, what they cost in tokens of
 * training, and its time by parts: losses, prompts, columns (one more token of each answer), and the rest; then the
 * checkpoints, and their share of the time.
 */
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import type { EvaluationCosts } from './benchJob.ts';
import { openBench } from './openBench.ts';

const { values } = parseArgs({
  options: {
    preset: { type: 'string', default: 'four-jobs' },
    tokens: { type: 'string' },
    rounds: { type: 'string', default: '1' },
  },
});
const { preset } = values;
const trainTokens = values.tokens === undefined ? undefined : Number(values.tokens);

const bench = await openBench(false);
try {
  for (let round = 0; round < Number(values.rounds); round++) {
    const reply = await bench.page.evaluate(
      ([id, tokens]) => window.bench.evaluations(id, tokens),
      [preset, trainTokens] as const,
    );
    if (!reply.ok) throw new Error(reply.error);
    stdout.write(`${linesOf(reply.value).join('\n')}\n\n`);
  }
} finally {
  await bench.close();
}

function linesOf({ ms, trainTokens: tokens, evaluations, checkpoints }: EvaluationCosts): string[] {
  const inAll = evaluations.reduce((sum, one) => sum + one.ms, 0);
  const answers = evaluations.reduce((sum, one) => sum + one.answers, 0);
  const tokensPerMs = tokens / (ms - inAll);
  const whole = (value: number): string => value.toFixed(0);
  const rows = evaluations.map((one) => {
    const parts = [one.losses, one.prompts, one.columns];
    const rest = one.ms - parts.reduce((sum, part) => sum + part, 0);
    const cells = [one.step, one.answers, (one.ms * tokensPerMs) / one.answers, one.ms];
    return `| ${[...cells, ...parts, rest].map(whole).join(' | ')} |`;
  });
  return [
    `${whole(tokens)} tokens in ${(ms / 1000).toFixed(1)} s; ${evaluations.length} evaluations of ${answers} answers: ${((100 * inAll) / ms).toFixed(1)} % of the time`,
    '| step | answers | tokens an answer | ms | losses | prompts | columns | rest |',
    `| ${Array.from({ length: 8 }, () => '---:').join(' | ')} |`,
    ...rows,
    checkpointLine(ms, checkpoints),
  ];
}

function checkpointLine(ms: number, checkpoints: EvaluationCosts['checkpoints']): string {
  const inAll = checkpoints.reduce((sum, one) => sum + one.ms, 0);
  const megabytes = ((checkpoints.at(-1)?.bytes ?? 0) / 1e6).toFixed(1);
  const each = checkpoints.map((one) => one.ms.toFixed(0)).join(', ');
  return `${checkpoints.length} checkpoints of ${megabytes} MB: ${each} ms, ${((100 * inAll) / ms).toFixed(2)} % of the time`;
}
