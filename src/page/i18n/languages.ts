import { en, type Texts } from './en/index.ts';

export interface Language {
  /** BCP 47: what the document says, and what numbers are written by. */
  readonly tag: string;
  /** In its own words. */
  readonly name: string;
  readonly texts: Texts;
}

export const english: Language = { tag: 'en', name: 'English', texts: en };

/** Every language of the page: a file of texts and one line here add one. */
export const languages: readonly Language[] = [english];
