import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './projectFiles.ts';

interface Lock {
  readonly packages: Readonly<Record<string, { resolved?: string; version?: string }>>;
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const readJson = <T>(path: string): T =>
  JSON.parse(readFileSync(join(projectRoot, path), 'utf8')) as T;

test('the lock file names no registry, so that anybody’s own is used', () => {
  const { packages } = readJson<Lock>('package-lock.json');
  expect(Object.entries(packages).filter(([, entry]) => entry.resolved)).toEqual([]);
});

test('every dependency is pinned to the version that the lock file holds', () => {
  const { packages } = readJson<Lock>('package-lock.json');
  const { dependencies, devDependencies } = readJson<Manifest>('package.json');
  const wanted = { ...dependencies, ...devDependencies };
  const locked = Object.fromEntries(
    Object.keys(wanted).map((name) => [name, packages[`node_modules/${name}`]?.version]),
  );
  expect(locked).toEqual(wanted);
});

test('all parts of TensorFlow.js have the same version', () => {
  const { dependencies } = readJson<Manifest>('package.json');
  const versions = Object.entries(dependencies).filter(([name]) => name.startsWith('@tensorflow/'));
  expect(new Set(versions.map(([, version]) => version)).size).toBe(1);
});

test('npm runs nothing before or after a script but the check of what is installed', () => {
  const { scripts } = readJson<{ scripts: Readonly<Record<string, string>> }>('package.json');
  const hooks = Object.keys(scripts).filter((name) =>
    ['pre', 'post'].some((when) => name.startsWith(when) && name.slice(when.length) in scripts),
  );
  expect(hooks).toContain('prestart');
  // A script called "pretrain" would run before every "train".
  for (const hook of hooks) expect(scripts[hook], hook).toMatch(/^node tools\/ensureInstalled/);
});
