import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * Path of an installed Chromium or Chrome: `CHROMIUM_PATH`, then PATH, then where macOS and Windows
 * keep it; undefined where there is none.
 * @returns {string | undefined}
 */
export function findChromium() {
  if (env.CHROMIUM_PATH) return isExecutable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = platform === 'win32' ? [] : folders.flatMap((at) => names.map((n) => join(at, n)));
  return [...onPath, ...usualPlaces()].find(isExecutable);
}

/**
 * Flags for a headless Chromium in which WebGPU works, emulated on the CPU where asked for.
 * @param {{ isSoftwareGpu: boolean }} options
 * @returns {string[]}
 */
export function chromiumFlags({ isSoftwareGpu }) {
  return [
    '--no-sandbox',
    '--enable-unsafe-webgpu',
    ...(isSoftwareGpu ? ['--use-webgpu-adapter=swiftshader'] : []),
    '--disable-background-networking',
  ];
}

function usualPlaces() {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (platform !== 'win32') return [];
  const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LocalAppData']];
  return roots.filter((root) => root !== undefined).flatMap(windowsPaths);
}

/** @param {string} root */
function windowsPaths(root) {
  return [
    join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    join(root, 'Chromium', 'Application', 'chrome.exe'),
  ];
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
