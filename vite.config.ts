import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { namedBreakpoints } from './tools/build/breakpoints.ts';
import { breakpoints } from './src/page/ui/styles/breakpoints.ts';
import { chromiumFlags, findChromium } from './tools/build/chromium.mjs';
import { datasetBundles } from './tools/build/datasetBundles.ts';
import { compressWasm } from './tools/build/compressWasm.ts';
import { iconsInUse } from './tools/build/iconsInUse.mjs';
import { presetBundle } from './tools/build/presetBundle.ts';
import { serviceWorker } from './tools/build/serviceWorker.ts';
import { styleFirst } from './tools/build/styleFirst.ts';
import { tfjsWasmThreads } from './tools/build/tfjsWasmThreads.ts';

const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const atRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Found too late (inside a worker, or in a part of the page that is fetched later), these make Vite reload the page in the middle of what it does.
const tensorflowEntries = [
  '@tensorflow/tfjs-core',
  '@tensorflow/tfjs-core/dist/register_all_gradients',
  '@tensorflow/tfjs-backend-wasm',
  '@tensorflow/tfjs-backend-webgpu',
  '@tensorflow/tfjs-backend-cpu',
];

export default defineConfig({
  base: './',
  plugins: [
    svelte({
      // Libraries keep their own mode; our components are all written in runes.
      dynamicCompileOptions: ({ filename }) =>
        filename.includes('node_modules') ? undefined : { runes: true },
    }),
    namedBreakpoints(breakpoints),
    tfjsWasmThreads(),
    styleFirst(atRoot('src/page/ui/styles'), breakpoints),
    serviceWorker(),
    compressWasm(),
    datasetBundles(),
    presetBundle(),
  ],
  worker: { format: 'es', plugins: () => [tfjsWasmThreads()] },
  server: { headers: isolationHeaders },
  preview: { headers: isolationHeaders },
  optimizeDeps: {
    include: [
      ...tensorflowEntries,
      ...iconsInUse(atRoot('src/page')),
      'bits-ui',
      'chart.js',
      'comlink',
      'idb',
      'lean-qr',
      'lean-qr/extras/svg',
      '@huggingface/tokenizers',
    ],
    exclude: ['@jax-js/jax'],
  },
  build: {
    target: 'es2022',
    license: { fileName: 'licences.txt' },
    rolldownOptions: {
      input: {
        index: atRoot('index.html'),
        headless: atRoot('headless.html'),
      },
      checks: { pluginTimings: false },
    },
    chunkSizeWarningLimit: 1500,
  },
  test: {
    projects: [
      {
        extends: true,
        resolve: { mainFields: ['module', 'main'] },
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', 'tests/e2e/**'],
          environment: 'node',
          testTimeout: 60_000,
          server: { deps: { inline: [/@tensorflow\//] } },
        },
      },
      {
        extends: true,
        optimizeDeps: { include: ['fast-check'] },
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts', 'workers/kernels/**/*.browser.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: chromiumFlags({ isSoftwareGpu: true }),
                executablePath: findChromium() ?? 'chromium',
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
