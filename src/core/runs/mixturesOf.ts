import type { RunRecord } from './record.ts';

/** Shares of the mixture by task id, of the steps behind this one. */
export interface Mixture {
  readonly step: number;
  readonly rates: Readonly<Record<string, number>>;
}

/** What the mixture of a run was from a step on, first to last, whoever changed it. */
export const mixturesOf = ({
  mixingRates,
  changes,
}: Pick<RunRecord, 'mixingRates' | 'changes'>): Mixture[] => [
  { step: -1, rates: mixingRates },
  ...changes.map(({ step, mixingRates: rates }) => ({ step, rates })),
];
