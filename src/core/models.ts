/** How large a model is: what the defaults of settings go by. */
export interface ModelSize {
  /** Trainable numbers, the embeddings included. */
  readonly nParams: number;
}

/** The shipped base models (public/models), smallest first. */
export const modelNames = ['nano', 'mini', 'small'] as const;
export type ModelName = (typeof modelNames)[number];

/** Their sizes, known before a model is downloaded; a test counts them in the shipped files. */
export const modelSizes: Readonly<Record<ModelName, ModelSize>> = {
  nano: { nParams: 153_840 },
  mini: { nParams: 1_066_112 },
  small: { nParams: 4_877_568 },
};
