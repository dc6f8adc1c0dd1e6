import { createServer } from 'node:http';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createFolderShelf } from '../../cli/train/folderShelf.ts';
import { keptFolder, readKept, refuseUnfinished, runId } from '../../cli/train/kept.ts';
import { parseOptions } from '../../cli/train/options.ts';
import { checkOutput, checkRoom, writeWhole } from '../../cli/train/output.ts';
import { answerFrom } from '../../cli/train/shelfServer.ts';
import { createHttpShelf } from '../../workers/checkpoint/httpShelf.ts';
import { keep, storeOn, testCheckpoints } from '../core/checkpoints/checkpointContract.ts';

const root = mkdtempSync(join(tmpdir(), 'mixdesk-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;
const freshFolder = (): string => join(root, `folder-${++made}`);

describe('checkpoints in a folder', () => {
  testCheckpoints(() => Promise.resolve(createFolderShelf(freshFolder())));
});

describe('checkpoints in a folder that is served', () => {
  const closers: (() => void)[] = [];
  afterAll(() => closers.forEach((close) => close()));
  const served = async (folder: string): Promise<string> => {
    const answer = answerFrom(createFolderShelf(folder));
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  };
  testCheckpoints(async () => createHttpShelf(await served(freshFolder())));

  test('no name leads out of the folder', async () => {
    const url = await served(freshFolder());
    const answers = await Promise.all(
      ['..%2Fout', '%2Fetc%2Fpasswd', '.hidden', 'a%2F..%2F..%2Fout'].map((name) =>
        fetch(url + name, { method: 'PUT', body: 'x' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    expect(existsSync(join(root, 'out'))).toBe(false);
  });

  test('what can’t be written is told as such', async () => {
    const folder = freshFolder();
    writeFileSync(folder, 'a file where the folder should be');
    const shelf = createHttpShelf(await served(folder));
    await expect(shelf.write('r.head-0', [Uint8Array.of(1)])).rejects.toThrow(/507/);
  });
});

describe('the record of a run', () => {
  test('replaces an older one as a whole, and leaves it where it can’t be written', () => {
    const path = join(root, 'run.json');
    writeWhole(path, 'first');
    writeWhole(path, 'second');
    expect(readFileSync(path, 'utf8')).toBe('second');
    mkdirSync(`${path}.part`);
    expect(() => writeWhole(path, 'third')).toThrow(/EISDIR/);
    expect(readFileSync(path, 'utf8')).toBe('second');
    rmSync(`${path}.part`, { recursive: true, force: true });
  });

  test('has somewhere to go, or that is said before anything is trained', () => {
    expect(() => checkOutput(root)).toThrow(/is a folder, wanted the name of a file/);
    expect(() => checkOutput(join(root, 'nowhere', 'run.json'))).toThrow(/ENOENT/);
    checkOutput(join(root, 'new.json'));
    checkOutput('new.json');
    checkRoom(join(root, 'new.json'), 1);
    expect(() => checkRoom(join(root, 'new.json'), 1e15)).toThrow(
      /MB left, and the run may need 32000000020 MB/,
    );
  });
});

describe('--resume', () => {
  test('takes the record’s path, which is where it goes on writing', () => {
    const options = parseOptions(['--resume', 'run.json', '--tasks', 'own.csv']);
    expect(options).toMatchObject({
      from: { kind: 'resume' },
      out: 'run.json',
      tasks: ['own.csv'],
    });
    for (const more of [
      ['--out', 'x.json'],
      ['--set', 'seed=2'],
      ['--model', 'mini'],
    ]) {
      expect(() => parseOptions(['--resume', 'run.json', ...more])).toThrow(/goes on as it began/);
    }
  });

  test('reads what is kept beside the record; a new run does not write over it', async () => {
    const out = join(root, 'cut.json');
    await expect(readKept(out)).rejects.toThrow(/--resume: .*Nothing is kept/);
    await refuseUnfinished(out);
    await keep(storeOn(createFolderShelf(keptFolder(out))), [1, 2], runId);
    expect((await readKept(out)).head.state.step).toBe(2);
    await expect(refuseUnfinished(out)).rejects.toThrow(/unfinished run \(step 2.*--resume/);
  });
});
