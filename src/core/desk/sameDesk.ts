import { deskFileOf, type DeskSetup } from './deskSetup.ts';

/** Whether two desks are the same mix: in whatever order their settings and buses were moved. */
export const isSameDesk = (a: DeskSetup, b: DeskSetup): boolean => written(a) === written(b);

function written(setup: DeskSetup): string {
  const { settings = {}, buses = {}, ...file } = deskFileOf(setup);
  return JSON.stringify([file, sorted(settings), sorted(buses)]);
}

const sorted = (values: Readonly<Record<string, unknown>>): unknown =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
