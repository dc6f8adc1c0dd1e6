import type { Task, Wording } from '../tasks/task.ts';

/** Instance i is asked with trained wording i modulo their number, so that each has its turn. */
export function wordingInTurn({ wordings }: Pick<Task, 'wordings'>): (i: number) => Wording {
  const trained = wordings.filter(({ isHeldOut, isInverted }) => !isHeldOut && !isInverted);
  const asked = trained.length > 0 ? trained : wordings;
  return (i) => asked[i % asked.length]!;
}
