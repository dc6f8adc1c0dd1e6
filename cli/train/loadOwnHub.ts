import type { ColumnMapping } from '../../src/core/tasks/columnMapping.ts';
import type { ReadProgress, TaskInfo } from '../../src/core/protocol/index.ts';
import { hubCacheFolder } from './diskStore.ts';
import { openHubMirror } from './hubMirror.ts';
import { followReading } from './loadOwnFile.ts';
import { unwrap, type MixdeskPage } from './mixdeskPage.ts';
import type { Progress } from './progress.ts';

/** A dataset of a hub from the command line. */
export interface OwnHub {
  /** `owner/name[@revision][:config[/split]]`. */
  readonly hub: string;
  /** Address of the hub. */
  readonly endpoint: string;
  /** Which column is what, where their names do not say it. */
  readonly mapping?: ColumnMapping;
}

/** The task of the dataset; what has come is kept in the cache folder. */
export async function loadOwnHub(
  desk: MixdeskPage,
  { hub, endpoint, mapping }: OwnHub,
  progress: Progress,
): Promise<readonly TaskInfo[]> {
  const token = process.env['HF_TOKEN'];
  const mirror = await openHubMirror({ endpoint, cacheFolder: hubCacheFolder(), token });
  try {
    return await followReading(desk, hub, progress, async (telling) =>
      unwrap(
        await desk.page.evaluate(
          ({ told, source }) =>
            window.mixdesk.loadHub(source, (at: ReadProgress) => (told.at = at)),
          {
            told: telling,
            source: {
              kind: 'hub',
              name: hub,
              endpoint: mirror.url,
              mirrorOf: endpoint,
              ...(mapping && { mapping }),
            } as const,
          },
        ),
      ),
    );
  } finally {
    await mirror.close();
  }
}
