// Installs what is missing and says nothing when nothing is. Plain Node: it runs before anything is installed.
//   node tools/ensureInstalled.mjs [--browser]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env, execPath, exit, getuid, platform, stderr, versions } from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './build/chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.mixdesk-installed');

checkNode();
ensurePackages();
if (argv.includes('--browser')) ensureBrowser();

function checkNode() {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number);
  const isFine = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!isFine) fail(`Node ${versions.node} is too old. Install Node 22 or 24 (20.19 also works).`);
}

function ensurePackages() {
  if (arePackagesCurrent()) return;
  say('Installing packages (npm ci) …');
  const npm = env.npm_execpath ? [execPath, env.npm_execpath] : ['npm'];
  run([...npm, 'ci', '--ignore-scripts', '--no-fund', '--no-audit'], 'npm ci failed; see above.');
  writeFileSync(stampFile, lockHash());
}

function arePackagesCurrent() {
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === lockHash();
  const byHand = join(root, 'node_modules', '.package-lock.json');
  return existsSync(byHand) && statSync(byHand).mtimeMs >= statSync(lockFile).mtimeMs;
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

function ensureBrowser() {
  if (findChromium()) return;
  const asRoot = becomeRoot();
  if (env.CHROMIUM_PATH || !existsSync('/usr/bin/apt-get') || !asRoot) fail(browserAdvice());
  say('Installing Chromium (apt-get) …');
  run([...asRoot, 'apt-get', 'update', '-q'], 'apt-get update failed; see above.');
  const install = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'];
  run([...asRoot, ...install], 'apt-get could not install Chromium; see above.');
  if (!findChromium()) fail(browserAdvice());
}

/** What to put before a command that needs root: nothing as root, sudo where it asks for no password. */
function becomeRoot() {
  if (platform !== 'linux') return undefined;
  if (getuid?.() === 0) return ['env', 'DEBIAN_FRONTEND=noninteractive'];
  const canSudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return canSudo ? ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive'] : undefined;
}

function browserAdvice() {
  if (env.CHROMIUM_PATH) return `CHROMIUM_PATH names no program: ${env.CHROMIUM_PATH}`;
  const how = platform === 'linux' ? ' (Debian, Ubuntu: sudo apt-get install chromium)' : '';
  return `No Chromium or Chrome found. Install one${how}, or set CHROMIUM_PATH to its program.`;
}

/** @param {string[]} command @param {string} failure */
function run([program, ...args], failure) {
  // npm on Windows is a script, which only a shell can start.
  const isScript = platform === 'win32' && program === 'npm';
  const { status } = spawnSync(/** @type {string} */ (program), args, {
    cwd: root,
    shell: isScript,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) fail(failure);
}

/** @param {string} line */
function say(line) {
  stderr.write(`${line}\n`);
}

/** @param {string} line @returns {never} */
function fail(line) {
  say(line);
  exit(1);
}
