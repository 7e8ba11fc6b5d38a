import { build } from 'esbuild';
import { projectFile } from '../src/text/project.js';

/**
 * Bundles the program once before the tests, as `npm run build` does: the process tests run dist/main.js. Written to a
 * place of its own, so that a test run never changes what `npm start` runs.
 */
export async function setup(): Promise<void> {
  await build({
    entryPoints: [projectFile('src', 'main.ts')],
    outdir: projectFile('dist', 'test'),
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
}
