import { deskFileOf } from '../../core/desk/deskSetup.ts';
import { parseDeskFile, parsePreset, type Preset, presetFileOf } from '../../core/desk/preset.ts';
import { AppError, causeOf } from '../../core/errors.ts';
import { fileNameOf } from '../../core/runs/fileNameOf.ts';
import { saveFile } from '../bridge/saveFile.ts';
import { spoken } from '../i18n/spoken.svelte.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { wordsOf } from '../state/presets.svelte.ts';
import { choosePreset } from './choosePreset.ts';

/** The desk as it stands, among one's own presets. */
export function keepPreset({ desk, presets, notices }: App, name: string): void {
  const sentence = t.presets.ownSentence(desk.channels.length, desk.modelName);
  presets.choose(presets.save({ name, sentence }, spoken.language.tag));
  notices.done(t.presets.saved(name));
}

/** One's own preset goes, and can be had back. */
export function removePreset({ presets, notices }: App, preset: Preset): void {
  const { name } = wordsOf(preset, spoken.language.tag);
  presets.remove(preset.id);
  notices.done(t.presets.removed(name), '', {
    label: t.presets.undoRemove,
    run: () => void presets.add(preset),
  });
}

/** A preset as a file that this page and `npm run train -- --desk` read. */
export function exportPreset(preset: Preset): void {
  save(wordsOf(preset, spoken.language.tag).name, presetFileOf(preset));
}

/** The desk as it stands, as such a file. */
export function exportDesk({ desk, presets }: App): void {
  const { chosen, isChanged } = presets;
  if (chosen && !isChanged) exportPreset(chosen);
  else save(t.presets.none, deskFileOf(desk.setup));
}

function save(name: string, value: unknown): void {
  const json = `${JSON.stringify(value, null, 2)}\n`;
  saveFile(fileNameOf(name, 'json'), new Blob([json], { type: 'application/json' }));
}

/** A preset, or a desk alone, from a file: among one's own, and onto the desk. */
export async function importPreset(app: App, file: File): Promise<void> {
  const { presets, notices } = app;
  try {
    const preset = presets.add(presetOf(JSON.parse(await file.text()) as unknown, file.name));
    await choosePreset(app, preset);
    notices.done(t.presets.imported(wordsOf(preset, spoken.language.tag).name));
  } catch (error) {
    if (error instanceof AppError) notices.error(error.info);
    else if (error instanceof SyntaxError) notices.error(noPreset(file.name, error));
    else throw error;
  }
}

function presetOf(raw: unknown, fileName: string): Preset {
  if (typeof raw === 'object' && raw !== null && 'desk' in raw) return parsePreset(raw, fileName);
  const desk = parseDeskFile(raw, fileName);
  const name = fileName.replace(/\.json$/, '');
  const sentence = t.presets.ownSentence(desk.tasks.length, desk.model);
  return { id: 'own', words: { [spoken.language.tag]: { name, sentence } }, desk };
}

const noPreset = (fileName: string, error: SyntaxError) =>
  new AppError('bad-file', 'badPreset', { fileName, key: '', cause: causeOf(error) }).info;
