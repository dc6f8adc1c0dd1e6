import { drawSplits, type Draws } from './drawSplits.ts';
import type { TaskSource } from './taskSource.ts';

const drawn = new Map<TaskSource, Draws>();

/** The task's draws, made once in a process: files, baselines and checks all need them. */
export function drawsOf(source: TaskSource): Draws {
  const draws = drawn.get(source) ?? drawSplits(source);
  drawn.set(source, draws);
  return draws;
}
