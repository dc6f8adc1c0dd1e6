/**
 * `npm run golden`: every golden run on WASM with as many threads as there are, and on one; `-- --record`
 * writes them down anew, which only a deliberate change of the numbers may do; `-- nano/lora …` names cases.
 */
import { writeFileSync } from 'node:fs';
import { argv, exit, stdout } from 'node:process';
import { ensureBuilt } from '../../tools/build/ensureBuilt.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { openMixdesk } from '../../cli/train/mixdeskPage.ts';
import { servePlainly } from '../e2e/plainServer.ts';
import { goldenCases, type GoldenCase } from './goldenCases.ts';
import { goldenPath, readGolden } from './goldenFile.ts';
import { goldenRun, type GoldenNumbers } from './goldenRun.ts';

const args = argv.slice(2);
const isRecording = args.includes('--record');
const names = args.filter((arg) => !arg.startsWith('--'));
const asked = goldenCases.filter(({ name }) => names.length === 0 || names.includes(name));

await ensureBuilt();
exit(isRecording ? await record() : await check());

async function record(): Promise<number> {
  const found = await runAll(await serveSite());
  const all = { ...readGolden(), ...Object.fromEntries(found) };
  writeFileSync(goldenPath, `${JSON.stringify(all, null, 2)}\n`);
  return 0;
}

/** A host without isolation headers gives WASM a single thread. */
async function check(): Promise<number> {
  const golden = readGolden();
  const threaded = await runAll(await serveSite());
  const single = await runAll(await servePlainly('/'));
  const isSame = ([name, numbers]: readonly [string, GoldenNumbers]): boolean =>
    JSON.stringify(numbers) === JSON.stringify(golden[name]);
  const wrong = [...threaded, ...single].filter((one) => !isSame(one));
  for (const [name, numbers] of wrong) {
    stdout.write(`${name} differs:\n  ${JSON.stringify(golden[name])}\n  ${JSON.stringify(numbers)}\n`);
  }
  stdout.write(`${threaded.length + single.length - wrong.length} the same, ${wrong.length} not\n`);
  return wrong.length === 0 ? 0 : 1;
}

type Site = Awaited<ReturnType<typeof serveSite>>;

async function runAll(site: Site): Promise<(readonly [string, GoldenNumbers])[]> {
  const found: (readonly [string, GoldenNumbers])[] = [];
  for (const golden of asked) found.push([golden.name, await runOne(site, golden)]);
  await site.close();
  return found;
}

/** A page of its own for each case, so that no case depends on the one before. */
async function runOne(site: Site, golden: GoldenCase): Promise<GoldenNumbers> {
  const desk = await openMixdesk(site.url, 'wasm');
  const { page, engine } = desk;
  try {
    const numbers = await goldenRun(page, golden);
    stdout.write(`${golden.name} (${engine.adapter}): ${numbers.firstLoss} → ${numbers.lastLoss}\n`);
    return numbers;
  } finally {
    await desk.close();
  }
}
