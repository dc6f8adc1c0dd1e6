import * as v from 'valibot';
import { AppError } from '../errors.ts';
import type { ChannelLevel, EngineInfo, RunPlan } from '../protocol/index.ts';
import type { Watched } from '../runs/watchGains.ts';
import type { Settings } from '../settings/table.ts';
import type { CheckpointHead } from './checkpoint.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const counts = v.array(count);
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const object = v.record(v.string(), v.unknown());

const draw = v.object({
  taskIndex: count,
  wordingIndex: count,
  instanceIndex: count,
  order: count,
});

const stream = v.object({
  drawn: count,
  drawnByTask: counts,
  waiting: v.array(draw),
  rows: count,
  texts: count,
});

const mix = v.object({
  seen: v.object({
    step: count,
    nSteps: count,
    drawnByTask: counts,
    lossByTask: v.array(v.nullable(v.number())),
  }),
  window: v.array(v.object({ loss: v.number(), tokens: count })),
});

const channel = v.object({ taskId: v.string(), level: v.number(), isOn: v.boolean() });

const looked = v.object({ step: count, results: v.array(object) });
const watched = v.object({ best: looked, gained: looked, withoutGain: count });

const state = v.object({
  step: count,
  settings: v.custom<Settings>((raw) => v.is(object, raw)),
  channels: v.array(v.custom<ChannelLevel>((raw) => v.is(channel, raw))),
  movesLeft: count,
  stream,
  mix,
  lossScale: v.number(),
  evaluatedAt: v.nullable(count),
  watched: v.nullable(v.custom<Watched>((raw) => v.is(watched, raw))),
  elapsedMs: v.number(),
});

const schema = v.object({
  format: v.literal('mixdesk-checkpoint'),
  version: v.literal(1),
  generation: count,
  run: v.object({
    runId: v.string(),
    name: v.string(),
    startedAt: v.string(),
    plan: v.custom<RunPlan>((raw) => v.is(object, raw)),
  }),
  app: v.string(),
  engine: v.custom<EngineInfo>((raw) => v.is(object, raw)),
  savedAt: v.string(),
  state,
  blocks: v.array(
    v.object({
      name: v.picklist(['params', 'mean', 'square', 'frozen', 'best']),
      length: count,
      sha256: hash,
    }),
  ),
  log: v.array(v.object({ generation: count, bytes: count, sha256: hash })),
});

/** @throws AppError 'storage-failed' that names the key. */
export function parseHead(raw: unknown): CheckpointHead {
  const result = v.safeParse(schema, raw);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const values = { key: v.getDotPath(issue) ?? '', cause: issue.message };
  throw new AppError('storage-failed', 'badCheckpoint', values);
}
