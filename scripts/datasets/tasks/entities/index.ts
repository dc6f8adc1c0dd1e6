import type { TaskSource } from '../../taskSource.ts';
import { nerPeople } from './nerPeople.ts';
import { nerPlaces } from './nerPlaces.ts';

/** The tasks of the cluster 'entity recognition'. */
export const entitiesTasks: readonly TaskSource[] = [nerPeople, nerPlaces];
