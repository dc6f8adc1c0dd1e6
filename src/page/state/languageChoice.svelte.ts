import { languages, type Language } from '../i18n/languages.ts';
import { spoken } from '../i18n/spoken.svelte.ts';
import { oneOf, Persisted } from './persisted.svelte.ts';

/** The language that the visitor reads, remembered between visits. */
export class LanguageChoice {
  readonly languages: readonly Language[];
  readonly #tag: Persisted<string>;

  constructor(list: readonly Language[] = languages) {
    this.languages = list;
    const tags = list.map(({ tag }) => tag);
    this.#tag = new Persisted('language', tags[0]!, oneOf(tags));
  }

  get current(): Language {
    return this.languages.find(({ tag }) => tag === this.#tag.current)!;
  }

  /** A tag that there are no texts for changes nothing. */
  choose(tag: string | null): void {
    if (!this.languages.some((one) => one.tag === tag)) return;
    this.#tag.current = tag!;
    this.show();
  }

  /** Texts, numbers and the document in this language. */
  show(): void {
    spoken.speak(this.current);
    document.documentElement.lang = this.current.tag;
  }
}
