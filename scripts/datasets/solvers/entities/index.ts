import type { Solver } from '../../solver.ts';
import { solve as nerPeople } from './nerPeople.ts';
import { solve as nerPlaces } from './nerPlaces.ts';

/** Solvers of the cluster 'entity recognition' by task id. */
export const entitiesSolvers: Readonly<Record<string, Solver>> = {
  ner_people: { solve: nerPeople },
  ner_places: { solve: nerPlaces },
};
