import type { Result } from '../errors.ts';
import type { InstructionFormatName } from '../render/index.ts';
import type { Shot } from '../render/question.ts';
import type { SplitName, Wording } from '../tasks/task.ts';
import type { QuestionCut } from '../tokens/readQuestion.ts';

/**
 * Which weights: as loaded, after the last training, or as they were at its best evaluation, which are the tuned ones
 * where that was the last.
 */
export type Weights = 'base' | 'tuned' | 'best';

export interface GenerateRequest {
  readonly weights: Weights;
  /** Rendered with the input as a training example is, and shortened like one when it is too long. */
  readonly wording: Pick<Wording, 'text' | 'place'>;
  readonly input: string;
  /** As the weights were tuned with; the default if left out. */
  readonly instructionFormat?: InstructionFormatName;
  /** Shown in the prompt. */
  readonly options?: readonly string[];
  /** Worked examples before the question; the last ones are left out where they do not fit. */
  readonly shots?: readonly Shot[];
  readonly maxNewTokens: number;
  /** 0 = greedy. */
  readonly temperature: number;
  readonly topP: number;
  readonly seed: number;
  /** Tokens that the answer has to begin with; it is continued from there. */
  readonly begin?: readonly number[];
  /** Also what the model thought of each token; costs no further pass. */
  readonly withTokens?: boolean;
}

/** A token that could come next. */
export interface TokenChoice {
  readonly id: number;
  /** '' for the end of the answer. */
  readonly text: string;
  /** 0–1, of the softmax at temperature 1, whatever it was sampled at. */
  readonly probability: number;
}

/** A token of an answer, beside the five likeliest in its place, best first. */
export interface GeneratedToken extends TokenChoice {
  /** What it added to the text; '' inside a character of several tokens. */
  readonly text: string;
  readonly alternatives: readonly TokenChoice[];
}

export interface Generation {
  readonly text: string;
  /** The prompt as the model read it, and what of the question is missing in it. */
  readonly prompt: string;
  readonly cut: QuestionCut;
  readonly nTokens: number;
  /** One a token, and one more for the end that was reached; none unless asked for. */
  readonly tokens: readonly GeneratedToken[];
  readonly elapsedMs: number;
  readonly reason: 'eos' | 'length' | 'stopped';
}

export type WordingChoice = 'seen' | 'heldOut';

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
  /** As the weights were tuned with; the default if left out. */
  readonly instructionFormat?: InstructionFormatName;
  /** Also accuracy by rank classification, for instances with options. */
  readonly withRank?: boolean;
  /** So many answers of each task come back, for the eye; three if left out. */
  readonly keptAnswers?: number;
  /** By task id: metrics that score it instead of its task's own. */
  readonly metrics?: Readonly<Record<string, string>>;
}

export interface TaskEvaluation {
  readonly taskId: string;
  /** Mean loss per answer token, nats; null where no example was measured. */
  readonly loss: number | null;
  readonly metric: string;
  /** 0–100; null when only the loss was asked for, or no example was measured. */
  readonly score: number | null;
  readonly instances: number;
  /** Further examples that were wanted, and are not asked since they fit into no row; absent where there is none. */
  readonly leftOut?: number;
  /** Score of each judged instance, 0–100, in the split's order: what intervals are drawn from. */
  readonly itemScores?: readonly number[];
  /** Accuracy by rank classification, 0–100; null for tasks without options. */
  readonly rankScore?: number | null;
}

/** What a model said to one held-out example. */
export interface ShownAnswer {
  readonly taskId: string;
  /** The instance's, unique inside its task; '' in records that did not keep it. */
  readonly exampleId: string;
  readonly input: string;
  /** The first of the right answers. */
  readonly expected: string;
  readonly answer: string;
  /** Of this answer by the task's metric, 0–100, against all right answers. */
  readonly score: number;
  /** True of one that was not at its end when it was as long as an answer may be; else left out. */
  readonly isCut?: boolean;
}

export interface Evaluation {
  /** Of the tasks in the order of asking; those of which no example could be asked have nulls. */
  readonly results: readonly TaskEvaluation[];
  /** The first few answers of each task, for the eye, in the split's order: always to the same examples. */
  readonly answers: readonly ShownAnswer[];
  readonly elapsedMs: number;
}

/** What a model answers, and how well. */
export interface AskingApi {
  generate(request: GenerateRequest, onText: (text: string) => void): Promise<Result<Generation>>;
  evaluate(
    request: EvaluateRequest,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<Evaluation>>;
}
