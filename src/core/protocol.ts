/** Everything that crosses between the page and the training worker: methods in, one event stream out. */
import type { ErrorInfo, Result } from './errors.ts';
import type { MetricName } from './metrics/metric.ts';
import type { ModelName } from './models.ts';
import type { Instance, SplitName, Wording } from './tasks/task.ts';
import type { Settings } from './settings.ts';

export type BackendName = 'webgpu' | 'wasm' | 'cpu';
export type RunId = string;
/** Which weights: as loaded, or after the last training. */
export type Weights = 'base' | 'tuned';

/** What a run starts from; 'random' is a model that has learnt nothing, drawn from the run's seed. */
export type StartFrom = Weights | 'random';

export type Precision = 'fp32' | 'fp16';

/** What may be asked of the engine beside the backend; left out, it is measured at the start. */
export interface EngineFlags {
  /** 'fp32' keeps half precision off, 'fp16' takes it wherever the adapter offers it. */
  readonly precision?: Precision;
  /** False keeps subgroup operations off. */
  readonly subgroups?: boolean;
}

export interface EngineInfo {
  readonly backend: BackendName;
  /** The adapter's own name for WebGPU, else what runs: "WASM SIMD, 2 threads". */
  readonly adapter: string;
  /** True when a WebGPU adapter is emulated on the CPU. */
  readonly isSoftware: boolean;
  /** Of the inputs of matrix products; sums are always in single precision. */
  readonly precision: Precision;
  /** Why this backend, and what was tried and failed before it; plain sentences. */
  readonly notes: readonly string[];
}

export interface ModelInfo {
  readonly name: string;
  readonly nParams: number;
  readonly nLayers: number;
  readonly dModel: number;
  readonly nHeads: number;
  readonly vocabSize: number;
  readonly maxSeqLen: number;
}

