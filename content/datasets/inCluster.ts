import type { TaskSource } from './taskSource.ts';
import { wordings } from './wordings.ts';

type Shared = Pick<TaskSource, 'cluster' | 'category' | 'reasoning' | 'domain'>;
type Written = Omit<TaskSource, keyof Shared | 'wordings'> &
  Partial<Shared> & { readonly wordings: string };

/** Makes the tasks of one cluster: what they share, and the notation of `wordings`. */
export const inCluster =
  (shared: Shared) =>
  ({ wordings: asked, ...task }: Written): TaskSource => ({
    ...shared,
    ...task,
    wordings: wordings(asked),
  });
