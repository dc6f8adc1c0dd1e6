import { lengthReport } from '../../src/core/browsing/lengthReport.ts';
import type { ErrorInfo, Result } from '../../src/core/errors.ts';
import type {
  EngineInfo,
  Generation,
  ModelInfo,
  TaskInfo,
  TaskTexts,
  TrainerApi,
} from '../../src/core/protocol/index.ts';
import type { TrainerClient } from '../../src/page/bridge/trainerClient.ts';
import { deferred } from './deferred.ts';

export const ok = <T>(value: T): Promise<Result<T>> => Promise.resolve({ ok: true, value });

export const engineInfo: EngineInfo = {
  backend: 'wasm',
  adapter: 'WASM',
  isSoftware: false,
  precision: 'fp32',
  notes: [],
};

export const modelInfo: ModelInfo = {
  name: 'nano',
  sha256: 'ab',
  nParams: 1,
  nLayers: 1,
  dModel: 1,
  nHeads: 1,
  vocabSize: 1,
  maxSeqLen: 256,
};

export function taskInfo(id: string): TaskInfo {
  return {
    id,
    chance: null,
    report: null,
    sha256: `hash of ${id}`,
    name: id.toUpperCase(),
    cluster: 'reading',
    metric: 'exactMatch',
    definition: 'Say it.',
    wordings: [{ text: 'Say it.', place: 'before' }],
    positiveExamples: [
      { input: 'four', output: 'yes', explanation: '' },
      { input: 'one', output: 'yes', explanation: '' },
    ],
    negativeExamples: [{ input: 'five', output: 'lemon', explanation: '' }],
    counts: { train: 3, validation: 1, test: 1 },
    licence: 'CC0',
    origin: 'own data',
    samples: [
      { id: '1', input: 'one', outputs: ['yes'] },
      { id: '2', input: 'two', outputs: ['no'] },
      { id: '3', input: 'three', outputs: ['no'] },
    ],
  };
}

/** Of three short examples. */
export const taskTexts = (seqLen: number): TaskTexts => ({
  lengths: lengthReport(
    [10, 12, 20].map((tokens) => ({ tokens, fit: 'fits' })),
    3,
    seqLen,
  ),
  strange: { characters: [], inAnswers: 0 },
});

export function generation(text: string, more: Partial<Generation> = {}): Generation {
  const cut = { instruction: 0, input: 0, shots: 0 };
  return {
    text,
    prompt: 'asked',
    cut,
    nTokens: 2,
    tokens: [],
    elapsedMs: 5,
    reason: 'eos',
    ...more,
  };
}

/** A worker that does what it is told at once; a test puts its own methods in their place. */
export function fakeApi(own: Partial<TrainerApi> = {}): TrainerApi {
  const nothing = () => ok(null);
  return {
    beat: nothing,
    startEngine: () => ok(engineInfo),
    loadModel: (_, name) => ok({ ...modelInfo, name }),
    loadTask: ({ sha256 }) => ok(taskInfo(sha256)),
    loadFile: ({ fileName }) => ok([taskInfo(fileName.replace(/\..*/, ''))]),
    loadBundle: ({ tasks }) =>
      ok(tasks.map(({ sha256 }) => ({ ok: true, value: taskInfo(sha256) }) as const)),
    loadHub: ({ name }) => ok([{ ...taskInfo('parity'), hub: { name, url: `hub/${name}` } }]),
    stopReading: nothing,
    removeTask: nothing,
    previewFile: () => ok(null),
    instances: () => ok({ found: 0, rows: [] }),
    texts: (_, seqLen) => ok(taskTexts(seqLen)),
    train: nothing,
    pause: nothing,
    resume: nothing,
    stepOnce: nothing,
    stop: nothing,
    setChannels: nothing,
    changeSetting: nothing,
    previewBatch: () => ok({ batchSize: 2, seqLen: 8, step: 1, paddingShare: 0, examples: [] }),
    countFits: () => ok({}),
    generate: () => ok(generation('yes')),
    evaluate: () => ok({ results: [], answers: [], elapsedMs: 1 }),
    exportWeights: () => ok(new Uint8Array()),
    keepAt: nothing,
    keepNow: nothing,
    resumableRuns: () => ok([]),
    keptLog: () => ok({ events: [], damaged: [] }),
    forgetRuns: nothing,
    memory: () => ok({ numTensors: 0, numBytes: 0 }),
    ...own,
  };
}

/** A client whose worker a test can let fall silent. */
export interface FakeClient extends TrainerClient {
  fallSilent: (isSilent: boolean) => void;
}

/** A client around such a worker, which lives until it is terminated. */
export function fakeClient(api: TrainerApi = fakeApi()): FakeClient {
  const end = deferred<ErrorInfo>();
  const terminate = (): void =>
    end.resolve({ code: 'engine-failed', key: 'workerStopped', values: {} });
  const client: FakeClient = {
    api,
    ended: end.promise,
    terminate,
    fallSilent: () => undefined,
    watch: (tell) => (client.fallSilent = tell),
  };
  return client;
}
