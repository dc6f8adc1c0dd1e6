// `npm test`: every check there is, in order, closed by one line: N passed, N failed[, N skipped].
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { env, execPath, exit, platform, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'node_modules', '.cache', 'mixdesk', 'reports');

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/** @typedef {{ name: string, command: string[], read?: (report: any) => Counts }} Part */

/** @type {Part[]} */
const parts = [
  { name: 'types, lint, format', command: [...npm(), 'run', '--silent', 'check'] },
  vitest('unit tests (Node)', 'node'),
  vitest('engine tests (Chromium)', 'browser'),
  { name: 'build', command: tool('vite', 'bin/vite.js', 'build', '--logLevel', 'warn') },
  {
    name: 'end to end (Chromium, built site)',
    command: tool('@playwright/test', 'cli.js', 'test', '--reporter=list,json'),
    read: ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
    }),
  },
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const results = parts.map(runPart);
for (const { name, seconds, counts } of results) {
  stdout.write(`${name}: ${words(counts)} in ${seconds} s\n`);
}
const total = results.map(({ counts }) => counts).reduce(add);
stdout.write(`${words(total)}\n`);
exit(total.failed > 0 ? 1 : 0);

/** @param {string} name @param {string} project @returns {Part} */
function vitest(name, project) {
  const options = ['--project', project, '--reporter=default', '--reporter=json'];
  const report = `--outputFile.json=${reportPath(name)}`;
  return {
    name,
    command: tool('vitest', 'vitest.mjs', 'run', ...options, report),
    read: (report) => ({
      passed: report.numPassedTests,
      // A file that can't be loaded has no tests of its own to fail.
      failed: Math.max(report.numFailedTests, report.success ? 0 : 1),
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  };
}

/** @param {Part} part */
function runPart({ name, command: [program, ...args], read }) {
  stdout.write(`\n── ${name}\n`);
  const startedAt = Date.now();
  const { status } = spawnSync(/** @type {string} */ (program), args, {
    cwd: root,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath(name) },
    shell: platform === 'win32' && program === 'npm',
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const counts = read ? readCounts(reportPath(name), read) : none();
  const isPart = !read || (status !== 0 && counts.failed === 0);
  if (isPart) counts[status === 0 ? 'passed' : 'failed'] += 1;
  return { name, seconds: Math.round((Date.now() - startedAt) / 1000), counts };
}

/** What the part reported; a part that fell before it could report counts as failed by its exit code. */
function readCounts(/** @type {string} */ path, /** @type {(report: any) => Counts} */ read) {
  try {
    return read(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { ...none(), failed: 1 };
  }
}

/** @param {string} name */
function reportPath(name) {
  return join(reports, `${name.replace(/\W+/g, '-')}.json`);
}

/** A tool of node_modules by its own script: no shell in between, on any system. */
function tool(
  /** @type {string} */ name,
  /** @type {string} */ file,
  /** @type {string[]} */ ...args
) {
  return [execPath, join(root, 'node_modules', name, file), ...args];
}

function npm() {
  return env.npm_execpath ? [execPath, env.npm_execpath] : ['npm'];
}

/** @returns {Counts} */
function none() {
  return { passed: 0, failed: 0, skipped: 0 };
}

/** @param {Counts} a @param {Counts} b @returns {Counts} */
function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** @param {Counts} counts */
function words({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
