import { expect, test } from 'vitest';
import { deskFileOf, parseDeskSetup } from '../../src/core/desk/deskSetup.ts';
import { createPlan } from '../../src/core/runs/plan.ts';
import { addHub } from '../../src/page/actions/addHub.ts';
import { loadTasks } from '../../src/page/actions/loadTasks.ts';
import { tellAbsent } from '../../src/page/actions/tellAbsent.ts';
import { useDesk } from '../../src/page/actions/useDesk.ts';
import { readyVisit, settle } from './fakeApp.ts';
import { modelInfo, ok, taskInfo } from './fakeTrainer.ts';

const pinned = 'maths/parity@abc:default';
const hub = { name: pinned, url: 'https://hub/datasets/maths/parity/tree/abc' };
const parity = { ...taskInfo('parity'), hub };

test('a dataset comes onto the desk by its commit, and is kept so', async () => {
  const asked: string[] = [];
  const { app, kept } = await readyVisit({
    loadHub: (source) => {
      asked.push(`${source.endpoint} ${source.name}`);
      return ok([parity]);
    },
  });
  app.hub.address.current = 'https://mirror.example/';
  expect(await addHub(app, 'maths/parity')).toBe(true);
  expect(asked).toEqual(['https://mirror.example maths/parity']);
  expect(app.desk.channel('parity')).toMatchObject({ isOwn: true, isKept: true });
  expect(kept.get('parity')?.source).toMatchObject({ kind: 'hub', name: pinned });
});

test('the desk as a link or a file says the commit, and another page fetches it when it is told to', async () => {
  const { app } = await readyVisit({ loadHub: () => ok([parity]) });
  await addHub(app, 'maths/parity');
  const setup = parseDeskSetup(JSON.parse(JSON.stringify(deskFileOf(app.desk.setup))));
  expect(setup.tasks.at(-1)).toMatchObject({ id: 'parity', hub: pinned });

  const asked: string[] = [];
  const { app: other } = await readyVisit({
    loadHub: ({ name }) => {
      asked.push(name);
      return ok([parity]);
    },
  });
  await useDesk(other, setup);
  await settle();
  tellAbsent(other);
  expect(asked).toEqual([]);
  const notice = other.notices.shown.find(({ action }) => action?.label === 'Fetch');
  expect(notice?.title).toContain(pinned);
  notice?.action?.run();
  await settle();
  await loadTasks(other);
  expect(asked).toEqual([pinned]);
  expect(other.desk.channel('parity')?.task).toMatchObject({ id: 'parity' });
  expect(other.desk.absent).toEqual([]);
});

test('what is no name or address is told, and nothing is asked', async () => {
  const { app } = await readyVisit();
  app.hub.address.current = 'ftp://x';
  expect(await addHub(app, 'maths/parity')).toBe(false);
  expect(app.notices.shown.at(-1)?.title).toContain('no address of a hub');
});

test('a plan says where own data come from, with their licence', () => {
  const order = {
    settings: {} as never,
    channels: [
      { taskId: 'parity', level: 50, isOn: true },
      { taskId: 'a', level: 50, isOn: true },
    ],
    startFrom: { kind: 'base' } as const,
    judge: [],
    group: null,
  };
  const own = { ...parity, report: {} as never, licence: 'mit', origin: pinned };
  const { origins } = createPlan(order, modelInfo, [own, taskInfo('a')]);
  expect(origins).toEqual({ parity: { origin: pinned, licence: 'mit', url: hub.url } });
});
