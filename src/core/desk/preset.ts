import * as v from 'valibot';
import { AppError } from '../errors.ts';
import { type DeskFile, deskFileOf, type DeskSetup, parseDeskSetup } from './deskSetup.ts';

/** What a preset is called, and one sentence that says what it is for. */
export interface PresetWords {
  readonly name: string;
  readonly sentence: string;
}

/** A desk under a name. */
export interface Preset {
  readonly id: string;
  /** By language (BCP 47). */
  readonly words: Readonly<Record<string, PresetWords>>;
  readonly desk: DeskSetup;
}

/** A preset as a file: `public/presets/<id>.json`, and what the page exports. */
export interface PresetFile extends Omit<Preset, 'id' | 'desk'> {
  readonly id?: string;
  readonly desk: DeskFile;
}

const idPattern = /^[a-z0-9][a-z0-9_-]*$/;
const wordsSchema = v.object({ name: v.pipe(v.string(), v.nonEmpty()), sentence: v.string() });
const schema = v.object({
  id: v.optional(v.pipe(v.string(), v.regex(idPattern))),
  words: v.pipe(v.record(v.string(), wordsSchema), v.minEntries(1)),
  desk: v.unknown(),
});

/** `public/presets/index.json`: the shipped presets in the order of the chooser, the default first. */
const indexSchema = v.object({ presets: v.array(v.pipe(v.string(), v.regex(idPattern))) });

/** @throws AppError 'bad-file', or 'bad-setting' for a fault in its desk. */
export function parsePreset(raw: unknown, fileName: string): Preset {
  const result = v.safeParse(schema, raw);
  if (!result.success) throw badPreset(fileName, result.issues[0]);
  const { id = fileName.replace(/\.json$/, ''), words, desk } = result.output;
  return { id, words, desk: parseDeskSetup(desk) };
}

/** The ids of the shipped presets, in their order. @throws AppError 'bad-file'. */
export function parsePresetIndex(raw: unknown): readonly string[] {
  const result = v.safeParse(indexSchema, raw);
  if (result.success) return result.output.presets;
  throw badPreset('index.json', result.issues[0]);
}

/** Where the site holds all shipped presets in one file, as `parseShippedPresets` reads it. */
export const shippedPresetsPath = 'presets/shipped.json';
const shippedSchema = v.object({ presets: v.array(v.unknown()) });

/** The shipped presets in the order of the chooser, the default first. @throws AppError as `parsePreset`. */
export function parseShippedPresets(raw: unknown): readonly Preset[] {
  const fileName = shippedPresetsPath;
  const result = v.safeParse(shippedSchema, raw);
  if (!result.success) throw badPreset(fileName, result.issues[0]);
  return result.output.presets.map((one) => parsePreset(one, fileName));
}

export const presetFileOf = ({ id, words, desk }: Preset): PresetFile => ({
  id,
  words,
  desk: deskFileOf(desk),
});

/**
 * A desk in a file, whether it is a preset or the desk alone.
 * @throws AppError as `parsePreset` and `parseDeskSetup`.
 */
export const parseDeskFile = (raw: unknown, fileName: string): DeskSetup =>
  typeof raw === 'object' && raw !== null && 'desk' in raw
    ? parsePreset(raw, fileName).desk
    : parseDeskSetup(raw);

function badPreset(fileName: string, issue: v.BaseIssue<unknown>): AppError {
  const values = { fileName, key: v.getDotPath(issue) ?? '', cause: issue.message };
  return new AppError('bad-file', 'badPreset', values);
}
