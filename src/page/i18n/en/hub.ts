import { listed } from './listed.ts';

/** Datasets by name. */
export const hub = {
  open: 'From a hub…',
  title: 'A dataset of a hub',
  name: 'Dataset',
  namePlaceholder: 'owner/name',
  nameHelp:
    'owner/name, then @revision, :configuration or :configuration/split where they are needed. Its Parquet files are read, at most 256 MB of a large one.',
  address: 'Address of the hub',
  add: 'Fetch it',
  asks: 'The hub learns which dataset you fetch. Nothing else leaves this page.',
  wanted: (names: readonly string[]) => `This desk wants ${listed(names)} from a hub.`,
  wantedHelp: (address: string) => `Nothing has been asked of ${address} yet.`,
  fetch: 'Fetch',
};
