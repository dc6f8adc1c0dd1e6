import { AppError } from '../errors.ts';
import { splitNamed } from '../tasks/rows/plainRow.ts';
import { isRecord } from '../tasks/rows/rowText.ts';
import type { SplitName } from '../tasks/task.ts';
import { sha256 } from '../sha256.ts';
import { type HubName, hubNameText } from './hubName.ts';
import { hubJson, isNotFound } from './hubRequest.ts';
import type { HubWorld } from './hubWorld.ts';
import { type FilePart, partsOf } from './parquetPaths.ts';
import type { HubFile } from './remoteFile.ts';

/** Of one split of a dataset. */
export interface DatasetFile extends HubFile {
  readonly path: string;
  /** What its rows are for; null where the name of its split says nothing. */
  readonly split: SplitName | null;
}

/** A dataset at one commit, before any of its rows is fetched. */
export interface HubDataset {
  /** With the commit, which stays what it is: read again, it gives the same rows. */
  readonly name: HubName & { readonly revision: string };
  /** As its card says it, or 'Unknown'. */
  readonly licence: string;
  readonly files: readonly DatasetFile[];
}

/** Where hubs keep what they have converted to Parquet by themselves. */
const convertedBranch = 'refs/convert/parquet';

/**
 * Finds a dataset's Parquet files: its own, else those that the hub has converted.
 * @throws AppError 'download-failed': not there, not allowed, no Parquet, no such part, or several parts and none named.
 */
export async function findDataset(world: HubWorld, name: HubName): Promise<HubDataset> {
  const asked = await repoAt(world, name.repo, name.revision ?? 'main');
  const own = asked.files.filter(isParquet);
  const found = own.length > 0 ? asked : await converted(world, name, asked);
  const parts = partsOf(
    found.files.filter(isParquet).map(({ path }) => path),
    found.configs,
  );
  const config = configOf(parts, name);
  const pinned = { ...name, revision: found.commit, config };
  const chosen = [...parts].filter(([, part]) => part.config === config);
  return {
    name: pinned,
    // A converted branch has no card of its own.
    licence: found.licence ?? asked.licence ?? (await licenceOfMain(world, name)) ?? 'Unknown',
    files: filesOf(world, found, chosen, pinned),
  };
}

interface Repo {
  readonly commit: string;
  readonly licence: string | null;
  readonly configs: unknown;
  readonly files: readonly { readonly path: string; readonly bytes: number | null }[];
}

const isParquet = ({ path }: { readonly path: string }): boolean => path.endsWith('.parquet');

async function repoAt(world: HubWorld, repo: string, revision: string): Promise<Repo> {
  const path = `/api/datasets/${repo}/revision/${encodeURIComponent(revision)}?blobs=true`;
  const raw = await hubJson(world, path);
  if (!isRecord(raw) || typeof raw['sha'] !== 'string' || !Array.isArray(raw['siblings'])) {
    throw new AppError('download-failed', 'hubOddAnswer', { url: `${world.endpoint}${path}` });
  }
  const { sha, siblings, cardData } = raw;
  const card = isRecord(cardData) ? cardData : {};
  const files = (siblings as unknown[]).filter(isRecord).flatMap((file) => {
    const { rfilename, size } = file;
    if (typeof rfilename !== 'string') return [];
    return [{ path: rfilename, bytes: typeof size === 'number' ? size : null }];
  });
  return { commit: sha, licence: licenceOf(card), configs: card['configs'], files };
}

function licenceOf({ license, license_name: name }: Readonly<Record<string, unknown>>) {
  if (typeof name === 'string' && name !== '') return name;
  const listed = (Array.isArray(license) ? license : [license]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );
  return listed.length > 0 ? listed.join(', ') : null;
}

const licenceOfMain = async (world: HubWorld, { repo, revision }: HubName) =>
  revision === null
    ? null
    : repoAt(world, repo, 'main').then(
        ({ licence }) => licence,
        () => null,
      );

async function converted(world: HubWorld, name: HubName, { files }: Repo): Promise<Repo> {
  const none = (): AppError => {
    const others = files.slice(0, 5).map(({ path }) => path);
    return new AppError('download-failed', 'hubNoParquet', { name: hubNameText(name), others });
  };
  // What is converted is main, and says nothing of another revision.
  if (name.revision !== null && name.revision !== 'main') throw none();
  try {
    const repo = await repoAt(world, name.repo, convertedBranch);
    if (repo.files.some(isParquet)) return repo;
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
  throw none();
}

function configOf(parts: ReadonlyMap<string, FilePart>, name: HubName): string {
  const known = [...new Set([...parts.values()].map(({ config }) => config))].sort();
  const wanted = name.config ?? (known.length === 1 ? known[0] : 'default');
  const config = known.find((one) => one === wanted);
  if (config !== undefined) return config;
  const values = { name: hubNameText(name), known };
  throw new AppError('download-failed', 'hubChoosePart', values);
}

function filesOf(
  { endpoint }: HubWorld,
  repo: Repo,
  parts: readonly (readonly [path: string, part: FilePart])[],
  name: HubName,
): DatasetFile[] {
  const splits = [...new Set(parts.map(([, { split }]) => split))];
  if (name.split !== null && !splits.includes(name.split)) {
    const known = splits.map((split) => `${name.config}/${split}`);
    throw new AppError('download-failed', 'hubChoosePart', { name: hubNameText(name), known });
  }
  const roleOf = (split: string): SplitName | null =>
    name.split === null ? (splitNamed(split) ?? splitNamed(split.split(/[-_]/)[0]!) ?? null) : null;
  // Splits whose names say nothing ("unsupervised") are left where others say what they are for.
  const hasRoles = splits.some((split) => roleOf(split) !== null);
  const isWanted = (split: string): boolean =>
    name.split === null ? !hasRoles || roleOf(split) !== null : split === name.split;
  const folder = folderOf(name.repo, repo.commit);
  const bytesOf = new Map(repo.files.map(({ path, bytes }) => [path, bytes]));
  return parts
    .filter(([, { split }]) => isWanted(split))
    .map(([path, { split }]) => ({
      path,
      split: roleOf(split),
      bytes: bytesOf.get(path) ?? null,
      url: `${endpoint}/datasets/${name.repo}/resolve/${repo.commit}/${encodePath(path)}`,
      key: `${folder}/${sha256(new TextEncoder().encode(path)).slice(0, 16)}`,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Of a store: where what is kept of a dataset at a commit lies. */
export const folderOf = (repo: string, commit: string): string =>
  `datasets--${repo.replace('/', '--')}--${commit}`;
