/** A dataset of a hub as people write it: `owner/name[@revision][:config[/split]]`. */
export interface HubName {
  /** `owner/name`. */
  readonly repo: string;
  /** A branch, a tag or a commit; null: what the hub calls main. */
  readonly revision: string | null;
  readonly config: string | null;
  readonly split: string | null;
}

const written =
  /^(?<repo>[\w.-]{1,96}\/[\w.-]{1,96})(?:@(?<revision>[\w./-]{1,200}))?(?::(?<config>[^/:@\s]{1,200})(?:\/(?<split>[^/:@\s]{1,200}))?)?$/;
/** What stands before the name in an address that was copied from the hub's own page. */
const beforeName = /^(?:https?:\/\/[^/]+\/datasets\/|hf:\/\/datasets\/|datasets\/)/;

/** The name in a text; null where it is none. An address of the dataset's page is one too. */
export function parseHubName(text: string): HubName | null {
  const name = text.trim().replace(beforeName, '').replace(/\/$/, '');
  const { repo, revision = null, config = null, split = null } = written.exec(name)?.groups ?? {};
  if (repo === undefined || repo.includes('..') || revision?.includes('..')) return null;
  return { repo, revision, config, split };
}

/** The name as it is written; `parseHubName` reads it back to the same. */
export function hubNameText({ repo, revision, config, split }: HubName): string {
  const part = config === null ? '' : `:${config}${split === null ? '' : `/${split}`}`;
  return `${repo}${revision === null ? '' : `@${revision}`}${part}`;
}
