import { readFileSync } from 'node:fs';

const folder = new URL('../../../public/datasets/', import.meta.url);

/** The text of a file of `public/datasets`. */
export const readText = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
