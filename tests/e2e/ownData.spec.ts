/** Files of one's own through `npm run train`, on WASM: what is learnt at the settings that nobody has touched, and what is said. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { promisify } from 'node:util';
import type { RunFile } from '../../src/core/runs/runFile.ts';
import { expect, test } from './site.ts';

const run = promisify(execFile);
const cases = '../shared/cases';
const folder = mkdtempSync(join(tmpdir(), 'mixdesk-own-'));
test.afterAll(() => rmSync(folder, { recursive: true }));
test.setTimeout(400_000);

interface Told {
  readonly record: RunFile;
  readonly said: string;
}

/** One run of `nano`; what it said on the terminal and its record. */
async function trained(settings: object, paths: readonly string[]): Promise<Told> {
  const config = join(folder, 'config.json');
  const out = join(folder, 'out.json');
  const instances = { testInstances: 24, validationInstances: 4 };
  writeFileSync(config, JSON.stringify({ model: 'nano', tasks: [], settings, ...instances }));
  const options = ['--config', config, '--backend', 'wasm', '--out', out, '--tasks', ...paths];
  const command = ['node_modules/tsx/dist/cli.mjs', 'cli/train/cli.ts', ...options];
  const { stderr } = await run(execPath, command);
  return { record: JSON.parse(readFileSync(out, 'utf8')) as RunFile, said: stderr };
}

/** A file of our own making, of the same kind as the case of that name. */
function twin(name: string, text: string): string {
  const path = join(folder, `twin-${name}`);
  writeFileSync(path, text);
  return path;
}

/** The twin, and the case itself where it is there. */
function both(name: string, text: string): string[] {
  const path = join(cases, name);
  return [twin(name, text), ...(existsSync(path) ? [path] : [])];
}

const lines = (rows: readonly object[]): string =>
  rows.map((row) => JSON.stringify(row)).join('\n');
const idOf = (path: string): string => path.replace(/.*\//, '').replace(/\..*/, '');
const scoresOf = ({ record: { summary } }: Told): Record<string, number | null> =>
  Object.fromEntries(Object.entries(summary!.tasks).map(([id, { testScore }]) => [id, testScore]));

const animals = [
  'heron',
  'badger',
  'lark',
  'marten',
  'tern',
  'falcon',
  'newt',
  'toad',
  'wren',
  'vole',
];
const threeAnswers = animals.flatMap((animal) =>
  ['one', 'two'].flatMap((n) => [
    { instruction: 'Answer red for the animal.', input: `${animal} ${n}`, output: 'red' },
    { instruction: 'Answer blue for the animal.', input: `${animal} ${n}`, output: 'blue' },
    { instruction: 'Answer green for the animal.', input: `${animal} ${n}`, output: 'green' },
  ]),
);
const signs = { star: '*', hash: '#', bar: '|', tilde: '~' };
const signRows = Array.from({ length: 20 }, (_, i) =>
  Object.entries(signs).map(([word, output]) => ({
    instruction: 'Write the sign.',
    input: `${word}, time ${i}`,
    output,
  })),
).flat();
const chinese = `instruction,input,output\n${Array.from({ length: 80 }, (_, i) =>
  i % 2 === 0 ? `他今天怎么样？,第${i}天他笑了。,高兴` : `他今天怎么样？,第${i}天他哭了。,难过`,
).join('\n')}`;
const sorted = `instruction,input,output\n${Array.from({ length: 240 }, (_, i) =>
  i < 120 ? `Is it hot or cold?,Pan ${i} burns.,hot` : `Is it hot or cold?,Snow ${i} falls.,cold`,
).join('\n')}`;
const longAnswers = Array.from({ length: 30 }, (_, i) => ({
  instruction: `Tell of ship ${i}.`,
  input: '',
  output: i % 5 === 0 ? `Ship ${i} sank.` : `The ship ${i} sailed on and on. `.repeat(60).trim(),
}));

test('an instruction of each row is what it is asked with: all is right after 60 steps', async () => {
  const settings = { trainTokens: 60 * 8 * 256, seed: 7, evalEvery: 1000 };
  const told = await trained(settings, both('three-instructions.jsonl', lines(threeAnswers)));
  for (const [id, score] of Object.entries(scoresOf(told))) expect(score, id).toBe(100);
});

test('signs, Chinese, sorted and overlong files are learnt, scored and told of at default settings', async () => {
  const files = {
    signs: both('signs.json', lines(signRows)),
    chinese: both('chinese-labels.csv', chinese),
    sorted: both('sorted-by-label.csv', sorted),
    long: both('some-long-answers.jsonl', lines(longAnswers)),
  };
  const told = await trained({}, Object.values(files).flat());
  const scores = scoresOf(told);
  for (const id of [...files.signs, ...files.chinese].map(idOf)) {
    expect(scores[id], id).toBeGreaterThanOrEqual(95);
  }
  const { evaluations, fits, trainExamples, plan } = told.record;
  for (const id of files.sorted.map(idOf)) {
    const shown = evaluations
      .at(-1)!
      .answers.filter(({ taskId }) => taskId === id)
      .slice(0, 8);
    expect(new Set(shown.map(({ expected }) => expected)).size, id).toBe(2);
  }
  for (const id of files.long.map(idOf)) {
    const { fits: whole, cut, cannotFit } = fits![id]!;
    expect(cannotFit).toBeGreaterThan(0);
    expect(trainExamples![id]).toBe(whole + cut);
    expect(plan.reports![id]!.rows).toBe(30);
    // Before the first step, with advice, and each evaluation says what it left out.
    const before = told.said.slice(0, told.said.indexOf('evaluate base'));
    expect(before).toMatch(new RegExp(`${id}: ${cannotFit} of .*are not drawn.*shorten the long`));
  }
});
