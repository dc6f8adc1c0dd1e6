/** A number from 0 up to 1, from the browser's source of randomness. */
export const chance = (): number => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
