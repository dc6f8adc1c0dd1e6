import { SvelteSet } from 'svelte/reactivity';

/** Which of some elements are in view, by their `data-id`. Made where a component begins; ends with it. */
export class InSight {
  readonly #ids = new SvelteSet<string>();
  readonly #observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const { id } = (target as HTMLElement).dataset;
      if (isIntersecting) this.#ids.add(id!);
      else this.#ids.delete(id!);
    }
  });

  constructor() {
    $effect(() => () => this.#observer.disconnect());
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** For `{@attach}`. */
  readonly watch = (element: HTMLElement): (() => void) => {
    this.#observer.observe(element);
    return () => this.#observer.unobserve(element);
  };
}
