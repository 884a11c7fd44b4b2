import { parseYaml } from '../yaml-text.ts';
import { keysAt, type SchemaFile, schemaFile } from './schema-file.ts';

/** Text of a schema file → schema. Throws UserErrors `config/not-yaml`, `config/unknown-key`, `config/wrong-value` with line and column. */
export function parseSchema(text: string, file: string): SchemaFile {
  return parseYaml(text, file, { schema: schemaFile, keysAt, see: 'templates/schema.schema.json' });
}
