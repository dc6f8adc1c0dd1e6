/**
 * How unsure a model is of the right answer, from 0 (certain) towards 1 (gives it no chance): one
 * minus the geometric mean of the probabilities of its tokens, 1 − e^(−loss). An absolute scale:
 * the same loss gives the same value in every task and run, whatever the run started from.
 * @param loss mean cross-entropy of a token, nats
 */
export const doubt = (loss: number): number => (Number.isFinite(loss) ? 1 - Math.exp(-loss) : 1);
