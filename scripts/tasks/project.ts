import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute, without a trailing slash. */
export const projectRoot = join(fileURLToPath(new URL('../..', import.meta.url)), '.').replace(/[\\/]$/, '');

/** An absolute path below the project's folder. */
export const inProject = (...names: string[]): string => join(projectRoot, ...names);
