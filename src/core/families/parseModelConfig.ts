import { AppError } from '../errors.ts';
import type { FamilySpec, ModelSizes } from './family.ts';

/** Hugging Face's `config.json`, read by the family that it names. @throws AppError 'bad-file'. */
export function parseModelConfig(raw: unknown, specs: readonly FamilySpec[]): ModelSizes {
  const modelType = (raw as { model_type?: unknown } | null)?.model_type;
  const spec = specs.find((one) => one.modelType === modelType);
  if (spec) return spec.parseConfig(raw);
  const known = specs.map((one) => one.modelType);
  throw new AppError('bad-file', 'unknownFamily', { got: `${JSON.stringify(modelType)}`, known });
}
