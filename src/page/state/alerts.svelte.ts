import { oneOf, Persisted } from './persisted.svelte.ts';

/** Whether the end of a run is told outside the page too, remembered between visits. */
export class Alerts {
  readonly #areOn = new Persisted('alerts', false, oneOf([true, false]));

  get areOn(): boolean {
    return this.#areOn.current;
  }

  set areOn(areOn: boolean) {
    this.#areOn.current = areOn;
  }
}
