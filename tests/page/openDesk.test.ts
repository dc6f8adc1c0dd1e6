/** What the page opens with: nothing kept, something kept, an address that asks for more, and lists that don't come. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDesk } from '../../src/page/actions/openDesk.ts';
import { shippedPresetsPath } from '../../src/core/desk/preset.ts';
import { linkOf } from '../../src/page/state/deskLink.ts';
import { bundlePresets } from '../../tools/build/presetBundle.ts';
import { fakeVisit, settle } from './fakeApp.ts';
import { memoryStorage } from './memoryStorage.ts';

const fourJobs = ['ner_people', 'rate_stars', 'sum_story', 'code_py_js'];
const missing = new Set<string>();

/** The files of the site, those in `missing` excepted. */
function serve(url: string | URL | Request): Promise<Response> {
  const path = new URL(url as string).pathname.slice(1);
  if (missing.has(path)) return Promise.resolve(new Response('', { status: 404 }));
  if (path === shippedPresetsPath) return Promise.resolve(Response.json(bundlePresets('public')));
  const made = path === 'datasets/bundles.json' ? '{"bundles":[]}' : null;
  return Promise.resolve(new Response(made ?? readFileSync(`public/${path}`, 'utf8')));
}

beforeEach(() => {
  missing.clear();
  globalThis.localStorage = memoryStorage();
  vi.stubGlobal('fetch', serve);
});
afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, 'localStorage');
});

const open = async (query = '', visit = fakeVisit()) => {
  await openDesk(visit.app, new URLSearchParams(query));
  return visit.app;
};
const ids = ({ desk }: Awaited<ReturnType<typeof open>>): string[] =>
  desk.channels.map(({ id }) => id);
const titles = ({ notices }: Awaited<ReturnType<typeof open>>): string[] =>
  notices.shown.map(({ title, text }) => `${title} ${text}`);

test('a first visit finds the four jobs, the whole library, and nothing to take back', async () => {
  const app = await open();
  expect(ids(app)).toEqual(fourJobs);
  expect(app.presets.chosen?.id).toBe('four-jobs');
  expect(app.library.tasks.length).toBeGreaterThan(90);
  expect(titles(app)).toEqual([]);
  app.history.undo();
  expect(ids(app)).toEqual(fourJobs);
});

test('what an earlier visit left is on the desk; what it lost is named, and can be forgotten', async () => {
  const tasks = [{ id: 'rate_stars', level: 80 }, { id: 'my_own' }];
  localStorage.setItem('mixdesk.desk', JSON.stringify({ version: 1, model: 'nano', tasks }));
  const app = await open();
  expect(ids(app)).toEqual(['rate_stars']);
  expect(app.desk.channels[0]!.level).toBe(80);
  expect(app.desk.modelName).toBe('nano');
  expect(titles(app).join()).toContain('my_own');
  app.notices.shown[0]!.action!.run();
  expect(app.desk.absent).toEqual([]);
});

test('the address wins over what is kept, and says which of its settings it cannot read', async () => {
  const app = await open(
    'backend=wasm&model=small&set.seed=7&set.batchSize=none&precision=fp16&subgroups=off',
  );
  expect([app.engine.backend, app.desk.modelName, app.desk.settings.seed]).toEqual([
    'wasm',
    'small',
    7,
  ]);
  expect(app.engine.flags).toEqual({ precision: 'fp16', subgroups: false });
  expect(app.desk.kept.model, 'for this visit only').toBe('mini');
  expect(titles(app)).toHaveLength(1);
  expect(titles(app)[0]).toContain('got "none"');
});

test('names that the page does not know change nothing', async () => {
  const app = await open('backend=cuda&model=huge&precision=int8&subgroups=maybe');
  expect([app.engine.backend, app.desk.modelName]).toEqual(['auto', 'mini']);
  expect(app.engine.flags).toEqual({});
});

test("a link's desk takes the place of the first visit's", async () => {
  const from = fakeVisit();
  const { setup } = from.app.desk;
  const sent = { ...setup, tasks: [{ id: 'sum_story', level: 30, isMuted: false }] };
  const app = await open(new URL(await linkOf(sent, 'https://example.org/')).search);
  expect(ids(app)).toEqual(['sum_story']);
  expect(app.desk.channels[0]!.level).toBe(30);
  expect(app.presets.chosen).toBeNull();
});

test('without its lists the desk is empty and says so; asked again, it fills', async () => {
  missing.add('datasets/index.json').add(shippedPresetsPath);
  const app = await open();
  expect(ids(app)).toEqual([]);
  expect(titles(app).join()).toMatch(/404[^]*404/);
  missing.clear();
  for (const { action } of app.notices.shown) action!.run();
  await settle();
  await settle();
  expect(ids(app)).toEqual(fourJobs);
});
