import { parsePreset, parsePresetIndex, type Preset } from '../../core/desk/preset.ts';
import { AppError, causeOf, type Result } from '../../core/errors.ts';
import { fetchJson } from './fetchJson.ts';

/** The shipped presets, the default first. */
export async function fetchPresets(baseUrl: string): Promise<Result<readonly Preset[]>> {
  const at = (name: string): string => new URL(`presets/${name}`, baseUrl).href;
  try {
    const ids = parsePresetIndex(await fetchJson(at('index.json')));
    const files = ids.map((id) => `${id}.json`);
    const presets = files.map(async (file) => parsePreset(await fetchJson(at(file)), file));
    return { ok: true, value: await Promise.all(presets) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.info };
    const values = { cause: causeOf(error) };
    return { ok: false, error: { code: 'download-failed', key: 'presetsNotLoaded', values } };
  }
}
