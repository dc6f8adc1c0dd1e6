import { lookUp } from '../../core/lookUp.ts';
import { t } from './texts.ts';

/** A task in the language in use; `own` is the name that its file gives. */
export const taskName = (id: string, own: string): string => lookUp(t.names.tasks, id) ?? own;

/** A cluster in the language in use. */
export const clusterName = (cluster: string): string =>
  lookUp(t.names.clusters, cluster) ?? cluster;
