import { rowsUpTo } from '../../../../core/analysis/curves/countRows.ts';
import { t } from '../../../i18n/texts.ts';
import type { PlotLine } from '../../../state/plotData.ts';
import { pixelY, type PlotFrame } from '../../../ui/plot/plotFrame.ts';

/** Where a line ends in view, in pixels, and its value there. */
export interface LineEnd {
  readonly line: PlotLine;
  readonly value: string;
  readonly y: number;
}

/** The ends of those lines that are read and have a point that can be drawn. */
export function endsOf(
  lines: readonly PlotLine[],
  frame: PlotFrame,
  formatY: (y: number) => string,
): LineEnd[] {
  return lines.flatMap((line) => {
    if (!line.isRead) return [];
    const { xs, ys } = line.curve();
    const seen = ys.subarray(0, rowsUpTo(xs, frame.x.to));
    const last = seen.findLast((y) => Number.isFinite(y) && !(frame.isLog && y <= 0));
    if (last === undefined) return [];
    const y = Math.max(frame.top, Math.min(frame.bottom, pixelY(frame, last)));
    return [{ line, value: formatY(seen.at(-1)!), y }];
  });
}

/** What a screen reader says of a step: where, what happened there, and the value of each line. */
export function spokenAt(
  step: number,
  lines: readonly PlotLine[],
  [place, note]: readonly [string, string],
  formatY: (y: number) => string,
): string {
  const values = lines.flatMap((line) => {
    if (!line.isRead) return [];
    const { steps, ys } = line.curve();
    const row = rowsUpTo(steps, step) - 1;
    return row < 0 ? [] : [`${line.label} ${formatY(ys[row]!)}`];
  });
  return t.curves.readings(place, note ? [note, ...values] : values);
}
