import { expect, test } from 'vitest';
import { createTrainer } from '../../workers/trainer.ts';
import { openLocalHub, parquetOf } from '../hub/localHub.ts';

test('the worker takes a dataset of a hub by its name, keeps what it is, and refuses what is none in words', async () => {
  const commit = 'f'.repeat(40);
  const card = { license: 'mit' };
  const hub = await openLocalHub({
    'maths/parity': { commit, files: { 'train.parquet': parquetOf(0, 500) }, card },
  });
  try {
    const trainer = createTrainer();
    const loaded = await trainer.loadHub({
      kind: 'hub',
      name: 'maths/parity',
      endpoint: `${hub.url}/`,
    });
    expect(loaded).toMatchObject({
      ok: true,
      value: [
        {
          id: 'parity',
          licence: 'mit',
          origin: `maths/parity@${commit}:default`,
          hub: {
            name: `maths/parity@${commit}:default`,
            url: `${hub.url}/datasets/maths/parity/tree/${commit}`,
          },
          counts: { train: 400, validation: 50, test: 50 },
        },
      ],
    });
    const again = await trainer.loadHub({
      kind: 'hub',
      name: `maths/parity@${commit}`,
      endpoint: hub.url,
    });
    expect(again).toEqual(loaded);
    const odd = await trainer.loadHub({ kind: 'hub', name: 'parity', endpoint: hub.url });
    expect(odd).toMatchObject({ ok: false, error: { key: 'badHubName' } });
    const where = await trainer.loadHub({ kind: 'hub', name: 'a/b', endpoint: 'ftp://x' });
    expect(where).toMatchObject({ ok: false, error: { key: 'badHubAddress' } });
    expect(await trainer.removeTask('parity')).toMatchObject({ ok: true });
  } finally {
    await hub.close();
  }
});
