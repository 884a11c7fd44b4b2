/** Files of the repository that code writes are what it would write now; `npm run golden` writes them anew. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { datasetSchema, manifestSchema, schemaFileSchema } from '../scripts/dataset-schemas.ts';
import { referencePages } from '../scripts/docs/pages.ts';
import { templateFiles } from '../scripts/example/templates.ts';
import { configSchemaJson } from '../src/app/config-schema.ts';
import { parseSchema } from '../src/config/schema/parse-schema.ts';
import { datasetNames } from '../src/model/fields.ts';
import { documentJsonSchema, documentSchemas } from '../src/report/schemas/index.ts';
import { readmes, root } from './support/readme.ts';

const templates = join(import.meta.dirname, '../templates');

test.each(Object.entries(documentSchemas))('templates/%s.schema.json', async (name, schema) => {
  await expect(documentJsonSchema(schema)).toMatchFileSnapshot(join(templates, `${name}.schema.json`));
});

test('templates/config.schema.json', async () => {
  await expect(configSchemaJson()).toMatchFileSnapshot(join(templates, 'config.schema.json'));
});

test('templates/schema.schema.json', async () => {
  await expect(schemaFileSchema()).toMatchFileSnapshot(join(templates, 'schema.schema.json'));
});

test('templates/manifest.schema.json', async () => {
  await expect(manifestSchema()).toMatchFileSnapshot(join(templates, 'manifest.schema.json'));
});

test.each(datasetNames)('templates/schemas/%s.yaml', async (dataset) => {
  const text = datasetSchema(dataset);
  await expect(text).toMatchFileSnapshot(join(templates, `schemas/${dataset}.yaml`));
  expect(Object.keys(parseSchema(text, dataset).tables)).toEqual([dataset]);
});

test.each(referencePages)('$path', async ({ path, make }) => {
  await expect(await make()).toMatchFileSnapshot(join(import.meta.dirname, '..', path));
});

test.each([...readmes(), ...referencePages.map(({ path }) => path)])('every link of %s leads to a file', (path) => {
  const text = readFileSync(join(root, path), 'utf8').replaceAll(/```[\s\S]*?```|`[^`]*`/g, '');
  const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(path), link)))).toEqual([]);
});

test.each(templateFiles)('$path', async ({ path, make }) => {
  const written = readFileSync(join(import.meta.dirname, '..', path));
  expect(Buffer.compare(written, await make()), `${path}: npm run example writes it anew`).toBe(0);
});
