/** Writes the generated inputs of examples/ and the workbooks of templates/; a test compares the committed files with what this would write. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exampleFiles } from './example/files.ts';
import { templateFiles } from './example/templates.ts';

const root = join(import.meta.dirname, '..');

for (const { path, make } of [...exampleFiles, ...templateFiles]) {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  const bytes = await make();
  writeFileSync(target, bytes);
  console.log(`${path}  ${bytes.length} bytes`);
}
