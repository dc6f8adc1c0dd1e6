import type { AnswerVerdict } from '../../../../core/analysis/answers/answerVerdict.ts';

/** Where the columns of a strip stand: at its right edge, the newest last; px. */
export interface StripPlace {
  readonly width: number;
  readonly count: number;
}

const widest = 11;

export const pitchOf = ({ width, count }: StripPlace): number =>
  Math.min(widest, width / Math.max(1, count));

/** The middle of a column. */
export const xOf = (place: StripPlace, column: number): number =>
  place.width - (place.count - column - 0.5) * pitchOf(place);

/** The column that lies under `x`, or the nearest one. */
export function columnUnder(place: StripPlace, x: number): number {
  const column = Math.floor(place.count - (place.width - x) / pitchOf(place));
  return Math.max(0, Math.min(place.count - 1, column));
}

/**
 * Marks as three paths, however many there are: full discs, half discs and rings, told apart without colour.
 * @param y of their middles, px
 */
export function dotPaths(
  marks: readonly (AnswerVerdict | null)[],
  place: StripPlace,
  y: number,
): Readonly<Record<AnswerVerdict, string>> {
  const radius = Math.max(1.5, Math.min(4, pitchOf(place) / 2 - 1.25));
  const paths = { right: '', partly: '', wrong: '' };
  marks.forEach((mark, column) => {
    if (mark) paths[mark] += shapes[mark](xOf(place, column), y, radius);
  });
  return paths;
}

const shapes: Readonly<Record<AnswerVerdict, (x: number, y: number, r: number) => string>> = {
  right: (x, y, r) => circle(x, y, r + 0.5),
  partly: (x, y, r) => `${circle(x, y, r)}${half(x, y, r)}`,
  wrong: circle,
};

const n = (value: number): string => value.toFixed(2);
const arc = (r: number, turn: 0 | 1, x: number, y: number): string =>
  `A${n(r)} ${n(r)} 0 0 ${turn} ${n(x)} ${n(y)}`;

function circle(x: number, y: number, r: number): string {
  return `M${n(x - r)} ${n(y)}${arc(r, 1, x + r, y)}${arc(r, 1, x - r, y)}Z`;
}

/** The upper half of a disc, which the even-odd rule leaves empty. */
function half(x: number, y: number, r: number): string {
  return `M${n(x - r)} ${n(y)}${arc(r, 1, x + r, y)}Z`;
}

/** Scores of 0–100 as bars on one line, each at least a hair high; px. */
export function barPath(
  scores: readonly (number | null)[],
  place: StripPlace,
  height: number,
): string {
  const width = Math.max(1.5, pitchOf(place) - 3);
  return scores
    .map((score, column) => {
      if (score === null) return '';
      const tall = Math.max(1.5, (score / 100) * height);
      return `M${n(xOf(place, column) - width / 2)} ${n(height - tall)}h${n(width)}v${n(tall)}h${n(-width)}Z`;
    })
    .join('');
}
