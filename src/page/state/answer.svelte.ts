import type { ErrorInfo, Result } from '../../core/errors.ts';
import type { Generation } from '../../core/protocol/index.ts';
import { untilSettled } from '../bridge/untilSettled.ts';

export type AnswerStatus = 'empty' | 'waiting' | 'streaming' | 'done' | 'failed';

/** The training that an answer comes from: a run, and how far it was. */
export interface TrainedBy {
  readonly runName: string;
  readonly step: number;
}

/** One model's answer, growing while it streams. */
export class Answer {
  status = $state<AnswerStatus>('empty');
  text = $state('');
  generation = $state.raw<Generation | null>(null);
  error = $state.raw<ErrorInfo | null>(null);
  /** 0–100 against the expected answers, or null where none is known. */
  score = $state<number | null>(null);
  /** What the answering model was trained by when it was asked; null for the base. */
  trainedBy = $state.raw<TrainedBy | null>(null);
  /** Counts clearings: what arrives for a question from before the last one is dropped. */
  #clearings = 0;

  clear(status: AnswerStatus = 'empty'): void {
    this.#clearings++;
    this.status = status;
    this.text = '';
    this.generation = null;
    this.error = null;
    this.score = null;
    this.trainedBy = null;
  }

  /** Takes the answer in as it streams. Resolves to it, or to null when it failed or is not wanted any more. */
  async take(
    generate: (onText: (piece: string) => void) => Promise<Result<Generation>>,
  ): Promise<Generation | null> {
    const clearings = this.#clearings;
    const isWanted = (): boolean => clearings === this.#clearings;
    const result = await untilSettled((piece: string) => {
      if (isWanted()) this.#grow(piece);
    }, generate);
    if (!isWanted()) return null;
    if (result.ok) return this.#end(result.value);
    this.error = result.error;
    this.status = 'failed';
    return null;
  }

  #grow(piece: string): void {
    this.status = 'streaming';
    this.text += piece;
  }

  #end(generation: Generation): Generation {
    this.text = generation.text;
    this.generation = generation;
    this.status = 'done';
    return generation;
  }
}
