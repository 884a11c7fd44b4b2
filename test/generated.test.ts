/** Files of the repository that code writes are what it would write now; `npm run golden` writes them anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { templateFiles } from '../scripts/example/templates.ts';
import { evaluationSchemaJson } from '../src/app/documents.ts';

test('templates/evaluation.schema.json', async () => {
  const file = join(import.meta.dirname, '../templates/evaluation.schema.json');
  await expect(await evaluationSchemaJson()).toMatchFileSnapshot(file);
});

test.each(templateFiles)('$path', async ({ path, make }) => {
  const written = readFileSync(join(import.meta.dirname, '..', path));
  expect(Buffer.compare(written, await make()), `${path}: npm run example writes it anew`).toBe(0);
});
