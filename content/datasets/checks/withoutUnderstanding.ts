import { baselinesOf } from '../baselines.ts';
import type { Check } from './check.ts';

const maxNearest = 60;

/** Answering without understanding must not pay; the nearest neighbour above 60 wants a larger world. */
export const withoutUnderstanding: Check = ({ source, draws }) => {
  const { majority, random, copyInput, copyDemonstration, nearestNeighbour } = baselinesOf(
    source,
    draws,
  );
  const warnings =
    nearestNeighbour > maxNearest ? [`the nearest neighbour scores ${nearestNeighbour}`] : [];
  const figures = {
    majority,
    random,
    input: copyInput,
    shot: copyDemonstration,
    nearest: nearestNeighbour,
  };
  return { violations: [], warnings, figures };
};
