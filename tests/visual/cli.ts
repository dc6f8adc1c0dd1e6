/** `npm run visual -- --record`: takes the kept pictures of the main views anew; without it, compares as the tests do. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { argv, exit, stdout } from 'node:process';
import { Visitor } from '../../cli/visit/visitor.ts';
import { ensureBuilt } from '../../tools/build/ensureBuilt.ts';
import { launchChromium } from '../../tools/build/launchChromium.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { keptFolder, keptPath } from './kept.ts';
import { difference, reduced, tolerance } from './pictures.ts';
import { takePictures } from './tour.ts';

const isRecording = argv.includes('--record');
await ensureBuilt();
const site = await serveSite();
const browser = await launchChromium(true);
const desk = await browser.newPage();
let nOther = 0;
if (isRecording) {
  rmSync(keptFolder, { recursive: true, force: true });
  mkdirSync(keptFolder, { recursive: true });
}
await takePictures(
  async () => new Visitor(await browser.newPage({ reducedMotion: 'reduce' }), site.url),
  async (name, picture) => {
    const small = await reduced(desk, picture);
    const path = keptPath(name);
    if (isRecording) return writeFileSync(path, small);
    const found = existsSync(path)
      ? await difference(desk, readFileSync(path), small)
      : { mean: 255, changed: 1 };
    const isSame = found.mean < tolerance.mean && found.changed < tolerance.changed;
    if (!isSame) nOther += 1;
    stdout.write(`${isSame ? 'same ' : 'OTHER'} ${name} ${JSON.stringify(found)}\n`);
  },
);
await browser.close();
await site.close();
exit(nOther > 0 ? 1 : 0);
