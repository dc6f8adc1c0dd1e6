import type { TaskSource } from '../../taskSource.ts';
import { nerAnimals, nerColours, nerPeople, nerPlaces, nerThings } from './lists.ts';
import { nerCount } from './nerCount.ts';
import { nerTyped } from './nerTyped.ts';

/** The tasks of the cluster 'entity recognition'. */
export const entitiesTasks: readonly TaskSource[] = [
  nerPeople,
  nerPlaces,
  nerThings,
  nerAnimals,
  nerColours,
  nerTyped,
  nerCount,
];
