import { Persisted, oneOf } from './persisted.svelte.ts';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** How the page is drawn: light, dark or what the system says; and large, for a projector. */
export class Theme {
  readonly #choice = new Persisted<ThemeChoice>('theme', 'system', oneOf(themeChoices));
  readonly #isProjected = new Persisted('projector', false, oneOf([true, false]));

  get choice(): ThemeChoice {
    return this.#choice.current;
  }

  get isProjected(): boolean {
    return this.#isProjected.current;
  }

  choose(choice: ThemeChoice): void {
    this.#choice.current = choice;
    this.show();
  }

  project(isProjected: boolean): void {
    this.#isProjected.current = isProjected;
    this.show();
  }

  /** Puts the choices on the document; colours and sizes themselves are CSS's business. */
  show(): void {
    document.documentElement.dataset.theme = this.choice;
    document.documentElement.toggleAttribute('data-projector', this.isProjected);
  }
}
