/** The schema files in templates/: our own datasets as a start for those who want to promise more. `npm run docs` writes them. */
import { manifestJsonSchema } from '../src/config/manifest/manifest-file.ts';
import { schemaFileJsonSchema } from '../src/config/schema/schema-file.ts';
import { type DatasetName, datasets } from '../src/model/fields.ts';

const counts = new Set(['quantity', 'units']);
const rates = new Set(['discountRate', 'probability', 'score', 'rate', 'weight', 'satisfaction']);

export function datasetSchema(dataset: DatasetName): string {
  const fields = Object.entries(datasets[dataset]).map(
    ([name, kind]) => `      ${name}: { type: ${typeOf(name, kind)} }`,
  );
  return [
    '# yaml-language-server: $schema=../schema.schema.json',
    `# Files against this: salesmetrics validate FILE --schema ${dataset}.yaml`,
    '# Columns are found by their usual headings; name others with headings: [Order no.]. What else your files promise:',
    '# required, unique, enum, pattern, min, max, references; and below fields, unique: [[a, b]].',
    'version: 1',
    'tables:',
    `  ${dataset}:`,
    `    dataset: ${dataset}`,
    '    fields:',
    ...fields,
    '',
  ].join('\n');
}

function typeOf(name: string, kind: string): string {
  if (kind === 'day') return 'date';
  if (kind !== 'amount') return 'text';
  return counts.has(name) || rates.has(name) ? 'number' : 'money';
}

export function schemaFileSchema(): string {
  return `${JSON.stringify(schemaFileJsonSchema(), null, 2)}\n`;
}

/** The JSON Schema of manifests of `batch`. */
export function manifestSchema(): string {
  return `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`;
}
