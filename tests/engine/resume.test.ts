/** The worker's own loop on plain JavaScript: a run that was cut off and goes on is the run that was not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckpointHead } from '../../src/core/checkpoints/checkpoint.ts';
import type { TrainerApi } from '../../src/core/protocol/index.ts';
import type { RunOrder } from '../../src/core/runs/plan.ts';
import type { RunRecord } from '../../src/core/runs/record.ts';
import { storeOn } from '../core/checkpoints/checkpointContract.ts';
import { createMemoryShelf, type MemoryShelf } from '../core/checkpoints/memoryShelf.ts';
import {
  startTrainerInNode,
  taskIds,
  type TrainerInNode,
  type WhileTraining,
} from '../structure/additions/trainerInNode.ts';

const shelves = { whole: createMemoryShelf(), cut: createMemoryShelf() };
let whole: TrainerInNode;
let first: TrainerInNode;
let second: TrainerInNode;
beforeAll(async () => {
  whole = await startTrainerInNode({}, undefined, shelves.whole);
  first = await startTrainerInNode({}, undefined, shelves.cut);
  second = await startTrainerInNode({}, undefined, shelves.cut);
}, 120_000);
afterAll(() => [whole, first, second].forEach(({ close }) => close()));

const nSteps = 4;
const asked = { trainTokens: nSteps * 128, learningRate: 0.01, evalEvery: 2 };
const keptEveryMs = 1e9;

/** A hand at the desk: where it moves a fader, and where it pulls the plug. */
interface Hand {
  readonly movesAt: number;
  readonly stopsAt?: number;
}

/** Steps one by one from where the run is; gives the run back to go on by itself. */
async function play(api: TrainerApi, from: number, { movesAt, stopsAt }: Hand): Promise<void> {
  for (let step = from; step <= nSteps; step++) {
    if (step === movesAt) {
      await api.setChannels([{ taskId: taskIds[0], level: 7, isOn: true }]);
      await api.changeSetting('learningRate', 0.004);
    }
    if (step === stopsAt) return void (await api.stop());
    if (step < nSteps) await stepTo(api, step + 1);
  }
}

async function stepTo(api: TrainerApi, wanted: number): Promise<void> {
  await api.stepOnce();
  for (;;) {
    const preview = await api.previewBatch({} as never, []);
    if (!preview.ok || preview.value.step === wanted + 1) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const run = (
  trainer: TrainerInNode,
  settings: object,
  from: number,
  hand: Hand,
  more: WhileTraining = {},
): Promise<RunRecord> =>
  trainer.run(
    { ...asked, ...settings },
    { keptEveryMs, whileOn: () => play(trainer.api, from, hand), ...more },
  );

const headOf = async (shelf: MemoryShelf): Promise<CheckpointHead> =>
  (await storeOn(shelf).read('toy')).head;

/** What a run came to, without its times and its sittings. */
const numbersOf = ({ steps, evaluations, changes, pauses, ...record }: RunRecord): unknown => ({
  steps: steps.map(({ elapsedMs, tokensPerSecond, ...step }) => {
    void [elapsedMs, tokensPerSecond];
    return step;
  }),
  evaluations: evaluations.map(({ step, results, answers }) => ({ step, results, answers })),
  changes,
  pauses: [...new Set(pauses)],
  status: record.status,
  taskIds: record.taskIds,
  mixingRates: record.mixingRates,
  trainExamples: record.trainExamples,
});

const withoutTimes = ({ elapsedMs, ...state }: CheckpointHead['state']): unknown => {
  void elapsedMs;
  return state;
};

const schedule = [
  { step: 1, channels: [{ taskId: taskIds[1], level: 90, isOn: true }] },
  { step: 3, settings: { learningRate: 0.02 } },
];
const everything = {
  wordDropout: 30,
  rehearsalShare: 34,
  shotShare: 60,
  loraRank: 2,
  strategy: 'faders',
};
const cases: readonly (readonly [
  name: string,
  stopsAt: number,
  settings: object,
  order: Partial<RunOrder>,
])[] = [
  ['plain', 1, {}, {}],
  ['word dropout, rehearsal, worked examples, adapters, schedule', 3, everything, { schedule }],
  ['weights drawn from the seed', 2, { trainEmbeddings: true }, { startFrom: { kind: 'random' } }],
];

describe('a run that was cut off', () => {
  test.each(cases)(
    '%s, after step %i: goes on to the bit',
    async (_, stopsAt, settings, order) => {
      const movesAt = 2;
      const uncut = await run(whole, settings, 0, { movesAt }, { order });
      const begun = await run(first, settings, 0, { movesAt, stopsAt }, { order });
      expect([begun.status, begun.steps.at(-1)!.step]).toEqual(['stopped', stopsAt]);
      const later = { movesAt: movesAt <= stopsAt ? -1 : movesAt };
      const ended = await run(second, settings, stopsAt, later, { order, resumes: true });
      expect(numbersOf(ended)).toEqual(numbersOf(uncut));
      expect(ended.resumptions).toMatchObject([{ step: stopsAt, differs: [], damaged: [] }]);
      const [one, other] = [await headOf(shelves.whole), await headOf(shelves.cut)];
      expect(other.blocks).toEqual(one.blocks);
      expect(withoutTimes(other.state)).toEqual(withoutTimes(one.state));
      expect(one.state.step).toBe(nSteps);
    },
    240_000,
  );
});
