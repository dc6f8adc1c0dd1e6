import * as tf from '@tensorflow/tfjs-core';
import { WrittenAnswer } from '../generation/writtenAnswer.ts';
import type { Generator } from '../generation/generate.ts';
import { writeOn, type GreedyAnswer } from '../generation/generateGreedy.ts';
import {
  decodeFrom,
  disposeAll,
  keepAll,
  rounded,
  type Decoded,
  type PlaceInRead,
} from '../generation/kvCache.ts';
import { fillCache } from '../kernels/cachedAttention/cachedAttention.ts';
import { takeRows } from '../kernels/pickRows/takeRows.ts';
import { scoped } from '../kernels/scoped.ts';
import type { ReadBatch } from './addLosses.ts';
import type { JudgedQuestion, LossBatch } from './evaluationSet.ts';

/**
 * Greedy answers to questions whose expected answers have been read. As long as the likeliest token is the expected
 * one, that pass has written the answer; from the first other token on, it is decoded from the pass's keys and values.
 */
export interface OpenAnswers {
  /** Answers that are not at their end. */
  readonly count: number;
  /** The answers of a batch as far as it tells them. */
  begin(batch: LossBatch, read: ReadBatch): void;
  /** Writes all to their ends. */
  finish(): Promise<void>;
  dispose(): void;
}

interface Open {
  readonly question: JudgedQuestion;
  readonly answer: WrittenAnswer;
  /** Position of its first token in the batch. */
  readonly at: number;
  /** Row of the logits of its first unknown token. */
  readonly logitsRow: number;
}

/** Those of one batch, on the device. */
interface Part {
  readonly open: readonly Open[];
  readonly places: readonly PlaceInRead[];
  readonly read: Decoded;
}

/** @param answers gets each that has come to its end. */
export function createOpenAnswers(
  { model, params, tokenizer }: Generator,
  questions: readonly JudgedQuestion[],
  answers: Map<JudgedQuestion, GreedyAnswer>,
): OpenAnswers {
  const room = roomFor(questions);
  let parts: Part[] = [];
  const free = (): void => {
    for (const { read } of parts) disposeAll(read);
    parts = [];
  };
  const tell = ({ question, answer }: Open): void => {
    const text = tokenizer.decode(answer.ids).trim();
    answers.set(question, { text, isCut: answer.isCut });
  };
  return {
    get count() {
      return parts.reduce((sum, { open }) => sum + open.length, 0);
    },
    begin(batch, read) {
      const begun = begunIn(batch, read.likeliest, tokenizer.eosId);
      begun.filter(({ answer }) => answer.isEnded).forEach(tell);
      const open = begun.filter(({ answer }) => !answer.isEnded);
      if (open.length > 0) parts.push(partOf(open, read, batch.batch.seqLen, room));
    },
    async finish() {
      if (parts.length === 0) return;
      const open = parts.flatMap((part) => part.open);
      const places = parts.flatMap((part) => part.places);
      const read = scoped(() => keepAll(joined(parts.map((part) => part.read))));
      free();
      const decoding = decodeFrom(model, params, read, places, room.columns);
      await writeOn(
        decoding,
        open.map(({ answer }) => answer),
        tokenizer.eosId,
      );
      open.forEach(tell);
    },
    dispose: free,
  };
}

interface Room {
  /** What has been read ends before this column. */
  readonly columns: number;
  readonly capacity: number;
}

function roomFor(questions: readonly JudgedQuestion[]): Room {
  const lengths = questions.map(({ promptIds, answerIds }) => promptIds.length + answerIds.length);
  const columns = rounded(Math.max(1, ...lengths));
  const longest = Math.max(0, ...questions.map(({ maxNewTokens }) => maxNewTokens));
  return { columns, capacity: rounded(columns + longest) };
}

/** The questions of a batch with what is known of their answers. */
function begunIn({ examples }: LossBatch, likeliest: ArrayLike<number>, eosId: number): Open[] {
  const begun: Open[] = [];
  let first = 0;
  for (const { at, answerLength, question } of examples) {
    if (question) {
      const answer = new WrittenAnswer(question.maxNewTokens);
      let known = 0;
      // Where all is as expected, the last token is left to be found again, unless it is the end.
      while (known < answerLength - 1 && likeliest[first + known] === question.answerIds[known]) {
        answer.push(question.answerIds[known]!, eosId);
        known++;
      }
      if (likeliest[first + known] === eosId) answer.push(eosId, eosId);
      begun.push({ question, answer, at, logitsRow: first + known });
    }
    first += answerLength;
  }
  return begun;
}

/** Their keys and values, with the last column that is known of each before `columns`. */
function partOf(
  open: readonly Open[],
  { logits, heads }: ReadBatch,
  seqLen: number,
  { columns, capacity }: Room,
): Part {
  const rows = new Int32Array(open.length * columns);
  const places = open.map(({ question, answer, at }, row): PlaceInRead => {
    const length = question.promptIds.length + answer.ids.length;
    const first = columns - length;
    // What lies before a row's text is never looked at.
    for (let c = 0; c < columns; c++) rows[row * columns + c] = at + Math.max(0, c - first);
    return { first, shift: (at % seqLen) - first };
  });
  const read = scoped(() => {
    const picked = tf.tensor1d(rows, 'int32');
    const ends = tf.tensor1d(
      open.map(({ logitsRow }) => logitsRow),
      'int32',
    );
    const caches = heads.map(
      ({ key, packed, layout }) =>
        [key, fillCache(takeRows(packed, picked), layout, columns, capacity)] as const,
    );
    return keepAll({ caches: new Map(caches), logits: takeRows(logits, ends) });
  });
  return { open, places, read };
}

function joined(all: readonly Decoded[]): Decoded {
  const [first, ...others] = all;
  if (others.length === 0) {
    const caches = [...first!.caches].map(([key, cache]) => [key, tf.clone(cache)] as const);
    return { caches: new Map(caches), logits: tf.clone(first!.logits) };
  }
  const keys = [...first!.caches.keys()];
  return {
    caches: new Map(keys.map((key) => [key, tf.concat(all.map(({ caches }) => caches.get(key)!))])),
    logits: tf.concat(all.map(({ logits }) => logits)),
  };
}
