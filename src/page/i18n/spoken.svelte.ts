import { setLocale } from './format.ts';
import { english, type Language } from './languages.ts';

/** The language in use, as all texts read it. */
class Spoken {
  #language = $state.raw<Language>(english);

  constructor() {
    this.speak(english);
  }

  get language(): Language {
    return this.#language;
  }

  speak(language: Language): void {
    setLocale(language.tag, language.texts.numbers.notANumber);
    this.#language = language;
  }
}

export const spoken = new Spoken();
