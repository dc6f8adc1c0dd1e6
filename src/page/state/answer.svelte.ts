import { isRightThenOn } from '../../core/analysis/answers/rightThenOn.ts';
import type { ErrorInfo, Result } from '../../core/errors.ts';
import { metricNamed } from '../../core/metrics/index.ts';
import type { GenerateRequest, Generation } from '../../core/protocol/index.ts';
import { untilSettled } from '../bridge/untilSettled.ts';

export type AnswerStatus = 'empty' | 'waiting' | 'streaming' | 'done' | 'failed';

/** The training that an answer comes from: a run, and how far it was. */
export interface TrainedBy {
  readonly runName: string;
  readonly step: number;
}

/** A question as it was when Ask was pressed: all models get the same, whatever is typed meanwhile. */
export interface AskedQuestion {
  readonly request: Omit<GenerateRequest, 'weights'>;
  readonly prompt: string;
  readonly metric: string | null;
  readonly expected: readonly string[];
}

/** One model's answer, growing while it streams. */
export class Answer {
  status = $state<AnswerStatus>('empty');
  text = $state('');
  generation = $state.raw<Generation | null>(null);
  error = $state.raw<ErrorInfo | null>(null);
  /** 0–100 against the expected answers, or null where none is known. */
  score = $state<number | null>(null);
  /** It would be right, had the model stopped. */
  wentOn = $state(false);
  /** What the answering model was trained by when it was asked; null for the base. */
  trainedBy = $state.raw<TrainedBy | null>(null);
  /** What is answered. */
  question = $state.raw<AskedQuestion | null>(null);
  /** Counts clearings: what arrives for a question from before the last one is dropped. */
  #clearings = 0;

  clear(status: AnswerStatus = 'empty'): void {
    this.#clearings++;
    this.status = status;
    this.text = '';
    this.generation = null;
    this.error = null;
    this.score = null;
    this.wentOn = false;
    this.trainedBy = null;
    this.question = null;
  }

  /**
   * Takes the answer in as it streams, and judges it. Settles once it is there, has failed or is not wanted any more.
   */
  async take(
    question: AskedQuestion,
    trainedBy: TrainedBy | null,
    generate: (onText: (piece: string) => void) => Promise<Result<Generation>>,
  ): Promise<void> {
    this.question = question;
    this.trainedBy = trainedBy;
    const clearings = this.#clearings;
    const isWanted = (): boolean => clearings === this.#clearings;
    const result = await untilSettled((piece: string) => {
      if (isWanted()) this.#grow(piece);
    }, generate);
    if (!isWanted()) return;
    if (result.ok) return this.#end(result.value, question);
    this.error = result.error;
    this.status = 'failed';
  }

  #grow(piece: string): void {
    this.status = 'streaming';
    this.text += piece;
  }

  #end(generation: Generation, { metric, expected }: AskedQuestion): void {
    this.text = generation.text;
    this.generation = generation;
    this.status = 'done';
    if (!metric || expected.length === 0) return;
    const judge = metricNamed(metric);
    this.score = judge.score([generation.text.trim()], [expected]);
    this.wentOn = isRightThenOn(judge, generation.text, expected);
  }
}
