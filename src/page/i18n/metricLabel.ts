import { lookUp } from '../../core/lookUp.ts';
import { t } from './texts.ts';

/** A metric in words; one that has none yet goes by its name. */
export const metricLabel = (name: string): string => lookUp(t.metrics, name) ?? name;
