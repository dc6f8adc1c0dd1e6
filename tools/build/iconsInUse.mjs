import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every icon that a component of this folder imports, by the name that it is imported by. @param {string} folder */
export function iconsInUse(folder) {
  const components = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.svelte'),
  );
  const texts = components.map((name) => readFileSync(join(folder, name), 'utf8'));
  const found = texts.flatMap((text) => text.match(/@lucide\/svelte\/icons\/[\w-]+/g) ?? []);
  return [...new Set(found)].sort();
}
