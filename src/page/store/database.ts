import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { RunId, TrainEvent } from '../../core/protocol/index.ts';
import type { NewRun, RunRecord } from '../../core/runs/record.ts';

/** A run as it is kept: what it was asked for, and what a table shows of it, so that its log need not be read. */
export interface KeptRun {
  readonly runId: RunId;
  /** Of creation, from 1. */
  readonly order: number;
  readonly run: NewRun;
  /** The fold of its log, without what only the log is read for (`lightOf`). */
  readonly light: RunRecord;
  /** Of its log, as JSON text. */
  readonly bytes: number;
}

export interface KeptTables extends DBSchema {
  /** Checked by whoever reads them: an earlier version may have left anything. */
  ownTasks: { key: string; value: { readonly id: string } };
  runs: { key: RunId; value: KeptRun; indexes: { order: number } };
  /** In the order in which they came. */
  runEvents: {
    key: number;
    value: { readonly runId: RunId; readonly events: readonly TrainEvent[] };
    indexes: { runId: RunId };
  };
}

export type Database = IDBPDatabase<KeptTables>;

/** Opened when it is first needed, and again where the browser has closed it. Rejects in a window that keeps nothing. */
export type OpenDatabase = () => Promise<Database>;

const version = 2;

/** @param name of the browser's database; a test takes one of its own */
export function createDatabase(name: string): OpenDatabase {
  let opened: Promise<Database> | null = null;
  const forget = (): void => {
    opened = null;
  };
  return () => {
    opened ??= openDB<KeptTables>(name, version, {
      upgrade: (database, from) => upgrade(database, from),
      // Another tab has a newer Mixdesk, whose upgrade waits for this connection to end.
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    opened.catch(forget);
    return opened;
  };
}

function upgrade(database: Database, from: number): void {
  if (from < 1) database.createObjectStore('ownTasks', { keyPath: 'id' });
  if (from >= 2) return;
  database.createObjectStore('runs', { keyPath: 'runId' }).createIndex('order', 'order');
  database.createObjectStore('runEvents', { autoIncrement: true }).createIndex('runId', 'runId');
}

/** The page's one database. */
export const openDatabase = createDatabase('mixdesk');
