import { Persisted, oneOf } from './persisted.svelte.ts';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** Light, dark, or what the system says. */
export class Theme {
  readonly #choice = new Persisted<ThemeChoice>('theme', 'system', oneOf(themeChoices));

  get choice(): ThemeChoice {
    return this.#choice.current;
  }

  choose(choice: ThemeChoice): void {
    this.#choice.current = choice;
    this.show();
  }

  /** Puts the choice on the document; the colours themselves are CSS's business. */
  show(): void {
    document.documentElement.dataset.theme = this.choice;
  }
}
