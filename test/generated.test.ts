/** Files of the repository that code writes are what it would write now; `npm run golden` writes them anew. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluationSchemaJson } from '../src/app/documents.ts';

test('templates/evaluation.schema.json', async () => {
  const file = join(import.meta.dirname, '../templates/evaluation.schema.json');
  await expect(await evaluationSchemaJson()).toMatchFileSnapshot(file);
});
