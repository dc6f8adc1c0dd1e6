import { lookUp } from '../../core/lookUp.ts';
import { Persisted } from './persisted.svelte.ts';

type Choices = Readonly<Record<string, boolean>>;

/** Up to so many tasks are all shown: a desk that small hides nothing behind its buses. */
const mostInView = 12;

/** Which buses show their tasks: those that a hand has opened, and on a small desk those that none has closed. */
export class OpenBuses {
  readonly #choices = new Persisted<Choices>('openBuses', {}, parseChoices);

  /** @param nTasks on the whole desk */
  isOpen(cluster: string, nTasks: number): boolean {
    return lookUp(this.#choices.current, cluster) ?? nTasks <= mostInView;
  }

  set(clusters: readonly string[], areOpen: boolean): void {
    const chosen = Object.fromEntries(clusters.map((name) => [name, areOpen]));
    this.#choices.current = { ...this.#choices.current, ...chosen };
  }
}

function parseChoices(raw: unknown): Choices | null {
  if (typeof raw !== 'object' || raw === null) return null;
  return Object.fromEntries(
    Object.entries(raw).filter(([, isOpen]) => typeof isOpen === 'boolean'),
  );
}
