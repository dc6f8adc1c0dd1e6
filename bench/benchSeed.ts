/** Every engine starts from the weights of this seed and trains on its tokens. */
export const benchSeed = 1;
