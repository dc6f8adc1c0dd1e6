/** Of package.json, which a test holds it to: core cannot read files, and a plan names what made it. */
export const appVersion = '0.1.0';
