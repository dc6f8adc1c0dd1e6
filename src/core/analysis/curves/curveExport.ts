import type { Curve } from './curvePoints.ts';

/** A line of which all points are written. */
export interface ExportedLine {
  readonly id: string;
  readonly name: string;
  readonly taskIds: readonly string[];
  /** As measured. */
  readonly curve: Curve;
  /** As drawn; the same where nothing is smoothed. */
  readonly smoothed: Curve;
  /** Tokens trained on, and seconds gone, at each point. [n] */
  readonly tokens: Float64Array;
  readonly seconds: Float64Array;
}

export interface ExportedCurves {
  readonly run: { readonly id: string; readonly name: string };
  readonly kind: string;
  readonly unit: string;
  /** Weight of the moving average behind `smoothed`. */
  readonly smoothing: number;
}

/** The first line of the table. */
export const csvHead = 'run,curve,line,step,tokens,seconds,value,smoothed\n';

/** Every point of a line, one a row. What is not a number is written as NaN or Infinity. */
export function csvRows({ run, kind }: ExportedCurves, line: ExportedLine): string {
  const start = [run.name, kind, line.name].map(quoted).join(',');
  const { steps, ys } = line.curve;
  let rows = '';
  for (let i = 0; i < steps.length; i++) {
    const numbers = [steps[i], line.tokens[i], line.seconds[i], ys[i], line.smoothed.ys[i]];
    rows += `${start},${numbers.join(',')}\n`;
  }
  return rows;
}

const quoted = (text: string): string =>
  /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The same as JSON, without its ends: `{ …about, "lines": [` and `]}` go around it. */
export function jsonLine(line: ExportedLine): string {
  const { id, name, taskIds, curve, smoothed, tokens, seconds } = line;
  const numbers = (values: Float64Array): (number | string)[] =>
    Array.from(values, (value) => (Number.isFinite(value) ? value : String(value)));
  return JSON.stringify({
    id,
    name,
    taskIds,
    steps: numbers(curve.steps),
    tokens: numbers(tokens),
    seconds: numbers(seconds),
    values: numbers(curve.ys),
    smoothed: numbers(smoothed.ys),
  });
}

/** What stands before the lines of the JSON file. */
export const jsonHead = (about: ExportedCurves): string =>
  `${JSON.stringify({ format: 'mixdesk-curves', version: 1, ...about }).slice(0, -1)},"lines":[\n`;
export const jsonFoot = '\n]}\n';
