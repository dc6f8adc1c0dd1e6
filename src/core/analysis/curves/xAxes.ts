/**
 * What the points of a curve are laid out along: a column of the run, or of the curve's own tasks their tokens, or
 * how often their examples have come.
 */
export const xAxes = ['step', 'tokens', 'taskTokens', 'taskEpochs', 'seconds'] as const;
export type XAxis = (typeof xAxes)[number];

/** Whether all curves of a run have the same x at the same step. */
export const isSharedAxis = (xAxis: XAxis): boolean =>
  xAxis !== 'taskTokens' && xAxis !== 'taskEpochs';
