import type { Block, BlockName } from '../../src/core/checkpoints/checkpoint.ts';
import type { RunState } from '../../src/core/checkpoints/runState.ts';
import type { Watched } from '../../src/core/runs/watchGains.ts';
import type { Keeper, Moment } from '../checkpoint/keeper.ts';
import type { ModelWeights } from '../model/weights.ts';
import type { BestWeights } from './bestWeights.ts';
import type { Run } from './run.ts';
import type { StepClock } from './stepClock.ts';
import type { TrainState } from './trainState.ts';

/** All that a run on its way consists of. */
export interface RunPlace {
  readonly run: Run;
  readonly state: TrainState;
  /** What adapters lie on, where that is not the loaded model. */
  readonly frozen: ModelWeights | null;
  readonly clock: StepClock;
  readonly lossScale: number;
  /** Steps taken by the last evaluation; null before the first. */
  readonly evaluatedAt: number | null;
  /** What the evaluations have shown; null before the first. */
  readonly watched: Watched | null;
  readonly best: BestWeights;
}

/** The run as it stands between two steps; their losses must have been read, and no step may begin until it settles. */
export async function momentOf(place: RunPlace, keeper: Keeper): Promise<Moment> {
  // Before anything is waited for: a hand may move a fader meanwhile.
  const moment = { state: stateOf(place), events: keeper.pending() };
  return { ...moment, blocks: await blocksOf(place) };
}

const stateOf = ({ run, clock, lossScale, evaluatedAt, watched }: RunPlace): RunState => ({
  step: run.step,
  settings: run.settings,
  channels: run.channels,
  movesLeft: run.schedule.length,
  stream: run.stream.state(),
  mix: run.mix.state(),
  lossScale,
  evaluatedAt,
  watched,
  elapsedMs: clock.elapsedMs(),
});

async function blocksOf({ run, state, frozen, best }: RunPlace): Promise<Block[]> {
  const reading: readonly (readonly [BlockName, Promise<Float32Array>])[] = [
    ['params', state.params.bits()],
    ['mean', state.mean.bits()],
    ['square', state.square.bits()],
    ...(frozen ? [['frozen', frozen.arena.bits()] as const] : []),
    // Where they are those of now, one copy is enough.
    ...(best.copy && best.step !== run.step ? [['best', best.copy.bits()] as const] : []),
  ];
  return Promise.all(reading.map(async ([name, words]) => ({ name, words: await words })));
}
