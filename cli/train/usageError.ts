/** A mistake in how the program was called: said in one line, without a stack, exit code 2. */
export class UsageError extends Error {}
