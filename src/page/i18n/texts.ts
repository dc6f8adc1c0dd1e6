import { en, type Texts } from './en/index.ts';
import { spoken } from './spoken.svelte.ts';

/** The texts of the language in use: what reads them is read again when another is spoken. */
export const t: Texts = new Proxy(en, {
  get: (_, view) => Reflect.get(spoken.language.texts, view) as unknown,
});
