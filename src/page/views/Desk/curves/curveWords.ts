import {
  formatCompact,
  formatClock,
  formatHundredths,
  formatLoss,
  formatScore,
  formatShare,
  formatShort,
  formatWhole,
} from '../../../i18n/format.ts';
import { t } from '../../../i18n/texts.ts';
import type { CurveKind } from '../../../../core/analysis/curves/curveKind.ts';
import type { XAxis } from '../../../../core/analysis/curves/xAxes.ts';
import type { PlotMark } from '../../../state/plotData.ts';

/** How a kind's values are written. */
export function formatValue({ unit }: Pick<CurveKind, 'unit'>): (y: number) => string {
  if (unit === 'score') return formatScore;
  if (unit === 'share') return formatShare;
  return unit === 'epochs' ? formatHundredths : formatLoss;
}

/** How a place on the axis is written: "40", "12.3K", "1:05". */
export function formatPlace(xAxis: XAxis): (x: number) => string {
  if (xAxis === 'seconds') return (x) => formatClock(1000 * x);
  if (xAxis === 'taskEpochs') return formatShort;
  return (x) => (x >= 10_000 ? formatCompact(x) : formatWhole(x));
}

/** "Step 40", with where that lies on another axis: "Step 40 · 12.3K tokens". */
export function placeWords(xAxis: XAxis, step: number, x: number): string {
  const at = t.curves.atStep(step);
  return xAxis === 'step' || Number.isNaN(x) ? at : t.curves.place(at, t.curves.atX[xAxis](x));
}

/** A mark is at a place if it is this near, as a share of what is in view. */
const reachShare = 0.01;

/** What happened at this step or so near that it cannot be told from it. */
export function markWords(marks: readonly PlotMark[], step: number, span: number): string {
  const near = marks.filter((mark) => Math.abs(mark.step - step) <= span * reachShare);
  return t.curves.marks(near.map(({ label }) => label));
}
