import { fileNameOf } from '../../core/runs/fileNameOf.ts';
import { runFileOf } from '../../core/runs/runFile.ts';
import { saveFile } from '../bridge/saveFile.ts';
import type { App } from '../state/createApp.ts';

/** The record of the run that is looked at, as a file that `npm run train -- --replay` reads. */
export function exportRun({ runs, desk }: App): void {
  const record = runs.current;
  if (!record) return;
  const json = JSON.stringify(runFileOf(record, desk.channels));
  saveFile(fileNameOf(record.name, 'json'), new Blob([json], { type: 'application/json' }));
}

export const canExportRun = ({ runs }: App): boolean => (runs.current?.steps.length ?? 0) > 0;
