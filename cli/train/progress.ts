import { stderr } from 'node:process';
import { estimateLeftMs } from '../../src/core/analysis/eta.ts';

/** One line on stderr that overwrites itself on a terminal and appears now and then elsewhere. */
export interface Progress {
  /** Reports `done` of `total`, with the time left. */
  update(label: string, done: number, total: number, note?: string): void;
  /** Ends the current line with words of its own. */
  say(line: string): void;
}

const quietMs = 15_000;

export function createProgress(now: () => number): Progress {
  let label = '';
  let startedAt = 0;
  let writtenAt = -Infinity;
  return {
    update(next, done, total, note = '') {
      // One reading of the clock: the first line of a stage has no pace yet, and must not guess one.
      const at = now();
      if (next !== label) [label, startedAt, writtenAt] = [next, at, -Infinity];
      if (done < total && at - writtenAt < (stderr.isTTY ? 100 : quietMs)) return;
      writtenAt = at;
      write(progressLine(label, done, total, at - startedAt, note), done >= total);
    },
    say(line) {
      label = '';
      write(line, true);
    },
  };
}

/** "train 120/1000 12%, 1 min 40 s left, loss 2.31". */
export function progressLine(
  label: string,
  done: number,
  total: number,
  elapsedMs: number,
  note: string,
): string {
  const share = total > 0 ? done / total : 1;
  const leftMs = done < total ? estimateLeftMs(done, total, elapsedMs) : null;
  const left = leftMs === null ? '' : `, ${duration(leftMs)} left`;
  return `${label} ${done}/${total} ${Math.floor(share * 100)}%${left}${note && `, ${note}`}`;
}

/** "42 s", "3 min 5 s", "1 h 12 min". */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
}

function write(line: string, isLast: boolean): void {
  if (!stderr.isTTY) stderr.write(`${line}\n`);
  else stderr.write(`\r\u001b[2K${line}${isLast ? '\n' : ''}`);
}
