import { expect, test, vi } from 'vitest';
import { createRunRecord } from '../../src/core/runs/record.ts';
import type { ChannelListing } from '../../src/page/state/channel.svelte.ts';
import { Desk } from '../../src/page/state/desk.svelte.ts';
import { Runs } from '../../src/page/state/runs.svelte.ts';
import { Scored } from '../../src/page/state/scored.svelte.ts';
import { stripsOf } from '../../src/page/state/strip.svelte.ts';
import { toyRun } from '../core/toyRun.ts';

const listing = (id: string, cluster: string): ChannelListing => ({
  id,
  name: id.toUpperCase(),
  cluster,
  metric: 'exactMatch',
  size: 100,
  source: { kind: 'file', fileName: `${id}.csv`, file: new Blob() },
});

function table() {
  const desk = new Desk();
  desk.add(listing('a', 'reading'));
  desk.add(listing('b', 'reading'));
  desk.add(listing('lone', 'writing'));
  desk.openAll(false);
  const runs = new Runs();
  const parts = {
    desk,
    runs,
    scored: new Scored(runs),
    muteCluster: vi.fn(),
    showDetails: vi.fn(),
    showAnswers: vi.fn(),
  };
  return { ...parts, strips: () => stripsOf(parts) };
}

test('a cluster of several tasks is one strip until it is opened; a lone task has no bus', () => {
  const { strips } = table();
  expect(strips().map(({ id }) => id)).toEqual(['cluster reading', 'lone']);
  strips()[0]!.open();
  expect(strips().map(({ id, isMember }) => [id, isMember])).toEqual([
    ['cluster reading', false],
    ['a', true],
    ['b', true],
    ['lone', false],
  ]);
});

test('the keys and fader of a bus play its tasks; its share is theirs', () => {
  const { strips, muteCluster, desk } = table();
  const [bus] = strips();
  expect(bus!.share).toBeCloseTo(2 / 3, 12);
  bus!.setLevel(100);
  expect(bus!.level).toBe(100);
  expect(bus!.share).toBeCloseTo(4 / 5, 12);
  bus!.toggleMute();
  expect(muteCluster).toHaveBeenCalledWith(desk.clusters[0]);
  bus!.toggleSolo(false);
  expect([bus!.isSolo, strips()[1]!.isAudible]).toEqual([true, false]);
});

test('the meter has an absolute scale: what a run started from does not move it', () => {
  const { strips, runs } = table();
  const step = (index: number, loss: number) => ({
    step: index,
    tokens: 10,
    elapsedMs: 1,
    tokensPerSecond: 1,
    learningRate: 1,
    gradNorm: 1,
    loss,
    lossByTask: { lone: { loss, tokens: 1 } },
  });
  const withLosses = (runId: string, ...losses: number[]) => {
    runs.records = [
      {
        ...createRunRecord(toyRun(runId)),
        taskIds: ['lone'],
        steps: losses.map((loss, i) => step(i + 1, loss)),
      },
    ];
    runs.choose(runId);
    return strips()[1]!.doubt!;
  };
  const continued = withLosses('continued', 0.1, 0.1, 0.1);
  expect(continued, 'a run that goes on from the tuned model').toBeCloseTo(0.095, 3);
  expect(withLosses('fresh', 0.7)).toBeCloseTo(0.5, 2);
});

test('the name of a task opens what is known of it', () => {
  const { strips, showDetails, desk } = table();
  strips()[1]!.open();
  expect(showDetails).toHaveBeenCalledWith(desk.channel('lone'));
});
