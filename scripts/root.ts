import { resolve } from 'node:path';

/** The repository's root, wherever a script is started from. */
export const root = resolve(import.meta.dirname, '..');
