import { ranked } from '../../../../core/analysis/curves/ranking.ts';
import { t } from '../../../i18n/texts.ts';
import type { CurvesPicture } from '../../../state/curvesPicture.svelte.ts';
import { formatValue } from './curveWords.ts';

/** The curves in a sentence: what, whose, how far, the best and the worst line; null without any. */
export function curvesSummary({ run, plots, view }: CurvesPicture): string | null {
  if (!run) return null;
  const values = plots.flatMap(({ id, name, lines }) => {
    const value = lines.at(-1)?.curve().ys.at(-1);
    return value === undefined ? [] : [{ id, name, value }];
  });
  const order = ranked(values, view.kind);
  const [best, worst] = [order[0], order.at(-1)];
  if (!best || !worst) return null;
  const format = formatValue(view.kind);
  const step = run.record.steps.at(-1)?.step ?? 0;
  const what = t.curves.summary(t.curves.kinds[view.get('kind')], run.record.name, step);
  return `${what} ${t.curves.summaryBest(best.name, format(best.value), worst.name, format(worst.value))}`;
}
