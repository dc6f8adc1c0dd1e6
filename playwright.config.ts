import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './tools/build/chromium.mjs';

/** End-to-end tests of what `vite build` left in dist/; tests/e2e/site.ts serves it on a free port. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // Training fills both cores: tests side by side would measure each other.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    launchOptions: {
      args: chromiumFlags({ isSoftwareGpu: true }),
      executablePath: findChromium() ?? 'chromium',
    },
  },
});
