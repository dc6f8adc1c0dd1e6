import { SvelteSet } from 'svelte/reactivity';

/** Which of some elements are in view, by their `data-id`. Made where a component begins; ends with it. */
export class InSight {
  readonly #ids = new SvelteSet<string>();
  /** Made with the first element: where pages are written as text there is none. */
  #observer: IntersectionObserver | null = null;

  constructor() {
    $effect(() => () => this.#observer?.disconnect());
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** For `{@attach}`. */
  readonly watch = (element: HTMLElement): (() => void) => {
    const observer = (this.#observer ??= new IntersectionObserver((entries) =>
      this.#note(entries),
    ));
    observer.observe(element);
    return () => observer.unobserve(element);
  };

  #note(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const { id } = (target as HTMLElement).dataset;
      if (isIntersecting) this.#ids.add(id!);
      else this.#ids.delete(id!);
    }
  }
}
