/**
 * A stable key from a file name: `Task 151 (TomQA).json` → `task-151-tomqa`. Never `__proto__`, which
 * no plain object keeps as a key on every way.
 */
export function taskIdOf(fileName: string): string {
  const slug = baseName(fileName)
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
  return slug === '' ? 'own-task' : slug;
}

/** A readable name from a file name: `task151_tomqa_find.json` → `task151 tomqa find`. */
export function taskNameOf(fileName: string): string {
  return baseName(fileName).replace(/[_-]+/g, ' ').trim();
}

function baseName(fileName: string): string {
  return fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}
