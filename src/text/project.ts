import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The project's root folder, the same whether the code runs from `src` (tests) or bundled from `dist`. */
export const PROJECT_ROOT = dirname(createRequire(import.meta.url).resolve('isnad/package.json'));

export const projectFile = (...path: string[]): string => join(PROJECT_ROOT, ...path);
