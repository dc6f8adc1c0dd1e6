import { AppError } from '../errors.ts';
import type { FamilySpec, ModelSizes } from './family.ts';
import { llama } from './llama.ts';

/** Every family, one line each; its forward pass has a line in `workers/model/families`. */
export const familySpecs: readonly FamilySpec[] = [llama];

/** Hugging Face's `config.json`, read by the family that it names. @throws AppError 'bad-file'. */
export function parseModelConfig(raw: unknown): ModelSizes {
  const modelType = (raw as { model_type?: unknown } | null)?.model_type;
  const spec = familySpecs.find((one) => one.modelType === modelType);
  if (spec) return spec.parseConfig(raw);
  const known = familySpecs.map((one) => one.modelType).join(', ');
  throw new AppError(
    'bad-file',
    `config.json: model_type: got ${JSON.stringify(modelType)}, wanted one of ${known}`,
    'Use a model of one of these families, such as public/models/mini.',
  );
}

/** The family of a model whose `config.json` has been read. */
export function specOf({ modelType }: Pick<ModelSizes, 'modelType'>): FamilySpec {
  const spec = familySpecs.find((one) => one.modelType === modelType);
  if (spec) return spec;
  throw new Error(`families: "${modelType}" is in no list`);
}
