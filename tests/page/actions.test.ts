import { expect, test, vi } from 'vitest';
import type { Result } from '../../src/core/errors.ts';
import type { TaskInfo, TrainerApi } from '../../src/core/protocol/index.ts';
import { addFiles } from '../../src/page/actions/addFiles.ts';
import { anyExample } from '../../src/page/actions/anyExample.ts';
import { ask } from '../../src/page/actions/ask.ts';
import { changeModel } from '../../src/page/actions/changeModel.ts';
import { loadTasks } from '../../src/page/actions/loadTasks.ts';
import { newSeed } from '../../src/page/actions/newSeed.ts';
import { previewBatch } from '../../src/page/actions/previewBatch.ts';
import { putOnDesk } from '../../src/page/actions/putOnDesk.ts';
import { removeChannel } from '../../src/page/actions/removeChannel.ts';
import { removeOwn } from '../../src/page/actions/removeOwn.ts';
import { restart, startEngine } from '../../src/page/actions/startEngine.ts';
import { deferred } from './deferred.ts';
import { fakeVisit, fillDesk, readyVisit, settle } from './fakeApp.ts';
import { fakeApi, generation, ok, taskInfo } from './fakeTrainer.ts';
import { errorWords } from '../../src/page/i18n/errorWords.ts';

const error = { code: 'engine-failed', key: 'deviceLost', values: { cause: 'No device' } } as const;
const failing = () => Promise.resolve({ ok: false, error } as const);

test('an engine that fails to start is told with a way to start it again', async () => {
  let isBroken = true;
  const { app } = fakeVisit({
    startEngine: () => (isBroken ? failing() : fakeApi().startEngine('auto')),
  });
  expect(await startEngine(app)).toBe(false);
  expect(app.engine.phase).toBe('failed');
  expect(app.notices.shown).toMatchObject([{ title: errorWords(error).message }]);
  isBroken = false;
  await restart(app, 'wasm');
  expect([app.engine.phase, app.engine.backend]).toEqual(['ready', 'wasm']);
});

test('the word of an engine that was replaced is not heard any more', async () => {
  const { app, clients } = await readyVisit();
  await restart(app);
  clients[0]!.terminate();
  await clients[0]!.ended;
  expect(app.engine.phase).toBe('ready');
});

test('an engine that breaks later is failed and has nothing tuned', async () => {
  const { app, clients } = await readyVisit();
  app.engine.tunedBy = 'run-1';
  clients[0]!.terminate();
  await clients[0]!.ended;
  expect([app.engine.phase, app.engine.hasTuned]).toEqual(['failed', false]);
});

test('tasks are loaded once, however many ask for them', async () => {
  const loadTask = vi.fn(() => ok(taskInfo('a')));
  const { app } = fakeVisit({ loadTask });
  fillDesk(app);
  await startEngine(app);
  await Promise.all([loadTasks(app), loadTasks(app)]);
  await loadTasks(app);
  expect(loadTask).toHaveBeenCalledTimes(2);
  expect(app.tryIt.task?.id).toBe('a');
});

test('a task that does not load says why on its channel', async () => {
  const { app } = fakeVisit({ loadTask: failing });
  fillDesk(app);
  await startEngine(app);
  expect(await loadTasks(app)).toBe(false);
  expect(app.desk.channel('a')?.error).toEqual(error);
});

test('a download that is reported after its end stays ended', async () => {
  let late: () => void = () => undefined;
  const { app } = fakeVisit({
    loadModel: (_, name, onProgress) => {
      late = () => onProgress({ loadedBytes: 9, totalBytes: 10 });
      return fakeApi().loadModel('', name, () => undefined);
    },
  });
  await startEngine(app);
  late();
  expect(app.engine.download).toBeNull();
});

test('another model takes the place of tuned weights only with a yes', async () => {
  const { app } = await readyVisit();
  app.engine.tunedBy = 'run-1';
  const refused = changeModel(app, 'small');
  app.question.answer(false);
  await refused;
  expect([app.engine.model?.name, app.engine.hasTuned]).toEqual(['mini', true]);
  const taken = changeModel(app, 'small');
  app.question.answer(true);
  await taken;
  expect([app.engine.model?.name, app.engine.hasTuned]).toEqual(['small', false]);
});

