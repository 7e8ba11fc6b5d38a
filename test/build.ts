import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { PROJECT_ROOT } from '../src/text/project.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** What the build complained about; empty where it went well. */
    buildFault: string;
  }
}

/**
 * Builds the program once before the tests, for those that run dist/main.js as a process; under `npm test` that has just been
 * done. A failed build fails those tests alone (`builtProgram` in program.ts), so that a floor can be tested while another is open.
 */
export function setup(project: TestProject): void {
  if (process.env['npm_lifecycle_event'] === 'test') {
    project.provide('buildFault', '');
    return;
  }
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: PROJECT_ROOT, encoding: 'utf8' });
  project.provide('buildFault', status === 0 ? '' : stderr || 'npm run build failed');
}
