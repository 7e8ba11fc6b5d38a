import { expect, inject } from 'vitest';
import { projectFile } from '../src/text/project.js';

/** The built program's path; fails the test where the build failed. Call it in a test or `beforeAll`. */
export function builtProgram(): string {
  expect(inject('buildFault')).toBe('');
  return projectFile('dist', 'main.js');
}