export interface Download {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** Where a task comes from: a built-in file with its hash, or the text of a dropped file. */
export type TaskSource =
  | { kind: 'builtIn'; url: string; sha256: string; bytes: number }
  | { kind: 'file'; fileName: string; text: string };

export type SampleInstance = Pick<
  Instance,
  'id' | 'input' | 'outputs' | 'slots' | 'options' | 'showsOptions'
>;

/** What the page knows of a loaded task. */
export interface TaskInfo {
  readonly id: string;
  readonly name: string;
  readonly cluster: string;
  readonly metric: MetricName;
  readonly definition: string;
  /** Ways to ask; the first is the definition. */
  readonly wordings: readonly Pick<Wording, 'text' | 'ending' | 'place'>[];
  readonly counts: Readonly<Record<SplitName, number>>;
  readonly licence: string;
  readonly origin: string;
  /** Up to 100 test instances for the Try-it panel. */
  readonly samples: readonly SampleInstance[];
}

/** A channel as asked for: muted ones are not trained on but still evaluated. */
export interface ChannelLevel {
  readonly taskId: string;
  /** Fader position, 0–100. */
  readonly level: number;
  readonly isOn: boolean;
}

export interface TrainRequest {
  readonly runId: RunId;
  readonly settings: Settings;
  readonly channels: readonly ChannelLevel[];
  readonly startFrom: StartFrom;
}

export interface TaskLoss {
  readonly loss: number;
  /** Tokens that carried loss for this task in this step. */
  readonly tokens: number;
}

export interface TaskEvaluation {
  readonly taskId: string;
  /** Mean loss per answer token, nats. */
  readonly loss: number;
  readonly metric: MetricName;
  /** 0–100; null when only the loss was asked for. */
  readonly score: number | null;
  readonly instances: number;
  /** Score of each judged instance, 0–100, in the split's order: what intervals are drawn from. */
  readonly itemScores?: readonly number[];
  /** Accuracy by rank classification, 0–100; null for tasks without options. */
  readonly rankScore?: number | null;
}

export type RunPhase = 'preparing' | 'training' | 'evaluating' | 'paused';

export type TrainEvent =
  | {
      type: 'started';
      runId: RunId;
      settings: Settings;
      engine: EngineInfo;
      model: ModelInfo;
      taskIds: readonly string[];
      mixingRates: Readonly<Record<string, number>>;
      nSteps: number;
    }
  | {
      type: 'step';
      runId: RunId;
      step: number;
      tokens: number;
      loss: number;
      lossByTask: Readonly<Record<string, TaskLoss>>;
      learningRate: number;
      gradNorm: number;
      tokensPerSecond: number;
      elapsedMs: number;
    }
  | {
      type: 'evaluated';
      runId: RunId;
      step: number;
      split: SplitName;
      results: readonly TaskEvaluation[];
    }
  | {
      type: 'changed';
      runId: RunId;
      step: number;
      mixingRates: Readonly<Record<string, number>>;
      learningRate: number;
    }
  | { type: 'phase'; runId: RunId; step: number; phase: RunPhase; done: number; total: number }
  | { type: 'failed'; runId: RunId; step: number; error: ErrorInfo }
  | {
      type: 'finished';
      runId: RunId;
      step: number;
      tokens: number;
      elapsedMs: number;
      reason: 'completed' | 'stopped';
    };

export interface PreviewToken {
  readonly text: string;
  readonly part: 'padding' | 'instruction' | 'input' | 'frame' | 'target';
  /** True when predicting *this* token carries loss. */
  readonly carriesLoss: boolean;
}

export interface PreviewExample {
  /** null: a pre-training text that is rehearsed. */
  readonly taskId: string | null;
  readonly wording: string;
  readonly row: number;
  readonly tokens: readonly PreviewToken[];
}

export interface BatchPreview {
  readonly batchSize: number;
  readonly seqLen: number;
  readonly step: number;
  readonly paddingShare: number;
  readonly examples: readonly PreviewExample[];
}

export interface GenerateRequest {
  readonly weights: Weights;
  /** Rendered with the input as a training example is, and shortened like one when it is too long. */
  readonly wording: Pick<Wording, 'text' | 'place'>;
  readonly input: string;
  /** Shown in the prompt. */
  readonly options?: readonly string[];
  readonly maxNewTokens: number;
  /** 0 = greedy. */
  readonly temperature: number;
  readonly topP: number;
  readonly seed: number;
}

export interface Generation {
  readonly text: string;
  readonly nTokens: number;
  readonly elapsedMs: number;
  readonly reason: 'eos' | 'length' | 'stopped';
}

export interface EvaluateRequest {
  readonly weights: Weights;
  readonly split: SplitName;
  readonly taskIds: readonly string[];
  /** At most this many instances a task (the first ones; the order is fixed). */
  readonly maxInstances: number;
  readonly withMetric: boolean;
  /** 'heldOut' asks with the wordings that training never uses; 'seen' if left out. */
  readonly wordings?: WordingChoice;
  /** Worked examples before the question, fewer where they do not fit; none if left out. */
  readonly shots?: number;
  /** Also accuracy by rank classification, for instances with options. */
  readonly withRank?: boolean;
}

export type WordingChoice = 'seen' | 'heldOut';

export interface Evaluation {
  readonly results: readonly TaskEvaluation[];
  /** The first few answers of each task, for the eye. */
  readonly answers: readonly {
    readonly taskId: string;
    readonly input: string;
    readonly expected: string;
    readonly answer: string;
  }[];
  readonly elapsedMs: number;
}

/** Memory of the engine, for the leak check and the debug panel. */
export interface EngineMemory {
  readonly numTensors: number;
  readonly numBytes: number;
}

/** The training worker. Every method settles with a value; failures are values too. */
export interface TrainerApi {
  startEngine(backend: BackendName | 'auto', flags?: EngineFlags): Promise<Result<EngineInfo>>;
  loadModel(
    baseUrl: string,
    name: ModelName,
    onProgress: (download: Download) => void,
  ): Promise<Result<ModelInfo>>;
  loadTask(source: TaskSource, onProgress: (download: Download) => void): Promise<Result<TaskInfo>>;
  removeTask(taskId: string): Promise<Result<null>>;
  /** Trains to the end; settles when the run has finished, was stopped or failed. */
  train(
    request: TrainRequest,
    onEvents: (events: readonly TrainEvent[]) => void,
  ): Promise<Result<null>>;
  pause(): Promise<Result<null>>;
  resume(): Promise<Result<null>>;
  /** While paused: one training step. */
  stepOnce(): Promise<Result<null>>;
  stop(): Promise<Result<null>>;
  setChannels(channels: readonly ChannelLevel[]): Promise<Result<null>>;
  /** New peak learning rate of the running schedule. */
  setLearningRate(learningRate: number): Promise<Result<null>>;
  /** The very next batch: of the running run, or the first one that these settings would give. */
  previewBatch(
    settings: Settings,
    channels: readonly ChannelLevel[],
  ): Promise<Result<BatchPreview>>;
  generate(request: GenerateRequest, onText: (text: string) => void): Promise<Result<Generation>>;
  evaluate(
    request: EvaluateRequest,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<Evaluation>>;
  /** The tuned weights as a `model.safetensors` file (fp16, Llama names). */
  exportWeights(): Promise<Result<Uint8Array>>;
  memory(): Promise<Result<EngineMemory>>;
}
