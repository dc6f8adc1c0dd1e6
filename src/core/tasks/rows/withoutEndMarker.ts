import type { InstructionRow } from './instructionRow.ts';

/** End markers of other models' training files. */
const markers = [
  '<|endoftext|>',
  '<|im_end|>',
  '<|eot_id|>',
  '<|end_of_text|>',
  '<|end|>',
  '<end_of_turn>',
  '<eos>',
  '</s>',
  '[EOS]',
  '[SEP]',
  '###',
  'END',
] as const;

/** Fewer answers than this share may lack a marker that is one. */
const nearlyAll = 0.95;

/**
 * Another model's end marker, where (nearly) every answer ends with it, and the rows without it. An answer that is nothing else
 * has none. Our own end is a token that no text can write.
 */
export function withoutEndMarker(rows: readonly InstructionRow[]): {
  marker: string | null;
  rows: readonly InstructionRow[];
} {
  const answers = rows.flatMap(({ outputs }) => outputs);
  const marker = markers.find((one) => {
    const ended = answers.filter((answer) => answer.endsWith(one)).length;
    return ended > 0 && ended >= nearlyAll * answers.length && !isWholeAnswer(answers, one);
  });
  if (marker === undefined) return { marker: null, rows };
  const bare = (answer: string): string =>
    answer.endsWith(marker) ? answer.slice(0, -marker.length).trim() : answer;
  const cleaned = rows.map((row) => ({
    ...row,
    outputs: [...new Set(row.outputs.map(bare))].filter((answer) => answer !== ''),
  }));
  return { marker, rows: cleaned };
}

/** A word that is all that is ever answered is an answer; a marker in brackets never is. */
const isWholeAnswer = (answers: readonly string[], marker: string): boolean =>
  !/[<[]/.test(marker) && answers.every((answer) => answer === marker);
