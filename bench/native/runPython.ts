import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../tools/build/ensureBuilt.ts';

const run = promisify(execFile);
const mebibyte = 2 ** 20;

/** A job for bench/pytorch.py; `weights` become a file of float32. */
export interface PythonJob {
  readonly kind: 'parity' | 'speed' | 'mixture';
  readonly threads: number;
  readonly weights?: Float32Array;
  readonly [name: string]: unknown;
}

/**
 * One job in a fresh Python with the settings of the recipe, on so many threads; its answer.
 * @throws Error in one sentence where there is no Python or no PyTorch, or when the job fails.
 */
export async function runPython<Answer>(job: PythonJob, limitSeconds: number): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'mixdesk-bench-'));
  try {
    const { weights, ...rest } = job;
    const weightsFile = join(folder, 'weights.f32');
    if (weights) writeFileSync(weightsFile, weights);
    const jobFile = join(folder, 'job.json');
    writeFileSync(jobFile, JSON.stringify({ ...rest, weights: weightsFile }));
    const script = `. recipe/environment.sh
export OPENBLAS_NUM_THREADS=${job.threads} OMP_NUM_THREADS=${job.threads}
exec /usr/bin/python3 bench/pytorch.py "$1"`;
    const { stdout } = await run('bash', ['-c', script, 'bench', jobFile], {
      cwd: projectRoot,
      timeout: 1000 * limitSeconds,
      maxBuffer: mebibyte,
    });
    return JSON.parse(stdout) as Answer;
  } catch (error) {
    throw new Error(inOneSentence(error as Failure, limitSeconds), { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Failure {
  readonly message: string;
  readonly stderr?: string;
  readonly killed?: boolean;
}

function inOneSentence({ message, stderr = '', killed }: Failure, limitSeconds: number): string {
  if (killed) return `gave up after ${limitSeconds} s`;
  const isAbsent = /No module named|not found|No such file|ImportError|ENOENT/.test(
    stderr + message,
  );
  if (isAbsent) return 'no Python 3 with PyTorch on this machine';
  return stderr.trim().split('\n').at(-1) ?? message;
}
