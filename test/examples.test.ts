/** The generated inputs are what the code makes; each `sh` block of a README runs and prints what the README shows. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleFiles } from '../scripts/example/files.ts';

const root = join(import.meta.dirname, '..');

test.each(exampleFiles)('$path is what the code makes', async ({ path, make }) => {
  const made = Buffer.from(await make());
  expect(made.equals(readFileSync(join(root, path)))).toBe(true);
});
