/** Text of a schema file → schema; what is wrong is told with its line and column. */
import { ConfigError } from '../../problems/config-error.ts';
import { checkFile } from '../check-file.ts';
import { YamlFile } from '../yaml-file.ts';
import { type SchemaFile, schemaFile } from './schema-file.ts';

/** Throws a ConfigError with all that is wrong. */
export function parseSchema(text: string, name: string): SchemaFile {
  const checked = checkFile(new YamlFile(text, name), schemaFile);
  if (checked.data === null) throw new ConfigError(checked.faults);
  return checked.data;
}
