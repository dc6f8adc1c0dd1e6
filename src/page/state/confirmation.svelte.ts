/** Words of a question that is answered with yes or no. */
export interface ConfirmationWords {
  readonly title: string;
  /** What follows from a yes. */
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/** The one question that may stand open over the page. */
export class Confirmation {
  shown = $state.raw<ConfirmationWords | null>(null);
  #settle: ((isYes: boolean) => void) | null = null;

  /** Resolves with the answer; a question that stood open is answered with no. */
  ask(words: ConfirmationWords): Promise<boolean> {
    this.answer(false);
    this.shown = words;
    return new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  answer(isYes: boolean): void {
    this.shown = null;
    this.#settle?.(isYes);
    this.#settle = null;
  }
}
