import { expect, test, vi } from 'vitest';
import type { FaderPosition } from '../../src/core/protocol/index.ts';
import { createRunRecord, type RunChange } from '../../src/core/runs/record.ts';
import type { ChannelListing } from '../../src/page/state/channel.svelte.ts';
import { Desk } from '../../src/page/state/desk.svelte.ts';
import { Engine } from '../../src/page/state/engine.svelte.ts';
import { Fits } from '../../src/page/state/fits.svelte.ts';
import { Played } from '../../src/page/state/played.svelte.ts';
import { Runs } from '../../src/page/state/runs.svelte.ts';
import { Scored } from '../../src/page/state/scored.svelte.ts';
import { channelStripsOf, stripsOf } from '../../src/page/state/strip.svelte.ts';
import { StripSelection } from '../../src/page/state/stripSelection.svelte.ts';
import { StripsView } from '../../src/page/state/stripsView.svelte.ts';
import { MixtureShares } from '../../src/page/state/mixtureShares.svelte.ts';
import { Transport } from '../../src/page/state/transport.svelte.ts';
import { shareWords } from '../../src/page/views/Desk/strips/shareWords.ts';
import { fakeClient } from './fakeTrainer.ts';
import { toyRun } from '../core/toyRun.ts';

const listing = (id: string, cluster: string): ChannelListing => ({
  id,
  name: id.toUpperCase(),
  cluster,
  metric: 'exactMatch',
  size: 100,
  chance: 20,
  source: { kind: 'file', fileName: `${id}.csv`, file: new Blob() },
});

