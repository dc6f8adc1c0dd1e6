/** Writes `public/presets/tasks`, the tasks that only presets have: `npx tsx content/presets/build.ts`. */
import { writeFileSync } from 'node:fs';
import { presetTaskFiles } from './presetTaskFiles.ts';

const folder = new URL('../../public/presets/tasks/', import.meta.url);
const files = presetTaskFiles();
for (const [name, text] of files) writeFileSync(new URL(name, folder), text);
console.log(`${files.size} files written to public/presets/tasks`);