test('a dropped file becomes a channel with its task; one that is refused changes nothing', async () => {
  const { app } = await readyVisit({
    loadFile: (source) => (source.fileName === 'mine.csv' ? fakeApi().loadFile(source) : failing()),
  });
  await addFiles(app, [new File(['x'], 'mine.csv'), new File(['\0'], 'mine.exe')]);
  expect(app.desk.channel('mine')?.task?.id).toBe('mine');
  expect(app.desk.channels).toHaveLength(3);
  expect(app.notices.shown.map(({ kind }) => kind)).toEqual(['done', 'error']);
});

test('a task that is taken off leaves desk and Try it, and stays in library and worker', async () => {
  const removeTask = vi.fn(() => ok(null));
  const { app } = await readyVisit({ removeTask });
  removeChannel(app, 'a');
  expect(app.desk.channel('a')).toBeUndefined();
  expect(app.tryIt.task).toBeNull();
  expect(app.library.find('a')?.task?.id).toBe('a');
  expect(removeTask).not.toHaveBeenCalled();
});

test('an own file that is removed leaves desk, library and worker', async () => {
  const removeTask = vi.fn(() => ok(null));
  const { app } = await readyVisit({ removeTask });
  await addFiles(app, [new File(['x'], 'mine.csv')]);
  await removeOwn(app, 'mine');
  expect(removeTask).toHaveBeenCalledExactlyOnceWith('mine');
  expect([app.desk.channel('mine'), app.library.find('mine')]).toEqual([undefined, undefined]);
});

test('only the tasks of the desk are fetched, and one that is put on it comes at once', async () => {
  const asked: string[] = [];
  const { app } = fakeVisit({
    loadTask: ({ sha256 }) => {
      asked.push(sha256);
      return ok(taskInfo(sha256));
    },
  });
  fillDesk(app);
  const [a] = app.desk.channels;
  app.desk.takeOff([a!]);
  await startEngine(app);
  await loadTasks(app);
  expect(asked).toEqual(['b']);
  await putOnDesk(app, [a!], true);
  expect(asked).toEqual(['b', 'a']);
  expect([a!.isMuted, app.desk.share('a'), app.desk.share('b')]).toEqual([true, 0, 1]);
});

test('a task that is put on the desk while others are being fetched is fetched with them', async () => {
  const first = deferred<Result<TaskInfo>>();
  const { app } = fakeVisit({
    loadTask: ({ sha256 }) => (sha256 === 'a' ? first.promise : ok(taskInfo(sha256))),
  });
  fillDesk(app);
  const b = app.desk.channel('b')!;
  app.desk.takeOff([b]);
  await startEngine(app);
  const loading = loadTasks(app);
  await settle();
  const putting = putOnDesk(app, [b]);
  first.resolve({ ok: true, value: taskInfo('a') });
  await Promise.all([loading, putting]);
  expect(app.desk.channels.map(({ task }) => task?.id)).toEqual(['a', 'b']);
});

test('Ask goes to the base alone until something is tuned', async () => {
  const generate = vi.fn(() => ok(generation('yes')));
  const { app } = await readyVisit({ generate });
  await ask(app);
  expect(generate).toHaveBeenCalledTimes(1);
  app.engine.tunedBy = 'run-1';
  await ask(app);
  expect(generate).toHaveBeenCalledTimes(3);
});

test('the next batch is asked for with the desk as it is, and not while nothing is on', async () => {
  const api = fakeApi();
  const preview = vi.fn<TrainerApi['previewBatch']>((...asked) => api.previewBatch(...asked));
  const { app } = await readyVisit({ previewBatch: preview });
  await previewBatch(app);
  expect(preview).toHaveBeenCalledExactlyOnceWith(app.desk.settings, app.desk.levels);
  for (const channel of app.desk.channels) app.desk.toggleMute([channel]);
  await previewBatch(app);
  expect(preview).toHaveBeenCalledOnce();
});

test('chance comes from outside: a seed and another example', async () => {
  const { app } = await readyVisit();
  newSeed(app);
  expect(app.desk.settings.seed).toBe(5000);
  anyExample(app);
  expect(app.tryIt.sampleIndex).toBe(2);
});