function table() {
  const desk = new Desk();
  desk.add(listing('a', 'reading'));
  desk.add(listing('b', 'reading'));
  desk.add(listing('lone', 'writing'));
  desk.openAll(false);
  const runs = new Runs();
  const transport = new Transport();
  const parts = {
    desk,
    selection: new StripSelection(desk),
    runs,
    scored: new Scored(runs),
    mixture: new MixtureShares({ desk, runs, transport }),
    played: new Played({ runs, transport }),
    fits: new Fits({ desk, engine: new Engine(() => fakeClient()) }),
    muteCluster: vi.fn(),
    showDetails: vi.fn(),
    showAnswers: vi.fn(),
  };
  return { ...parts, parts, transport, strips: () => stripsOf(parts) };
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

test("while a run plays its schedule the strip shows where that has brought the fader; the hand's own place stays", () => {
  const { strips, runs, desk, transport } = table();
  desk.openAll(true);
  const played = () => strips().map(({ id, level, playedLevel }) => [id, level, playedLevel]);
  const moved = (step: number, cause: RunChange['cause'], ...channels: FaderPosition[]) => ({
    step,
    cause,
    channels,
    mixingRates: {},
    learningRate: 1,
  });
  const bySchedule = { kind: 'schedule', settings: [] } as const;
  const at = (taskId: string, level: number, isOn = true) => ({ taskId, level, isOn });
  desk.setBusLevel(desk.clusters[0]!, 100);
  transport.ask();
  transport.send(desk.levels, desk.settings);
  runs.open(toyRun('r'));
  const say = (...changes: RunChange[]) => (runs.records = [{ ...runs.newest!, changes }]);
  const changes = [
    moved(3, bySchedule, at('a', 80), at('lone', 10)),
    moved(4, { kind: 'sampler' }),
  ];
  say(...changes);
  expect(played(), 'the level that the task weighs, on its own travel beside its bus').toEqual([
    ['cluster reading', 100, null],
    ['a', 50, 40],
    ['b', 50, null],
    ['lone', 50, 10],
  ]);
  changes.push(
    moved(5, { kind: 'faders' }, at('a', 100)),
    moved(6, bySchedule, at('lone', 10, false)),
  );
  say(...changes);
  expect(
    played().map(([, , level]) => level),
    'what the hand takes is its own again',
  ).toEqual([null, null, null, 0]);
  expect(desk.channel('lone')!.level).toBe(50);
  transport.free();
  expect(strips().map(({ playedLevel }) => playedLevel)).toEqual([null, null, null, null]);
});

test('the name of a task opens what is known of it', () => {
  const { strips, showDetails, desk } = table();
  strips()[1]!.open();
  expect(showDetails).toHaveBeenCalledWith(desk.channel('lone'));
});

test('a strip says whether its task is trained or watched, and what is said to its first example', () => {
  const { strips, runs, desk } = table();
  const lone = strips()[1]!;
  expect([lone.isWatched, shareWords(lone), lone.answer]).toEqual([false, '33.3%', null]);
  lone.toggleMute();
  expect([lone.isWatched, shareWords(lone), lone.chance]).toEqual([true, 'watched', 20]);
  const said = (exampleId: string, answer: string, score: number) => ({
    taskId: 'lone',
    exampleId,
    input: 'Sky saw Ella.',
    expected: 'Sky, Ella',
    answer,
    score,
  });
  const scored = (step: number, answer: string, score: number) => ({
    step,
    split: 'validation' as const,
    results: [{ taskId: 'lone', loss: 1, metric: 'exactMatch', score, instances: 2 }],
    answers: [said('first', answer, score), said('second', 'lemon', 0)],
    elapsedMs: 1,
  });
  runs.records = [
    {
      ...createRunRecord(toyRun('run')),
      taskIds: ['lone'],
      nSteps: 10,
      evaluations: [scored(0, 'lemon lemon', 0), scored(5, 'Sky, Ella', 100)],
    },
  ];
  runs.choose('run');
  expect(lone.answer).toMatchObject({ exampleId: 'first', answer: 'Sky, Ella', score: 100 });
  expect(lone.scores).toEqual([
    { step: 0, score: 0 },
    { step: 5, score: 100 },
  ]);
  expect(desk.hasMix).toBe(true);
});

test('strips are found by name and cluster, and put in order', () => {
  const { strips, parts } = table();
  const view = new StripsView();
  const shown = () => view.shown(strips(), () => channelStripsOf(parts)).map(({ id }) => id);
  view.query = 'WRIT';
  expect(shown()).toEqual(['lone']);
  view.query = 'read';
  expect(shown(), 'behind a closed bus too').toEqual(['a', 'b']);
  view.query = '';
  view.order = 'name';
  strips()[0]!.open();
  expect(shown(), 'an open bus steps aside for its tasks').toEqual(['a', 'b', 'lone']);
  view.order = 'share';
  strips()[3]!.setLevel(100);
  expect(shown()[0]).toBe('lone');
  view.active = 'b';
  expect(view.tabStop(strips())).toBe('b');
  view.active = 'gone';
  expect(view.tabStop(strips())).toBe('cluster reading');
});

test('a small desk shows all its tasks; buses open and close together', () => {
  const desk = new Desk();
  for (const id of ['a', 'b']) desk.add(listing(id, 'small'));
  const [cluster] = desk.clusters;
  expect(desk.isOpen(cluster!)).toBe(true);
  desk.openAll(false);
  expect(desk.isOpen(cluster!)).toBe(false);
  desk.uncover(desk.channels[0]!);
  expect(desk.isOpen(cluster!)).toBe(true);
});

test('solo is alone, or added to the soloed ones, and cleared at once', () => {
  const { desk } = table();
  const [a, b, lone] = desk.channels;
  desk.toggleSolo([a!], false);
  desk.toggleSolo([b!], true);
  expect(desk.channels.map(({ isSolo }) => isSolo)).toEqual([true, true, false]);
  desk.toggleSolo([lone!], false);
  expect(desk.channels.map(({ isSolo }) => isSolo)).toEqual([false, false, true]);
  desk.clearSolo();
  expect(desk.hasSolo).toBe(false);
});
