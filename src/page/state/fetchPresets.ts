import { parseShippedPresets, type Preset, shippedPresetsPath } from '../../core/desk/preset.ts';
import { AppError, causeOf, type Result } from '../../core/errors.ts';
import { fetchJson } from './fetchJson.ts';

/** The shipped presets, the default first. */
export async function fetchPresets(baseUrl: string): Promise<Result<readonly Preset[]>> {
  try {
    const raw = await fetchJson(new URL(shippedPresetsPath, baseUrl).href);
    return { ok: true, value: parseShippedPresets(raw) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.info };
    const values = { cause: causeOf(error) };
    return { ok: false, error: { code: 'download-failed', key: 'presetsNotLoaded', values } };
  }
}
