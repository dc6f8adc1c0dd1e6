/** What a worker posts when it holds the lock of its own name, which it keeps until it ends. */
export const lifeIsHeld = 'mixdesk-life-is-held';
